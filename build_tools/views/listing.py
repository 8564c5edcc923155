"""Home, glossary, term and article-list pages."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from build_tools.views.parts import KindView, Link, PageView, SourceView, TermCard
from build_tools.views.timeline import SmallTimelineView


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
class HomeView(PageView):
    """The home page."""

    about: Markup
    """What this is."""
    articles: tuple[ArticleCard, ...]
    """All articles by date."""
    kinds: tuple[KindView, ...]
    """Kinds of note that occur, with counts: the legend of the portraits."""
    contradictions: tuple[Link, ...]
    """Questions on which articles contradict each other, some of them."""
    contradiction_count: int
    """Such questions in all."""
    question_count: int
    """Questions in all."""
    terms: tuple[TermCard, ...]
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
    """All articles by date."""
    kinds: tuple[KindView, ...]
    """Legend of the portraits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView(PageView):
    """The glossary's index."""

    groups: tuple[tuple[str, tuple[TermCard, ...]], ...]
    """Terms under their first letter, in alphabetical order."""
    kinds: tuple[tuple[str, int], ...]
    """Names of the kinds of term and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionView:
    """One mention in its context."""

    href: str
    """The paragraph."""
    paragraph: int
    """Its number."""
    form: str
    """As the article writes it."""
    how: str
    """`name` or `description`."""
    voice: str
    """`author`, or who is quoted."""
    times: int
    """How often in a row the paragraph mentions it like this."""
    context: Markup
    """The words around it: of the digest in public, of the op-ed in the full edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    """A tie to another term."""

    label: str
    """How they stand to each other, such as "split from"."""
    term: Link
    """The other term."""
    note: str
    """A few words on it; may be empty."""
    sources: tuple[SourceView, ...]
    """What it rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionView:
    """One side of a contested point."""

    holder: str
    """Who says so."""
    says: Markup
    """What they say."""
    sources: tuple[SourceView, ...]
    """Where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """Who writes one form of the name."""

    form: str
    """The form."""
    counts: tuple[int, ...]
    """Mentions an article, in the order of `TermView.articles`."""
    total: int
    """Mentions in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView(PageView):
    """A term's own page."""

    card: TermCard
    """What its pop-up shows."""
    detail: Markup
    """More; may be empty."""
    sources: tuple[SourceView, ...]
    """What the definition rests on."""
    state: str
    """`draft`, `reviewed` or `disputed`."""
    state_label: str
    """The same in words."""
    confidence_label: str
    """How sure we are, in words."""
    author: Link
    """Who wrote it."""
    reviewer: Link | None
    """Who reviewed it."""
    updated: str
    """When it last changed."""
    wikidata: str
    """Wikidata item; may be empty."""
    relations: tuple[RelationView, ...]
    """Ties to other terms."""
    named_by: tuple[RelationView, ...]
    """Ties that other terms declare to this one."""
    contested: tuple[tuple[str, tuple[PositionView, ...]], ...]
    """Contested points with what each side says."""
    timeline: SmallTimelineView | None
    """The events it took part in; nothing where there are none."""
    articles: tuple[Link, ...]
    """Articles that mention it, by date."""
    forms: tuple[FormRow, ...]
    """Who writes which form."""
    mentions: tuple[tuple[str, Link, tuple[MentionView, ...]], ...]
    """Every mention, by article: element id, the article, and what it says."""
    notes: tuple[Link, ...]
    """Notes whose text links to this term."""
