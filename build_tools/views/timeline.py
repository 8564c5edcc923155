"""The timeline: a picture of all events, and the list that is the truth of it."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.views.dates_in_words import Spoken
from build_tools.views.parts import KindView, Link, PageView, RecordView
from build_tools.views.picture import DotView, PictureView


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
    same: bool
    """Whether that date is the event's to the letter."""
    resolution: str
    """How its own words for the date were read; empty where they were plain."""
    says: str
    """What is particular to it; may be empty."""
    verified: str
    """What is known of its quotation: verified, moved, not yet verified …"""


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
