"""The labels of plots: each beside its mark, none upon another, none where there is no room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from build_tools.views.lettering import text_width
from build_tools.views.plot_axes import SIZE
from build_tools.views.plot_marks import RADIUS, Mark

RISE, FALL = 0.8 * SIZE, 0.25 * SIZE
"""How far letters reach above and below their base line."""
GAP = 4.0
"""Between a mark and its label."""
SAME = 4 * RADIUS + 8
"""Marks of one number that stand this near share a label."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that is taken."""

    left: float
    """Left edge."""
    top: float
    """Upper edge."""
    right: float
    """Right edge."""
    bottom: float
    """Lower edge."""

    def meets(self, other: Box) -> bool:
        """Tell whether both share room."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Tell whether the other lies within."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Where a label stands."""

    x: float
    """Where it is anchored."""
    y: float
    """Its base line."""
    side: str
    """How it is anchored: `start`, `middle` or `end`."""

    def box(self, text: str) -> Box:
        """Return the room it takes."""
        width = text_width(text, SIZE)
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.side]
        return Box(left, self.y - RISE, left + width, self.y + FALL)


def labels(marks: tuple[Mark, ...], frame: Box) -> dict[int, Label]:
    """Return the labels that find room within a frame, by the index of their mark."""
    taken = [box for one in marks for box in _boxes(one)]
    found: dict[int, Label] = {}
    for at in sorted(range(len(marks)), key=lambda at: (marks[at].hollow, marks[at].y)):
        if any(_shares(marks[at], marks[other]) for other in found):
            continue
        text = with_count(marks[at])
        for place in _places(marks[at]):
            label = replace(place, x=round(place.x, 1), y=round(place.y, 1))  # as it is drawn
            box = label.box(text)
            if frame.holds(box) and not any(box.meets(one) for one in taken):
                found[at] = label
                taken.append(box)
                break
    return found


def with_count(mark: Mark) -> str:
    """Return the words of a label; a mark that stands for several says so."""
    return f"{mark.text} ×{len(mark.ids)}" if len(mark.ids) > 1 else mark.text


def _shares(mark: Mark, other: Mark) -> bool:
    alike = with_count(mark) == with_count(other)
    return alike and abs(mark.y - other.y) < 1 and abs(mark.x - other.x) < SAME


def _boxes(mark: Mark) -> Iterable[Box]:
    """Yield what is drawn for a mark."""
    x, y = mark.x, mark.y
    yield Box(x - RADIUS - 1, y - RADIUS - 1, x + RADIUS + 1, y + RADIUS + 1)
    if mark.lasting:
        yield Box(mark.lasting.x1, y - 1.5, mark.lasting.x2, y + 1.5)
    if mark.spread:
        half = RADIUS + 2 if mark.spread.kind == "soft" else RADIUS
        yield Box(x - half, mark.spread.top, x + half, mark.spread.bottom)


def _places(mark: Mark) -> Iterator[Label]:
    """Yield where a label may stand, the best first."""
    x, y = mark.x, mark.y
    level = y + RISE / 2
    top = min(y - RADIUS, mark.spread.top if mark.spread else y)
    bottom = max(y + RADIUS, mark.spread.bottom if mark.spread else y)
    beside = (
        Label(x + RADIUS + GAP, level, "start"),
        Label(x - RADIUS - GAP, level, "end"),
    )
    beyond = (
        Label(x, top - GAP, "middle"),
        Label(x, bottom + GAP / 2 + RISE, "middle"),
    )
    if mark.lasting is None:
        yield from (*beside, *beyond)
        return
    yield from beyond
    yield Label(mark.lasting.x2 + GAP, level, "start")
    yield Label(mark.lasting.x1 - GAP, level, "end")
    for up in (y - RADIUS / 2 - GAP, y + GAP + RISE):
        yield Label(x + RADIUS + GAP, up, "start")
        yield Label(x - RADIUS - GAP, up, "end")
