"""Events: something dated, told by one or more articles, perhaps with rival dates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, with_config

from build_tools.model import dates
from build_tools.model.fields import (
    STRICT,
    Edtf,
    Line,
    ParagraphNumber,
    Prose,
    Quote,
    Slug,
    Sources,
)
from build_tools.model.note import Confidence, State


def _parses(value: str) -> str:
    dates.parse(value)
    return value


When = Annotated[str, AfterValidator(_parses), Field(max_length=60)]
"""A date in EDTF, intervals and seasons included."""


class EventKind(StrEnum):
    """What sort of thing happened."""

    ATTACK = "attack"
    CONFLICT = "conflict"
    AGREEMENT = "agreement"
    TALKS = "talks"
    STATEMENT = "statement"
    LISTING = "listing"
    POLITICS = "politics"
    ECONOMY = "economy"


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one article says of an event, and where."""

    article: Slug
    """The article."""
    paragraph: ParagraphNumber
    """Paragraph that holds the quotation."""
    quote: Quote
    """Words of the op-ed that tell of it, exactly as they stand there."""
    prefix: Quote | None = None
    """The words just before, where the quotation stands there more than once."""
    suffix: Quote | None = None
    """The words just after, where the quotation stands there more than once."""
    digest: Line | None = None
    """Words of our digest of that paragraph that tell of it."""
    date: When | None = None
    """When, as this article tells it; nothing where it gives no date."""
    from_words: Line | None = None
    """The article's own words for the date, such as "last week", where they are relative."""
    relative_to: When | None = None
    """What those words were counted from, such as the day of publication."""
    says: Line | None = None
    """What is particular to this telling: a toll, a name, a circumstance."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSays:
    """What the public record says."""

    says: Prose
    """In our words."""
    sources: Sources = ()
    """Where."""
    confidence: Confidence
    """How sure; `unconfirmed` is shown as such."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class EventFile:
    """events/<id>.yml: one event."""

    label: Line
    """What happened, in a few words."""
    kind: EventKind
    """What sort of thing it is."""
    date: When
    """When, by the best we know: the record's date, else the articles'."""
    actors: tuple[Slug, ...] = ()
    """Terms of the glossary that took part."""
    place: Line | None = None
    """Where."""
    implied: bool = False
    """True where articles only refer to it, as in "the US pullout"."""
    told: Annotated[tuple[Telling, ...], Field(min_length=1)]
    """What each article says of it."""
    record: RecordSays | None = None
    """What the public record says."""
    look_alikes: tuple[Slug, ...] = ()
    """Other events it must not be taken for."""
    state: State = State.DRAFT
    """`reviewed` needs a reviewer other than the author."""
    author: Slug
    """Who wrote it: an id of people.yml."""
    reviewer: Slug | None = None
    """Who read it against the texts and the sources."""
    updated: Edtf
    """When its meaning last changed."""
