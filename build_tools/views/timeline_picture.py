"""Puts the picture of the timeline together: axis, publications, and events or heaps of them."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from build_tools.linking.events import Event
from build_tools.model.dates import Dated
from build_tools.model.event import EventKind
from build_tools.views import words
from build_tools.views.drawing import (
    LANE,
    PAD,
    SIZE,
    WIDTH,
    Drawn,
    anchor,
    lanes,
    marks,
)
from build_tools.views.heaps import ROW, heaps
from build_tools.views.lettering import text_width
from build_tools.views.picture import (
    BandView,
    BreakView,
    FlagView,
    PictureView,
)
from build_tools.views.scale import Scale, make_scale

ONE_BY_ONE = 150
"""Events that are drawn one by one; more than these are heaped."""
FLAGS = 24
"""Articles whose names stand in the picture; of more than these, numbers do."""
FLAG = 16.0
"""Height of a row of article names."""
HEAD = 50.0
"""Height of the names of years and months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """An article as a point in time."""

    day: datetime.date
    """Its date."""
    label: str
    """Its short name."""
    href: str
    """Its page."""
    when: str
    """Its date in words."""
    classes: str
    """What filters go by."""


def picture(
    drawn: Iterable[Drawn],
    published: Iterable[Published],
    headings: Mapping[str, str],
    kinds: Mapping[EventKind, str],
    articles_href: str,
) -> PictureView | None:
    """Return the drawing of all events; nothing where there is none.

    Args:
        drawn: The events with their classes and rival dates.
        published: The articles, by date.
        headings: Address of the heading that each event stands under in the list.
        kinds: Names of the kinds of event.
        articles_href: The list of articles, for flags that stand for several.
    """
    drawn, published = tuple(drawn), tuple(published)
    if not drawn:
        return None
    events = [event for event, _, _ in drawn]
    scale = _scale(drawn, published)
    flags, rows = _flags(published, scale, articles_href)
    axis = rows * FLAG + HEAD
    heaped = len(drawn) > ONE_BY_ONE
    packed, count = ((), 0) if heaped else marks(drawn, scale)
    cells, names = heaps(events, scale, headings, kinds) if heaped else ((), ())
    top = axis + 16
    return PictureView(
        width=WIDTH,
        height=top + len(names) * ROW if heaped else top + count * LANE + 4,
        axis=axis,
        bands=_bands(events, scale, headings),
        breaks=tuple(BreakView(x=round(x, 1), label=label) for x, label in scale.breaks()),
        flags=flags,
        marks=tuple(replace(one, y=round(one.y + top, 1)) for one in packed),
        cells=tuple(replace(one, y=round(one.y + top, 1)) for one in cells),
        rows=tuple((y + top, name) for y, name in names),
        title="Timeline of the events",
        words=_in_words(drawn, published, scale, heaped=heaped),
    )


def _scale(drawn: tuple[Drawn, ...], published: Iterable[Published]) -> Scale:
    """Return the axis; what stands at a place weighs 1, what only reaches there a little."""
    held: list[tuple[datetime.date, float]] = [(one.day, 0.7) for one in published]
    for event, _, rivals in drawn:
        if not (event.date.open_start and event.date.open_end):
            held.append((anchor(event.date), 1))
        for date in (event.date, *(one.date for one in rivals)):
            held += [(day, 0.05) for day in _reach(date)]
    held = held or [(anchor(drawn[0][0].date), 1)]
    return make_scale(held, PAD, WIDTH - PAD)


def _reach(date: Dated) -> Iterable[datetime.date]:
    if not date.open_start:
        yield date.start
    if not date.open_end:
        yield date.end


def _bands(
    events: Iterable[Event], scale: Scale, headings: Mapping[str, str]
) -> tuple[BandView, ...]:
    by_band: defaultdict[int, list[Event]] = defaultdict(list)
    for event in events:
        by_band[_band_at(scale, anchor(event.date))].append(event)
    return tuple(
        BandView(
            x=round(band.x, 1),
            width=round(band.width, 1),
            label=band.label,
            href=headings[by_band[n][0].id] if n in by_band else "",
            title=f"{band.label}: {words.plural(len(by_band.get(n, ())), 'event')}",
            ticks=band.ticks(),
        )
        for n, band in enumerate(scale.bands)
    )


def _band_at(scale: Scale, day: datetime.date) -> int:
    """Return the band a day lies in, or the nearest before it."""
    return max(0, bisect_right([band.first for band in scale.bands], day.year) - 1)


def _flags(
    published: tuple[Published, ...], scale: Scale, articles_href: str
) -> tuple[tuple[FlagView, ...], int]:
    """Return the publications in rows that do not collide, and how many rows."""
    if len(published) > FLAGS:
        published = tuple(_heaped(published, scale, articles_href))
    loose = []
    for one in published:
        x, width = scale.at(one.day), text_width(one.label, SIZE)
        on_left = x + 5 + width > WIDTH
        left, right = (x - 5 - width, x + 2) if on_left else (x - 2, x + 5 + width)
        loose.append((left, right, x, on_left, one))
    loose.sort(key=lambda item: (item[0], item[4].label))
    rows = lanes((left, right) for left, right, *_ in loose)
    count = max(rows, default=-1) + 1
    return tuple(
        FlagView(
            x=round(x, 1),
            label_x=round(x - 5 if on_left else x + 5, 1),
            label_left=on_left,
            y=row * FLAG + 12,
            label=one.label,
            href=one.href,
            title=f"{one.label}, published {one.when}",
            classes=one.classes,
        )
        for (_, _, x, on_left, one), row in zip(loose, rows, strict=True)
    ), count


def _heaped(published: tuple[Published, ...], scale: Scale, href: str) -> Iterable[Published]:
    """Yield one flag for all articles of a band."""
    by_band: defaultdict[int, list[Published]] = defaultdict(list)
    for one in published:
        by_band[_band_at(scale, one.day)].append(one)
    for n, group in by_band.items():
        label = words.plural(len(group), "article")
        when = scale.bands[n].label
        yield Published(day=group[0].day, label=label, href=href, when=when, classes="")


def _in_words(
    drawn: tuple[Drawn, ...], published: tuple[Published, ...], scale: Scale, *, heaped: bool
) -> str:
    rivals = sum(bool(one) for _, _, one in drawn)
    first, last = scale.bands[0].first, scale.bands[-1].last
    how = (
        "heaped by kind and time, with their numbers"
        if heaped
        else "each a mark with the shape of its kind"
    )
    parts = [f"{words.plural(len(drawn), 'event')} from {first} to {last}, {how}."]
    if rivals and not heaped:
        parts.append(f"{rivals} also have hollow marks: dates that other articles give.")
    if published:
        parts.append(f"Above them, when {words.plural(len(published), 'article')} appeared.")
    if any(b.first > a.last + 1 for a, b in pairwise(scale.bands)):
        parts.append("Years of which nothing is told are left out.")
    parts.append("The list below the picture says the same in words.")
    return " ".join(parts)
