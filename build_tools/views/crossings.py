"""Says beside a paragraph which events it tells of, and how other articles stand to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from build_tools.linking.comparisons import Given, Question
from build_tools.linking.events import Event, Told
from build_tools.linking.figures import Counted, Measure
from build_tools.linking.pairs import Pair
from build_tools.model.event import Telling
from build_tools.model.figure import Figure, PairLabel
from build_tools.model.question import Verdict
from build_tools.views import words
from build_tools.views.article import CrossingView, EventLine
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.figure_views import with_unit
from build_tools.views.question_line import question_line

WORTH = (PairLabel.CONFLICTING, PairLabel.DIFFERENT_BASELINE)
"""Pairs of figures that a reader of the passage should know of."""

ORDER = (
    Verdict.CONTRADICT,
    Verdict.DIFFER,
    Verdict.NOT_COMPARABLE,
    Verdict.AGREE,
    Verdict.SINGLE,
)
"""Questions by verdict: what a reader should see first."""

MOST = 4
"""Lines beside a paragraph; one more is shown rather than counted."""

Line = tuple[int, str, str, str]
"""Paragraph, address, what is compared, and how it stands."""


def crossings(desk: Desk, slug: str) -> dict[int, tuple[CrossingView, ...]]:
    """Return what stands beside each paragraph of an article, by its number."""
    lines: defaultdict[int, list[CrossingView]] = defaultdict(list)
    for number, href, label, text in _lines(desk, slug):
        named = label if label.endswith(("?", "!")) else f"{label}:"
        lines[number].append(CrossingView(href=href, label=named, text=text))
    return {number: _short(desk, found) for number, found in lines.items()}


def _lines(desk: Desk, slug: str) -> Iterator[Line]:
    for event in desk.index.events_of.get(slug, ()):
        yield from _dates(desk, event, slug)
    for measure, counted in desk.index.figures_of.get(slug, ()):
        yield from _figure(desk, measure, counted)
    answers = desk.index.answers_of.get(slug, ())
    for question, given in sorted(answers, key=lambda one: ORDER.index(one[0].verdict)):
        yield from _question(desk, question, given)


def _short(desk: Desk, lines: list[CrossingView]) -> tuple[CrossingView, ...]:
    """Return as many lines as a margin can take, and how many more there are."""
    left = len(lines) - MOST
    if left <= 1:
        return tuple(lines)
    more = CrossingView(href=desk.comparisons_href, label=f"{left} more", text="")
    return (*lines[:MOST], more)


def event_lines(desk: Desk, slug: str) -> dict[int, list[EventLine]]:
    """Return the events an article tells of in one line each, by paragraph."""
    lines: dict[int, list[EventLine]] = {}
    for event in desk.index.events_of.get(slug, ()):
        here: dict[int, list[str]] = {}
        for told in event.told:
            if told.telling.article == slug:
                rivals = here.setdefault(told.placed.paragraph, [])
                rivals += [told.telling.date] if told.rival and told.telling.date else []
        for paragraph, rivals in here.items():
            line = EventLine(
                href=desk.event_href(event.id),
                label=event.sheet.value.label,
                date=in_words(event.sheet.value.date),
                rival=in_words(rivals[0]) if rivals else "",
            )
            lines.setdefault(paragraph, []).append(line)
    return lines


def _dates(desk: Desk, event: Event, slug: str) -> Iterator[Line]:
    """Yield a line for each paragraph whose date of an event another article does not share."""
    for told in event.told:
        if told.telling.article == slug and told.date:
            others = [_dated(desk, one.telling) for one in event.told if _clash(told, one)]
            if others:
                href, label = desk.event_href(event.id), event.sheet.value.label
                yield told.placed.paragraph, href, label, "; ".join(others)


def _dated(desk: Desk, telling: Telling) -> str:
    return f"{desk.label(telling.article)} dates this to {in_words(telling.date or '')}"


def _clash(told: Told, other: Told) -> bool:
    if other.telling.article == told.telling.article or not (told.date and other.date):
        return False
    return not told.date.agrees(other.date)


def _figure(desk: Desk, measure: Measure, counted: Counted) -> Iterator[Line]:
    """Yield a line for a figure that stands in a pair worth knowing."""
    figure = counted.figure
    pairs = desk.index.pairs_of.get((measure.id, figure.id), ())
    worth = [one for one in pairs if one.label in WORTH]
    if worth:
        said = _beside(desk, measure, figure, worth[0])  # what conflicts is first
        more = len(worth) - 1
        href = desk.figure_href(measure.id, figure.id)
        label = with_unit(figure, measure.sheet.value)
        text = f"{said}; {more} more" if more else said
        yield counted.placed.paragraph, href, label, text


def _beside(desk: Desk, measure: Measure, figure: Figure, pair: Pair) -> str:
    """Return how a figure stands to another: "different baseline: Gul 2024 has +50 %"."""
    other = pair.second if pair.first.id == figure.id else pair.first
    where = desk.label(other.article) if isinstance(other, Figure) else "the record"
    label = words.PAIR_LABELS[pair.label][0]
    return f"{label}: {where} has {with_unit(other, measure.sheet.value)}"


def _question(desk: Desk, question: Question, given: Given) -> Iterator[Line]:
    """Yield a line for each paragraph that an answer rests on."""
    slug = given.answer.article
    href, label = desk.question_href(question.id, slug), question.sheet.value.short
    text = question_line(desk, question, slug)
    yield from ((number, href, label, text) for number in given.paragraphs)
