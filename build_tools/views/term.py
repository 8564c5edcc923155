"""A term's page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from build_tools.views.parts import Link, PageView, SourceView, TermCard
from build_tools.views.timeline import SmallTimelineView


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
class PlacesView:
    """An article's mentions without their context."""

    id: str
    """Element id."""
    article: Link
    """The article."""
    count: int
    """How many mentions."""
    passages: tuple[Link, ...]
    """Paragraphs, each once."""


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
    """Mentions an article, in the order of `TermView.articles`; nothing where they are many."""
    articles: int
    """How many articles write it."""
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
    """Articles that mention it, by date; nothing where they are many."""
    forms: tuple[FormRow, ...]
    """Who writes which form."""
    mentions: tuple[tuple[str, Link, tuple[MentionView, ...]], ...]
    """Every mention, by article: element id, the article, and what it says.

    Of many articles, those that mention it most."""
    places: tuple[PlacesView, ...]
    """Where the others mention it."""
    notes: tuple[Link, ...]
    """Notes whose text links to this term."""
