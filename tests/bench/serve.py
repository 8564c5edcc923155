"""From a saved file to the page in the browser, while `crossread serve` runs."""

from __future__ import annotations

import random
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.bench.contenders import crossread
from tests.bench.edits import BUILD, GIVEN, STEP, reword
from tests.bench.ratios import Spread, spread
from tests.bench.rounds import Scale, corpus
from tests.bench.sections import Options, Section, Target, table, target
from tests.bench.spending import clear, environment, spend
from tests.browsers import ARGUMENTS, chromium

EDITS = 9
"""Edits a figure is the median of."""
PATIENCE = 300
"""Seconds after which a page counts as one that never comes."""
SEEN = "words => document.body?.textContent.includes(words)"
MOST = 0.6
"""Seconds from the saved file to the page."""
STEADY = 1.25
"""How many times as long an edit may take in the largest corpus as in the smallest: what is left
of growth that nobody can tell from chance."""


def serve(options: Options) -> Section:
    """Return how long editors wait for what they saved."""
    waited = {}
    cold = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(playwright), args=list(ARGUMENTS)
        )
        for articles in options.articles:
            place = options.work / f"served-{articles}"
            shutil.copytree(corpus(options.work / "corpora", Scale(articles)), place)
            cold[articles] = spend(BUILD, place).wall
            clear(place, GIVEN)
            with serving(place) as address:
                waited[articles] = list(_edits(browser, place, address, articles))
        browser.close()
    found = {articles: spread(seconds) for articles, seconds in waited.items()}
    rows = [
        (f"{articles:,}", f"{one} s", f"{one.median / cold[articles]:.2f}")
        for articles, one in found.items()
    ]
    return Section(
        title="Serve",
        text=table(("articles", "saved to seen", "÷ cold build"), rows),
        figures={"waited": waited, "cold": cold},
        targets=tuple(_targets(found)),
    )


def _targets(found: dict[int, Spread]) -> Iterator[Target]:
    for articles, one in found.items():
        yield Target(
            name=f"serve, saved to seen, {articles:,} articles",
            most=f"{MOST} s",
            measured=f"{one} s",
            met=one.median <= MOST,
        )
    least, most = min(found), max(found)
    if least < most:
        ratio = spread([found[most].median / found[least].median])
        yield target(f"serve, {most:,} ÷ {least:,} articles", STEADY, ratio)


@contextmanager
def serving(place: Path) -> Iterator[str]:
    """Serve a corpus until nobody needs it any more; lend the address once the site is there."""
    port = _free_port()
    with place.with_name(f"{place.name}.log").open("wb") as log:
        process = subprocess.Popen(
            crossread("serve", "--port", str(port)),
            cwd=place,
            env=environment(place),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        try:
            address = f"http://127.0.0.1:{port}/"
            _wait_for(address, process)
            yield address
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until a page is there.

    Raises:
        TimeoutError: If it does not come, or the server has stopped.
    """
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    msg = "crossread serve shows no page"
    raise TimeoutError(msg)


def _edits(browser: Browser, place: Path, address: str, articles: int) -> Iterator[float]:
    """Yield the seconds from each save until the words stand on the open page."""
    chance = random.Random(7)
    page = browser.new_page()
    for turn in range(EDITS):
        article, words = turn * STEP % articles, f"Changed in turn {turn}."
        page.goto(f"{address}articles/author-2024-n{article}.html")
        time.sleep(1 + chance.random())  # whoever looks every second is met at any moment of it
        start = time.perf_counter()
        reword(place, article, words)
        # It goes on looking when the page loads again, at every frame that is drawn.
        page.wait_for_function(SEEN, arg=words, polling="raf", timeout=PATIENCE * 1000)
        yield time.perf_counter() - start
    page.close()
