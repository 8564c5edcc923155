"""Home, and the lists of articles and terms."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from build_tools.views.parts import KindView, Link, PageView, TermUse


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A note in an article's portrait."""

    href: str
    """The note."""
    kind: KindView
    """What it does."""
    x: float
    """Centre, in the portrait's units."""
    y: float
    """Centre, in the portrait's units."""
    title: str
    """What a pointer or screen reader is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A paragraph in an article's portrait: as wide as it is long."""

    href: str
    """The paragraph."""
    number: int
    """Its number."""
    x: float
    """Left edge, in the portrait's units."""
    width: float
    """Width, in the portrait's units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCard:
    """An article in a list, with its portrait."""

    slug: str
    """Slug."""
    href: str
    """Its page."""
    title: str
    """Title."""
    byline: str
    """Authors, or "Author unknown"."""
    outlet: str
    """Outlet."""
    date: str
    """Date in words."""
    date_iso: str
    """For `<time datetime>`."""
    thesis: str
    """What it argues."""
    facts: str
    """How many paragraphs, notes and terms it has, in words."""
    width: float
    """Width of the portrait's picture, in its own units; all cards share one scale."""
    height: float
    """Height of the portrait's picture, in its own units."""
    bars: tuple[Bar, ...]
    """Paragraphs from left to right."""
    dots: tuple[Dot, ...]
    """Notes above the paragraphs."""
    portrait: str
    """The portrait in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine:
    """An article in a list of many."""

    href: str
    """Its page."""
    title: str
    """Title."""
    byline: str
    """Authors, or "Author unknown"."""
    outlet: str
    """Outlet."""
    date: str
    """Date in words."""
    date_iso: str
    """For `<time datetime>`."""
    facts: str
    """How many paragraphs, notes and terms it has, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(PageView):
    """The home page."""

    about: Markup
    """What this is."""
    articles: tuple[ArticleCard, ...]
    """All articles by date; of many the latest, newest first."""
    complete: bool
    """Whether these are all articles."""
    kinds: tuple[KindView, ...]
    """Kinds of note that occur, with counts: the legend of the portraits."""
    contradictions: tuple[Link, ...]
    """Questions on which articles contradict each other, some of them."""
    contradiction_count: int
    """Such questions in all."""
    question_count: int
    """Questions in all."""
    terms: tuple[TermUse, ...]
    """The most mentioned terms."""
    article_count: int
    """Articles in all."""
    term_count: int
    """Terms in all."""
    note_count: int
    """Notes in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesView(PageView):
    """The list of all articles."""

    articles: tuple[ArticleCard, ...]
    """All articles by date; nothing where they are many."""
    kinds: tuple[KindView, ...]
    """Legend of the portraits."""
    years: tuple[tuple[str, tuple[ArticleLine, ...]], ...]
    """Many articles by date, under the year; nothing where they are few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView(PageView):
    """The glossary's index."""

    groups: tuple[tuple[str, tuple[TermUse, ...]], ...]
    """Terms under their first letter, in alphabetical order."""
    kinds: tuple[tuple[str, int], ...]
    """Names of the kinds of term and how many there are."""
