"""The timeline: a picture of all events, and the list that is the truth of it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from build_tools.views.dates_in_words import Spoken
from build_tools.views.parts import KindView, Link, PageView, SourceView


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """Something the list can be narrowed to."""

    id: str
    """What events carry: a class for articles and kinds, a name in `data-actors` for actors."""
    label: str
    """As readers see it."""
    count: int
    """How many events it leaves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingView:
    """What one article says of an event."""

    passage: Link
    """The paragraph it stands in."""
    quote: str
    """Its words."""
    when: tuple[Spoken, ...]
    """The date it gives; empty where it gives none."""
    rival: bool
    """Whether that date cannot be the event's."""
    resolution: str
    """How its own words for the date were read; empty where they were plain."""
    says: str
    """What is particular to it; may be empty."""
    verified: str
    """What is known of its quotation: verified, moved, not yet verified …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """What the public record says."""

    says: Markup
    """In our words: one or more `<p>`."""
    sources: tuple[SourceView, ...]
    """Where."""
    confidence: str
    """`high`, `medium`, `low` or `unconfirmed`."""
    confidence_label: str
    """The same in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event in the list."""

    id: str
    """Element id, `e-` and the event's name; the permanent link."""
    classes: str
    """What filters go by: its kind and the articles that tell of it."""
    actor_ids: str
    """Ids of the terms that took part, with spaces between."""
    label: str
    """What happened."""
    kind: KindView
    """What sort of thing it is."""
    date: str
    """When, in words."""
    when: tuple[Spoken, ...]
    """The same, cut into what `<time>` can hold and what it cannot."""
    place: str
    """Where; may be empty."""
    implied: bool
    """Whether articles only refer to it."""
    actors: tuple[Link, ...]
    """Terms that took part."""
    told: tuple[TellingView, ...]
    """What each article says of it."""
    rivals: tuple[TellingView, ...]
    """Those of them whose dates do not agree with the event's."""
    record: RecordView | None
    """What the public record says."""
    look_alikes: tuple[Link, ...]
    """Events it must not be taken for."""
    state: str
    """`draft`, `reviewed` or `disputed`."""
    state_label: str
    """The same in words."""
    author: Link
    """Who wrote it."""
    reviewer: Link | None
    """Who reviewed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodView:
    """A heading of the list with its events."""

    id: str
    """Element id, `y-` and the year."""
    label: str
    """A year, a decade, or words for what has no year."""
    events: tuple[EventView, ...]
    """By date."""


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
class TimelineView(PageView):
    """The timeline's page."""

    picture: PictureView | None
    """The drawing; nothing where there is no event."""
    periods: tuple[PeriodView, ...]
    """All events under their years."""
    articles: tuple[ChoiceView, ...]
    """Articles to narrow the list to."""
    kinds: tuple[KindView, ...]
    """Kinds to narrow the list to."""
    actors: tuple[ChoiceView, ...]
    """Actors to narrow the list to, by name."""
    event_count: int
    """Events in all."""
    rival_count: int
    """How many of them the articles date differently."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallTimelineView:
    """Some events in one row, and the same as a list."""

    width: float
    """Width of the row, in its own units."""
    dots: tuple[DotView, ...]
    """The events from left to right, the nearest ones together."""
    years: tuple[tuple[float, str], ...]
    """Names of years under the row."""
    words: str
    """The row in words."""
    events: tuple[tuple[Link, KindView, tuple[Spoken, ...]], ...]
    """Each event with its kind and date."""
    all_href: str
    """The timeline's page."""
