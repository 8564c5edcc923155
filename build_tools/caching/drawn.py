"""Keeps what engines drew: an engine that is given the same again draws the same again."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from build_tools.caching import inputs, places
from build_tools.model.engine import Engine
from build_tools.model.problem import Problem
from build_tools.site import engine
from build_tools.site.moment import moment
from build_tools.site.stage import Stage

MOST = 24
"""Drawings that are kept; of more, those go that were of no use for longest."""


def run_once(chosen: Engine, stage: Stage) -> Problem | None:
    """Let an engine build what is staged, or take what it gave when the very same was staged."""
    said = f"{chosen} {inputs.program()} {inputs.content(stage.folder)} {moment()}"
    kept = places.drawn() / hashlib.sha256(said.encode()).hexdigest()[:40]
    if _taken(kept, stage.built):
        return None
    failed = engine.run(chosen, stage)
    if not failed:
        with suppress(OSError):
            _keep(stage.built, kept)
    return failed


def _taken(kept: Path, built: Path) -> bool:
    """Put what is kept in place; tell whether there was something."""
    try:
        os.utime(kept)
        shutil.copytree(kept, built)
    except (OSError, shutil.Error):  # not kept, or cleared away by another build
        shutil.rmtree(built, ignore_errors=True)
        return False
    return True


def _keep(built: Path, kept: Path) -> None:
    """Keep what was drawn, at once or not at all, and forget what is too much."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept.parent, prefix=".new-") as near:
        copy = Path(near, "drawn")
        shutil.copytree(built, copy)
        copy.rename(kept)
    drawings = [one for one in kept.parent.iterdir() if not one.name.startswith(".")]
    for old in sorted(drawings, key=lambda one: one.stat().st_mtime_ns)[:-MOST]:
        shutil.rmtree(old, ignore_errors=True)
