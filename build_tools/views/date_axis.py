"""A plain time axis for rival dates: time runs evenly on it, so that distances can be compared."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.dates import Dated
from build_tools.views.drawing import anchor, inexact
from build_tools.views.question import TrackView

STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 36000)
"""Months between two marks of the axis; the first that needs few marks is taken."""
MOST_TICKS = 6
"""Marks of the axis whose dates have room beside each other on a phone."""
DAYS = (1, 8, 15, 22)
"""Days that are marked where all dates lie in one month."""
_LAST = datetime.date.max.year * 12 + 11


@dataclass(frozen=True, slots=True)
class Axis:
    """The axis."""

    first: datetime.date
    """Where it begins."""
    last: datetime.date
    """Where it ends."""
    step: int
    """Months between its marks."""

    def at(self, day: datetime.date, hours: int = 0) -> float:
        """Return where an hour of a day lies, in per cent; what is beyond lies at the ends."""
        days = (day - self.first).days + hours / 24
        share = days / ((self.last - self.first).days or 1)
        return round(min(max(share, 0), 1) * 100, 2)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Return the marks of the axis with their dates."""
        months = range(_month(self.first), _month(self.last) + 1, self.step)
        if len(months) <= 2 and self.step == 1:
            days = [self.first.replace(day=day) for day in DAYS]
            marks = [(self.at(one), f"{one.day} {_label(one, 1)}") for one in days]
        else:
            marks = [(self.at(_day(one)), _label(_day(one), self.step)) for one in months]
        kept: dict[float, str] = {}
        for place, label in marks:
            kept.setdefault(place, label)  # at the end of time, all marks fall together
        return tuple(kept.items())

    def track(self, date: Dated) -> TrackView | None:
        """Return a date on the axis; nothing where neither its beginning nor its end is known."""
        if date.open_start and date.open_end:
            return None
        before, after = inexact(date)
        return TrackView(
            # A stretch is marked where it begins, a day at noon.
            at=self.at(anchor(date), 0 if date.interval else 12),
            x1=0 if date.open_start else self.at(date.start),
            x2=100 if date.open_end else self.at(date.end, 24),
            lasting=date.interval,
            before=before and not date.open_start,
            after=after and not date.open_end,
            from_ever=date.open_start,
            to_ever=date.open_end,
        )


def make_axis(dates: Iterable[Dated]) -> Axis | None:
    """Return an axis on which all the dates lie; nothing where none has a beginning or an end."""
    known = [
        _month(day)
        for one in dates
        for day, unknown in ((one.start, one.open_start), (one.end, one.open_end))
        if not unknown
    ]
    if not known:
        return None
    low, high = min(known), max(known) + 1
    step = next((one for one in STEPS if _marks(low, high, one) <= MOST_TICKS), STEPS[-1])
    return Axis(_day(low // step * step), _day(-(-high // step) * step), step)


def _marks(low: int, high: int, step: int) -> int:
    return -(-high // step) - low // step + 1


def _month(day: datetime.date) -> int:
    """Return the number of a month, counted from the year 0; the end of time is one more."""
    return day.year * 12 + day.month - 1 + (day == datetime.date.max)


def _day(month: int) -> datetime.date:
    """Return the first day of a month, or an end of time beyond which it lies."""
    if month < 12:
        return datetime.date.min
    return datetime.date(month // 12, month % 12 + 1, 1) if month <= _LAST else datetime.date.max


def _label(day: datetime.date, step: int) -> str:
    return str(day.year) if step % 12 == 0 else f"{calendar.month_abbr[day.month]} {day.year}"
