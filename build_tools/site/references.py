"""Links from hand-written pages to generated ones.

The engine sees that the page is there. Whether it has the part that a link asks for shows only when
the page is made: so that is looked at here.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from build_tools.model.output import Output
from build_tools.model.page import Page
from build_tools.model.problem import Place, Problem

_TARGET = re.compile(r"([\w./%-]+)\.md(?:#([^\s)\]\"'<>]+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A link to a generated page."""

    page: str
    """The hand-written page, by the name of its file."""
    line: int
    """Where in it."""
    path: str
    """Path of the generated page in the site."""
    fragment: str
    """Id of the part that is asked for; empty for the whole page."""


def references(pages: Iterable[Output], generated: Iterable[str]) -> Iterator[Reference]:
    """Yield what looks like a link to a generated page; some of it may stand in an example.

    Args:
        pages: The hand-written pages, as Markdown.
        generated: Paths of the generated ones.
    """
    there = frozenset(generated)
    for page in pages:
        for found in _TARGET.finditer(page.text):
            path = f"{posixpath.normpath(unquote(found[1]))}.html"
            if path in there:
                line = page.text.count("\n", 0, found.start()) + 1
                yield Reference(page=page.path, line=line, path=path, fragment=found[2] or "")


def stands_in(reference: Reference, drawn: str) -> bool:
    """Tell whether a reference became a link of the drawn page."""
    return f"{reference.path}#{html.escape(reference.fragment)}" in drawn


def astray(page: Page, asked: Iterable[Reference], folder: Path) -> Iterator[Problem]:
    """Yield a problem for every link that asks for a part that a page does not have.

    Args:
        page: The page.
        asked: Links of hand-written pages.
        folder: Where the hand-written pages lie.
    """
    for one in asked:
        wanted = {one.fragment, unquote(one.fragment)}
        if one.path == page.sheet.path and not any(_has(page, id) for id in wanted):
            target = one.path.removesuffix(".html") + ".md"
            yield Problem(
                code="CR705",
                place=Place(path=(folder / one.page).as_posix(), line=one.line),
                message=f"links to a part “{one.fragment}” that {target} does not have",
                example=f"[Words]({target}#title)",
            )


def _has(page: Page, id: str) -> bool:
    return f' id="{html.escape(id)}"' in page.body
