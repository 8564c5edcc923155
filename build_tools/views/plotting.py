"""Draws a measure's dated amounts, a panel for whatever may be compared by eye.

To add a sign: draw it in `plot_marks`, give it a field in `plot`, a shape in
templates/_figures.j2, a sentence in `_words`; add tests in tests/unit/views/test_plot.py.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from build_tools.linking.figures import Measure
from build_tools.model import dates
from build_tools.model.figure import Claimed
from build_tools.views import words
from build_tools.views.desk import Desk
from build_tools.views.figure_views import in_order
from build_tools.views.lettering import text_width
from build_tools.views.plot import KeyView, PanelView, PlotView
from build_tools.views.plot_axes import SIZE, TimeAxis, time_axis
from build_tools.views.plot_marks import drawable
from build_tools.views.plot_panels import FOOT, Sketch, axis_of, panel, varies

WIDTH, RIGHT = 400.0, 394.0
"""Width of the picture, and where its axis of time ends: a phone shows it in its own size."""
NAMES, BETWEEN = 11.0, 10.0
"""Room for the names of years below a panel, and between panels."""
SHAPES = 7
"""Shapes for those who count; the last is for all others, and number 0 for nobody named."""
PANELS = 10
"""Panels drawn, at most."""
NOBODY = "no counter named"
"""Stands in the legend for those who are not named."""


def plot(desk: Desk, measure: Measure) -> PlotView | None:
    """Return a measure as a drawing; nothing where no two figures may be compared by eye."""
    groups = _groups(one for one in in_order(measure) if drawable(one))
    if not groups or not varies(groups[0]):
        return None
    groups, left_out = groups[:PANELS], groups[PANELS:]
    claims = [one for group in groups for one in group]
    shapes = _shapes(claims)
    time = _time(claims, _margin(groups))
    sketch = Sketch(desk=desk, measure=measure, shapes=shapes, time=time, width=WIDTH)
    panels: list[PanelView] = []
    names: list[float] = []
    y = 0.0
    for group in groups:
        panels.append(panel(sketch, group, y))
        y = panels[-1].bottom + FOOT
        if panels[-1].ticks or group is groups[-1]:
            y += NAMES
            names.append(round(y, 1))
        y += BETWEEN
    return PlotView(
        width=WIDTH,
        height=names[-1] + 4,
        left=time.left,
        right=time.right,
        years=time.ticks,
        names=tuple(names),
        panels=tuple(panels),
        legend=_legend(desk, shapes),
        words=" ".join(_words(measure, panels, sum(map(len, left_out)))),
    )


def _groups(claims: Iterable[Claimed]) -> list[list[Claimed]]:
    """Return claims by what and where they count: those that vary first, then by their number."""
    groups: defaultdict[tuple[str | None, str | None], list[Claimed]] = defaultdict(list)
    for one in claims:
        groups[one.scope, one.place].append(one)
    return sorted(groups.values(), key=lambda group: (not varies(group), -len(group)))


def _shapes(claims: list[Claimed]) -> dict[str | None, int]:
    """Return a shape for each who counts, one of their own for those who count most."""
    counts = Counter(one.counted_by for one in claims if one.counted_by)
    often = sorted(counts, key=lambda one: (-counts[one], one))
    shapes: dict[str | None, int] = {one: min(at, SHAPES) for at, one in enumerate(often, 1)}
    return shapes | ({None: 0} if any(one.counted_by is None for one in claims) else {})


def _legend(desk: Desk, shapes: dict[str | None, int]) -> tuple[KeyView, ...]:
    names: defaultdict[int, list[str]] = defaultdict(list)
    for key, shape in shapes.items():
        counter = desk.body(key)
        names[shape].append(counter.text if counter else NOBODY)
    last_is_nobody = sorted(names, key=lambda shape: shape or SHAPES + 1)
    return tuple(KeyView(shape=one, label=", ".join(names[one])) for one in last_is_nobody)


def _margin(groups: list[list[Claimed]]) -> float:
    """Return the room that the numbers of the axes take on the left."""
    axes = (axis_of(group, 0, 100) for group in groups if varies(group))
    widths = (text_width(tick.label, SIZE) for axis in axes for tick in axis.ticks())
    return round(max(widths, default=0) + 6, 1)


def _time(claims: list[Claimed], left: float) -> TimeAxis:
    dated = [dates.parse(one.period) for one in claims if one.period]
    known = [one.start for one in dated if not one.open_start]
    known += [one.end for one in dated if not one.open_end]
    return time_axis(min(known), max(known), left, RIGHT)


def _words(measure: Measure, panels: list[PanelView], left_out: int) -> Iterator[str]:
    """Yield how to read the picture, for what occurs in it."""
    marks = [mark for one in panels for mark in one.marks]
    scaled = [one for one in panels if one.ticks]
    from_zero = not any(one.note for one in panels)
    unit = measure.sheet.value.unit
    yield f"Time runs to the right, {unit} upwards{' from zero' if from_zero else ''}."
    if len(panels) > 1:
        yield "Each panel counts something else" + (
            " and has a scale of its own." if len(scaled) > 1 else "."
        )
    hollow = {one.hollow for one in marks}
    if hollow == {True, False}:
        yield "Filled marks are claims of articles, hollow ones are on record."
    elif hollow == {True}:
        yield "All marks are hollow: they are on record."
    if any(one.lasting for one in marks):
        yield "A bar to the sides is the period."
    if any(one.lasting and one.lasting.inexact for one in marks):
        yield "Dashes mark a period that is only about then."
    yield from _hedges({one.spread.kind for one in marks if one.spread})
    if any(one.steps for one in panels):
        yield "Thin lines join counts of one series."
    if left_out:
        yield f"{words.plural(left_out, 'figure')} of other counts stand only in the list."


def _hedges(kinds: set[str]) -> Iterator[str]:
    for kind, sentence in (
        ("up", "An arrow upwards stands for at least or more than."),
        ("down", "An arrow downwards stands for at most or less than."),
        ("range", "A line with two ends is a range."),
        ("soft", "A soft band stands for about or nearly."),
    ):
        if kind in kinds:
            yield sentence
