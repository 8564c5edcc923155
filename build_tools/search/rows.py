"""Rows of places, written as they stand in a file: one behind another without being read again.

A place is written as the distance to the one before, times 4, plus a weight of 0 to 3. Behind
other places only the first distance of a row is another one: the rest is made once and kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Postings = Sequence[int]
"""Numbers of places times 4, plus a weight of 0 to 3, ascending; no place twice."""

_WEIGHT = 3
"""The bits of a posting that are no part of its place."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Where each of some things stands: few and plain values, quick to be pickled."""

    keys: str
    """What they are, spaces between."""
    firsts: array[int]
    """First posting of each."""
    lasts: array[int]
    """Last place of each, times 4."""
    rests: str
    """What follows the first of each, each number with a comma before it; spaces between."""

    def __iter__(self) -> Iterator[tuple[str, int, int, str]]:
        """Yield each thing with its first posting, its last place and what is between."""
        return zip(self.keys.split(), self.firsts, self.lasts, self.rests.split(" "), strict=False)


def rows(found: Mapping[str, Postings]) -> Rows:
    """Return rows of what stands somewhere.

    Args:
        found: Postings, by a name without spaces.
    """
    return Rows(
        " ".join(found),
        _numbers([postings[0] for postings in found.values()]),
        _numbers([postings[-1] & ~_WEIGHT for postings in found.values()]),
        " ".join(map(_rest, found.values())),
    )


def _numbers(numbers: list[int]) -> array[int]:
    """Return numbers in two bytes each, or in four where one needs them."""
    return array("H" if max(numbers, default=0) < 1 << 16 else "I", numbers)


def _rest(postings: Postings) -> str:
    distances = [here - (before & ~_WEIGHT) for before, here in pairwise(postings)]
    return ",%d" * len(distances) % tuple(distances)  # twice as fast as one by one


@dataclass(slots=True)
class _Row:
    """A row that others are put behind."""

    last: int
    """Its last place, times 4."""
    texts: list[str]
    """What is written of it."""


@dataclass(slots=True)
class Growing:
    """Rows that others are put behind."""

    held: dict[str, _Row] = field(default_factory=dict)
    """By what stands there."""

    def add(self, rows: Rows, places: int) -> None:
        """Put rows behind those at hand.

        Args:
            rows: Rows that count their places from 0.
            places: How many places there are before those.
        """
        held, shift = self.held, 4 * places
        for key, first, last, rest in rows:
            row = held.get(key)
            if row is None:
                held[key] = _Row(shift + last, [f"{shift + first}{rest}"])
            else:
                row.texts.append(f",{shift + first - row.last}{rest}")
                row.last = shift + last

    def written(self) -> dict[str, str]:
        """Return what is written of each thing."""
        return {key: "".join(row.texts) for key, row in self.held.items()}


def count(written: str) -> int:
    """Return how many places are written."""
    return written.count(",") + 1 if written else 0
