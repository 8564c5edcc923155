"""The state of the work: what carries notes, what has been reviewed, what is still to be done."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.views.coverage import ItemView
from build_tools.views.parts import KindView, Link, PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphView:
    """A paragraph in an article's strip."""

    href: str
    """The paragraph."""
    number: int
    """Its number."""
    count: int
    """How much hangs on it."""
    level: int
    """Step of the scale, from 1; 0 where it carries nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripView:
    """An article as a strip of its paragraphs."""

    article: Link
    """The article."""
    facts: tuple[str, ...]
    """How many paragraphs it has, and how much of each sort hangs on them."""
    paragraphs: tuple[ParagraphView, ...]
    """In order."""
    more: int
    """Paragraphs that are left out."""
    bare: str
    """Which paragraphs carry nothing, in words."""
    has_bare: bool
    """Whether there are any."""
    reading: str
    """What is not known of its words, if anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesRow:
    """How many notes of each kind an article has."""

    article: Link
    """The article."""
    counts: tuple[int, ...]
    """One a kind."""
    total: int
    """In all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCell:
    """How many texts of one sort are in one state."""

    count: int
    """How many."""
    by: str
    """What those named did: "by" or "read by"."""
    people: tuple[tuple[Link, int], ...]
    """Who, with how many; those with most first."""
    more: int
    """People who are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRow:
    """A sort of text and the states it is in."""

    label: str
    """What sort."""
    cells: tuple[StateCell, ...]
    """One a state."""
    total: int
    """How many in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskList:
    """Things to be done on one article, or of one sort."""

    heading: Link
    """The article or the sort; no words where a task has only one list."""
    count: int
    """How many in all."""
    shown: tuple[ItemView, ...]
    """What is seen at once."""
    folded: tuple[ItemView, ...]
    """What is seen on demand."""
    left_out: int
    """How many more there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """Something to be done."""

    id: str
    """Element id of its heading."""
    title: str
    """What it is."""
    says: str
    """What is listed and why; where nothing is, a sentence that says so."""
    count: int
    """How many things are to be done."""
    tally: str
    """The same in words: "nothing" and "not known" are not the same."""
    short: bool
    """Whether its items are a word each and stand in a line."""
    shown: tuple[TaskList, ...]
    """Lists that are seen at once."""
    folded: tuple[TaskList, ...]
    """Lists that are seen on demand."""
    left_out: int
    """How many more there are."""
    unknown: str
    """What this says nothing about, and why; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusView(PageView):
    """The page on the state of the work."""

    contents: tuple[tuple[Link, str], ...]
    """Its sections, each with what it comes to."""
    steps: tuple[tuple[int, str], ...]
    """The scale: each step, from 1, and the counts it stands for."""
    strips: tuple[StripView, ...]
    """Articles as strips of their paragraphs."""
    left_out: int
    """Articles that are left out of strips and notes."""
    kinds: tuple[KindView, ...]
    """Kinds of note, each with how many there are in all."""
    notes: tuple[NotesRow, ...]
    """Notes by article."""
    note_count: int
    """Notes in all."""
    states: tuple[tuple[str, str], ...]
    """Each state with its name."""
    texts: tuple[StateRow, ...]
    """Sorts of text by state."""
    tasks: tuple[TaskView, ...]
    """What is to be done."""
