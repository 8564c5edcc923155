"""What can be found: entries of several kinds, each made of places that a link leads to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a place is, for readers who look for one kind of thing."""

    ARTICLE = "article"
    NOTE = "note"
    TERM = "term"
    EVENT = "event"
    FIGURE = "figure"
    QUESTION = "question"
    SOURCE = "source"
    PAGE = "page"


LABELS: dict[Kind, str] = {
    Kind.ARTICLE: "Articles",
    Kind.NOTE: "Notes",
    Kind.TERM: "Names",
    Kind.EVENT: "Events",
    Kind.FIGURE: "Figures",
    Kind.QUESTION: "Questions",
    Kind.SOURCE: "Sources",
    Kind.PAGE: "Pages",
}
"""Name of each kind, in the order in which readers are offered them."""


class Named(NamedTuple):
    """A term of the glossary that a place names or describes."""

    term: str
    """Id of the term."""
    form: str = ""
    """The words the article has for it; empty where the place is merely about it."""
    described: bool = False
    """Whether these words describe it without naming it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Something a link leads to: a paragraph, a note, an event."""

    kind: Kind
    """What it is."""
    text: str
    """Its words, as a result shows them."""
    fragment: str = ""
    """Its id on the page; empty for the entry's own address."""
    label: str = ""
    """What it is called there: ¶7, Correction; empty for the entry itself."""
    quote: str = ""
    """Words quoted from an op-ed, which are looked through and shown as a quotation."""
    keywords: str = ""
    """Further words it is found by, which are not shown: titles, names, dates."""
    named: tuple[Named, ...] = ()
    """Terms it names, describes or is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a result is headed by: an article, a term, an event."""

    title: str
    """Its title."""
    href: str
    """Its address from the site's root."""
    detail: str = ""
    """What tells it from its like: author and date, kind."""
    term: str = ""
    """For a term's own entry: its id."""
    names: tuple[str, ...] = ()
    """For a term's own entry: every name it goes by."""
    places: tuple[Place, ...]
    """What it is made of, in order."""
