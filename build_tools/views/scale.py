"""A time axis that gives room where something happens.

A year is as wide as it holds much, and so is each of its months; years that hold little share a
band in which time runs evenly; stretches of which nothing is told are left out, with a break that
says so.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

BREAK = 18.0
"""Width of a break."""
NARROW = 0.36
"""Share of the width that labels of bands and breaks may take; beyond it bands are joined."""
GROWTH = 1.0
"""How fast a band grows with what it holds: 1 leaves others little beyond their labels."""
SPAN_COST = 0.15
"""How much a year of length weighs against joining two bands; an event weighs 1."""
LETTER = 6.4
"""Width of a digit in a band's label."""
EVEN = 0.15
"""Share of a year's width that its months divide evenly; the rest goes by what they hold."""
TICKS_FROM, NAMES_FROM = 60.0, 24.0
"""Width of a year from which its quarters are marked, and of a month from which it is named."""


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of whole years drawn without a break."""

    first: int
    """First year."""
    last: int
    """Last year."""
    weights: tuple[float, ...]
    """How much each of its months holds, those of several years added up."""
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

    @property
    def weight(self) -> float:
        """How much it holds."""
        return sum(self.weights)

    def at(self, day: datetime.date) -> float:
        """Return where a day of it lies."""
        if self.first == self.last:
            edges = self.months()
            left, right = edges[day.month - 1 : day.month + 1]
            share = (day.day - 0.5) / calendar.monthrange(day.year, day.month)[1]
            return left + (right - left) * share
        start = datetime.date(self.first, 1, 1)
        days = (datetime.date(self.last, 12, 31) - start).days + 1
        return self.x + self.width * ((day - start).days + 0.5) / days

    def months(self) -> list[float]:
        """Return where the months of a single year begin, and where the last one ends."""
        even, rest = EVEN / 12, (1 - EVEN) / (self.weight or 1)
        shares = [even + rest * weight for weight in self.weights]
        return [self.x, *(self.x + self.width * part / sum(shares) for part in accumulate(shares))]

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Return where months or quarters begin, with names where there is room for them."""
        if self.first != self.last or self.width < TICKS_FROM:
            return ()
        edges = self.months()
        wide = [b - a >= NAMES_FROM for a, b in pairwise(edges)]
        return tuple(
            (round(edges[n], 1), calendar.month_abbr[n + 1] if wide[n] else "")
            for n in range(12)
            if wide[n] or n in {3, 6, 9}
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


def make_scale(held: Iterable[tuple[datetime.date, float]], left: float, right: float) -> Scale:
    """Return an axis.

    Args:
        held: Days on which something falls, with its weight; at least one.
        left: Where the axis begins.
        right: Where it ends.
    """
    years: dict[int, list[float]] = {}
    for day, weight in held:
        years.setdefault(day.year, [0.0] * 12)[day.month - 1] += weight
    bands = [Band(year, year, tuple(weights)) for year, weights in sorted(years.items())]
    while len(bands) > 1 and _needed(bands) > NARROW * (right - left):
        at = min(range(len(bands) - 1), key=lambda n: (_cost(bands[n], bands[n + 1]), n))
        a, b = bands[at : at + 2]
        bands[at : at + 2] = [_joined(a, b)]
    shares = [band.weight**GROWTH for band in bands]
    spare = (right - left - _needed(bands)) / (sum(shares) or 1)
    placed: list[Band] = []
    x = left
    for band, share in zip(bands, shares, strict=True):
        if placed and band.first > placed[-1].last + 1:
            x += BREAK
        width = band.least + spare * share
        placed.append(replace(band, x=x, width=width))
        x += width
    return Scale(tuple(placed))


def _needed(bands: list[Band]) -> float:
    """Return the width that labels and breaks take."""
    gaps = sum(b.first > a.last + 1 for a, b in pairwise(bands))
    return sum(band.least for band in bands) + gaps * BREAK


def _joined(a: Band, b: Band) -> Band:
    weights = tuple(x + y for x, y in zip(a.weights, b.weights, strict=True))
    return Band(a.first, b.last, weights)


def _cost(a: Band, b: Band) -> float:
    return a.weight + b.weight + SPAN_COST * (b.last - a.first)
