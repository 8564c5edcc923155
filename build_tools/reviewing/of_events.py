"""What changed in events: their dates, their tellings, the dates that do not agree."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.linking.events import Event
from build_tools.linking.linked import Linked
from build_tools.linking.quotations import telling_key
from build_tools.model.corpus import Sheet
from build_tools.model.event import EventFile, Telling
from build_tools.reviewing import quoting
from build_tools.reviewing.changes import Change, Kind, Sort, Thing
from build_tools.reviewing.matching import match
from build_tools.reviewing.pairing import Paired
from build_tools.reviewing.saying import date, differences

Indexed = tuple[int, Telling]
"""A telling and its place in its file."""


def events(both: Paired) -> Iterator[Change]:
    """Yield what changed in each event."""
    clashing, clash = _rivals(both.before), _rivals(both.after)
    for (old, before), (new, after) in both.events.pairs:
        thing = _thing(new, after, old)
        if thing.was:
            yield thing.change(Kind.RENAMED, old, new, field="name in addresses")
        earlier = both.updated(before.value)
        yield from differences(thing, earlier, after.value, frozenset({"told"}))
        yield from _tellings(thing, (old, earlier), (new, after.value), both)
        yield from _opened(thing, clashing.get(old, {}), clash.get(new, {}), both)
    for key, sheet in both.events.removed:
        yield _thing(key, sheet).change(Kind.REMOVED, _said(sheet.value))
        yield from _opened(_thing(key, sheet), clashing.get(key, {}), {}, both)
    for key, sheet in both.events.added:
        yield _thing(key, sheet).change(Kind.ADDED, "", _said(sheet.value))
        yield from _opened(_thing(key, sheet), {}, clash.get(key, {}), both)


def _thing(key: str, sheet: Sheet[EventFile], was: str = "") -> Thing:
    return Thing(
        sort=Sort.EVENT,
        id=key,
        was="" if was in {"", key} else was,
        label=sheet.value.label,
        path=sheet.at().path,
        address=f"timeline.html#e-{key}",
    )


def _said(event: EventFile) -> str:
    return f"{date(event.date)}: {event.label}"


def _tellings(
    event: Thing,
    before: tuple[str, EventFile],
    after: tuple[str, EventFile],
    both: Paired,
) -> Iterator[Change]:
    found = match(
        enumerate(before[1].told),
        enumerate(after[1].told),
        lambda one: (one[1].article, one[1].paragraph, one[1].quote),
        lambda one: (one[1].article, one[1].quote),
        lambda one: (one[1].article, one[1].paragraph),
        lambda one: one[1].article,
    )
    for (at, old), (index, new) in found.pairs:
        thing = _telling(event, (index, new))
        there, here = telling_key(before[0], at), telling_key(after[0], index)
        yield from quoting.quotation(thing, old, new, both.was.get(there), both.now.get(here))
        yield from differences(thing, old, new, quoting.FIELDS)
    for one in found.removed:
        yield _telling(event, one).change(Kind.REMOVED, _told(one[1]))
    for one in found.added:
        yield _telling(event, one).change(Kind.ADDED, "", _told(one[1]))


def _told(telling: Telling) -> str:
    dated = f", {date(telling.date)}" if telling.date else ""
    return f"¶{telling.paragraph} “{telling.quote}”{dated}"


def _telling(event: Thing, one: Indexed) -> Thing:
    telling = one[1]
    return Thing(
        sort=Sort.TELLING,
        id=f"{event.id}/{telling.article}",
        was=f"{event.was}/{telling.article}" if event.was else "",
        label=f"{event.label}, as {telling.article} tells it",
        article=telling.article,
        path=event.path,
        address=event.address,
    )


Rivals = dict[tuple[str, int], str]
"""What articles date otherwise: the date by slug and how many-th telling."""


def _rivals(linked: Linked) -> dict[str, Rivals]:
    return {one.id: _of(one) for one in linked.events if one.rivals}


def _of(event: Event) -> Rivals:
    found: Rivals = {}
    for one in event.rivals:
        slug = one.telling.article
        found[slug, sum(key[0] == slug for key in found)] = date(one.telling.date)
    return found


def _opened(event: Thing, before: Rivals, after: Rivals, both: Paired) -> Iterator[Change]:
    """Yield the dates that came to disagree with the event's, and those that no longer do."""
    was = {(both.slug(slug), nth): words for (slug, nth), words in before.items()}
    for kind, found, other in ((Kind.CLOSED, was, after), (Kind.OPENED, after, was)):
        for slug, nth in sorted(found.keys() - other.keys()):
            thing = Thing(
                sort=Sort.RIVAL,
                id=f"{event.id}/{slug}",
                was=f"{event.was}/{slug}" if event.was else "",
                label=event.label,
                article=slug,
                path=event.path,
                address=event.address,
            )
            words = f"{slug}: {found[slug, nth]}"
            sides = (words, "") if kind is Kind.CLOSED else ("", words)
            yield thing.change(kind, *sides)
