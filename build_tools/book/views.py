"""What each template of the book sees, where it is more than a page of the site shows."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from build_tools.views.article import ArticleView
from build_tools.views.parts import KindView, Link
from build_tools.views.question import QuestionView
from build_tools.views.reference import PersonView
from build_tools.views.term import TermView


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleView:
    """The title page."""

    title: str
    """Title of the reader."""
    subtitle: str
    """Which edition it is."""
    description: str
    """What it is, in one sentence."""
    date: str
    """Date of the edition, in words."""
    publisher: str
    """Who publishes it; may be empty."""
    address: str
    """Where the site is; may be empty."""
    licence: Link
    """Licence of our texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """How to read the book."""

    about: Markup
    """What this is: one or more `<p>`."""
    contents: str
    """How much there is of everything, in words."""
    kinds: tuple[KindView, ...]
    """Kinds of note that occur, with counts."""
    full: bool
    """Whether an article stands here in its own words."""
    digests: bool
    """Whether an article stands here as our digest."""
    warning: str
    """What is to be said of passing it on; empty where it may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleChapter:
    """An article."""

    page: ArticleView
    """What its page on the site shows."""
    doubts: dict[str, tuple[str, ...]]
    """By id of the note: what a reader should know before trusting it; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPart:
    """A question."""

    id: str
    """Its name."""
    page: QuestionView
    """What its page on the site shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPart:
    """A heading with its questions."""

    id: str
    """Element id of the heading."""
    label: str
    """The topic."""
    questions: tuple[QuestionPart, ...]
    """In the order of the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonsChapter:
    """All questions."""

    topics: tuple[TopicPart, ...]
    """By topic."""
    meanings: tuple[tuple[str, str], ...]
    """Each verdict that occurs, and what it means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermPart:
    """A term."""

    page: TermView
    """What its page on the site shows."""
    places: tuple[tuple[str, tuple[Link, ...]], ...]
    """Each article that mentions it, with its paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryChapter:
    """All terms."""

    terms: tuple[TermPart, ...]
    """In alphabetical order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """A line of the index."""

    name: str
    """A name, in any form."""
    see: Link | None
    """The entry it belongs to, in the glossary; nothing for a main entry."""
    places: tuple[Link, ...]
    """Where a main entry is mentioned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexChapter:
    """Every form of every name, and where it leads."""

    letters: tuple[tuple[str, tuple[IndexEntry, ...]], ...]
    """Entries by first letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColophonView:
    """Who made the book, from what, and under which rights."""

    title: TitleView
    """What the title page says."""
    people: tuple[PersonView, ...]
    """Editors and reviewers."""
    rights: tuple[tuple[str, Link, str], ...]
    """Each article as it is cited, its rights statement, and the owner as far as known."""
    warning: str
    """What is to be said of passing it on; empty where it may be."""
