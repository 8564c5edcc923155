"""Marks: words that stand in a drawn page where something of a page is filled in later.

A mark is letters and digits alone, so that it comes through any engine and theme as it is: as the
name of a file, in an attribute, as an id made from a heading.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Slot(StrEnum):
    """What is filled in; its value is the letter that ends its mark."""

    NAME = "n"
    """Name of the page's file."""
    TITLE = "t"
    DESCRIPTION = "d"
    HEAD = "h"
    """Tags in the head."""
    BODY = "b"
    END = "e"
    """Where the body ends."""
    FIRST = "f"
    """A section's heading and its id."""
    SECOND = "s"
    """The next one: what stands between the two is what a theme puts between any two."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one build."""

    key: str
    """What all begin with; it stands in nothing that the engine is given."""

    def of(self, page: int, slot: Slot) -> str:
        """Return a mark of a page, by its number."""
        return f"{self.key}{page}{slot}"

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds a mark; its groups are the sign of a fragment, the number and the letter."""
        return re.compile(rf"(#?){self.key}(\d+)([{''.join(Slot)}])")


def marks(texts: Iterable[str]) -> Marks:
    """Return marks that depend on the texts beside which they will stand, and so are in none."""
    digest = hashlib.sha256("\0".join(texts).encode()).hexdigest()
    return Marks(f"cr{digest[:16]}x")
