"""A site built of hostile fields: the engine brings nothing to life that we kept still."""

from __future__ import annotations

from pathlib import Path

from build_tools import building
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.sources.workplace import Workplace
from tests.unit.hostile.liveness import in_html
from tests.unit.hostile.spoiling import spoil


def test_a_built_site_holds_nothing_live(canal: Workplace, tmp_path: Path) -> None:
    assert spoil(canal) > 0
    site = tmp_path / "site"
    (canal.sources / "towpath.html").unlink()  # what was spoilt would quote too much of it
    problems = building.build(canal, site, Edition.AUTO, Engine.MKDOCS, lambda _: None)
    assert problems == ()
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 30
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "<crx" not in text, page
        assert "49" not in text.partition("<title>")[2].partition("</title>")[0], page  # {{ 7*7 }}
        assert in_html(text) == [], page
    notebook = (site / "data" / "notes" / "ostrick-2025-toll.md").read_text(encoding="utf-8")
    assert notebook.startswith("---\ntitle: ")  # the engine made no page of it
    assert not (site / "data" / "notes" / "ostrick-2025-toll.html").exists()
