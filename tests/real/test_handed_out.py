"""The bundle of this repository's site, as the workflow makes it: without the op-eds."""

from __future__ import annotations

from pathlib import Path

from build_tools.bundling import bundle
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.sources.workplace import Workplace

ROOT = Path(__file__).parents[2]
MEGABYTES = 5
"""What a class can pass on by any means."""


def test_the_bundle_of_the_five_fits_anywhere(tmp_path: Path) -> None:
    place = Workplace(corpus=ROOT / "annotations", sources=tmp_path / "none")
    out = tmp_path / "dist"
    assert bundle(place, out, Edition.DIGEST, Engine.MKDOCS, lambda _: None) == ()
    (archive,) = out.glob("*-digest.zip")
    assert archive.stat().st_size < MEGABYTES * 1_000_000
