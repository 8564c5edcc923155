"""The argument of an op-ed: what it claims and recommends, and what each rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field, with_config

from build_tools.model.fields import STRICT, Edtf, Line, ParagraphNumber, Slug
from build_tools.model.note import State


class Role(StrEnum):
    """What a step does in the argument."""

    CLAIM = "claim"
    RECOMMENDATION = "recommendation"


class GroundKind(StrEnum):
    """What a step rests on."""

    SOURCE = "source"
    AUTHORITY = "authority"
    EXAMPLE = "example"
    REASONING = "reasoning"
    NOTHING = "nothing"


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Something a step rests on."""

    kind: GroundKind
    """A named source, a person cited, an example told, reasoning, or nothing."""
    what: Line | None = None
    """Which: the id of a term or a few words; nothing for `nothing`."""
    paragraphs: tuple[ParagraphNumber, ...] = ()
    """Where it is given, if elsewhere than the step."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One claim or recommendation."""

    id: Slug
    """Name, unique in its file."""
    role: Role = Role.CLAIM
    """What it does in the argument."""
    says: Line
    """What the op-ed holds, in our words."""
    under: Slug | None = None
    """The step it supports; the thesis where not given."""
    paragraphs: Annotated[tuple[ParagraphNumber, ...], Field(min_length=1)]
    """Where the op-ed says so."""
    rests_on: Annotated[tuple[Ground, ...], Field(min_length=1)]
    """What the op-ed gives for it; `nothing` where it gives nothing."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentFile:
    """argument.yml: the op-ed's argument in steps; its thesis stands in article.yml."""

    steps: Annotated[tuple[Step, ...], Field(max_length=40)] = ()
    """In the order of the argument."""
    state: State = State.DRAFT
    """`reviewed` needs a reviewer other than the author."""
    author: Slug | None = None
    """Who wrote it: an id of people.yml; needed once there is a step."""
    reviewer: Slug | None = None
    """Who read it against the text."""
    updated: Edtf | None = None
    """When its meaning last changed."""
