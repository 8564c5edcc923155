"""Draws the timeline: places every event on the axis and packs them so that nothing collides."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from build_tools.linking.events import Event
from build_tools.model.dates import Dated
from build_tools.views.dates_in_words import in_words
from build_tools.views.lettering import shorten, text_width
from build_tools.views.picture import MarkView, RivalMark, StretchView
from build_tools.views.scale import Scale

WIDTH = 1080.0
"""Width of the picture: about the pixels it gets on a large screen."""
PAD = 34.0
"""Room on either side of the axis, for dashes and nudged marks."""
RADIUS = 6.0
"""Half the width of a mark."""
DASH = 8.0
"""Length of the dashes at an end that is not exact."""
APART = 15.0
"""Distance of a rival date from the event's mark at least, so that both can be seen."""
LANE = 21.0
"""Height of a row of events."""
SPACE = 11.0
"""Room between two events of a row."""
SIZE = 11.5
"""Size of letters of labels."""
LABELS = (30, 24, 20, 16, 12, 0)
"""Longest label, in characters, tried in this order until the rows are few enough."""
LONGEST = 44
"""Longest label, in characters, where its row has room to spare."""
MOST_LANES = 36
"""Rows that still fit a screen."""


@dataclass(frozen=True, slots=True)
class Rival:
    """A date that does not agree, before it is drawn."""

    date: Dated
    """The date."""
    href: str
    """The passage that gives it."""
    who: str
    """The passage in words."""


Drawn = tuple[Event, str, tuple[Rival, ...]]
"""An event with its classes and rival dates."""


def anchor(date: Dated) -> datetime.date:
    """Return the day an event's mark stands at: the beginning of a stretch, else the middle."""
    stretch = date.interval or date.open_start or date.open_end
    if stretch and not (date.open_start and date.open_end):
        return date.end if date.open_start else date.start
    return date.start + (date.end - date.start) / 2


def marks(drawn: Iterable[Drawn], scale: Scale) -> tuple[tuple[MarkView, ...], int]:
    """Return the marks of all events, packed into as few rows as need be, and how many rows."""
    drawn = tuple(drawn)
    packed: tuple[tuple[MarkView, ...], int] = ((), 0)
    for most in LABELS:
        loose = [_mark(event, classes, rivals, scale, most) for event, classes, rivals in drawn]
        packed = _packed(loose)
        if packed[1] <= MOST_LANES:
            break
    names = {event.id: event.sheet.value.label for event, _, _ in drawn}
    return tuple(_lengthened(packed[0], names)), packed[1]


def lanes(spans: Iterable[tuple[float, float]], space: float = SPACE) -> list[int]:
    """Return a row for each span, given from left to right, so that none touches another."""
    ends: list[float] = []
    rows = []
    for left, right in spans:
        row = next((n for n, end in enumerate(ends) if end + space <= left), len(ends))
        ends[row : row + 1] = [right]
        rows.append(row)
    return rows


def _packed(loose: list[MarkView]) -> tuple[tuple[MarkView, ...], int]:
    loose = sorted(loose, key=lambda one: (one.left, one.x, one.id))
    rows = lanes((one.left, one.right) for one in loose)
    placed = [replace(one, y=row * LANE) for one, row in zip(loose, rows, strict=True)]
    return tuple(placed), max(rows, default=-1) + 1


def _lengthened(placed: Iterable[MarkView], names: dict[str, str]) -> Iterable[MarkView]:
    """Yield the marks with labels as long as the rows have room for."""
    by_row: dict[float, list[MarkView]] = {}
    for one in placed:
        by_row.setdefault(one.y, []).append(one)
    for row in by_row.values():
        start = 0.0
        for one, after in zip(row, [*row[1:], None], strict=True):
            end = after.left - SPACE if after else WIDTH
            longer = _relabelled(one, names[one.id], start, end)
            start = longer.right + SPACE
            yield longer


def _relabelled(mark: MarkView, name: str, start: float, end: float) -> MarkView:
    """Return a mark with the longest label that ends, or begins, within its room."""
    for most in range(LONGEST, len(mark.label), -1) if mark.label else ():
        label = shorten(name, most)
        width = text_width(label, SIZE)
        if mark.label_left and mark.label_x - width >= start:
            return replace(mark, label=label, left=min(mark.left, round(mark.label_x - width, 1)))
        if not mark.label_left and mark.label_x + width <= end:
            return replace(mark, label=label, right=max(mark.right, round(mark.label_x + width, 1)))
    return mark


def _mark(
    event: Event, classes: str, rivals: tuple[Rival, ...], scale: Scale, most: int
) -> MarkView:
    file = event.sheet.value
    x = scale.at(anchor(event.date))
    stretch = _stretch(event.date, x, scale)
    hollow = _rivals(rivals, event.date, x, scale)
    left = min([x, *(one.x for one in hollow)]) - RADIUS
    right = max([x, *(one.x for one in hollow)]) + RADIUS
    over = left - stretch.x1 if stretch else 0
    label, label_x, on_left = _label(shorten(file.label, most), left, right, over)
    if label:
        width = text_width(label, SIZE)
        left, right = (label_x - width, right) if on_left else (left, label_x + width)
    if stretch:
        left = min(left, stretch.x1 - stretch.before)
        right = max(right, stretch.x2 + stretch.after)
    return MarkView(
        id=event.id,
        href=f"#e-{event.id}",
        classes=classes,
        kind=file.kind.value,
        title=f"{in_words(event.date.edtf)}: {file.label}",
        x=round(x, 1),
        y=0,
        stretch=stretch,
        rivals=hollow,
        label=label,
        label_x=round(label_x, 1),
        label_left=on_left,
        left=round(left, 1),
        right=round(right, 1),
    )


def _label(label: str, left: float, right: float, over: float) -> tuple[str, float, bool]:
    """Return the label with its place: right of the marks, else left of them, else none.

    Where a stretch reaches `over` to the left, far enough to stand on, that side comes first.
    """
    width = text_width(label, SIZE)
    if right + 4 + width <= WIDTH and over < width + 4:
        return label, right + 4, False
    if left - 4 - width >= 0:
        return label, left - 4, True
    return "", 0, False


def _stretch(date: Dated, x: float, scale: Scale) -> StretchView | None:
    before, after = inexact(date)
    x1 = 0.0 if date.open_start else scale.at(date.start)
    x2 = WIDTH if date.open_end else scale.at(date.end)
    lasting = date.interval
    if not (lasting or before or after) and x2 - x1 < 2 * RADIUS:
        return None
    x1, x2 = min(x1, x - RADIUS), max(x2, x + RADIUS)
    return StretchView(
        x1=round(x1, 1),
        x2=round(x2, 1),
        lasting=lasting,
        before=DASH if before and not date.open_start else 0,
        after=DASH if after and not date.open_end else 0,
        from_ever=date.open_start,
        to_ever=date.open_end,
    )


def inexact(date: Dated) -> tuple[bool, bool]:
    """Tell whether beginning and end are only about then, or questioned."""
    before, slash, after = date.edtf.partition("/")
    inexact = [any(mark in part for mark in "?~%") for part in (before, after if slash else before)]
    return inexact[0], inexact[1]


def _rivals(
    rivals: tuple[Rival, ...], date: Dated, x: float, scale: Scale
) -> tuple[RivalMark, ...]:
    """Return the hollow marks, nudged so far that each can be seen."""
    own = anchor(date)
    later = [one for one in rivals if anchor(one.date) >= own]
    earlier = [one for one in rivals if anchor(one.date) < own]
    return (
        *_outwards(sorted(later, key=_day), x, 1, scale),
        *_outwards(sorted(earlier, key=_day, reverse=True), x, -1, scale),
    )


def _day(rival: Rival) -> datetime.date:
    return anchor(rival.date)


def _outwards(rivals: list[Rival], x: float, way: int, scale: Scale) -> list[RivalMark]:
    """Return one side's hollow marks; dates with no room left between them share one."""
    further: Callable[[float, float], float] = max if way > 0 else min
    placed: list[RivalMark] = []
    at = x
    for one in rivals:
        says = f"{one.who}: {in_words(one.date.edtf)}"
        near = further(scale.at(_day(one)), at + way * APART)
        if placed and not RADIUS <= near <= WIDTH - RADIUS:
            placed[-1] = replace(placed[-1], title=f"{placed[-1].title}; {says}")
            continue
        at = min(max(near, RADIUS), WIDTH - RADIUS)
        placed.append(RivalMark(x=round(at, 1), href=one.href, title=says))
    return placed
