"""A browser, a built site, and two ways to reach it: a local web server and file://."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright import sync_api

from build_tools import building, pipeline
from build_tools.bundling import contents
from build_tools.bundling.cover import cover
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.site import files
from build_tools.sources.workplace import Workplace
from tests import firefox as driver

PREFIX = os.environ.get("CROSSREAD_TEST_PREFIX", "/reader/")
"""Path of the canal site's public address; a page that is not found links from there."""
CANAL = Path(__file__).parents[1] / "corpus" / "canal"


def built_site(folder: Path) -> Path:
    """Return the folder of a built site: CROSSREAD_TEST_SITE, or our own essays built afresh."""
    if given := os.environ.get("CROSSREAD_TEST_SITE"):
        return Path(given).resolve()
    place = Workplace(corpus=CANAL / "annotations", sources=CANAL / "sources")
    problems = building.build(place, folder, Edition.AUTO, Engine.MKDOCS, lambda _: None)
    assert problems == ()
    return folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A built site."""

    root: Path
    """Its folder."""
    http: str
    """Its address on the local server, with a slash at the end."""

    @property
    def file(self) -> str:
        """Its address without a server."""
        return f"{self.root.as_uri()}/"

    @property
    def articles(self) -> list[str]:
        """Paths of the articles' pages, that with the most notes first."""
        paths = [path for path in (self.root / "articles").glob("*.html") if path.stem != "index"]
        by_notes = sorted(paths, key=lambda path: -path.read_text("utf-8").count("doc-footnote"))
        return [path.relative_to(self.root).as_posix() for path in by_notes]

    @property
    def one_of_each(self) -> list[str]:
        """One page of each kind: what looks alike is looked at once."""
        term = next(
            path for path in sorted((self.root / "glossary").glob("*.html")) if path.stem != "index"
        )
        names = [
            "index",
            "articles/index",
            "timeline",
            "comparisons/index",
            "figures",
            "glossary/index",
            "coverage",
            "people",
            "status",
            "sources",
            "method",
            "404",
        ]
        return [self.articles[0], f"glossary/{term.name}", *(f"{name}.html" for name in names)]


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """A file server under a path, as project sites are served, that does not log."""

    def translate_path(self, path: str) -> str:
        """Return the file for an address below `PREFIX`; nothing else is there."""
        inside = path.removeprefix(PREFIX) if path.startswith(PREFIX) else "/nothing-here"
        return super().translate_path(f"/{inside}")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The built site, served on a free port of this machine."""
    root = built_site(tmp_path_factory.mktemp("site"))
    handler = functools.partial(QuietHandler, directory=str(root))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(root=root, http=f"http://127.0.0.1:{server.server_port}{PREFIX}")
    server.shutdown()
    server.server_close()


@dataclass(slots=True, kw_only=True)
class Reader:
    """A reader with a screen: opens pages, and notes errors and requests to other hosts."""

    browser: sync_api.Browser
    """The browser."""
    site: Site
    """The site."""
    contexts: list[sync_api.BrowserContext]
    """What to close."""
    strays: list[str]
    """Requests to other hosts, and errors on pages."""

    def open(
        self, path: str, width: int = 1440, *, base: str = "", **options: object
    ) -> sync_api.Page:
        """Open a page of the site on a screen of this width."""
        context = self.browser.new_context(viewport={"width": width, "height": 900}, **options)
        self.contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: self.check(request.url))
        page.on("pageerror", lambda error: self.strays.append(str(error)))
        page.goto((base or self.site.http) + path)
        return page

    def check(self, url: str) -> None:
        """Note a request that leaves the site."""
        if not url.startswith((self.site.http, self.site.file, "data:", "blob:", "about:")):
            self.strays.append(url)


@pytest.fixture
def reader(browser: sync_api.Browser, site: Site) -> Iterator[Reader]:
    """A reader; the test fails if a page asked another host for anything, or a script failed."""
    reader = Reader(browser=browser, site=site, contexts=[], strays=[])
    yield reader
    for context in reader.contexts:
        context.close()
    assert not reader.strays


@pytest.fixture(scope="session")
def unpacked(site: Site, linked: Linked, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site as a class finds it when a bundle was unpacked: spaces in its path, no server."""
    folder = tmp_path_factory.mktemp("a class") / "reader for room 4, 1st floor"
    said = cover(linked, Edition.AUTO, pipeline.moment(linked.corpus))
    files.write_all(folder, (*contents.site_parts(site.root), *contents.papers(said, ())))
    return Site(root=folder / "site", http="")


@pytest.fixture(scope="session")
def fox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[driver.Firefox]:
    """A Firefox that runs until the last test; a plain skip where there is none, except in CI."""
    program = driver.find()
    if program is None:
        say = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        say("no Firefox here: install one, or name it in FIREFOX")
    with driver.running(program, tmp_path_factory.mktemp("profile")) as firefox:
        yield firefox


@pytest.fixture
def firefox(fox: driver.Firefox) -> Iterator[driver.Firefox]:
    """A Firefox without a network; the test fails if a page asked for one or complained.

    `tests/firefox.py` says how to drive it.
    """
    fox.close()
    yield fox
    inside = ("http://127.0.0.1:", "data:", "blob:", "about:")
    noted = (*(one for one in fox.requests if not one.startswith(inside)), *fox.errors)
    fox.close()
    assert not noted
