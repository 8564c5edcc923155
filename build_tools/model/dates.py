"""Dates that say how sure they are: EDTF levels 0 and 1 and the useful parts of level 2.

Extended Date/Time Format, Library of Congress (ISO 8601-2:2019): intervals, open ends, uncertain
`?`, approximate `~`, both `%`, unspecified digits `2022-12-XX`, seasons `2022-21`, sets.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

FIRST, LAST = datetime.date(1, 1, 1), datetime.date(9999, 12, 31)
"""Ends of time where an interval is open."""

APPROXIMATE_DAYS = {"day": 3, "month": 31, "year": 366}
"""How far "about" reaches on either side, by how exact the date is; the standard leaves it open."""

_NO_DATE = "is no EDTF date such as 2024-05-19, 2022-11, 2022-12-XX, 2023-03-27~ or 2021/2022"
_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[?~%]?", re.ASCII)
_SEASON = re.compile(r"(\d{4})-(2[1-4])[?~%]?", re.ASCII)
_PART = r"[?~%]?(?:\d{4}|\d{3}X|\d\dXX|\dXXX)[?~%]?(?:-[?~%]?(?:\d\d|XX)[?~%]?){0,2}"
_KNOWN = re.compile(rf"{_PART}|[\[{{]{_PART}(?:(?:,|\.\.){_PART})*[\]}}]", re.ASCII)
"""What is passed to the parser: dates and closed sets. Other forms are no use to a reader here."""
_BY_OR_FROM = re.compile(rf"\[(?:\.\.(?P<by>{_PART})|(?P<from>{_PART})\.\.)\]", re.ASCII)
"""One day up to a date, or from it on: level 2, which the parser reads but cannot bound."""
_WITH_TIME = re.compile(r"T\d\d")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""First and last month of each season in the northern hemisphere; 13 and 14 are next year's."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as EDTF and the days it may mean."""

    edtf: str
    """As it was written."""
    start: datetime.date
    """First day it may mean; `FIRST` where its beginning is open or unknown."""
    end: datetime.date
    """Last day it may mean; `LAST` where its end is open or unknown."""
    uncertain: bool
    """Whether it is questioned: `?` or `%`."""
    approximate: bool
    """Whether it is only about then: `~` or `%`."""
    interval: bool
    """Whether it is a stretch of time and not one day that is known more or less exactly."""

    @property
    def open_start(self) -> bool:
        """Whether its beginning is open or unknown."""
        return self.start == FIRST

    @property
    def open_end(self) -> bool:
        """Whether its end is open or unknown."""
        return self.end == LAST

    def agrees(self, other: Dated) -> bool:
        """Tell whether both may mean the same day, "about" taken at its width."""
        a, b = self._wide(), other._wide()
        return a[0] <= b[1] and b[0] <= a[1]

    def _wide(self) -> tuple[datetime.date, datetime.date]:
        if not (self.approximate or self.uncertain):
            return self.start, self.end
        days = (self.end - self.start).days
        unit = "day" if days < 1 else "month" if days < 31 else "year"
        margin = datetime.timedelta(days=APPROXIMATE_DAYS[unit])
        start = self.start - margin if self.start - FIRST > margin else FIRST
        end = self.end + margin if LAST - self.end > margin else LAST
        return start, end


@lru_cache(maxsize=65536)
def parse(text: str) -> Dated:
    """Return a date.

    Raises:
        ValueError: If the text is no EDTF date, is not in the calendar, or ends before it starts.
    """
    if _WITH_TIME.search(text):
        msg = "has a time of day; give the day alone, such as 2024-05-19"
        raise ValueError(msg)
    before, slash, after = text.partition("/")
    if not slash:
        start, end = _bounds(text)
    elif "/" in after:
        raise ValueError(_NO_DATE)
    else:
        start = _bounds(before)[0] if before not in {"", ".."} else FIRST
        end = _bounds(after)[1] if after not in {"", ".."} else LAST
    if end < start:
        msg = "ends before it starts"
        raise ValueError(msg)
    return Dated(
        edtf=text,
        start=start,
        end=end,
        uncertain="?" in text or "%" in text,
        approximate="~" in text or "%" in text,
        interval=bool(slash),
    )


def _bounds(text: str) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day one end of an interval, or a single date, may mean."""
    if season := _SEASON.fullmatch(text):
        return _season(int(season[1]), int(season[2]))
    if half := _BY_OR_FROM.fullmatch(text):
        by, since = half["by"], half["from"]
        return (FIRST, _bounds(by)[1]) if by else (_bounds(since)[0], LAST)
    if plain := _PLAIN.fullmatch(text):  # most dates are, and the parser takes its time
        return _plain(*plain.groups())
    return _by_grammar(text)


def _by_grammar(text: str) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day of a date of a rarer form, which only the parser can read."""
    if not _KNOWN.fullmatch(text):
        raise ValueError(_NO_DATE)
    import edtf  # here, since it takes longer to load than most folders to read
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = edtf.parse_edtf(text)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        return datetime.date(*low[:3]), datetime.date(*high[:3])
    except (EDTFParseException, ValueError, TypeError, AttributeError):
        raise ValueError(_NO_DATE) from None


def _plain(year: str, month: str | None, day: str | None) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day of a year, a month or a day, as the parser would."""
    try:
        first = datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        if day is None:
            raise ValueError(_NO_DATE) from None
        msg = f"is no day of the calendar: {error}"
        raise ValueError(msg) from None
    if day:
        return first, first
    if month:
        return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first, first.replace(month=12, day=31)


def _season(year: int, number: int) -> tuple[datetime.date, datetime.date]:
    first, last = _SEASONS[number]
    late, month = year + (last > 12), (last - 1) % 12 + 1
    day = calendar.monthrange(late, month)[1]
    return datetime.date(year, first, 1), datetime.date(late, month, day)
