"""Finds one's way in pages written by hand: each section is a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from build_tools.model.output import Output
from build_tools.search.entries import Entry, Kind, Place

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_OWN_ID = re.compile(r"\s*\{:?\s*#([\w-]+)[^}]*\}$")


@cache
def _parser() -> MarkdownIt:
    """Return the parser, which takes long to load."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


@dataclass(slots=True)
class _Section:
    """A heading and what stands below it."""

    heading: str = ""
    id: str = ""
    text: list[str] = field(default_factory=list)


def handwritten(pages: Iterable[Output]) -> Iterator[Entry]:
    """Yield an entry for each page, with a place for each section."""
    for page in pages:
        lead, *sections = _sections(page.text)
        yield Entry(
            title=lead.heading or page.path.removesuffix(".md"),
            href=f"{page.path.removesuffix('.md')}.html",
            places=tuple(
                Place(
                    kind=Kind.PAGE,
                    text=" ".join(" ".join(one.text).split()),
                    fragment=one.id,
                    label=one.heading if one is not lead else "",
                    keywords=one.heading,
                )
                for one in (lead, *sections)
            ),
        )


def _sections(markdown: str) -> list[_Section]:
    """Return the sections of a page; the first is what stands under its title."""
    sections = [_Section()]
    within = ""
    for token in _parser().parse(_FRONT_MATTER.sub("", markdown)):
        if token.type == "heading_open":
            within = token.tag
        elif token.type == "heading_close":
            within = ""
        elif token.type == "inline":
            text = _text(token)
            if within == "h1":
                sections[0].heading = _OWN_ID.sub("", text)
            elif within:
                sections.append(_heading(text))
            else:
                sections[-1].text.append(text)
    return sections


def _heading(text: str) -> _Section:
    """Return a new section, with the id that the engine gives its heading."""
    from markdown.extensions.toc import slugify

    own = _OWN_ID.search(text)
    heading = _OWN_ID.sub("", text)
    return _Section(heading=heading, id=own[1] if own else slugify(heading, "-"))


def _text(token: Token) -> str:
    kinds = {"text": None, "code_inline": None, "softbreak": " ", "hardbreak": " "}
    return "".join(
        kinds[child.type] or child.content for child in token.children or [] if child.type in kinds
    )
