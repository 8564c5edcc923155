"""Dates in a text, as EDTF, with the words they come from and what those count from.

Own rules, not a library: dateparser, the usual choice, fills what a text leaves open from the clock
("March 2021" becomes a day of it) and knows no stretch of time, so it would claim what no op-ed
said; EDTF is about not doing that.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.model import dates
from build_tools.model.dates import Dated
from build_tools.model.span import Span
from build_tools.suggesting.counting_back import Resolved
from build_tools.suggesting.languages.words import TimeKind, TimeShape, Words
from build_tools.suggesting.resolving import SELF_CONTAINED, resolve

_SURE = {
    TimeKind.RECENT: 0.25,
    TimeKind.PAST: 0.5,
    TimeKind.LASTING: 0.45,
    TimeKind.WEEKDAY: 0.7,
    TimeKind.YEAR: 0.75,
    TimeKind.YEARS: 0.75,
    TimeKind.NEAR_DAY: 0.4,
    TimeKind.NEAR_UNIT: 0.7,
    TimeKind.CENTURY: 0.4,
    TimeKind.DECADE: 0.5,
}
"""How likely a phrase dates something an editor wants, by its kind; 0.85 for the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date in a text."""

    span: Span
    """Where its words stand, "since" and the like included."""
    kind: TimeKind
    """How it is said."""
    edtf: str | None
    """The date; nothing where the article's own date is not known well enough."""
    relative: bool
    """Whether it was counted from the article's date."""
    certainty: float
    """How likely it dates something an editor wants, 0 to 1."""

    @property
    def dated(self) -> Dated | None:
        """The days it may mean."""
        return dates.parse(self.edtf) if self.edtf else None


def find(text: str, words: Words, published: Dated | None) -> tuple[FoundDate, ...]:
    """Return the dates of a text from left to right.

    Args:
        text: A paragraph.
        words: Its language.
        published: When the article appeared, where that is known to the day.
    """
    hits = []
    for shape in words.times or _ISO:
        for match in shape.pattern.finditer(text):
            found = resolve(shape.kind, match, words, published)
            if found:
                hits.append((match.start(), -match.end(), shape.kind, found))
    hits.sort(key=lambda one: one[:2])
    simple: list[FoundDate] = []
    for start, minus_end, kind, found in hits:
        if not simple or start >= simple[-1].span.end:
            simple.append(_found(Span(start, -minus_end), kind, found))
    return tuple(_joined(text, words, simple))


def _found(span: Span, kind: TimeKind, found: Resolved) -> FoundDate:
    relative = found.counted and kind not in SELF_CONTAINED
    certainty = _SURE.get(kind, 0.85)
    return FoundDate(span=span, kind=kind, edtf=found.edtf, relative=relative, certainty=certainty)


def _joined(text: str, words: Words, found: list[FoundDate]) -> Iterator[FoundDate]:
    """Yield the dates with "between … and", "since" and "until" taken into account."""
    index = 0
    while index < len(found):
        one = found[index]
        after = found[index + 1] if index + 1 < len(found) else None
        both = _stretch(text, words, one, after) if after else None
        yield both or _bounded(text, words, one)
        index += 2 if both else 1


def _stretch(text: str, words: Words, one: FoundDate, two: FoundDate) -> FoundDate | None:
    """Return two dates as one stretch where the text says so."""
    opening = words.between.search(text[: one.span.start]) if words.between else None
    joint = text[one.span.end : two.span.start]
    if not (opening and words.joined and words.joined.fullmatch(joint)):
        return None
    ends = [one.edtf, two.edtf]
    if not all(end and "/" not in end for end in ends) or _value(f"{ends[0]}/{ends[1]}") is None:
        return None
    return replace(
        one,
        span=Span(opening.start(), two.span.end),
        edtf=f"{ends[0]}/{ends[1]}",
        relative=one.relative or two.relative,
    )


def _bounded(text: str, words: Words, one: FoundDate) -> FoundDate:
    """Return a date as an open stretch where "since" or "until" comes right before it."""
    if one.edtf is None or "/" in one.edtf:
        return one
    before = text[: one.span.start]
    if words.since and (since := words.since.search(before)):
        return replace(one, span=Span(since.start(), one.span.end), edtf=f"{one.edtf}/..")
    if words.until and (until := words.until.search(before)):
        return replace(one, span=Span(until.start(), one.span.end), edtf=f"../{one.edtf}")
    return one


def _value(edtf: str) -> datetime.date | None:
    try:
        return dates.parse(edtf).start
    except ValueError:
        return None


_ISO = (
    TimeShape(
        kind=TimeKind.ISO,
        pattern=re.compile(
            r"(?<!\w)(?P<year>\d{4})-(?P<number>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?\b"
        ),
    ),
)
"""The one way of writing dates that belongs to no language."""
