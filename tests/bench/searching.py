"""What a search costs a reader: our index beside the theme's own, on the same pages."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from build_tools import pages, pipeline
from build_tools.model.record import Edition
from build_tools.pipeline import Workplace
from build_tools.site import assets, engine
from build_tools.site.engine import Engine
from build_tools.site.stage import stage
from tests.bench.corpus import Size, make
from tests.bench.serving import served
from tests.browsers import ARGUMENTS, chromium

ROUNDS = 5
"""Searches a figure is the median of."""
PATIENCE = 20_000
"""Milliseconds after which a search counts as one that never answers."""
WATCH = """
window.longest = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => {
  longest = Math.max(longest, entry.duration);
})).observe({type: "longtask", buffered: true});
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """How a search is worked."""

    opener: str
    """What opens it."""
    field: str
    """Where the query goes."""
    result: str
    """What a result looks like."""


OURS = Finder(opener=".cr-find", field=".cr-query", result=".cr-hit")
STOCK = Finder(
    opener=".md-search__input", field=".md-search__input", result=".md-search-result__item"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one search costs, from the click that opens it to the first result."""

    first: float | None
    """Milliseconds to the first result; nothing where none ever came."""
    fetched: int
    """Bytes fetched for it, as they go over the wire."""
    longest: float
    """Longest time the page did not react, in ms."""


def costs(folder: Path, articles: int) -> Iterator[tuple[str, Cost]]:
    """Yield what a search costs with either index, from a server and from files."""
    make(folder, Size(articles=articles, notes=15))
    query = _name(folder)
    sites = {"ours": (_ours(folder), OURS), "the theme's own": (_stock(folder), STOCK)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(playwright), args=list(ARGUMENTS)
        )
        for name, (site, finder) in sites.items():
            with served(site) as address:
                yield f"{name}, online", _median(browser, address, finder, query)
            offline = f"{site.as_uri()}/"
            yield f"{name}, from files", _median(browser, offline, finder, query)
        browser.close()


def _name(folder: Path) -> str:
    """Return the name of a term, as a reader types it."""
    term = next((folder / "annotations" / "glossary").glob("*.yml"))
    name: str = yaml.safe_load(term.read_text("utf-8"))["name"]
    return name.lower()


def _ours(folder: Path) -> Path:
    place = Workplace(corpus=folder / "annotations", sources=folder / "sources")
    problems = pipeline.build(place, folder / "ours", Edition.AUTO, Engine.MKDOCS, lambda _: None)
    assert problems == (), problems
    return folder / "ours"


def _stock(folder: Path) -> Path:
    """Build the same pages with the theme's search, and without ours."""
    place = Workplace(corpus=folder / "annotations", sources=folder / "sources")
    desk = pipeline.read(place)
    assert desk.linked is not None
    work = folder / "stock"
    work.mkdir()
    made = pages.render(desk.linked, Edition.AUTO)
    parts = assets.find(place.corpus.absolute().parent)
    staged = stage(work, made, parts, desk.linked.corpus.site.value)
    assert not isinstance(staged, pipeline.Problem), staged
    config = yaml.safe_load(staged.config.read_text("utf-8"))
    config["plugins"] = ["search", "offline"]
    staged.config.write_text(yaml.safe_dump(config), "utf-8")
    # Neither our header, which would hide the theme's search, nor our policy, which would stop it.
    (work / "theme" / "main.html").write_text('{% extends "base.html" %}', "utf-8")
    failed = engine.run(Engine.MKDOCS, staged, 0)
    assert failed is None, failed
    return staged.built


def _median(browser: Browser, address: str, finder: Finder, query: str) -> Cost:
    found = [_search(browser, address, finder, query) for _ in range(ROUNDS)]
    answered = [one.first for one in found if one.first is not None]
    return Cost(
        first=statistics.median(answered) if len(answered) == len(found) else None,
        fetched=int(statistics.median(one.fetched for one in found)),
        longest=statistics.median(one.longest for one in found),
    )


def _search(browser: Browser, address: str, finder: Finder, query: str) -> Cost:
    context = browser.new_context(offline=address.startswith("file:"))
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    asked: dict[str, str] = {}
    sizes: list[int] = []

    def fetched(one: dict[str, Any]) -> None:
        if "search" in asked.get(one["requestId"], ""):  # one index comes with the page, one later
            sizes.append(one["encodedDataLength"])

    session.on(
        "Network.requestWillBeSent",
        lambda one: asked.update({one["requestId"]: one["request"]["url"]}),
    )
    session.on("Network.loadingFinished", fetched)
    page.add_init_script(WATCH)
    page.goto(f"{address}method.html")
    page.wait_for_timeout(1500)
    first = _first_result(page, finder, query)
    page.wait_for_timeout(500)
    longest: float = page.evaluate("longest")
    context.close()
    return Cost(first=first, fetched=sum(sizes), longest=longest)


def _first_result(page: Page, finder: Finder, query: str) -> float | None:
    """Return how long a reader waits who opens the search and types a name in one go."""
    start: float = page.evaluate("performance.now()")
    with suppress(TimeoutError):
        page.locator(finder.opener).click(timeout=PATIENCE)
        page.locator(f"{finder.field}:focus").wait_for(timeout=PATIENCE)
        page.keyboard.type(query)
        page.locator(finder.result).first.wait_for(timeout=PATIENCE)
        now: float = page.evaluate("performance.now()")
        return now - start
    return None
