"""Links of readers to what was given up, in sites of both engines and in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright import sync_api

from build_tools import building
from build_tools.deploying import deployable
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.sources.workplace import Workplace
from tests.links import broken
from tests.revising import apply

MORE = """\
aliases:
  - {old: glossary/levy-people.html, new: glossary/canal-levy-board.html}
  - {old: articles/ostrick-2025-levy.html, new: articles/ostrick-2025-toll.html}
  - {old: articles/ostrick-2024-old.html, new: articles/index.html}
  - {old: articles/ostrick-2024-old.html#n-first, new: figures.html#f-barges--ledger-2023}
"""
ARRIVALS = {
    "glossary/levy-people.html": "glossary/canal-levy-board.html",
    "articles/ostrick-2025-levy.html": "articles/ostrick-2025-toll.html",
    "articles/ostrick-2025-levy.html#p3": "articles/ostrick-2025-toll.html#p3",
    "articles/ostrick-2024-old.html#n-first": "figures.html#f-barges--ledger-2023",
    "articles/ostrick-2025-toll.html#n-forty-one": "articles/ostrick-2025-toll.html#n-lock-count",
    "timeline.html#e-merger": "glossary/ward-merger.html",
}


@pytest.fixture(params=list(Engine), ids=str)
def site(request: pytest.FixtureRequest, canal: Workplace, tmp_path: Path) -> Path:
    apply([{"in": "aliases.yml", "replace": "aliases:\n", "by": MORE}], canal.corpus)
    folder = tmp_path / "site"
    assert building.build(canal, folder, Edition.AUTO, request.param, lambda _: None) == ()
    assert deployable(canal, folder) == ()
    return folder


def test_readers_with_old_links_arrive(site: Path, browser: sync_api.Browser) -> None:
    assert broken(site) == []
    assert "ostrick-2025-levy" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    page = browser.new_page()
    for asked, arrived in ARRIVALS.items():
        page.goto(f"{site.as_uri()}/{asked}")
        page.wait_for_url(f"{site.as_uri()}/{arrived}")
    page.close()


def test_without_scripts_they_arrive_or_see_where_to_go(
    site: Path, browser: sync_api.Browser
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site.as_uri()}/glossary/levy-people.html")
    page.wait_for_url(f"{site.as_uri()}/glossary/canal-levy-board.html")
    page.goto(f"{site.as_uri()}/timeline.html#e-merger")
    line = page.locator("#e-merger")
    sync_api.expect(line).to_be_in_viewport()
    line.locator("a").click()
    page.wait_for_url(f"{site.as_uri()}/glossary/ward-merger.html")
    page.goto(f"{site.as_uri()}/timeline.html")
    sync_api.expect(page.locator("#e-merger")).to_be_hidden()
    page.context.close()
