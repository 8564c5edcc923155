"""What a browser and a robot get to see of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_Attributes = list[tuple[str, str | None]]

_FETCHED = {
    "audio": ("src",),
    "base": ("href",),  # moves every other address of the page
    "body": ("background",),
    "embed": ("src",),
    "feimage": ("href", "xlink:href"),
    "frame": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src",),
    "input": ("src",),
    "object": ("data",),
    "script": ("src", "href", "xlink:href"),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""Attributes whose address a browser fetches by itself."""

_FETCHED_LINKS = frozenset(
    {
        *("apple-touch-icon", "icon", "manifest", "mask-icon", "stylesheet"),
        *("dns-prefetch", "modulepreload", "preconnect", "prefetch", "preload", "prerender"),
    }
)
"""Kinds of `<link>` that make a browser ask for something."""

_SETS = ("srcset", "imagesrcset")
_IN_STYLES = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))|@import\s+(?:"([^"]*)"|'([^']*)')""", re.I
)
_REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\">]+)", re.I)
_UNREAD = frozenset({"script", "style", "sup", "template"})
"""Elements whose inside is no part of the running text."""


@dataclass(frozen=True, slots=True)
class Found:
    """An address on a page."""

    line: int
    """Line it stands on."""
    address: str
    """As it is written."""


@dataclass(slots=True)
class Page:
    """What stands on a page."""

    fetched: list[Found] = field(default_factory=list)
    """What a browser fetches without being asked."""
    mentioned: list[Found] = field(default_factory=list)
    """Every address in an attribute."""
    canonical: Found | None = None
    """Where the page says that it is published."""
    hidden: bool = False
    """Whether it asks robots to stay away."""
    classes: set[str] = field(default_factory=set)
    """Classes of its elements."""
    words: list[str] = field(default_factory=list)
    """Its running text, in pieces."""

    @property
    def text(self) -> str:
        """Its running text, without the numbers of notes."""
        return "".join(self.words)


def read(content: str) -> Page:
    """Return what stands on a page."""
    reader = _Reader()
    reader.feed(content)
    reader.close()
    return reader.page


def in_styles(text: str) -> Iterator[str]:
    """Yield the addresses that a style sheet fetches."""
    for match in _IN_STYLES.finditer(text):
        yield next((one for one in match.groups() if one is not None), "")


class _Reader(HTMLParser):
    """Gathers what stands on a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.unread: list[str] = []
        self.style: list[str] = []

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        given = {name: value for name, value in attrs if value is not None}
        self.page.classes.update(given.get("class", "").split())
        for name, value in given.items():
            if ":" in value or value.startswith("//"):
                self.page.mentioned.append(Found(self.line, value.strip()))
            if name in _SETS:
                self._fetch(*(one.split()[0] for one in value.split(",") if one.split()))
            elif name == "style":
                self._fetch(*in_styles(value))
        self._fetch(*(given[name] for name in _FETCHED.get(tag, ()) if name in given))
        if tag == "link":
            self._link(given)
        elif tag == "meta":
            self._meta(given)
        if tag in _UNREAD or given.get("role") == "doc-noteref":
            self.unread.append(tag)
        else:
            self.page.words.append(" ")

    def handle_startendtag(self, tag: str, attrs: _Attributes) -> None:
        self.handle_starttag(tag, attrs)
        self._leave(tag)

    def handle_endtag(self, tag: str) -> None:
        self._leave(tag)

    def handle_data(self, data: str) -> None:
        if self.unread and self.unread[-1] == "style":
            self._fetch(*in_styles(data))
        elif not self.unread:
            self.page.words.append(data)

    @property
    def line(self) -> int:
        return self.getpos()[0]

    def _leave(self, tag: str) -> None:
        if self.unread and self.unread[-1] == tag:
            self.unread.pop()

    def _fetch(self, *addresses: str) -> None:
        self.page.fetched += [Found(self.line, one.strip()) for one in addresses]

    def _link(self, given: dict[str, str]) -> None:
        kinds, address = set(given.get("rel", "").lower().split()), given.get("href", "")
        if "canonical" in kinds:
            self.page.canonical = Found(self.line, address.strip())
        elif kinds & _FETCHED_LINKS:
            self._fetch(address)

    def _meta(self, given: dict[str, str]) -> None:
        content = given.get("content", "")
        if given.get("name", "").lower() == "robots" and "noindex" in content.lower():
            self.page.hidden = True
        if given.get("http-equiv", "").lower() == "refresh":
            self._fetch(*_REFRESH.findall(content))
