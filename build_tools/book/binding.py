"""Binds a manuscript."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.book import epub, pdf
from build_tools.book.manuscript import Manuscript
from build_tools.model.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """A finished book."""

    name: str
    """Name of the file."""
    data: bytes
    """Its content."""


def bind(manuscript: Manuscript) -> tuple[Volume, ...] | Problem:
    """Return the EPUB and the PDF, or what keeps one of them from being made.

    The same manuscript gives the same bytes.
    """
    printed = pdf.typeset(manuscript)
    if isinstance(printed, Problem):
        return printed
    return (
        Volume(name=f"{manuscript.slug}.epub", data=epub.pack(manuscript)),
        Volume(name=f"{manuscript.slug}.pdf", data=printed),
    )
