"""The text of the book, before it becomes a file of either kind."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.output import Output

FOLDER = "book"
"""Folder of the chapters in paths that problems name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter as a document of its own."""

    name: str
    """Name of its file; links lead to it."""
    title: str
    """Title in the table of contents."""
    label: str
    """Short name for running heads."""
    role: str
    """What it is, as a digital-publishing ARIA role; empty for the title page."""
    sections: tuple[tuple[str, str], ...]
    """Id and heading of each section that the table of contents lists below it."""
    text: str
    """An XHTML document of few and known elements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """Everything that both books say."""

    title: str
    """Title of the reader."""
    subtitle: str
    """Which edition it is."""
    description: str
    """What it is, in one sentence."""
    language: str
    """BCP 47 code of our own texts."""
    publisher: str
    """Who publishes it; may be empty."""
    licence: str
    """Address of the licence of our texts."""
    identifier: str
    """A name for this edition that stays the same from build to build."""
    slug: str
    """What its files are called, without ending."""
    warning: str
    """What every page has to say of passing it on; empty where it may be."""
    moment: int
    """Its date, as Unix time."""
    chapters: tuple[Chapter, ...]
    """In the order of reading."""

    @property
    def outputs(self) -> tuple[Output, ...]:
        """The chapters as files, for the rights guard: what is bound says nothing else."""
        return tuple(Output(f"{FOLDER}/{one.name}", one.text) for one in self.chapters)
