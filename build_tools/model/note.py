"""Notes: what an editor has to say about a passage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pydantic import with_config

from build_tools.model.carried import carried
from build_tools.model.fields import (
    STRICT,
    Edtf,
    Line,
    ParagraphNumber,
    Passage,
    Prose,
    Quote,
    Slug,
    Sources,
    WebAddress,
)


class NoteKind(StrEnum):
    """What a note does."""

    CLAIM = "claim"
    CONTEXT = "context"
    FIGURE = "figure"
    CORRECTION = "correction"
    CONTRADICTION = "contradiction"
    ATTRIBUTION = "attribution"
    LOOK_ALIKE = "look-alike"
    LANGUAGE = "language"


class Confidence(StrEnum):
    """How sure we are of what a note or definition says."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNCONFIRMED = "unconfirmed"


def unsourced(sources: Sources, confidence: Confidence) -> bool:
    """Tell whether something states facts without a source and without saying so."""
    return not sources and confidence is not Confidence.UNCONFIRMED


class State(StrEnum):
    """Where a text of ours stands in editing."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    DISPUTED = "disputed"


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Via:
    """Where a note was written before it was imported; the importer writes it."""

    id: Line
    """What it is called there: by this it is known when it is imported again."""
    service: Line
    """Where: the name of the service or site."""
    name: Line | None = None
    """Who wrote it, by the name shown there."""
    date: Edtf | None = None
    """Of which day the version taken over is."""
    address: WebAddress | None = None
    """Where it can be seen there."""


@with_config(STRICT)
@carried
@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One annotation."""

    id: Slug
    """Permanent name inside the article; part of the note's address, so never changed."""
    kind: NoteKind
    """What the note does."""
    paragraph: ParagraphNumber
    """Paragraph of the article that holds the quotation."""
    quote: Quote
    """Words of the op-ed that the note hangs on, exactly as they stand there."""
    prefix: Quote | None = None
    """The words just before, where the quotation stands there more than once."""
    suffix: Quote | None = None
    """The words just after, where the quotation stands there more than once."""
    digest: Line | None = None
    """Words of our digest of that paragraph to highlight; the paragraph's end where not given."""
    body: Prose
    """What we have to say."""
    sources: Sources = ()
    """What it rests on."""
    see: tuple[Passage, ...] = ()
    """Passages of other articles it compares with."""
    confidence: Confidence
    """How sure we are; `unconfirmed` is shown as such."""
    state: State = State.DRAFT
    """`reviewed` needs a reviewer other than the author."""
    author: Slug
    """Who wrote it: an id of people.yml."""
    reviewer: Slug | None = None
    """Who read it against the text and the sources."""
    dispute: Prose | None = None
    """What is disputed, and by whom; needed in the state `disputed`."""
    created: Edtf
    """When it was written."""
    updated: Edtf | None = None
    """When its meaning last changed."""
    via: Via | None = None
    """Where it comes from, if it was imported."""


@with_config(STRICT)
@carried
@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFile:
    """notes.yml: the notes on one article."""

    notes: tuple[Note, ...] = ()
    """The notes, in any order; the page puts them in the order of the text."""
