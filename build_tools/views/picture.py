"""The timeline as a drawing, in its own units."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BandView:
    """A stretch of the axis: a year, or several where little happened."""

    x: float
    """Left edge."""
    width: float
    """Width."""
    label: str
    """Its years."""
    href: str
    """The heading of its first events."""
    title: str
    """What a pointer is told: its years and how many events they hold."""
    ticks: tuple[tuple[float, str], ...]
    """Where a month begins, with its name; the name is empty where there is no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakView:
    """A place where the axis leaves out years of which nothing is told."""

    x: float
    """Its middle."""
    label: str
    """The years left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchView:
    """A line under a mark: how long it lasted, or within what time it lies."""

    x1: float
    """Left end."""
    x2: float
    """Right end."""
    lasting: bool
    """True for a stretch of time that it filled, false for one it lies somewhere within."""
    before: float
    """Length of the dashes that say that its beginning is not exact; 0 where it is."""
    after: float
    """Length of the dashes that say that its end is not exact; 0 where it is."""
    from_ever: bool
    """Whether its beginning is open: an arrow."""
    to_ever: bool
    """Whether its end is open: an arrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalMark:
    """A date of an event that does not agree with its own."""

    x: float
    """Centre of its hollow mark."""
    href: str
    """The passage that gives it."""
    title: str
    """Who gives which date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkView:
    """An event in the picture."""

    id: str
    """Element id of the event in the list."""
    href: str
    """Its address, relative to the page."""
    classes: str
    """What filters go by."""
    kind: str
    """Kind of event: decides on shape and colour."""
    title: str
    """What a pointer is told: date and label."""
    x: float
    """Centre."""
    y: float
    """Centre."""
    stretch: StretchView | None
    """What is drawn under it; nothing for a day that is known exactly."""
    rivals: tuple[RivalMark, ...]
    """Its other dates, each joined to it by a line."""
    label: str
    """Short label; empty where there is no room for one."""
    label_x: float
    """Where the label begins, or ends where it stands on the left."""
    label_left: bool
    """Whether the label stands on the left of the mark."""
    left: float
    """Left end of everything drawn for it."""
    right: float
    """Right end of everything drawn for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagView:
    """The publication of an article, or of several."""

    x: float
    """When."""
    label_x: float
    """Where its label begins, or ends where it stands on the left."""
    label_left: bool
    """Whether the label stands on the left."""
    y: float
    """Height of the label."""
    label: str
    """The article's short name."""
    href: str
    """Its page."""
    title: str
    """Its short name and date."""
    classes: str
    """What filters go by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """Many events drawn as one: those of one kind in one stretch of the axis."""

    x: float
    """Centre."""
    y: float
    """Centre."""
    radius: float
    """The more events, the larger."""
    count: int
    """How many events."""
    kind: str
    """Kind of event."""
    href: str
    """The heading of the first of them."""
    title: str
    """What a pointer is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """The timeline as a drawing."""

    width: float
    """Width, in its own units."""
    height: float
    """Height, in its own units."""
    axis: float
    """Height of the axis."""
    bands: tuple[BandView, ...]
    """The axis from left to right."""
    breaks: tuple[BreakView, ...]
    """Where it leaves out years."""
    flags: tuple[FlagView, ...]
    """When the articles were published."""
    marks: tuple[MarkView, ...]
    """The events; empty where they are too many to be drawn one by one."""
    cells: tuple[CellView, ...]
    """The events of each kind and stretch; empty where each is drawn by itself."""
    rows: tuple[tuple[float, str], ...]
    """Height and name of each row of cells."""
    title: str
    """Name of the picture."""
    words: str
    """The picture in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DotView:
    """One or more events in a small timeline."""

    x: float
    """Centre."""
    href: str
    """The first of the events on the timeline's page."""
    kind: str
    """Kind of the first."""
    count: int
    """How many events."""
    title: str
    """What a pointer is told."""
