"""Reads EDTF dates aloud: "18–20 December 2022", "since 2018", "a day in December 2022".

To add a form: teach `_single` or `_one_of` to read it; add tests in tests/cases/dates/words.yaml.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import cache

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""Seasons whose hemisphere is not said; 25 to 28 are those of the north, 29 to 32 of the south."""

ORDINALS = ("first", "second", "third", "fourth")
"""Parts of a year."""

_DATE = re.compile(r"(\d[\dX]{3})(?:-(\d\d|XX))?(?:-(\d\d|XX))?")
_MARKS = re.compile(r"[?~%]")
_SET = re.compile(r"[\[{](.+)[\]}]")
_OPEN = {"", ".."}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stretch of a date in words."""

    words: str
    """As it is read."""
    iso: str
    """The same for `<time datetime>`; empty where HTML has no form for it."""


@cache
def in_words(edtf: str) -> str:
    """Return a date as it is read; a form we do not know is given back as it stands."""
    return "".join(one.words for one in spoken(edtf))


@cache
def spoken(edtf: str) -> tuple[Spoken, ...]:
    """Return a date in words, cut so that each date within it can be marked up as one."""
    before, slash, after = edtf.partition("/")
    members = _SET.fullmatch(edtf)
    if members:
        return (Spoken(_members(members[1], one_of=edtf[0] == "["), ""),)
    if not slash:
        return (Spoken(_single(edtf), html_date(edtf)),)
    if before in _OPEN or after in _OPEN:
        return _open(before, after)
    return _interval(before, after)


def html_date(edtf: str) -> str:
    """Return what `<time datetime>` may say of a single date: as much of it as is known exactly."""
    match = _DATE.fullmatch(_MARKS.sub("", edtf))
    if not match or "X" in match[1]:
        return ""
    year, month, day = match.groups()
    if not month or "X" in month or int(month) > 12:
        return year
    return f"{year}-{month}" if not day or "X" in day else f"{year}-{month}-{day}"


def _open(before: str, after: str) -> tuple[Spoken, ...]:
    if before in _OPEN and after in _OPEN:
        return (Spoken("date unknown", ""),)
    known = before if after in _OPEN else after
    date = Spoken(_single(known), html_date(known))
    unsaid = {"": ", end unknown" if known == before else ", beginning unknown"}
    first = "since " if after == ".." else "from " if known == before else "until "
    rest = unsaid.get(after if known == before else before, "")
    return tuple(one for one in (Spoken(first, ""), date, Spoken(rest, "")) if one.words)


def _interval(before: str, after: str) -> tuple[Spoken, ...]:
    if before == after:
        return (Spoken(_single(before), html_date(before)),)
    short = _shortened(before, after)
    if short:
        return (short,)
    ends = [Spoken(_single(one), html_date(one)) for one in (before, after)]
    return (ends[0], Spoken(" to ", ""), ends[1])


def _shortened(before: str, after: str) -> Spoken | None:
    """Return "18–20 December 2022" and its like: what both ends share is said once."""
    a, b = before.split("-"), after.split("-")
    if len(a) != len(b) or not all(part.isdigit() for part in (*a, *b)):
        return None
    if any(int(one[1]) > 12 for one in (a, b) if len(one) > 1):
        return None
    shared = 0
    while a[shared] == b[shared]:
        shared += 1
    if len(a) == 1:
        return Spoken(f"{before}–{after}", "")
    if shared == 0:
        return None
    common = "-".join(a[:shared])
    tail = _single(common)
    if len(a) - shared == 1:
        low, high = (_part(one[-1], month=len(a) == 2) for one in (a, b))
        return Spoken(f"{low}–{high} {tail}", common)
    low, high = (_single("-".join(one)).removesuffix(f" {tail}") for one in (a, b))
    return Spoken(f"{low} – {high} {tail}", common)


def _part(digits: str, *, month: bool) -> str:
    return calendar.month_name[int(digits)] if month else str(int(digits))


def _single(edtf: str) -> str:
    """Return a date that is no interval and no set."""
    bare = _MARKS.sub("", edtf)
    match = _DATE.fullmatch(bare)
    if not match:
        return edtf
    year, month, day = match.groups()
    words = _unspecified(year, month, day) if "X" in bare else _specified(year, month, day)
    if not words:
        return edtf
    if "~" in edtf or "%" in edtf:
        words = f"about {words}"
    return f"{words} (uncertain)" if "?" in edtf or "%" in edtf else words


def _specified(year: str, month: str | None, day: str | None) -> str:
    if month is None:
        return year
    number = int(month)
    if 1 <= number <= 12:
        name = f"{calendar.month_name[number]} {year}"
        return f"{int(day)} {name}" if day else name
    return "" if day else _season(year, number)


def _season(year: str, number: int) -> str:
    """Return a part of a year: ISO 8601-2 numbers them from 21 to 41."""
    if 21 <= number <= 32:
        season = SEASONS[21 + (number - 21) % 4]
        # A northern winter begins in December and lasts into the next year.
        late = f"–{(int(year) + 1) % 100:02}" if number in {24, 28} else ""
        south = " (southern hemisphere)" if number >= 29 else ""
        return f"{season} {year}{late}{south}"
    for first, last, name in ((33, 36, "quarter"), (37, 39, "third"), (40, 41, "half")):
        if first <= number <= last:
            return f"{ORDINALS[number - first]} {name} of {year}"
    return ""


def _unspecified(year: str, month: str | None, day: str | None) -> str:
    """Return a date with unspecified digits, whole parts of it only: what is left open is said."""
    open_day, open_month = day == "XX", month == "XX"
    known_day = day is not None and "X" not in day
    known_month = month is not None and "X" not in month
    if "X" not in year:
        if open_month:
            return "" if known_day else f"a {'day' if open_day else 'month'} in {year}"
        rest = _specified(year, month, None)
        return f"a day in {rest}" if open_day and rest else ""
    span = _years(year)
    if month is None or not span:
        return span and f"a year in {span}"
    if known_month and 1 <= int(month) <= 12:
        name = calendar.month_name[int(month)]
        first = f"{int(day)} {name}" if day and known_day else name
        return f"{'a day in ' if open_day else ''}{first} of a year in {span}"
    return f"a {'day' if open_day else 'month'} in {span}" if open_month and not known_day else ""


def _years(year: str) -> str:
    """Return "the 1990s" for 199X and "1900–1999" for 19XX."""
    digits = year.rstrip("X")
    if "X" in digits or not digits:
        return ""
    low, high = digits.ljust(4, "0"), digits.ljust(4, "9")
    return f"the {low}s" if len(digits) == 3 else f"{low}–{high}"


def _members(inside: str, *, one_of: bool) -> str:
    """Return a set: "between 5 and 11 February 2023", "2021 or 2022", "1960 and December 1961"."""
    parts = [_member(part.strip(), one_of=one_of) for part in inside.split(",")]
    if len(parts) == 1:
        return parts[0]
    last = " or " if one_of else " and "
    return ", ".join(parts[:-1]) + last + parts[-1]


def _member(part: str, *, one_of: bool) -> str:
    low, dots, high = part.partition("..")
    if not dots:
        return _single(part)
    if not low or not high:
        return f"{_single(low or high)} {'or' if one_of else 'and'} {'later' if low else 'earlier'}"
    short = _shortened(low, high)
    if not one_of:
        return short.words if short else f"{_single(low)} to {_single(high)}"
    if short and "–" in short.words:
        first, _, rest = short.words.partition("–")
        return f"between {first.strip()} and {rest.strip()}"
    return f"between {_single(low)} and {_single(high)}"
