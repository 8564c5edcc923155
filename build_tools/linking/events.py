"""Events with their tellings placed in the texts, and the dates that do not agree."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.linking.anchors import Placed
from build_tools.model.corpus import Sheet
from build_tools.model.dates import Dated
from build_tools.model.event import EventFile, Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One article's telling of an event."""

    telling: Telling
    """What it says."""
    placed: Placed
    """Where its words stand."""
    date: Dated | None
    """The date it gives; nothing where it gives none."""
    rival: bool
    """Whether its date cannot be that of the event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event, read and tied."""

    id: str
    """Name of its file."""
    sheet: Sheet[EventFile]
    """The editorial data."""
    date: Dated
    """When, by the best we know."""
    told: tuple[Told, ...]
    """Tellings by article's date and place in the text."""

    @property
    def rivals(self) -> tuple[Told, ...]:
        """The tellings whose dates do not agree with the event's."""
        return tuple(one for one in self.told if one.rival)

    @property
    def articles(self) -> tuple[str, ...]:
        """Slugs of the articles that tell of it, each once."""
        return tuple(dict.fromkeys(one.telling.article for one in self.told))
