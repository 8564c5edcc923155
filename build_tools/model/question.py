"""Questions: one line of comparison, and what each article says to it, silence included."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, with_config

from build_tools.model.event import When
from build_tools.model.fields import (
    SLUG,
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


def _two_names(value: str) -> str:
    if not re.fullmatch(f"{SLUG}/{SLUG}", value):
        msg = "is not FILE/ID, such as ttp-attacks/un-2023"
        raise ValueError(msg)
    return value


FigureName = Annotated[str, AfterValidator(_two_names), Field(max_length=161)]
"""A figure: name of its file in figures/, a slash, its id there."""


class QuestionKind(StrEnum):
    """What sort of thing articles are compared on."""

    FACT = "fact"
    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    POSITION = "position"
    IDENTITY = "identity"


class AnswerState(StrEnum):
    """What is known of an article's answer."""

    SAYS = "says"
    SILENT = "silent"
    UNREAD = "unread"


class Stance(StrEnum):
    """Where an article stands, from one end to the other; `reports` takes no stand of its own."""

    SUPPORTS = "supports"
    LEANS_TOWARDS = "leans-towards"
    UNDECIDED = "undecided"
    DOUBTS = "doubts"
    OPPOSES = "opposes"
    REPORTS = "reports"


class Verdict(StrEnum):
    """How the answers stand to each other."""

    AGREE = "agree"
    DIFFER = "differ"
    CONTRADICT = "contradict"
    NOT_COMPARABLE = "not-comparable"
    SINGLE = "single"


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of an article that an answer rests on."""

    paragraph: ParagraphNumber
    """Paragraph that holds the quotation."""
    quote: Quote
    """The words, exactly as they stand there."""
    prefix: Quote | None = None
    """The words just before, where the quotation stands there more than once."""
    suffix: Quote | None = None
    """The words just after, where the quotation stands there more than once."""
    digest: Line | None = None
    """Words of our digest of that paragraph that say it."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """What an answer comes to: what an article's and the record's share."""

    holds: Annotated[tuple[Slug, ...], Field(max_length=20)] = ()
    """For a fact, name or identity: one or more of the question's `choices`."""
    date: When | None = None
    """For a date: when, in EDTF."""
    figure: FigureName | None = None
    """For a figure: `FILE/ID` in figures/."""
    stance: Stance | None = None
    """For a position: where it stands."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Answering):
    """What one article says to a question, or that it says nothing."""

    article: Slug
    """The article."""
    state: AnswerState = AnswerState.SAYS
    """`silent` was checked by a person; an article without an answer counts as `unread`."""
    says: Line | None = None
    """What it says, in our words."""
    speaker: Line | None = None
    """Who says it there: the id of a term or a name; the author where not given."""
    evidence: Annotated[tuple[Evidence, ...], Field(max_length=10)] = ()
    """Where it says so."""
    checked_by: Slug | None = None
    """For silence: who read the whole article for it; an id of people.yml."""
    checked: Edtf | None = None
    """For silence: when."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAnswer(Answering):
    """What the public record says to a question."""

    says: Prose
    """In our words."""
    sources: Sources = ()
    """Where."""
    confidence: Confidence
    """How sure; `unconfirmed` is shown as such."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictOverruling:
    """An editor's verdict in place of the computed one."""

    verdict: Verdict
    """How the answers stand to each other."""
    reason: Line
    """Why; shown to readers."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionFile:
    """questions/<id>.yml: one question put to every article."""

    question: Line
    """The question, ending in a question mark."""
    short: Line
    """The same in two to five words, for tables and margins."""
    kind: QuestionKind
    """What sort of thing is compared."""
    topic: Line
    """Heading it stands under in the table of questions."""
    about: tuple[Slug, ...] = ()
    """Terms of the glossary it is about."""
    events: tuple[Slug, ...] = ()
    """Events it is about."""
    choices: Annotated[dict[Slug, Line], Field(max_length=30)] = field(default_factory=dict)
    """For a fact, name or identity: the answers that occur, a name and a few words for each."""
    exclusive: bool = True
    """False where two of the choices can hold at once."""
    answers: Annotated[tuple[Answer, ...], Field(max_length=2000)]
    """What the articles say; one answer an article."""
    synthesis: Prose
    """An editor's reading of how the answers differ and why."""
    record: RecordAnswer | None = None
    """What the public record says."""
    overruled: VerdictOverruling | None = None
    """An editor's verdict in place of the computed one."""
    state: State = State.DRAFT
    """`reviewed` needs a reviewer other than the author."""
    author: Slug
    """Who wrote it: an id of people.yml."""
    reviewer: Slug | None = None
    """Who read it against the texts and the sources."""
    updated: Edtf
    """When its meaning last changed."""
