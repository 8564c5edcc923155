"""The panels of plots: one for each thing and place that is counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.linking.figures import Measure
from build_tools.linking.growth import Growth
from build_tools.model.figure import Claimed
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.figure_views import passage_of, scope_of, time_order, with_unit
from build_tools.views.lettering import shorten, text_width
from build_tools.views.plot import MarkView, PanelView, StepView
from build_tools.views.plot_axes import SIZE, TimeAxis, ValueAxis, value_axis
from build_tools.views.plot_labels import Box, labels, with_count
from build_tools.views.plot_marks import Mark, arrange, place, short_label, values

LINE = 15.0
"""From one line of words to the next."""
HEAD, FOOT = 24.0, 12.0
"""Room above the largest value for open ends and labels, and below the least."""
TALL, LOW, ROW = 130.0, 90.0, 34.0
"""Heights of panels: of many marks, of few, and of those whose marks all say the same."""
FEW = 3
"""Marks that a low panel can hold."""
BOLD = 1.12
"""How much wider bold letters are."""
TITLE_LINES = 2
"""Lines of words over a panel, at most."""
TITLED = 3
"""Figures of which a mark that stands for several tells a pointer."""
LOGARITHMIC = "logarithmic scale: each line is ten times the one below"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What all panels of a picture share."""

    desk: Desk
    """The site."""
    measure: Measure
    """What is counted."""
    shapes: dict[str | None, int]
    """Numbers of shapes, by who counted."""
    time: TimeAxis
    """The axis of time."""
    width: float
    """Width of the picture."""


def varies(group: list[Claimed]) -> bool:
    """Tell whether some of the claims differ in time or number, so that there is a shape to see."""
    return len({(one.period, short_label(one)) for one in group}) > 1


def axis_of(group: list[Claimed], top: float, bottom: float) -> ValueAxis:
    """Return the axis of values for some claims."""
    return value_axis([number for one in group for number in values(one)], top, bottom)


def panel(sketch: Sketch, group: list[Claimed], y: float) -> PanelView:
    """Return the panel of some claims that count one thing in one place.

    Args:
        sketch: What it shares with the others.
        group: The claims.
        y: Its upper edge.
    """
    scaled = varies(group)
    axis = axis_of(group, HEAD, HEAD + (TALL if len(group) > FEW else LOW))
    title = _title(sketch, group[0])
    said = [*title, LOGARITHMIC] if scaled and axis.log else title
    top = y + LINE * len(said)
    if scaled:
        axis = axis_of(group, top + axis.top, top + axis.bottom)
        bottom = axis.bottom
    else:
        axis = axis_of(group, top + ROW * 0.6, top + ROW * 0.6)
        bottom = top + ROW
    drawn = (
        place(one, _pointed(sketch, one), sketch.shapes[one.counted_by], sketch.time, axis)
        for one in group
    )
    marks = arrange(drawn, sketch.time.left, sketch.time.right)
    frame = Box(sketch.time.left, top, sketch.width, bottom + FOOT)
    return PanelView(
        title=tuple((round(y + LINE * at - 3, 1), line) for at, line in enumerate(title, 1)),
        note=(round(top - 3, 1), LOGARITHMIC) if said != title else None,
        top=round(top, 1),
        bottom=round(bottom, 1),
        ticks=axis.ticks() if scaled else (),
        marks=tuple(_mark_views(sketch, marks, frame)),
        steps=tuple(_steps(sketch, marks)),
    )


def _title(sketch: Sketch, claim: Claimed) -> list[str]:
    scope = scope_of(claim, sketch.measure.sheet.value)
    text = ", ".join(part for part in (scope, claim.place) if part)
    return _wrapped(text, sketch.width / BOLD)


def _wrapped(text: str, width: float) -> list[str]:
    """Return a text in few lines; what does not fit is cut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, SIZE) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > TITLE_LINES:
        lines = [*lines[: TITLE_LINES - 1], f"{lines[TITLE_LINES - 1]} …"]
    return [_cut(line, width) for line in lines]


def _cut(line: str, width: float) -> str:
    most = len(line)
    while text_width(shorten(line, most), SIZE) > width:
        most -= 1
    return shorten(line, most)


def _pointed(sketch: Sketch, claim: Claimed) -> str:
    counter = sketch.desk.body(claim.counted_by)
    passage = passage_of(sketch.desk, claim, sketch.measure)
    parts = (
        with_unit(claim, sketch.measure.sheet.value),
        in_words(claim.period or ""),
        counter.text if counter else "",
        passage.text if passage else "on record",
    )
    return ", ".join(part for part in parts if part)


def _mark_views(sketch: Sketch, marks: tuple[Mark, ...], frame: Box) -> Iterator[MarkView]:
    found = labels(marks, frame)
    for at, one in enumerate(marks):
        label = found.get(at)
        more = len(one.ids) - TITLED
        yield MarkView(
            href=f"#f-{sketch.measure.id}--{one.ids[0]}",
            title="; ".join(one.titles[:TITLED]) + (f"; and {more} more" if more > 0 else ""),
            x=round(one.x, 1),
            y=round(one.y, 1),
            shape=one.shape,
            hollow=one.hollow,
            count=len(one.ids),
            lasting=one.lasting,
            spread=one.spread,
            label=with_count(one) if label else "",
            label_x=round(label.x, 1) if label else 0,
            label_y=round(label.y, 1) if label else 0,
            label_side=label.side if label else "",
        )


def _steps(sketch: Sketch, marks: tuple[Mark, ...]) -> Iterator[StepView]:
    """Yield a line from each count of a series to the next that it may be compared with."""
    nearest: dict[str, Growth] = {}
    for one in sorted(sketch.measure.growths, key=lambda one: time_order(one.later)):
        nearest.setdefault(one.earlier.id, one)
    ids = {key: one for one in marks for key in one.ids}
    for one in nearest.values():
        first, last = ids.get(one.earlier.id), ids.get(one.later.id)
        if first and last and first is not last:
            yield StepView(
                x1=round(first.x, 1),
                y1=round(first.y, 1),
                x2=round(last.x, 1),
                y2=round(last.y, 1),
                shape=first.shape,
            )
