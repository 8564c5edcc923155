"""Phrases of time that count from the day the article appeared."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from build_tools.model.dates import Dated
from build_tools.suggesting import numerals
from build_tools.suggesting.languages.words import Words

_VAGUE = {"day": 7, "week": 5, "month": 3, "year": 3, "decade": 2}
"""How many units "recent weeks" reaches back; no standard says, and the date is marked `~`."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A phrase of time, understood."""

    edtf: str | None
    """The date; nothing where it needs the article's and that is not known."""
    counted: bool = False
    """Whether the article's date was needed."""


def near_day(match: re.Match[str], words: Words, published: Dated | None) -> Resolved:
    """Return yesterday."""
    if published is None:
        return Resolved(None, counted=True)
    days = datetime.timedelta(days=words.near_days[match["name"].lower()])
    return Resolved(_like(published, published.start + days), counted=True)


def near_unit(match: re.Match[str], words: Words, published: Dated | None) -> Resolved:
    """Return last week, which begins on a Monday."""
    if published is None:
        return Resolved(None, counted=True)
    unit, steps = words.units[match["unit"]], words.which[match["which"].lower()]
    return Resolved(_whole(unit, published.start, steps), counted=True)


def weekday(match: re.Match[str], words: Words, published: Dated | None) -> Resolved:
    """Return the last such day before the article, or the next after it."""
    if published is None:
        return Resolved(None, counted=True)
    wanted, today = words.weekdays[match["weekday"]], published.start
    which = words.which.get((match["which"] or "").lower(), -1)
    if which > 0:
        day = today + datetime.timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
    else:  # an article that names its own weekday means a week ago; one that appeared today says so
        day = today - datetime.timedelta(days=(today.weekday() - wanted - 1) % 7 + 1)
    return Resolved(_like(published, day), counted=True)


def ago(match: re.Match[str], words: Words, published: Dated | None) -> Resolved | None:
    """Return six years ago, as exact as years are."""
    count = _count(match, words)
    if count is None:
        return None
    if published is None:
        return Resolved(None, counted=True)
    unit = words.units[match["unit"]]
    about = "" if unit == "day" and not published.approximate else "~"
    return Resolved(_back(published.start, unit, count) + about, counted=True)


def past(match: re.Match[str], words: Words, published: Dated | None) -> Resolved | None:
    """Return a stretch up to the article: the past two years, recent months."""
    unit = words.units[match["unit"]]
    count = _count(match, words) if match["count"] else None
    if published is None:
        return Resolved(None, counted=True)
    singular = match["unit"] == unit and not match["count"]
    count = count or (1 if singular else _VAGUE[unit])
    start = _back(published.start, unit, count)
    return Resolved(f"{start}~/{published.edtf}", counted=True)


def lasting(match: re.Match[str], words: Words, published: Dated | None) -> Resolved | None:
    """Return a stretch that goes on: for five years."""
    count = _count(match, words)
    if count is None:
        return None
    if published is None:
        return Resolved(None, counted=True)
    return Resolved(
        _back(published.start, words.units[match["unit"]], count) + "~/..", counted=True
    )


def recent(_: re.Match[str], __: Words, published: Dated | None) -> Resolved:
    """Return about the article's year."""
    return Resolved(f"{published.start.year}~" if published else None, counted=True)


def _count(match: re.Match[str], words: Words) -> int | None:
    """Return how many units a phrase names; nothing for "several", a wild guess is no date."""
    written = match["count"].lower()
    if written in words.articles:
        return 1
    found = numerals.value(written, words)
    return int(found) if found is not None and found == int(found) else None


def _back(day: datetime.date, unit: str, count: int) -> str:
    """Return the date some units before a day, as exact as the unit is."""
    if unit == "day":
        return (day - datetime.timedelta(days=count)).isoformat()
    if unit == "week":
        return (day - datetime.timedelta(weeks=count)).isoformat()
    if unit == "month":
        months = day.year * 12 + day.month - 1 - count
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return f"{day.year - count * (10 if unit == 'decade' else 1):04}"


def _whole(unit: str, day: datetime.date, steps: int) -> str:
    """Return the calendar week, month or year some steps from a day's own."""
    if unit == "week":
        monday = day - datetime.timedelta(days=day.weekday()) + datetime.timedelta(weeks=steps)
        return f"{monday.isoformat()}/{(monday + datetime.timedelta(days=6)).isoformat()}"
    if unit == "month":
        return _back(day, "month", -steps)
    if unit == "decade":
        return f"{day.year // 10 + steps}X"
    return f"{day.year + steps:04}"


def _like(published: Dated, day: datetime.date) -> str:
    """Return a day that is as sure as the article's own date."""
    return day.isoformat() + ("~" if published.approximate else "")
