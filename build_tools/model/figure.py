"""Figures: the numbers articles claim, gathered under what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, with_config

from build_tools.model.event import When
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


def _plain_digits(value: object) -> object:
    """Refuse what Decimal would read and no reader would: 1_000, other scripts' digits, 007."""
    if isinstance(value, str) and not re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", value):
        msg = "is no number such as 573, 9.4 or -20, without thousands separators"
        raise ValueError(msg)
    return value


def _without_minus_zero(value: Decimal) -> Decimal:
    return value + 0


Number = Annotated[
    Decimal,
    Field(ge=-(10**15), le=10**15, allow_inf_nan=False, max_digits=24),
    BeforeValidator(_plain_digits),
    AfterValidator(_without_minus_zero),
]
"""A number in the unit of its measure."""


class Qualifier(StrEnum):
    """How a number is hedged where it is claimed."""

    EXACTLY = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"


class FigureKind(StrEnum):
    """What a number says of the thing counted."""

    AMOUNT = "amount"
    CHANGE = "change"


class Nature(StrEnum):
    """Whether what is counted adds up over time."""

    TOTAL = "total"
    LEVEL = "level"


class PairLabel(StrEnum):
    """How two figures stand to each other."""

    CONFLICTING = "conflicting"
    DIFFERENT_BASELINE = "different-baseline"
    DIFFERENT_PERIOD = "different-period"
    COMPATIBLE = "compatible"
    NOT_COMPARABLE = "not-comparable"


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A number and what it is said of: what an article's figure and one on record share."""

    id: Slug
    """Name, unique in its file and permanent."""
    kind: FigureKind = FigureKind.AMOUNT
    """`amount` in the measure's unit, or `change` in per cent: 60 is up by 60 %, -20 down."""
    value: Number | None = None
    """The number, where one is given."""
    low: Number | None = None
    """Lower end, where a range is given; the end belongs to it."""
    high: Number | None = None
    """Upper end, where a range is given; the end belongs to it."""
    qualifier: Qualifier = Qualifier.EXACTLY
    """How the number is hedged: "nearly 200" is `value: 200, qualifier: nearly`."""
    scope: Slug | None = None
    """What exactly is counted: one of the file's `scopes`, where it has any."""
    period: When | None = None
    """What time it is about, in EDTF; nothing where none is given."""
    baseline: When | None = None
    """For a change: the time it is measured from, in EDTF; nothing where none is given."""
    place: Line | None = None
    """Where, if elsewhere than the measure says."""
    counted_by: Line | None = None
    """Who counted: the id of a term or a name; nothing where nobody is named."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Claimed):
    """A number that one article claims, and where."""

    article: Slug
    """The article."""
    paragraph: ParagraphNumber
    """Paragraph that holds the quotation."""
    quote: Quote
    """Words of the op-ed that give the number, exactly as they stand there."""
    prefix: Quote | None = None
    """The words just before, where the quotation stands there more than once."""
    suffix: Quote | None = None
    """The words just after, where the quotation stands there more than once."""
    digest: Line | None = None
    """Words of our digest of that paragraph that give it."""
    from_words: Line | None = None
    """The article's own words for the period, such as "since March", where they are relative."""
    relative_to: When | None = None
    """What those words were counted from, such as the day of publication."""
    speaker: Line | None = None
    """Who says it in the article: the id of a term or a name; the author where not given."""
    says: Line | None = None
    """What is particular to it: a hedge, a circumstance, a misnamed source."""

    @property
    def source(self) -> str | None:
        """Whom the article names for it: who counted, else who says so; nothing for nobody."""
        return self.counted_by or self.speaker


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFigure(Claimed):
    """A number on the public record to set beside those of the articles."""

    says: Line | None = None
    """What is particular to it, in our words."""
    sources: Sources = ()
    """Where."""
    confidence: Confidence
    """How sure; `unconfirmed` is shown as such."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Overruling:
    """An editor's label for a pair of figures, in place of the computed one."""

    between: tuple[Slug, Slug]
    """Ids of two figures of this file."""
    label: PairLabel
    """How they stand to each other."""
    reason: Line
    """Why; shown to readers."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFile:
    """figures/<id>.yml: one thing that is counted, with every figure for it."""

    counts: Line
    """What is counted, as a heading: "Attacks by armed groups in Pakistan"."""
    unit: Line
    """Unit of the amounts, in the plural: "attacks", "billion US dollars"."""
    nature: Nature
    """`total` adds up over time (attacks); `level` stands at a moment (reserves, staff)."""
    period: When | None = None
    """When, where a figure does not say: for what happened once, such as an attack."""
    about: tuple[Slug, ...] = ()
    """Terms of the glossary it is about."""
    place: Line | None = None
    """Where, unless a figure says otherwise."""
    scopes: Annotated[dict[Slug, Line], Field(max_length=20)] = field(default_factory=dict)
    """What exactly is counted, where figures differ in it: a name and a few words for each."""
    remark: Prose | None = None
    """What a reader should know before comparing."""
    figures: Annotated[tuple[Figure, ...], Field(min_length=1, max_length=200)]
    """What the articles claim."""
    record: Annotated[tuple[RecordFigure, ...], Field(max_length=50)] = ()
    """What is on the public record."""
    overruled: tuple[Overruling, ...] = ()
    """Pairs whose computed label an editor replaced."""
    state: State = State.DRAFT
    """`reviewed` needs a reviewer other than the author."""
    author: Slug
    """Who wrote it: an id of people.yml."""
    reviewer: Slug | None = None
    """Who read it against the texts and the sources."""
    updated: Edtf
    """When its meaning last changed."""

    def __post_init__(self) -> None:
        """Hand the period down, and leave the place out where it is the measure's own.

        So nobody who reads a figure has to ask the measure whether two of them are alike.
        """
        for field_name in ("figures", "record"):
            claims: tuple[Claimed, ...] = getattr(self, field_name)
            alike = tuple(
                replace(
                    one,
                    period=one.period or self.period,
                    place=None if one.place == self.place else one.place,
                )
                for one in claims
            )
            object.__setattr__(self, field_name, alike)
