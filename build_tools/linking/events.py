"""Events with their tellings placed in the texts, and the dates that do not agree."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.linking.anchors import Placed
from build_tools.linking.quotations import file_of
from build_tools.model import dates
from build_tools.model.corpus import Corpus, Sheet
from build_tools.model.dates import Dated
from build_tools.model.event import EventFile, Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One article's telling of an event."""

    telling: Telling
    """What it says."""
    placed: Placed[Telling]
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
    """Tellings by the date of the article and the place in its text."""

    @property
    def rivals(self) -> tuple[Told, ...]:
        """The tellings whose dates do not agree with the event's."""
        return tuple(one for one in self.told if one.rival)

    @property
    def articles(self) -> tuple[str, ...]:
        """Slugs of the articles that tell of it, each once."""
        return tuple(dict.fromkeys(one.telling.article for one in self.told))


def gather(corpus: Corpus, placed: dict[str, tuple[Placed[Telling], ...]]) -> tuple[Event, ...]:
    """Return the corpus's events by date, each with its tellings.

    Args:
        corpus: The editorial data.
        placed: Tellings by article, in the order of the text.
    """
    by_event: dict[str, list[Placed[Telling]]] = {}
    for article in corpus.articles:
        for one in placed.get(article.slug, ()):
            by_event.setdefault(file_of(one), []).append(one)
    events = [
        _event(key, sheet, tuple(by_event.get(key, ()))) for key, sheet in corpus.events.items()
    ]
    return tuple(sorted(events, key=lambda one: (one.date.start, one.date.end, one.id)))


def _event(key: str, sheet: Sheet[EventFile], placed: tuple[Placed[Telling], ...]) -> Event:
    date = dates.parse(sheet.value.date)
    told = []
    for one in placed:
        given = dates.parse(one.item.date) if one.item.date else None
        rival = given is not None and not given.agrees(date)
        told.append(Told(telling=one.item, placed=one, date=given, rival=rival))
    return Event(id=key, sheet=sheet, date=date, told=tuple(told))
