"""Makes the views of single events and of what articles and the record say of them."""

from __future__ import annotations

from build_tools.linking.events import Event, Told
from build_tools.model.event import EventKind, Telling
from build_tools.model.fields import Passage
from build_tools.views import words
from build_tools.views.dates_in_words import in_words, spoken
from build_tools.views.desk import Desk
from build_tools.views.parts import KindView, Link
from build_tools.views.timeline import EventView, TellingView

EVENT_KINDS: dict[EventKind, tuple[str, str]] = {
    EventKind.ATTACK: ("Attack", "✶"),
    EventKind.CONFLICT: ("Conflict", "■"),
    EventKind.AGREEMENT: ("Agreement", "●"),
    EventKind.TALKS: ("Talks", "◆"),
    EventKind.STATEMENT: ("Statement", "▲"),
    EventKind.LISTING: ("Listing", "☰"),
    EventKind.POLITICS: ("Politics", "✚"),
    EventKind.ECONOMY: ("Economy", "▼"),
}
"""Name and shape of each kind of event."""


def event_kind(kind: EventKind, count: int = 0) -> KindView:
    """Return a kind of event as readers see it."""
    label, symbol = EVENT_KINDS[kind]
    return KindView(id=kind.value, label=label, symbol=symbol, count=count)


def event_view(desk: Desk, event: Event, classes: str, known: dict[str, str]) -> EventView:
    """Return an event as the list shows it.

    Args:
        desk: The site, seen from the timeline's page.
        event: The event.
        classes: What filters go by.
        known: Labels of all events, by id.
    """
    file, terms = event.sheet.value, desk.linked.corpus.terms
    actors = [key for key in file.actors if key in terms]
    told = tuple(telling_view(desk, one, file.date) for one in event.told)
    return EventView(
        id=f"e-{event.id}",
        classes=classes,
        actor_ids=" ".join(actors),
        label=file.label,
        kind=event_kind(file.kind),
        date=in_words(file.date),
        when=spoken(file.date),
        place=file.place or "",
        implied=file.implied,
        actors=tuple(Link(href=desk.term_href(key), text=actor_name(desk, key)) for key in actors),
        told=told,
        rivals=tuple(one for one in told if one.rival),
        record=desk.record(file.record) if file.record else None,
        look_alikes=tuple(
            Link(href=f"#e-{key}", text=known[key]) for key in file.look_alikes if key in known
        ),
        state=file.state.value,
        state_label=words.STATES[file.state],
        author=desk.author(file.author),
        reviewer=desk.person(file.reviewer),
    )


def telling_view(desk: Desk, told: Told, own: str = "") -> TellingView:
    """Return what one article says of an event whose date in EDTF is `own`."""
    telling, placed = told.telling, told.placed
    return TellingView(
        passage=desk.passage(Passage(article=telling.article, paragraph=placed.paragraph)),
        quote=telling.quote,
        when=spoken(telling.date) if telling.date else (),
        rival=told.rival,
        same=telling.date == own,
        resolution=_resolution(telling),
        says=telling.says or "",
        verified=words.STANDINGS[placed.standing],
    )


def _resolution(telling: Telling) -> str:
    """Return how the article's own words became a date: “last week”, counted from 7 February."""
    said = f"“{telling.from_words}”" if telling.from_words else ""
    if telling.relative_to:
        base = f"counted from {in_words(telling.relative_to)}"
        return f"{said}, {base}" if said else base
    return said


def actor_name(desk: Desk, key: str) -> str:
    """Return the short name of a term that took part."""
    term = desk.linked.corpus.terms[key].value
    return term.short or term.name
