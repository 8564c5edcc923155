"""What a reader waits for: sizes, and a real browser's own clock at two speeds of its processor."""

from __future__ import annotations

import dataclasses
import shutil
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.bench.contenders import crossread
from tests.bench.corpus import Size, make
from tests.bench.sections import Options, Section, Target, table
from tests.bench.serving import served
from tests.bench.spending import spend
from tests.bench.weights import Weight, budgets, largest_article, weigh
from tests.browsers import ARGUMENTS, chromium

ROUNDS = 5
"""Page loads a figure is the median of."""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 204_800, "uploadThroughput": 93_750}
"""Lighthouse's slow 4G: 150 ms, 1.6 Mbit/s down; latency in ms, throughput in bytes a second."""
SPEEDS = (1, 4)
"""How many times slower the processor is made; Lighthouse takes a phone's to be four times."""
PAINT = {"60 notes": 2000, "600 notes": 2500, "largest real page": 2000}
"""Milliseconds until the largest part of a page stands, at most, on a phone."""
SHIFT = 0.02
"""How much a page may move while it loads."""
KIB = 1024
ANNOTATIONS = Path(__file__).parents[2] / "annotations"
OBSERVE = """
window.seen = {paint: 0, shift: 0, longest: 0};
const watch = (type, each) => new PerformanceObserver(list => list.getEntries().forEach(each))
  .observe({type, buffered: true});
watch('largest-contentful-paint', entry => { seen.paint = entry.startTime; });
watch('layout-shift', entry => { if (!entry.hadRecentInput) seen.shift += entry.value; });
watch('longtask', entry => { seen.longest = Math.max(seen.longest, entry.duration); });
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How one page loads at one speed."""

    paint: float
    """Largest contentful paint in ms."""
    shift: float
    """Cumulative layout shift."""
    longest: float
    """Longest task in ms."""
    strangers: int
    """Requests to other hosts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One page."""

    weight: Weight
    loads: dict[int, Load]
    """By how many times slower the processor was."""


def pages(options: Options) -> Section:
    """Return what pages weigh and how they load."""
    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(playwright), args=list(ARGUMENTS)
        )
        for name, page in built(options.work / "pages"):
            site = page.parents[1]
            with served(site) as address:
                url = f"{address}{page.relative_to(site).as_posix()}"
                loads = {speed: _median(browser, address, url, speed) for speed in SPEEDS}
            found[name] = Measured(weight=weigh(page), loads=loads)
        browser.close()
    return Section(
        title="Pages",
        text=f"{_weights(found)}\n{_loads(found)}",
        figures={name: dataclasses.asdict(one) for name, one in found.items()},
        targets=tuple(_targets(found)),
    )


def built(folder: Path) -> Iterator[tuple[str, Path]]:
    """Build the sites with the pages that have a budget; yield each page's name and path.

    Made pages weigh our markup: their notes repeat themselves, and they show one text, as pages of
    op-eds in copyright do. The real page weighs what editors wrote too, with every event,
    comparison and pop-up beside it.
    """
    for notes in (60, 600):
        place = folder / str(notes)
        make(place, Size(articles=1, notes=notes))
        spend(crossread("build", "--edition", "digest"), place)
        yield f"{notes} notes", largest_article(place / "site")
    place = folder / "real"
    (place / "sources").mkdir(parents=True)
    shutil.copytree(ANNOTATIONS, place / "annotations")
    spend(crossread("build"), place)
    yield "largest real page", largest_article(place / "site")


def missing() -> str:
    """Return why nothing can be measured here; empty where it can."""
    with sync_playwright() as playwright:
        path = chromium(playwright)
    return "" if path and (Path(path).exists() or shutil.which(path)) else "no Chromium here"


def _median(browser: Browser, address: str, url: str, speed: int) -> Load:
    loads = [_load(browser, address, url, speed) for _ in range(ROUNDS)]
    return Load(
        paint=statistics.median(one.paint for one in loads),
        shift=statistics.median(one.shift for one in loads),
        longest=statistics.median(one.longest for one in loads),
        strangers=max(one.strangers for one in loads),
    )


def _load(browser: Browser, address: str, url: str, speed: int) -> Load:
    """Load a page as a phone does, as far as a machine can play one."""
    context = browser.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=2)
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": speed})
    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.add_init_script(OBSERVE)
    tab.goto(url, wait_until="load")
    tab.wait_for_timeout(1500)
    seen: dict[str, Any] = tab.evaluate("window.seen")
    context.close()
    ours = (address, "data:", "blob:")
    return Load(strangers=sum(not one.startswith(ours) for one in requests), **seen)


def _targets(found: dict[str, Measured]) -> Iterator[Target]:
    most = budgets()
    for name, one in found.items():
        for part, weight in dataclasses.asdict(one.weight).items():
            yield Target(
                name=f"{name}: {part}, gzip",
                most=_kib(most[name][part]),
                measured=_kib(weight),
                met=weight <= most[name][part],
                holds=True,
            )
        phone, strangers = one.loads[SPEEDS[-1]], sum(load.strangers for load in one.loads.values())
        for figure, least, value, unit in (
            ("largest paint on a phone", PAINT[name], phone.paint, " ms"),
            ("layout shift on a phone", SHIFT, phone.shift, ""),
            ("requests to other hosts", 0, strangers, ""),
        ):
            yield Target(
                name=f"{name}: {figure}",
                most=f"{least}{unit}",
                measured=f"{value:.3f}" if figure.startswith("layout") else f"{value:.0f}{unit}",
                met=value <= least,
            )


def _weights(found: dict[str, Measured]) -> str:
    parts = ("html", "scripts", "styles")
    rows = (
        (name, *(_kib(getattr(one.weight, part)) for part in parts)) for name, one in found.items()
    )
    return table(("page, gzip", "HTML", "own scripts", "own styles"), rows)


def _loads(found: dict[str, Measured]) -> str:
    rows = (
        (
            f"{name}, processor {speed}×",
            f"{load.paint:.0f} ms",
            f"{load.shift:.3f}",
            f"{load.longest:.0f} ms",
            str(load.strangers),
        )
        for name, one in found.items()
        for speed, load in one.loads.items()
    )
    head = ("page, slow 4G", "largest paint", "shift", "longest task", "other hosts")
    return table(head, rows)


def _kib(size: int) -> str:
    return f"{size / KIB:.1f} KiB"
