"""The engine's answer: where a quotation stands, and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.span import Span


class State(StrEnum):
    """How a quotation fared in a text."""

    EXACT = "exact"
    """It stands there word for word, and it is clear which place is meant."""
    MOVED = "moved"
    """The wording there differs, and the place is safe all the same."""
    AMBIGUOUS = "ambiguous"
    """Several places are as good, or a near copy is found but nothing vouches for it."""
    LOST = "lost"
    """It is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a quotation stands in a text; all offsets are code points of that text."""

    state: State
    """How the quotation fared."""
    span: Span | None
    """Where it stands; None unless the state is exact or moved."""
    similarity: float
    """How alike the quotation and the best place are, 0 to 1."""
    context: float
    """How much of the remembered surroundings stands around the best place, 0 to 1."""
    suggestion: Span | None
    """The nearest passage, for a person to judge, where the quotation was not placed."""
    rivals: tuple[Span, ...]
    """Where the state is ambiguous, the places between which nothing decides, best first."""
