"""Glossary terms and the variants they go by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field, with_config

from build_tools.model.fields import (
    STRICT,
    CiteKey,
    Edtf,
    Line,
    Prose,
    Slug,
    Sources,
    shorthand,
)
from build_tools.model.note import Confidence, State


class TermKind(StrEnum):
    """What a term names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    LAW = "law"
    EVENT = "event"
    DOCUMENT = "document"
    CONCEPT = "concept"


class Match(StrEnum):
    """How upper and lower case count when a variant is looked for."""

    SMART = "smart"
    EXACT = "exact"
    ANY = "any"


class RelationKind(StrEnum):
    """How one term stands to another."""

    PART_OF = "part-of"
    SPLIT_FROM = "split-from"
    RIVAL_OF = "rival-of"
    ALLY_OF = "ally-of"
    LED_BY = "led-by"
    LOCATED_IN = "located-in"
    LOOK_ALIKE = "look-alike"
    SEE_ALSO = "see-also"


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A rule that decides whether a shared form means this term; any one line that fits is enough.

    All words are compared without regard to case.
    """

    before: tuple[Line, ...] = ()
    """The form comes right after one of these."""
    after: tuple[Line, ...] = ()
    """The form is followed directly by one of these."""
    near: tuple[Line, ...] = ()
    """One of these stands in the same sentence."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One form of a term's name."""

    text: Line
    """The form, as articles write it."""
    match: Match = Match.SMART
    """`smart`: a form with a capital letter is matched exactly, any other in any case."""
    shared: bool = False
    """True where other things go by this form too: then a rule or an editor's line must decide."""
    when: When | None = None
    """For a shared form: the rule by which it means this term."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Native:
    """The name in its own script."""

    text: Line
    """The name."""
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    """BCP 47 code, so that browsers choose script, direction and voice."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A tie to another term."""

    kind: RelationKind
    """How this term stands to the other."""
    term: Slug
    """The other term."""
    note: Line | None = None
    """A few words on it: a date, a doubt, a difference."""
    sources: Sources = ()
    """What it rests on."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One side of a contested point."""

    holder: Line
    """Who says so."""
    says: Prose
    """What they say, in our words."""
    sources: Sources
    """Where they say it."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """A point on which sources do not agree."""

    point: Line
    """The question."""
    positions: Annotated[tuple[Position, ...], Field(min_length=2)]
    """What each side says."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class TermFile:
    """glossary/<id>.yml: one entry of the glossary."""

    name: Line
    """The name it is listed under."""
    short: Line | None = None
    """The usual abbreviation."""
    kind: TermKind
    """What it names."""
    native: Native | None = None
    """The name in its own script."""
    definition: Prose
    """What it is, in one to three sentences: this is what a pop-up shows."""
    detail: Prose | None = None
    """More, for the term's own page."""
    variants: tuple[Annotated[Variant, shorthand(Variant, "text")], ...] = ()
    """Every form articles use; name and abbreviation need not be repeated."""
    relations: tuple[Relation, ...] = ()
    """Ties to other terms."""
    contested: tuple[Contested, ...] = ()
    """Points on which sources do not agree."""
    sources: Sources = ()
    """What the definition rests on."""
    confidence: Confidence
    """How sure we are of the definition; `unconfirmed` is shown as such."""
    state: State = State.DRAFT
    """`reviewed` needs a reviewer other than the author."""
    author: Slug
    """Who wrote it: an id of people.yml."""
    reviewer: Slug | None = None
    """Who read it against the sources."""
    updated: Edtf
    """When its meaning last changed."""
    wikidata: CiteKey | None = None
    """Its item in Wikidata, such as Q1234, where one is certain."""
