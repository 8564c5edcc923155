"""Draws some events in one row, for the page of an article or a term."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.linking.events import Event
from build_tools.views.drawing import anchor
from build_tools.views.picture import DotView
from build_tools.views.scale import make_scale

WIDTH, EDGE = 480.0, 20.0
"""Width of the row, and what is left free at its ends."""
MOST, APART = 12, 32.0
"""How many marks it has at most, and how far apart they stand at least."""


def small_dots(
    events: Iterable[tuple[Event, str, str]],
) -> tuple[tuple[DotView, ...], tuple[tuple[float, str], ...]]:
    """Return the marks of a small timeline and the names of years under them.

    Args:
        events: Events by date, each with its address and title.
    """
    given = tuple(events)
    scale = make_scale(((anchor(event.date), 1) for event, _, _ in given), EDGE, WIDTH - EDGE)
    groups = [[one] for one in given]
    xs = [scale.at(anchor(event.date)) for event, _, _ in given]
    while len(groups) > MOST:
        nearest = min(range(len(xs) - 1), key=lambda n: (xs[n + 1] - xs[n], n))
        groups[nearest : nearest + 2] = [groups[nearest] + groups[nearest + 1]]
        xs[nearest : nearest + 2] = [(xs[nearest] + xs[nearest + 1]) / 2]
    xs = spread(xs, APART, EDGE, WIDTH - EDGE)
    dots: list[DotView] = []
    years: list[tuple[float, str]] = []
    for x, group in zip(xs, groups, strict=True):
        event, href, _ = group[0]
        dots.append(
            DotView(
                x=round(x, 1),
                href=href,
                kind=event.sheet.value.kind.value,
                count=len(group),
                title="; ".join(title for _, _, title in group),
            )
        )
        year = str(anchor(event.date).year)
        if not years or (years[-1][1] != year and x - years[-1][0] >= APART):
            years.append((round(x, 1), year))
    return tuple(dots), tuple(years)


def spread(xs: list[float], apart: float, left: float, right: float) -> list[float]:
    """Return ascending places moved as little as it takes to stand `apart` within bounds."""
    moved: list[float] = []
    for x in xs:
        moved.append(max(x, left, moved[-1] + apart) if moved else max(x, left))
    limit = right
    for index in range(len(moved) - 1, -1, -1):
        moved[index] = min(moved[index], limit)
        limit = moved[index] - apart
    return moved
