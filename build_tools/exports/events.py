"""events.json, events.csv and events.ics: what happened when, by whose telling."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from build_tools.exports import common
from build_tools.exports.common import Json, source
from build_tools.linking.events import Event
from build_tools.model import dates
from build_tools.views.desk import Desk

if TYPE_CHECKING:
    from icalendar import Event as Entry

COLUMNS = (
    *("id", "label", "kind", "date", "start", "end", "place", "actors"),
    *("article", "paragraph", "quote", "told_date", "rival"),
)
"""Columns of events.csv: a row a telling."""


def events(desk: Desk) -> Iterator[Json]:
    """Yield every event by date, with its tellings."""
    for one in desk.linked.events:
        event, record = one.sheet.value, one.sheet.value.record
        yield {
            "id": one.id,
            "label": event.label,
            "kind": event.kind.value,
            "date": event.date,
            "actors": list(event.actors),
            "place": event.place,
            "implied": event.implied,
            "told": [
                {
                    "article": told.telling.article,
                    "paragraph": told.placed.paragraph,
                    "quote": told.telling.quote,
                    "date": told.telling.date,
                    "from_words": told.telling.from_words,
                    "relative_to": told.telling.relative_to,
                    "says": told.telling.says,
                    "rival": told.rival,
                }
                for told in one.told
            ],
            "rival": sorted({told.telling.date for told in one.rivals if told.telling.date}),
            "record": {
                "says": record.says,
                "confidence": record.confidence.value,
                "sources": [source(citation) for citation in record.sources],
            }
            if record
            else None,
            "look_alikes": list(event.look_alikes),
        }


def table(desk: Desk) -> str:
    """Return the tellings as CSV."""
    return common.table(COLUMNS, _rows(desk))


def _rows(desk: Desk) -> Iterator[Json]:
    for one in desk.linked.events:
        event = one.sheet.value
        for told in one.told:
            telling = told.telling
            yield {
                "id": one.id,
                "label": event.label,
                "kind": event.kind.value,
                "date": event.date,
                "start": "" if one.date.open_start else one.date.start.isoformat(),
                "end": "" if one.date.open_end else one.date.end.isoformat(),
                "place": event.place,
                "actors": " ".join(event.actors),
                "article": telling.article,
                "paragraph": told.placed.paragraph,
                "quote": telling.quote,
                "told_date": telling.date,
                "rival": "yes" if told.rival else "no",
            }


def calendar(desk: Desk) -> str:
    """Return the events as iCalendar (RFC 5545), whole days; those without a bound are left out."""
    from icalendar import Calendar  # takes long to load, and most commands write none

    made = Calendar()
    made.add("prodid", "-//Crossread//events//EN")
    made.add("version", "2.0")
    for one in desk.linked.events:
        if not (one.date.open_start or one.date.open_end):
            made.add_component(_entry(desk, one))
    text: str = made.to_ical().decode()
    return text


def _entry(desk: Desk, one: Event) -> Entry:
    from icalendar import Event as Entry

    event = one.sheet.value
    entry = Entry()
    entry.add("uid", f"{one.id}@{desk.permanent('timeline.html')}")
    changed = dates.parse(event.updated).start
    entry.add("dtstamp", datetime.datetime.combine(changed, datetime.time(), datetime.UTC))
    entry.add("dtstart", one.date.start)
    entry.add("dtend", one.date.end + datetime.timedelta(days=1))
    entry.add("summary", event.label)
    entry.add("description", f"{event.date}; told in {', '.join(one.articles)}")
    entry.add("url", desk.permanent(f"timeline.html#e-{one.id}"))
    if event.place:
        entry.add("location", event.place)
    return entry
