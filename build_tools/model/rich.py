"""Prose of ours: plain text with formatting laid over it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.span import Span


class FormatKind(StrEnum):
    """What a stretch of prose is set as."""

    EMPHASIS = "em"
    STRONG = "strong"
    CODE = "code"
    LINK = "a"


@dataclass(frozen=True, slots=True)
class Format:
    """Formatting of one stretch."""

    span: Span
    """Where, in code points of the plain text."""
    kind: FormatKind
    """What it is set as."""
    target: str = ""
    """For a link: `term:ID`, `article:SLUG#7`, `event:ID` … or an https address."""


@dataclass(frozen=True, slots=True)
class Rich:
    """One paragraph of prose."""

    text: str
    """Its characters without any markup."""
    formats: tuple[Format, ...] = ()
    """What is laid over them, outer before inner."""
