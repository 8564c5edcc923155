"""What the pure half returns where a text holds no usable article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Cause(StrEnum):
    """Why a text was refused."""

    NO_ARTICLE = "no-article"
    FRONT_MATTER = "front-matter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A text that gave no article."""

    cause: Cause
    """Which problem the caller reports."""
    reason: str
    """Half a sentence that says why, ready to stand after a colon."""
    line: int = 1
    """Line it was noticed on, from 1."""
    column: int = 1
    """Column it was noticed at, from 1."""
    words: str = ""
    """What stands there."""
