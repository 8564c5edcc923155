"""A measure's amounts as a drawing: time to the right, size upwards, in units of its own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TickView:
    """A line of an axis."""

    at: float
    """Where it lies on its axis."""
    label: str
    """Its words; empty where there is no room for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastingView:
    """The bar of a period."""

    x1: float
    """Left end."""
    x2: float
    """Right end."""
    inexact: bool
    """Whether the period is only about then, or questioned."""
    from_ever: bool
    """Whether its beginning is open: an arrow."""
    to_ever: bool
    """Whether its end is open: an arrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadView:
    """What a hedge or a range says a number may be."""

    kind: str
    """`range` has two ends, `up` and `down` have one, `soft` is "about" or "nearly"."""
    top: float
    """Upper end."""
    bottom: float
    """Lower end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkView:
    """One figure, or several that would be drawn alike on the same spot."""

    href: str
    """The figure in the list; the first of several."""
    title: str
    """What a pointer is told."""
    x: float
    """Centre."""
    y: float
    """Centre."""
    shape: int
    """Who counted: a number in the legend, which decides on shape and colour."""
    hollow: bool
    """Whether it is on record; what an article claims is filled."""
    count: int
    """How many figures it stands for."""
    lasting: LastingView | None
    """Its period; nothing where that is short."""
    spread: SpreadView | None
    """What it may be; nothing where the number is plain."""
    label: str
    """The number; empty where there is no room for it."""
    label_x: float
    """Where the label is anchored."""
    label_y: float
    """Its base line."""
    label_side: str
    """How it is anchored: `start`, `middle` or `end`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A line between two counts of one series."""

    x1: float
    """From here."""
    y1: float
    """From here."""
    x2: float
    """To there."""
    y2: float
    """To there."""
    shape: int
    """Who counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelView:
    """What counts one thing in one place: only its marks may be compared."""

    title: tuple[tuple[float, str], ...]
    """What is counted: base lines and words."""
    note: tuple[float, str] | None
    """What is particular to its scale: base line and words."""
    top: float
    """Upper edge of where its marks lie."""
    bottom: float
    """Lower edge."""
    ticks: tuple[TickView, ...]
    """The axis of values; empty where there is one mark alone."""
    marks: tuple[MarkView, ...]
    """Its figures."""
    steps: tuple[StepView, ...]
    """Lines between counts of one series."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyView:
    """A line of the legend."""

    shape: int
    """Shape and colour."""
    label: str
    """Who counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotView:
    """The drawing."""

    width: float
    """Width."""
    height: float
    """Height."""
    left: float
    """Where the axis of time begins."""
    right: float
    """Where it ends."""
    years: tuple[TickView, ...]
    """The axis of time."""
    names: tuple[float, ...]
    """Base lines of the names on that axis: they are said below each panel of some height."""
    panels: tuple[PanelView, ...]
    """From top to bottom, what holds most marks first."""
    legend: tuple[KeyView, ...]
    """Who counted."""
    words: str
    """How to read it, for what occurs in it."""
