"""What a phrase of time means, counted from the day the article appeared."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Callable

from build_tools.model import dates
from build_tools.model.dates import Dated
from build_tools.suggesting import counting_back, numerals
from build_tools.suggesting.counting_back import Resolved
from build_tools.suggesting.languages.words import TimeKind, Words

FAR_AHEAD = 30
"""Years after the article up to which four digits are a year and not a number."""
SELF_CONTAINED = frozenset(
    {TimeKind.ISO, TimeKind.YEAR, TimeKind.YEARS, TimeKind.DECADE, TimeKind.CENTURY, TimeKind.NAMED}
)
"""Phrases that never need the article's date."""


_Reader = Callable[[re.Match[str], Words, Dated | None], Resolved | None]


def resolve(
    kind: TimeKind, match: re.Match[str], words: Words, published: Dated | None
) -> Resolved | None:
    """Return the date a phrase means; nothing where it is no date after all.

    Args:
        kind: How the phrase is to be understood.
        match: The phrase.
        words: Its language.
        published: When the article appeared, where that is known to the day.
    """
    try:
        found = _READERS[kind](match, words, published)
        if found and found.edtf:
            dates.parse(found.edtf)
    except (ValueError, OverflowError):
        return None
    return found


def _iso(match: re.Match[str], _: Words, __: Dated | None) -> Resolved:
    return Resolved("-".join(one for one in match.group("year", "number", "day") if one))


def _day(match: re.Match[str], words: Words, published: Dated | None) -> Resolved | None:
    month, day = words.months[match["month"]], int(match["day"])
    last = int(match["last"]) if "last" in match.groupdict() else day
    year = int(match["year"]) if match["year"] else _year_before(published, month, day)
    if last < day:
        return None
    if year is None:
        return Resolved(None, counted=True)
    first = datetime.date(year, month, day)
    edtf = first.isoformat()
    if last > day:
        edtf += f"/{first.replace(day=last).isoformat()}"
    return Resolved(edtf, counted=not match["year"])


def _month(match: re.Match[str], words: Words, published: Dated | None) -> Resolved:
    month, parts = words.months[match["month"]], match.groupdict()
    if parts.get("year"):
        return Resolved(f"{parts['year']}-{month:02}")
    if published is None:
        return Resolved(None, counted=True)
    year = _year_before(published, month, 1) or published.start.year
    which = words.which.get((parts.get("which") or "").lower())
    if which is not None and match["month"] == match[0].split()[-1]:  # "last March", "next March"
        year += which > 0
    elif which is not None:  # "March last year"
        year = published.start.year + which
    return Resolved(f"{year}-{month:02}", counted=True)


def _years(match: re.Match[str], _: Words, __: Dated | None) -> Resolved | None:
    first, last = match["year"], match["last"]
    last = last if len(last) == 4 else first[:2] + last
    return Resolved(f"{first}/{last}") if first < last else None


def _year(match: re.Match[str], _: Words, published: Dated | None) -> Resolved | None:
    latest = published.start.year + FAR_AHEAD if published else 2100
    return Resolved(match["year"]) if int(match["year"]) <= latest else None


def _decade(match: re.Match[str], _: Words, __: Dated | None) -> Resolved:
    return Resolved(f"{match['year'][:3]}X")


def _century(match: re.Match[str], _: Words, __: Dated | None) -> Resolved:
    return Resolved(f"{int(match['number']) - 1}XX")


def _part(match: re.Match[str], words: Words, published: Dated | None) -> Resolved | None:
    parts = match.groupdict()
    part = words.parts[parts["part"].lower()]
    month = words.months[parts["month"]] if parts.get("month") else None
    year = int(parts["year"]) if parts.get("year") else None
    counted = year is None
    if year is None and month:
        year = _year_before(published, month, 1)
    if year is None:
        return Resolved(None, counted=True)
    if month:
        edtf = _part_of_month(part, year, month)
    elif parts.get("count"):
        count = numerals.value(parts["count"], words)
        edtf = f"{year}-01/{year}-{int(count):02}" if count and 1 <= count <= 12 else None
    else:
        edtf = _part_of_year(part, year)
    return Resolved(edtf, counted=counted) if edtf else None


def _part_of_year(part: str, year: int) -> str | None:
    if part.startswith("quarter"):
        last = int(part[-1]) * 3
        return f"{year}-{last - 2:02}/{year}-{last:02}"
    shapes = {
        "early": f"{year}-01~/{year}-04~",
        "start": f"{year}-01",
        "middle": f"{year}-06~",
        "late": f"{year}-10~/{year}-12",
        "end": f"{year}-12",
        "half1": f"{year}-01/{year}-06",
        "half2": f"{year}-07/{year}-12",
    }
    return shapes.get(part)


def _part_of_month(part: str, year: int, month: int) -> str | None:
    ends = {
        "early": (1, 10),
        "start": (1, 5),
        "middle": (11, 20),
        "late": (21, 31),
        "end": (25, 31),
        "half1": (1, 15),
        "half2": (16, 31),
    }
    if part not in ends:
        return None
    first, last = ends[part]
    last = min(last, monthrange(year, month)[1])
    return f"{year}-{month:02}-{first:02}~/{year}-{month:02}-{last:02}~"


def _season(match: re.Match[str], words: Words, published: Dated | None) -> Resolved | None:
    parts, number = match.groupdict(), words.seasons[match["season"]]
    if parts.get("year"):
        return Resolved(f"{parts['year']}-{number}")
    if published is None:
        return Resolved(None, counted=True)
    which = words.which.get((parts.get("which") or "").lower(), 0)
    year = published.start.year
    begun = dates.parse(f"{year}-{number}").start <= published.start
    year -= not begun and which <= 0
    year -= begun and which < 0 and dates.parse(f"{year}-{number}").end >= published.start
    year += which > 0 and begun
    return Resolved(f"{year}-{number}", counted=True)


def _named(match: re.Match[str], words: Words, _: Dated | None) -> Resolved:
    return Resolved(words.named_days[match["name"]])


def _year_before(published: Dated | None, month: int, day: int) -> int | None:
    """Return the year of the last such day up to the article's: op-eds look back."""
    if published is None:
        return None
    today = published.start
    return today.year - ((month, day) > (today.month, today.day))


_READERS: dict[TimeKind, _Reader] = {
    TimeKind.ISO: _iso,
    TimeKind.DAYS: _day,
    TimeKind.DAY: _day,
    TimeKind.MONTH: _month,
    TimeKind.YEARS: _years,
    TimeKind.YEAR: _year,
    TimeKind.DECADE: _decade,
    TimeKind.CENTURY: _century,
    TimeKind.PART: _part,
    TimeKind.SEASON: _season,
    TimeKind.NAMED: _named,
    TimeKind.NEAR_DAY: counting_back.near_day,
    TimeKind.NEAR_UNIT: counting_back.near_unit,
    TimeKind.WEEKDAY: counting_back.weekday,
    TimeKind.AGO: counting_back.ago,
    TimeKind.PAST: counting_back.past,
    TimeKind.LASTING: counting_back.lasting,
    TimeKind.RECENT: counting_back.recent,
}
