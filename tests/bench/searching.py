"""What a search costs a reader: our index beside the theme's own, on the same pages."""

from __future__ import annotations

import dataclasses
import statistics
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from tests.bench.contenders import crossread, stock
from tests.bench.pages import SLOW
from tests.bench.rounds import Scale, corpus
from tests.bench.sections import Options, Section, table
from tests.bench.serving import served
from tests.bench.spending import spend
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


Network = Mapping[str, Any]
"""Conditions of a network, as the browser takes them."""

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


def searching(options: Options) -> Section:
    """Return what a search costs, of all articles there are."""
    articles = options.middle
    found = dict(
        costs(corpus(options.work / "corpora", Scale(articles)), options.work / "searched")
    )
    rows = (
        (
            name,
            "never" if one.first is None else f"{one.first:.0f} ms",
            f"{one.fetched / 1024:.0f} KiB",
            f"{one.longest:.0f} ms",
        )
        for name, one in found.items()
    )
    head = (f"search in {articles:,} articles", "first result", "fetched", "longest freeze")
    return Section(
        title="Search",
        text=table(head, rows),
        figures={name: dataclasses.asdict(one) for name, one in found.items()},
    )


def costs(made: Path, folder: Path) -> Iterator[tuple[str, Cost]]:
    """Yield what a search costs with either index: from servers near and far, and from files."""
    query = _name(made)
    sites = {"ours": (_ours(made, folder), OURS), "the theme’s own": (_stock(made, folder), STOCK)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(playwright), args=list(ARGUMENTS)
        )
        for name, (site, finder) in sites.items():
            with served(site) as address:
                yield f"{name}, online", _median(browser, address, finder, query)
                slow = _median(browser, address, finder, query, SLOW)
                yield f"{name}, slow 4G", slow
            offline = f"{site.as_uri()}/"
            yield f"{name}, from files", _median(browser, offline, finder, query)
        browser.close()


def _name(folder: Path) -> str:
    """Return the name of a term, as a reader types it."""
    term = next((folder / "annotations" / "glossary").glob("*.yml"))
    name: str = yaml.safe_load(term.read_text("utf-8"))["name"]
    return name.lower()


def _ours(made: Path, folder: Path) -> Path:
    place = folder / "ours"
    place.mkdir(parents=True)
    spend(crossread("build", "--corpus", str(made / "annotations")), place)
    return place / "site"


def _stock(made: Path, folder: Path) -> Path:
    """Build the bare articles with the theme's search, as its manual says for reading from files.

    It would fetch a script from elsewhere for that; without a network it never answers.
    """
    place = folder / "stock"
    stock(made, place, plugins=["search", "offline"])
    spend([sys.executable, "-m", "mkdocs", "build"], place)
    return place / "site"


def _median(
    browser: Browser, address: str, finder: Finder, query: str, network: Network | None = None
) -> Cost:
    found = [_search(browser, address, finder, query, network)]
    while found[-1].first is not None and len(found) < ROUNDS:
        found.append(_search(browser, address, finder, query, network))
    answered = [one.first for one in found if one.first is not None]
    return Cost(
        first=statistics.median(answered) if len(answered) == len(found) else None,
        fetched=int(statistics.median(one.fetched for one in found)),
        longest=statistics.median(one.longest for one in found),
    )


def _search(
    browser: Browser, address: str, finder: Finder, query: str, network: Network | None
) -> Cost:
    context = browser.new_context(offline=address.startswith("file:"))
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if network:
        session.send("Network.emulateNetworkConditions", dict(network))
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
    page.goto(f"{address}index.html")
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
