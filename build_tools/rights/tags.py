"""What tags mean for who reads a page, and the markup that can be read token by token."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import unescape
from itertools import accumulate, islice, repeat
from typing import NamedTuple
from urllib.parse import unquote


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS = _names(
    "address article aside blockquote body button caption dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header html label legend li main nav ol "
    "option p pre section select style summary table tbody td template textarea tfoot th thead "
    "title tr ul "
    "entry feed item subtitle desc text tspan"  # XML and SVG
)
BREAKS = _names("br hr img input")
_READ = _names(
    "abbr alt aria-description aria-label aria-placeholder aria-roledescription aria-valuetext "
    "content data-quote label placeholder summary title value"
)
"""Attributes that are read; every other one is where white space is in its value."""
_UNREAD = _names("class d headers points rel sizes srcset transform viewbox")
"""Attributes that are lists or numbers, never words."""

BARE = 3
"""Attributes without a value that a tag may have before its inside is read as words."""
_NAME = "[a-zA-Z][a-zA-Z0-9:_.-]*"
_VALUE = r"""(?:"[^"]*"|[^\s"'<>=`/]+(?=[\s>]))"""
_ATTRIBUTE = re.compile(rf"\s+({_NAME})(?:(=)({_VALUE}))?")
_ATTRIBUTES = rf"(?:\s+{_NAME}(?:={_VALUE})?)*"
_TAG = "[a-zA-Z][a-zA-Z0-9:-]*"
_PLAIN = re.compile(
    rf"</(?P<end>{_TAG})>"
    rf"|<(?!(?i:script)\b)(?P<start>{_TAG})(?P<attributes>{_ATTRIBUTES})\s*(?P<close>/?)>"
    r"|<!--(?P<comment>[^<>-]*(?:-[^<>-]+)*)-->"
    r"|(?:<!(?=[Dd][Oo][Cc][Tt][Yy][Pp][Ee])|<\?)(?P<other>[^<>\[]*)>"
)
"""A tag that every reader of HTML takes for the same, nothing torn or left open."""
SCRIPT = re.compile(
    rf"<script({_ATTRIBUTES})>([^<]*(?:<(?![/!]|script)[^<]*)*)</script>", re.IGNORECASE
)
"""A whole script of which the same holds: its attributes and its inside."""
_ANY = re.compile(r"(<[^<>]*>)")
"""A tag, plain or not."""


class Attributes(NamedTuple):
    """What is to be known of a tag's attributes."""

    said: tuple[str, ...]
    """Values that are read."""
    chrome: bool
    """Whether an inline element is no part of the running text, as a note's number."""
    bare: int
    """How many have no value."""


def attributes(pairs: Iterable[tuple[str, str | None]]) -> Attributes:
    """Return what is to be known of attributes, given the name and the value of each."""
    said: list[str] = []
    chrome, bare = False, 0
    for name, written in pairs:
        chrome |= name == "data-search-exclude"
        if written is None:
            bare += 1
            continue
        chrome |= name == "class" and "cr-ref-s" in written.split()
        value = unquote(written) if "%" in written else written  # a%20citation
        if value and (name in _READ or (name not in _UNREAD and len(value.split()) > 1)):
            said.append(value)
    return Attributes(tuple(said), chrome, bare)


class Tag(NamedTuple):
    """A plain tag: of a start, an end, or a comment and the like."""

    name: str = ""
    """Name of the element."""
    ends: bool = False
    """Whether it ends the element."""
    closed: bool = False
    """Whether it begins and ends it."""
    known: Attributes = Attributes((), chrome=False, bare=0)
    """Its attributes."""
    remark: str = ""
    """The words of a comment."""
    inert: bool = False
    """Whether it does nothing, unless it stands where words are kept apart."""
    breaks: bool = False
    """Whether it begins or ends a block and says nothing."""


def pieces(markup: str) -> Iterable[tuple[str, Tag, int]] | None:
    """Return each text, the tag behind it and the lines above that; the last tag does nothing.

    Args:
        markup: Without scripts.

    Returns:
        Nothing where not all of it is plain.
    """
    parts = _ANY.split(markup)
    texts, tags = parts[::2], [tag for one in parts[1::2] if (tag := plain_tag(one))]
    if len(tags) < len(texts) - 1 or "<" in "".join(texts):
        return None
    lines = accumulate(map(str.count, parts, repeat("\n")))
    return zip(texts, (*tags, Tag(inert=True)), islice(lines, 0, None, 2), strict=True)


@lru_cache(maxsize=8192)
def plain_tag(written: str) -> Tag | None:
    """Return what is to be known of a tag, if it is plain; many are alike."""
    found = _PLAIN.fullmatch(written)
    if found is None:
        return None
    if found["end"]:
        name = found["end"].lower()
        block = name in BLOCKS
        return Tag(name, ends=True, inert=not block and name != "script", breaks=block)
    if not found["start"]:
        return Tag(remark=found["comment"] or found["other"] or "")
    name, known = found["start"].lower(), attributes_of(found["attributes"])
    if known.bare > BARE:
        return None
    block = name in BLOCKS
    heard = known.said or known.chrome or block or name in BREAKS or name in {"q", "sup"}
    breaks = block and not known.said
    return Tag(name, closed=bool(found["close"]), known=known, inert=not heard, breaks=breaks)


def attributes_of(written: str) -> Attributes:
    """Return what is to be known of attributes as they stand in a plain tag."""
    return attributes(
        (name.lower(), unescape(value.removeprefix('"').removesuffix('"')) if mark else None)
        for name, mark, value in _ATTRIBUTE.findall(written)
    )
