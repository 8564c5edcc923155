"""Dates as people write them, into EDTF level 0.

To add a language: put its month names into `_MONTHS` and add cases in
`tests/cases/importing/dates.yaml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier enero januar gennaio janeiro",
            "february feb février febrero februar febbraio fevereiro",
            "march mar mars marzo märz março",
            "april apr avril abril aprile",
            "may mai mayo maggio maio",
            "june jun juin junio juni giugno junho",
            "july jul juillet julio juli luglio julho",
            "august aug août agosto",
            "september sept sep septembre septiembre settembre setembro",
            "october oct octobre octubre oktober ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec décembre diciembre dezember dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH = rf"(?P<month>{_NAMES})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)"

_SHAPES = tuple(
    re.compile(rf"(?<![\w/.-])(?:{shape})(?![\w/-])", re.IGNORECASE)
    for shape in (
        rf"{_YEAR}(?P<mark>[-/.])(?P<number>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?:T[\d:.]+(?:Z|"
        rf"[+-]\d\d:?\d\d)?)?",
        rf"{_MONTH}\s+{_DAY}(?:\s*,\s*|\s+){_YEAR}",
        rf"{_DAY}[\s-]+(?:of\s+|de\s+)?{_MONTH}(?:\s*,\s*|\s+(?:de\s+)?|-){_YEAR}",
        rf"(?P<one>\d{{1,2}})(?P<mark>[-/.])(?P<two>\d{{1,2}})(?P=mark){_YEAR}",
        rf"{_MONTH}\s*,?\s+{_YEAR}",
        rf"{_YEAR}-(?P<number>\d\d)",
        rf"{_MONTH}\s+{_DAY}",
        rf"{_DAY}\s+(?:of\s+)?{_MONTH}",
    )
)
_YEAR_ALONE = re.compile(rf"{_YEAR}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date standing in a line."""

    edtf: str | None
    """The date, or nothing where it has no year or its day and month could be exchanged."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset just after its last character."""


def find(text: str) -> FoundDate | None:
    """Return the first date in `text`, however it is written, or nothing."""
    hits = [
        (hit.start(), order, hit)
        for order, shape in enumerate(_SHAPES)
        if (hit := shape.search(text))
    ]
    if not hits:
        return None
    hit = min(hits, key=lambda entry: entry[:2])[2]
    return FoundDate(edtf=_edtf(hit.groupdict()), start=hit.start(), end=hit.end())


def edtf(text: str) -> str | None:
    """Return the first date in `text` in EDTF level 0, or nothing where it is not certain."""
    if _YEAR_ALONE.fullmatch(text.strip()):
        return text.strip()
    found = find(text)
    return found.edtf if found else None


def _edtf(parts: dict[str, str | None]) -> str | None:
    year = parts.get("year")
    if year is None:
        return None
    day, month = parts.get("day"), _month(parts)
    one, two = parts.get("one"), parts.get("two")
    if one and two:
        return _unambiguous(int(year), int(one), int(two))
    if day is None:
        return f"{year}-{month:02}" if 1 <= month <= 12 else None
    return _whole(int(year), month, int(day))


def _month(parts: dict[str, str | None]) -> int:
    name, number = parts.get("month"), parts.get("number")
    if name:
        return _MONTHS[name.lower()]
    return int(number) if number else 0


def _unambiguous(year: int, one: int, two: int) -> str | None:
    """Return the date where only one order of day and month is possible."""
    readings = {_whole(year, two, one), _whole(year, one, two)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _whole(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
