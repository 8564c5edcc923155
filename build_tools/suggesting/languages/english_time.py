"""English phrases of time, and the words they are made of."""

from __future__ import annotations

import re

from build_tools.suggesting.languages.words import TimeKind, TimeShape

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sept Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    "Monday": 0,
    "Tuesday": 1,
    "Wednesday": 2,
    "Thursday": 3,
    "Friday": 4,
    "Saturday": 5,
    "Sunday": 6,
}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
UNITS = {
    word: unit for unit in ("day", "week", "month", "year", "decade") for word in (unit, f"{unit}s")
}
_TO_NINETEEN = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {
    **{word: value for value, word in enumerate(_TO_NINETEEN.split(), start=1)},
    **{word: value * 10 for value, word in enumerate(_TENS.split(), start=2)},
    **{"dozen": 12, "dozens": 24, "twin": 2, "double": 2, "triple": 3},
}
PARTS = {
    "early": "early",
    "start of": "start",
    "beginning of": "start",
    "mid": "middle",
    "middle of": "middle",
    "late": "late",
    "end of": "end",
    "first half of": "half1",
    "second half of": "half2",
    "first quarter of": "quarter1",
    "second quarter of": "quarter2",
    "third quarter of": "quarter3",
    "fourth quarter of": "quarter4",
    "last quarter of": "quarter4",
}

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)\b(?![,.]?\d|%)"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b"
_COUNT = (
    rf"(?P<count>\d{{1,3}}|an?|{'|'.join((*NUMBERS, 'hundred'))}|"
    r"(?:a )?few|several|(?:a )?couple(?: of)?)"
)
_HEDGE = (
    r"(?:(?:more than|over|almost|nearly|about|around|some|at least|less than|roughly|well over) )?"
)
_UNIT = r"(?P<unit>days?|weeks?|months?|years?|decades?)"
_WHICH = r"(?P<which>this|last|next|[Tt]his|[Ll]ast|[Nn]ext)"
_SEASON = rf"(?P<season>{'|'.join(SEASONS)})"
_DASH = r"\s?(?:[-–—]|to|and|through)\s?"
_PART = (
    r"(?P<part>(?i:early|late|mid|start of|beginning of|middle of|end of|"
    r"(?:first|second) half of|(?:first|second|third|fourth|last) quarter of))[ -]?(?:the year )?"
)


def shapes() -> tuple[TimeShape, ...]:
    """Return the phrases of time, each with what it names in groups."""
    written = (
        (TimeKind.ISO, r"(?P<year>\d{4})-(?P<number>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?\b"),
        (
            TimeKind.DAYS,
            rf"{_MONTH} {_DAY}{_DASH}(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\b,?(?: {_YEAR})?",
        ),
        (
            TimeKind.DAYS,
            rf"{_DAY}{_DASH}(?P<last>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},?(?: {_YEAR})?",
        ),
        (TimeKind.DAY, rf"{_MONTH} {_DAY}(?!,?\d|%|\s?(?:am|pm))(?:,? {_YEAR})?"),
        (TimeKind.DAY, rf"{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?"),
        (TimeKind.MONTH, rf"{_MONTH},?(?: of)? {_YEAR}"),
        (
            TimeKind.MONTH,
            rf"(?<=(?i:in|by|of)\s)(?:the month of )?{_MONTH}(?! \d)(?: (?:of )?{_WHICH} year)?",
        ),
        (
            TimeKind.MONTH,
            rf"(?<=(?i:since|until)\s){_MONTH}(?! \d)(?: (?:of )?{_WHICH} year)?",
        ),
        (TimeKind.MONTH, rf"{_WHICH} {_MONTH}(?! \d)"),
        (TimeKind.YEARS, rf"(?<!\w){_YEAR}(?:[-–—]|/)(?P<last>\d{{4}}|\d\d)\b"),
        (TimeKind.YEAR, rf"(?<![\w$€£₹#.,-]){_YEAR}(?! (?:people|years|per cent|percent|dollars))"),
        (TimeKind.DECADE, r"(?<!\w)(?P<year>(?:1[5-9]|20)\d0)s\b"),
        (TimeKind.CENTURY, r"(?:[Tt]he )?(?P<number>1[5-9]|2[01])(?:th|st|nd)[ -]century"),
        (TimeKind.PART, rf"(?:[Tt]he )?(?:very )?{_PART}(?:{_MONTH},? )?{_YEAR}"),
        (TimeKind.PART, rf"(?:[Tt]he )?(?:very )?{_PART}{_MONTH}(?! \d)"),
        (TimeKind.PART, rf"(?:[Tt]he )?(?P<part>first) (?P<count>\w+) months of {_YEAR}"),
        (TimeKind.SEASON, rf"(?:[Tt]he )?{_SEASON} (?:of )?{_YEAR}"),
        (TimeKind.SEASON, rf"{_WHICH} {_SEASON}\b"),
        (TimeKind.SEASON, rf"(?<=(?i:since|until) the ){_SEASON}\b(?! of)"),
        (TimeKind.NAMED, r"(?P<name>9/11)(?!\d|/)"),
        (
            TimeKind.NEAR_DAY,
            r"(?P<name>(?:yesterday|today|tomorrow|tonight|"
            r"(?<=[.!?“\"]\s)(?:Yesterday|Today))\b)(?!['’]s)",
        ),
        (TimeKind.NEAR_UNIT, rf"{_WHICH} (?P<unit>week|month|year|decade)\b"),
        (
            TimeKind.WEEKDAY,
            rf"(?:(?<=(?i:on)\s)|{_WHICH} )(?P<weekday>{'|'.join(WEEKDAYS)})\b"
            rf"(?!,? (?:{'|'.join(MONTHS)}))",
        ),
        (TimeKind.AGO, rf"(?i:{_HEDGE}){_COUNT} {_UNIT} ago\b"),
        (TimeKind.AGO, rf"(?i:{_HEDGE}){_COUNT} {_UNIT} back\b"),
        (
            TimeKind.PAST,
            rf"(?i:the (?:last|past|preceding)|recent) (?:{_COUNT} )?"
            r"(?P<unit>days|weeks|months|years|decades?|year|month|week)\b",
        ),
        (
            TimeKind.LASTING,
            rf"(?:(?<=[Ff]or\s)|(?<=[Ss]ince\s))(?i:{_HEDGE}){_COUNT} {_UNIT}\b(?! (?:ago|of|in))",
        ),
        (TimeKind.RECENT, r"(?i:recently|lately|of late)\b"),
        (TimeKind.RECENT, r"(?i:recent)(?= (?!days|weeks|months|years|decades)\w+)"),
    )
    return tuple(
        TimeShape(kind=kind, pattern=re.compile(rf"(?<!\w)(?:{shape})")) for kind, shape in written
    )
