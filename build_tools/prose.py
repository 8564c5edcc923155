"""Reads the Markdown that editors write in digests, notes and definitions.

Paragraphs, emphasis, strong, code and links, after CommonMark; no HTML, no images, no headings.
What comes back is plain text with ranges, so that highlights and glossary links can be laid over
it like over an op-ed's own words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from build_tools.model.fields import WEB_ADDRESS
from build_tools.model.rich import Format, FormatKind, Rich
from build_tools.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

TARGET = re.compile(
    r"(?:term|event|question):[a-z0-9-]+|figure:[a-z0-9-]+/[a-z0-9-]+"
    r"|article:[a-z0-9-]+(?:#\d+)?|" + WEB_ADDRESS
)
"""Where a link may lead; every other scheme stays plain text and is reported."""

_SPECIAL = re.compile(r"[\\`*_\[\]]")
_LIKE_ENTITY = re.compile(r"&(?=#?\w+;)")
_LIKE_TAG = re.compile(r"<(?=[A-Za-z!/?])")
_ENDING = re.compile(r"[()\\`]")

_OPENING = {"em_open": FormatKind.EMPHASIS, "strong_open": FormatKind.STRONG}
_CLOSING = {"em_close", "strong_close", "link_close"}


_MARK = re.compile(r"[\\`*_\[\]&\r\n\0]")
"""What only the parser can read."""


@cache
def _parser() -> MarkdownIt:
    """Return the parser; most texts do without, and a program that only has such never loads it."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(
        ["emphasis", "link", "backticks", "escape", "entity", "newline"]
    )
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # ours is `bad_links`
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # %20 stays what it is
    return parser


def paragraphs(markdown: str) -> tuple[Rich, ...]:
    """Return the paragraphs of a piece of Markdown.

    A link whose target is not allowed becomes its words alone; `bad_links` finds those.
    """
    return (Rich(markdown),) if _is_plain(markdown) else _parsed(markdown)


def _is_plain(markdown: str) -> bool:
    """Tell whether a text is one line without a mark or a space around it: it stands for itself."""
    return bool(markdown) and markdown == markdown.strip() and not _MARK.search(markdown)


@lru_cache(maxsize=4096)
def _parsed(markdown: str) -> tuple[Rich, ...]:
    tokens = _parser().parse(markdown)
    return tuple(_rich(token.children or []) for token in tokens if token.type == "inline")


def line(markdown: str) -> Rich:
    """Return a piece of Markdown as one paragraph."""
    parts = paragraphs(" ".join(markdown.split()))
    return parts[0] if parts else Rich("")


def bad_links(markdown: str) -> tuple[str, ...]:
    """Return the link targets in a piece of Markdown that are not allowed."""
    if not _MARK.search(markdown):
        return ()
    return tuple(
        target
        for token in _parser().parse(markdown)
        for child in token.children or []
        if child.type == "link_open" and not TARGET.fullmatch(target := _href(child))
    )


def links(markdown: str) -> Iterator[str]:
    """Yield the allowed link targets of a piece of Markdown."""
    for rich in paragraphs(markdown):
        yield from (item.target for item in rich.formats if item.kind is FormatKind.LINK)


def escape(words: str) -> str:
    """Return plain words as Markdown of ours that shows them as they are."""
    safe = _SPECIAL.sub(lambda mark: f"\\{mark[0]}", words)
    return _LIKE_TAG.sub("&lt;", _LIKE_ENTITY.sub("&amp;", safe))


def destination(address: str) -> str:
    """Return an address as it stands in a link: nothing in it ends the link or is an entity."""
    safe = _ENDING.sub(lambda mark: f"%{ord(mark[0]):02X}", address)
    return _LIKE_ENTITY.sub("&amp;", safe)


def _href(token: Token) -> str:
    return str(token.attrGet("href") or "")


def _rich(tokens: list[Token]) -> Rich:
    text: list[str] = []
    length = 0
    open_formats: list[tuple[int, FormatKind, str]] = []
    formats: list[Format] = []
    for token in tokens:
        start = length
        if token.type in _OPENING:
            open_formats.append((start, _OPENING[token.type], ""))
        elif token.type == "link_open":
            open_formats.append((start, FormatKind.LINK, _href(token)))
        elif token.type in _CLOSING:
            began, kind, target = open_formats.pop()
            if start > began and (kind is not FormatKind.LINK or TARGET.fullmatch(target)):
                formats.append(Format(Span(began, start), kind, target))
        else:
            piece = " " if token.type in {"softbreak", "hardbreak"} else token.content
            text.append(piece)
            length += len(piece)
            if token.type == "code_inline" and piece:
                formats.append(Format(Span(start, length), FormatKind.CODE))
    formats.sort(key=lambda item: (item.span.start, -item.span.end))
    return Rich("".join(text), tuple(formats))
