"""Makes what keeps old links of readers working: lines on pages, and pages that lead elsewhere."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.linking.addresses import Living, aliases, kept, living
from build_tools.views.desk import Desk
from build_tools.views.parts import Link

STYLE = """
:root{color-scheme:light dark}
body{font:1.1rem/1.6 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1rem}
a{color:light-dark(#1a4fa0,#9dc1ff)}
li:target{font-weight:bold}
"""
"""Looks of a page that leads elsewhere: it needs no other file."""

SCRIPT = """
(() => {
  const main = document.querySelector("a");
  const link = document.getElementById(location.hash.slice(1))?.querySelector("a");
  location.replace(link ? link.href : main.hash ? main.href : main.href + location.hash);
})();
"""
"""Takes the part of the page that was asked for along; without it, the link does for the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedLine:
    """A part of a page that is elsewhere now."""

    id: str
    """The fragment by which readers ask for it."""
    link: Link
    """Where it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedView:
    """A page that was given up, as the template shows it."""

    path: str
    """Where it stands."""
    language: str
    """Language of our texts."""
    title: str
    """Heading."""
    link: Link
    """Where it leads."""
    canonical: str
    """The same as a public address; empty where the site has none."""
    private: bool
    """Whether the site is for private study; every page of it says so."""
    lines: tuple[MovedLine, ...]
    """Its parts that are elsewhere than that."""
    style: Markup
    """Its styles."""
    script: Markup
    """Its script."""
    policy: str
    """What a browser may run and show: that style and that script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Everything that keeps old links working."""

    lines: dict[str, tuple[MovedLine, ...]]
    """Parts of pages that still stand, by page."""
    pages: tuple[MovedView, ...]
    """Pages that were given up, by path."""


def moved(desk: Desk) -> Moved:
    """Return what the aliases of the corpus ask for.

    Args:
        desk: The site as its home page sees it.
    """
    if not aliases(desk.linked):
        return Moved(lines={}, pages=())
    there = living(desk.linked)
    led = kept(desk.linked, there)
    lines: dict[str, list[MovedLine]] = {}
    gone: set[str] = set()
    for one in aliases(desk.linked):
        if one.old in led and one.page not in there:
            gone.add(one.page)
        if one.old in led and one.fragment:
            line = MovedLine(id=one.fragment, link=_link(one.page, led[one.old]))
            if line.id not in [other.id for other in lines.setdefault(one.page, [])]:
                lines[one.page].append(line)
    by_page = {page: tuple(sorted(some, key=lambda line: line.id)) for page, some in lines.items()}
    return Moved(
        lines={page: some for page, some in by_page.items() if page not in gone},
        pages=tuple(
            _page(desk, page, led.get(page) or there[_shelf(page)], by_page.get(page, ()))
            for page in sorted(gone)
        ),
    )


def _page(desk: Desk, page: str, target: Living, lines: tuple[MovedLine, ...]) -> MovedView:
    style, script = (_print(one) for one in (STYLE, SCRIPT))
    return MovedView(
        path=page,
        language=desk.linked.corpus.site.value.language,
        title="This page has moved",
        link=_link(page, target),
        canonical=desk.public(target.address),
        private=desk.index.private,
        lines=lines,
        style=Markup(STYLE),
        script=Markup(SCRIPT),
        policy=f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'",
    )


def _link(page: str, target: Living) -> Link:
    return Link(href="../" * page.count("/") + target.address, text=target.label)


def _shelf(page: str) -> str:
    """Return the page that lists what a page is one of: where readers look who find it gone."""
    folder, slash, _ = page.rpartition("/")
    return f"{folder}/index.html" if slash else "index.html"


def _print(text: str) -> str:
    """Return how a Content-Security-Policy names a style or script that stands in the page."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
