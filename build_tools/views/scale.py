"""A time axis that gives room where something happens.

A year is as wide as it holds much; years that hold little share a band, and stretches of which
nothing is told are left out, with a break that says so. Within a band, time runs evenly.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

BREAK = 18.0
"""Width of a break."""
NARROW = 0.5
"""Share of the width that labels of bands and breaks may take; beyond it bands are joined."""
DAMPING = 0.8
"""How fast a band grows with what it holds: 1 would starve the others."""
SPAN_COST = 0.15
"""How much a year of length weighs against joining two bands; an event weighs 1."""
LETTER = 6.4
"""Width of a digit in a band's label."""
TICKS_FROM, QUARTERS_FROM, MONTHS_FROM = 60.0, 150.0, 400.0
"""Widths of a year from which quarters are marked, quarters are named, months are named."""


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of whole years drawn without a break."""

    first: int
    """First year."""
    last: int
    """Last year."""
    weight: float
    """How much it holds."""
    x: float = 0
    """Left edge."""
    width: float = 0
    """Width."""

    @property
    def label(self) -> str:
        """Its years in a few characters: "2001", "1996–98", "1998–2001"."""
        return years_in_words(self.first, self.last)

    @property
    def least(self) -> float:
        """Width that its label needs."""
        return len(self.label) * LETTER + 10

    def at(self, day: datetime.date) -> float:
        """Return where a day of it lies."""
        start = datetime.date(self.first, 1, 1)
        days = (datetime.date(self.last, 12, 31) - start).days + 1
        return self.x + self.width * ((day - start).days + 0.5) / days

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Return where months begin, with names where there is room for them."""
        if self.first != self.last or self.width < TICKS_FROM:
            return ()
        step = 1 if self.width >= MONTHS_FROM else 3
        named = self.width >= QUARTERS_FROM
        return tuple(
            (
                round(self.at(datetime.date(self.first, month, 1)), 1),
                calendar.month_abbr[month] if named else "",
            )
            for month in range(1 + step, 13, step)
        )


@dataclass(frozen=True, slots=True)
class Scale:
    """The axis."""

    bands: tuple[Band, ...]
    """From left to right; never empty."""

    def at(self, day: datetime.date) -> float:
        """Return where a day lies; days beyond the axis lie at its ends, others in its breaks."""
        before = None
        for band in self.bands:
            if day.year < band.first:
                return band.x if before is None else (before.x + before.width + band.x) / 2
            if day.year <= band.last:
                return band.at(day)
            before = band
        last = self.bands[-1]
        return last.x + last.width

    def breaks(self) -> tuple[tuple[float, str], ...]:
        """Return the middle of each break and the years it leaves out."""
        return tuple(
            ((a.x + a.width + b.x) / 2, years_in_words(a.last + 1, b.first - 1))
            for a, b in pairwise(self.bands)
            if b.first > a.last + 1
        )


def years_in_words(first: int, last: int) -> str:
    """Return "2001", "1996–98" or "1998–2001"."""
    if first == last:
        return str(first)
    short = first // 100 == last // 100
    return f"{first}–{last % 100:02}" if short else f"{first}–{last}"


def make_scale(held: Iterable[tuple[int, float]], left: float, right: float) -> Scale:
    """Return an axis.

    Args:
        held: Years, each as often as something falls in it, with its weight; at least one.
        left: Where the axis begins.
        right: Where it ends.
    """
    weights: dict[int, float] = {}
    for year, weight in held:
        weights[year] = weights.get(year, 0) + weight
    bands = [Band(year, year, weights[year]) for year in sorted(weights)]
    while len(bands) > 1 and _needed(bands) > NARROW * (right - left):
        at = min(range(len(bands) - 1), key=lambda n: (_cost(bands[n], bands[n + 1]), n))
        a, b = bands[at : at + 2]
        bands[at : at + 2] = [Band(a.first, b.last, a.weight + b.weight)]
    shares = [band.weight**DAMPING for band in bands]
    spare = (right - left - _needed(bands)) / (sum(shares) or 1)
    placed: list[Band] = []
    x = left
    for band, share in zip(bands, shares, strict=True):
        if placed and band.first > placed[-1].last + 1:
            x += BREAK
        width = band.least + spare * share
        placed.append(Band(band.first, band.last, band.weight, x, width))
        x += width
    return Scale(tuple(placed))


def _needed(bands: list[Band]) -> float:
    """Return the width that labels and breaks take."""
    gaps = sum(b.first > a.last + 1 for a, b in pairwise(bands))
    return sum(band.least for band in bands) + gaps * BREAK


def _cost(a: Band, b: Band) -> float:
    return a.weight + b.weight + SPAN_COST * (b.last - a.first)
