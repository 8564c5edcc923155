"""Makes the views of the timeline's page and of the small timelines on other pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from build_tools.linking.events import Event
from build_tools.model import dates
from build_tools.model.dates import Dated
from build_tools.model.event import EventKind
from build_tools.views import words
from build_tools.views.dates_in_words import in_words, spoken
from build_tools.views.desk import Desk
from build_tools.views.drawing import Drawn, Rival, anchor
from build_tools.views.event_views import (
    EVENT_KINDS,
    actor_name,
    event_kind,
    event_view,
    telling_view,
)
from build_tools.views.parts import KindView, Link
from build_tools.views.small_row import WIDTH as ROW_WIDTH
from build_tools.views.small_row import small_dots
from build_tools.views.timeline import (
    ChoiceView,
    EventView,
    PeriodView,
    SmallTimelineView,
    TimelineView,
)
from build_tools.views.timeline_picture import Published, picture


def timeline_view(desk: Desk) -> TimelineView:
    """Return what the timeline's page shows."""
    site = desk.linked.corpus.site.value
    events = in_order(desk.linked.events)
    numbers = _numbers(desk, events)
    periods = _periods(desk, events, numbers)
    headings = {
        one.id.removeprefix("e-"): f"#{period.id}" for period in periods for one in period.events
    }
    return TimelineView(
        title="Timeline",
        description=f"Every dated event in {site.title}, with what each article says of it.",
        root=desk.root,
        picture=picture(
            (_drawn(desk, one, numbers) for one in events),
            _published(desk, numbers),
            headings,
            {kind: label for kind, (label, _) in EVENT_KINDS.items()},
            f"{desk.root}articles/index.html",
        ),
        periods=periods,
        articles=_articles(desk, events, numbers),
        kinds=_kinds(events),
        actors=_actors(desk, events),
        event_count=len(events),
        rival_count=sum(bool(one.rivals) for one in events),
    )


def small_timeline(desk: Desk, events: Iterable[Event]) -> SmallTimelineView | None:
    """Return some events as one row, for the page of an article or term; nothing for none."""
    chosen = in_order(events)
    if not chosen:
        return None
    dots, years = small_dots((one, desk.event_href(one.id), _title(one)) for one in chosen)
    first, last = (anchor(chosen[n].date).year for n in (0, -1))
    span = str(first) if first == last else f"{first} to {last}"
    return SmallTimelineView(
        width=ROW_WIDTH,
        dots=dots,
        years=years,
        words=f"{words.plural(len(chosen), 'event')}, {span}; the list below says which",
        events=tuple(
            (
                Link(href=desk.event_href(one.id), text=one.sheet.value.label),
                event_kind(one.sheet.value.kind),
                spoken(one.date.edtf),
            )
            for one in chosen
        ),
        all_href=f"{desk.root}timeline.html",
    )


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events by date, what is only known to have ended by its end, the undated last."""
    return tuple(
        sorted(
            events,
            key=lambda one: (_undated(one.date), _begins(one.date), one.date.end, one.id),
        )
    )


def _undated(date: Dated) -> bool:
    return date.open_start and date.open_end


def _begins(date: Dated) -> str:
    return (date.end if date.open_start else date.start).isoformat()


def _title(event: Event) -> str:
    return f"{in_words(event.date.edtf)}: {event.sheet.value.label}"


def _numbers(desk: Desk, events: tuple[Event, ...]) -> dict[str, int]:
    """Return the numbers that stand for articles in classes, from 1, by slug."""
    told = {slug for event in events for slug in event.articles}
    slugs = [one.slug for one in desk.linked.corpus.articles if one.slug in told]
    return {slug: number for number, slug in enumerate(slugs, 1)}


def _classes(event: Event, numbers: dict[str, int]) -> str:
    articles = [f"cr-a{numbers[slug]}" for slug in event.articles if slug in numbers]
    return " ".join([f"cr-e-{event.sheet.value.kind.value}", *articles])


def _periods(
    desk: Desk, events: tuple[Event, ...], numbers: dict[str, int]
) -> tuple[PeriodView, ...]:
    known = {one.id: one.sheet.value.label for one in events}
    periods: defaultdict[tuple[str, str], list[EventView]] = defaultdict(list)
    for one in events:
        periods[_heading(one.date)].append(event_view(desk, one, _classes(one, numbers), known))
    return tuple(
        PeriodView(id=key, label=label, events=tuple(views))
        for (key, label), views in periods.items()
    )


def _heading(date: Dated) -> tuple[str, str]:
    """Return id and words of the heading an event stands under."""
    if _undated(date):
        return "y-undated", "Without a date"
    first = (date.end if date.open_start else date.start).year
    if not (date.interval or date.open_end) and date.end.year - first > 1:
        return f"y-{first}-{date.end.year}", f"{first}–{date.end.year}"
    return f"y-{first}", str(first)


def _drawn(desk: Desk, event: Event, numbers: dict[str, int]) -> Drawn:
    rivals = tuple(
        Rival(date=one.date, href=view.passage.href, who=view.passage.text)
        for one, view in ((one, telling_view(desk, one)) for one in event.rivals)
        if one.date
    )
    return event, _classes(event, numbers), rivals


def _published(desk: Desk, numbers: dict[str, int]) -> Iterable[Published]:
    for one in desk.linked.corpus.articles:
        date = one.record.value.date
        yield Published(
            day=anchor(dates.parse(date)),
            label=one.label,
            href=desk.article_href(one.slug),
            when=in_words(date),
            classes=f"cr-a{numbers[one.slug]}" if one.slug in numbers else "",
        )


def _articles(
    desk: Desk, events: tuple[Event, ...], numbers: dict[str, int]
) -> tuple[ChoiceView, ...]:
    counts = Counter(slug for event in events for slug in event.articles)
    labels = {one.slug: one.label for one in desk.linked.corpus.articles}
    return tuple(
        ChoiceView(id=f"a{number}", label=labels[slug], count=counts[slug])
        for slug, number in numbers.items()
    )


def _kinds(events: tuple[Event, ...]) -> tuple[KindView, ...]:
    counts = Counter(one.sheet.value.kind for one in events)
    return tuple(event_kind(kind, counts[kind]) for kind in EventKind if counts[kind])


def _actors(desk: Desk, events: tuple[Event, ...]) -> tuple[ChoiceView, ...]:
    counts = Counter(key for event in events for key in dict.fromkeys(event.sheet.value.actors))
    named = [(actor_name(desk, key), key) for key in counts if key in desk.linked.corpus.terms]
    return tuple(
        ChoiceView(id=key, label=name, count=counts[key])
        for name, key in sorted(named, key=lambda one: (one[0].casefold(), one[1]))
    )
