"""What a reader waits for: sizes and a real browser's own clock, on a phone-like machine."""

from __future__ import annotations

import gzip
import shutil
import statistics
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browsers import ARGUMENTS, chromium

ROUNDS = 5
"""Page loads a figure is the median of."""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 204_800, "uploadThroughput": 93_750}
"""Lighthouse's slow 4G: 150 ms, 1.6 Mbit/s down; latency in ms, throughput in bytes a second."""
PHONE_CPU = 4
"""How many times slower Lighthouse takes a phone's processor to be."""

OBSERVE = """
window.seen = {lcp: 0, cls: 0, longest: 0};
const watch = (type, each) => new PerformanceObserver(list => list.getEntries().forEach(each))
  .observe({type, buffered: true});
watch('largest-contentful-paint', entry => { seen.lcp = entry.startTime; });
watch('layout-shift', entry => { if (!entry.hadRecentInput) seen.cls += entry.value; });
watch('longtask', entry => { seen.longest = Math.max(seen.longest, entry.duration); });
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How one page loads."""

    html: int
    """Bytes of the page, gzip."""
    scripts: int
    """Bytes of our own scripts it loads, gzip."""
    styles: int
    """Bytes of our own styles it loads, gzip."""
    paint: float
    """Largest contentful paint in ms."""
    shift: float
    """Cumulative layout shift."""
    longest: float
    """Longest task in ms."""
    strangers: int
    """Requests to other hosts."""


def measure(site: Path, page: str, address: str) -> Load:
    """Return how a page of a served site loads on a phone.

    Args:
        site: Folder of the built site.
        page: Path of the page.
        address: Where the site is served, with a slash at the end.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(playwright), args=list(ARGUMENTS)
        )
        loads = [_load(browser, address, page) for _ in range(ROUNDS)]
        browser.close()
    _, requests = loads[-1]
    own = [site / url.removeprefix(address) for url in requests if "/reader/" in url]
    return Load(
        html=_packed(site / page),
        scripts=sum(_packed(path) for path in own if path.suffix == ".js"),
        styles=sum(_packed(path) for path in own if path.suffix == ".css"),
        paint=statistics.median(one["lcp"] for one, _ in loads),
        shift=statistics.median(one["cls"] for one, _ in loads),
        longest=statistics.median(one["longest"] for one, _ in loads),
        strangers=sum(not url.startswith((address, "data:", "blob:")) for url in requests),
    )


def _load(browser: Browser, address: str, page: str) -> tuple[dict[str, float], list[str]]:
    context = browser.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=2)
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": PHONE_CPU})
    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.add_init_script(OBSERVE)
    tab.goto(address + page, wait_until="load")
    tab.wait_for_timeout(1500)
    seen: dict[str, float] = tab.evaluate("window.seen")
    context.close()
    return seen, requests


def _packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def missing() -> str:
    """Return why nothing can be measured here; empty where it can."""
    with sync_playwright() as playwright:
        path = chromium(playwright)
    return "" if path and (Path(path).exists() or shutil.which(path)) else "no Chromium here"
