"""The axes of plots: time in even steps, values from zero."""

from __future__ import annotations

import calendar
import datetime
import math
from dataclasses import dataclass
from decimal import Decimal

from build_tools.views.lettering import text_width
from build_tools.views.numbers import plain
from build_tools.views.plot import TickView

SIZE = 12.0
"""Size of letters."""
LOG_RATIO = 100
"""From this ratio of the largest to the smallest value on, the smallest would seem to be nothing:
the scale is logarithmic, and the plot says so."""
INTERVALS = 4
"""Intervals of a linear scale, at most."""
DECADES = 5
"""Lines of a logarithmic scale, at most about."""
LONG_YEARS, MOST_YEARS, MOST_MONTHS = 3, 8, 6
"""From how many years on time is marked by years, and how many years or months are marked."""
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_MONTH_STEPS = (1, 2, 3, 6, 12)
_THOUSANDS = ((Decimal(10) ** 12, " tn"), (Decimal(10) ** 9, " bn"), (Decimal(10) ** 6, " m"))


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAxis:
    """Time from left to right."""

    first: datetime.date
    """First day."""
    last: datetime.date
    """Last day; it belongs to it."""
    left: float
    """Where it begins."""
    right: float
    """Where it ends."""
    ticks: tuple[TickView, ...]
    """Years or months."""

    def starts(self, day: datetime.date) -> float:
        """Return where a day begins."""
        return self._at((day - self.first).days)

    def ends(self, day: datetime.date) -> float:
        """Return where a day ends."""
        return self._at((day - self.first).days + 1)

    def _at(self, days: int) -> float:
        share = days / ((self.last - self.first).days + 1)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))


def time_axis(first: datetime.date, last: datetime.date, left: float, right: float) -> TimeAxis:
    """Return an axis that holds both days, drawn out to whole years or months."""
    by_years = last.year - first.year >= LONG_YEARS
    first = first.replace(day=1, month=1 if by_years else first.month)
    month = 12 if by_years else last.month
    last = last.replace(day=calendar.monthrange(last.year, month)[1], month=month)
    bare = TimeAxis(first=first, last=last, left=left, right=right, ticks=())
    days = _years(first, last) if by_years else _months(first, last)
    return TimeAxis(
        first=first, last=last, left=left, right=right, ticks=_named(bare, days, by_years=by_years)
    )


def _years(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    count = last.year - first.year + 1
    step = next(one for one in _YEAR_STEPS if count <= one * MOST_YEARS)
    years = range(first.year, last.year + 1)
    return [datetime.date(year, 1, 1) for year in years if year % step == 0 or count <= MOST_YEARS]


def _months(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next(one for one in _MONTH_STEPS if count <= one * MOST_MONTHS)
    months = (first.year * 12 + first.month - 1 + at for at in range(count))
    return [
        datetime.date(month // 12, month % 12 + 1, 1) for month in months if month % 12 % step == 0
    ]


def _named(axis: TimeAxis, days: list[datetime.date], *, by_years: bool) -> tuple[TickView, ...]:
    """Return ticks with the names that do not run into each other."""
    ticks: list[TickView] = []
    free, year = axis.left, 0
    for day in days:
        at = axis.starts(day)
        name = f"{calendar.month_abbr[day.month]}" + (f" {day.year}" if day.year != year else "")
        label = str(day.year) if by_years else name
        end = at + 3 + text_width(label, SIZE)
        if at < free or end > axis.right + 4:
            label = ""
        else:
            free, year = end + 4, day.year
        ticks.append(TickView(at=round(at, 1), label=label))
    return tuple(ticks)


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueAxis:
    """Values from the bottom up."""

    low: float
    """Least value: zero, unless some are below it or the scale is logarithmic."""
    high: float
    """Largest value."""
    top: float
    """Where the largest lies."""
    bottom: float
    """Where the least lies."""
    log: bool
    """Whether it is logarithmic."""
    steps: tuple[float, ...]
    """Values that are marked."""

    def at(self, value: float) -> float:
        """Return how high a value lies; what is beyond an end lies there."""
        low, high = (
            (math.log10(self.low), math.log10(self.high)) if self.log else (self.low, self.high)
        )
        if self.log:
            value = math.log10(value) if value > 0 else low
        share = (value - low) / (high - low)
        return self.bottom - (self.bottom - self.top) * min(1.0, max(0.0, share))

    def ticks(self) -> tuple[TickView, ...]:
        """Return the lines of the axis with their numbers."""
        return tuple(
            TickView(at=round(self.at(one), 1), label=short_number(one)) for one in self.steps
        )


def value_axis(values: list[float], top: float, bottom: float) -> ValueAxis:
    """Return an axis for some values, at least one."""
    low, high = min(values), max(values)
    if low > 0 and high / low >= LOG_RATIO:
        return _log_axis(low, high, top, bottom)
    low, high = min(0.0, low), max(0.0, high)
    if high == low:
        high = 1.0
    step = _step(high - low, whole=all(one == int(one) for one in values))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    steps = tuple(at * step for at in range(first, last + 1))
    return ValueAxis(low=low, high=high, top=top, bottom=bottom, log=False, steps=steps)


def _log_axis(low: float, high: float, top: float, bottom: float) -> ValueAxis:
    first, last = math.floor(math.log10(low)), math.floor(math.log10(high) + 1e-9)
    every = max(1, -(-(last - first) // DECADES))
    steps = tuple(10.0**at for at in range(first, last + 1, every))
    return ValueAxis(low=10.0**first, high=high, top=top, bottom=bottom, log=True, steps=steps)


def _step(span: float, *, whole: bool) -> float:
    """Return the smallest round step that makes few intervals."""
    power = 10.0 ** math.floor(math.log10(span / INTERVALS))
    step = next(
        one * power for one in (1, 2, 5, 10) if span <= one * power * INTERVALS * (1 + 1e-9)
    )
    return max(step, 1.0) if whole else step


def short_number(value: float) -> str:
    """Return a number for an axis: 1,200; 0.5; 3 bn."""
    number = Decimal(f"{value:.12g}")
    for size, name in _THOUSANDS:
        if abs(number) >= size:
            return plain((number / size).normalize() + 0) + name
    return plain(number)
