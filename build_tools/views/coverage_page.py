"""Makes the view of the page on who writes what."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from build_tools.linking import coverage, look_alikes
from build_tools.linking.comparisons import Question
from build_tools.linking.coverage import Alone
from build_tools.linking.events import Event
from build_tools.model.fields import Passage
from build_tools.model.question import AnswerState
from build_tools.views import coverage_figures as figures
from build_tools.views import coverage_tables as tables
from build_tools.views import words
from build_tools.views.coverage import (
    CoverageView,
    ItemView,
    ListView,
    OnlyView,
    PairsView,
    PairView,
)
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.index import MANY
from build_tools.views.parts import Link

OPEN_NAMES = 8
"""Terms whose forms are seen at once."""
OPEN_PAIRS = 12
"""Pairs that are seen at once."""
SHORT = 3
"""What a list shows before its tail is folded, where articles are many."""


def coverage_view(desk: Desk) -> CoverageView:
    """Return what the page on who writes what shows."""
    site, linked = desk.linked.corpus.site.value, desk.linked
    read = coverage.read(linked)
    names = coverage.names(desk.usage)
    shown = tuple(tables.name_view(desk, one, read) for one in names[: tables.MOST_ROWS])
    heats = tables.heat_views(desk, read)
    only = _most(coverage.alone(linked, desk.usage)) if len(linked.articles) > 1 else ()
    cited, unsourced = coverage.cited(linked), coverage.unsourced(linked)
    bare = sum(len(some) for some in unsourced.values())
    warned = look_alikes.warnings(linked)
    pairs = _pairs(desk, warned)
    most = tables.MOST_ROWS if desk.index.many else len(warned.rest)
    return CoverageView(
        title="Who writes what",
        description=f"What the articles in {site.title} call things, whom they speak of, "
        "what only one of them says, and whose figures they use.",
        root=desk.root,
        contents=(
            _entry("names", "Names in use", words.plural(len(names), "term"), "by several names"),
            _entry(
                "actors",
                "Actors and articles",
                words.plural(sum(bool(one.count()) for one in desk.usage.values()), "term"),
                f"in {words.plural(len(linked.articles), 'article')}",
            ),
            _entry(
                "only",
                "Only this article says",
                words.plural(sum(one.count for one in only), "thing"),
                "that no second article has",
            ),
            _entry(
                "counted",
                "Who cites whom for which figure",
                words.plural(len(cited), "source"),
                f"and {words.plural(bare, 'figure')} without one",
            ),
            _entry(
                "look-alikes",
                "Look-alikes to keep apart",
                words.plural(sum(len(one.shown) + len(one.folded) for one in pairs), "pair"),
                "",
            ),
        ),
        columns=tables.columns(desk, read),
        compact=tables.compact(desk),
        fits=tables.fits(desk),
        unread=_labels(desk, (one.article.slug for one in linked.articles if not one.lock)),
        stale=_labels(desk, (one.article.slug for one in linked.articles if one.stale)),
        names=shown[:OPEN_NAMES],
        names_folded=shown[OPEN_NAMES:],
        names_left_out=len(names) - len(shown),
        steps=tables.steps(),
        heats=heats,
        only=tuple(_only(desk, one) for one in only),
        only_left_out=len(linked.articles) - len(only) if only else 0,
        cited=tuple(
            figures.cited_row(desk, body, found)
            for body, found in list(cited.items())[: tables.MOST_ROWS]
        ),
        cited_left_out=max(0, len(cited) - tables.MOST_ROWS),
        unsourced=tuple(
            figures.unsourced_view(desk, slug, some)
            for slug, some in list(unsourced.items())[: tables.MOST_ROWS]
        ),
        unsourced_count=bare,
        unsourced_left_out=max(0, len(unsourced) - tables.MOST_ROWS),
        pairs=pairs,
        warnings=tuple(_warning(desk, one) for one in warned.rest[:most]),
        warnings_left_out=len(warned.rest[most:]),
    )


def _entry(key: str, title: str, *said: str) -> tuple[Link, str]:
    return Link(href=f"#{key}", text=title), " ".join(part for part in said if part)


def _labels(desk: Desk, slugs: Iterable[str]) -> str:
    """Return articles in a line, and how many are left out."""
    labels = [desk.label(slug) for slug in slugs]
    more = len(labels) - MANY
    return ", ".join(labels[:MANY]) + (f" and {more:,} more" if more > 0 else "")


def _most(alone: tuple[Alone, ...]) -> tuple[Alone, ...]:
    """Return the articles that have most to themselves, in the order of the corpus."""
    ranked = sorted(alone, key=lambda one: -one.count)[: tables.MOST_ROWS]
    kept = {one.article for one in ranked}
    return tuple(one for one in alone if one.article in kept)


def _only(desk: Desk, one: Alone) -> OnlyView:
    lists = (
        _list(desk, "term", [_term(desk, one.article, key) for key in one.terms]),
        _list(desk, "event", [_event(desk, event) for event in one.events]),
        _list(desk, "question", [_question(desk, one.article, some) for some in one.questions]),
    )
    return OnlyView(
        article=Link(href=desk.article_href(one.article), text=desk.label(one.article)),
        lists=lists if one.count else (),
    )


def _list(desk: Desk, noun: str, items: list[ItemView]) -> ListView:
    shown = SHORT if tables.compact(desk) else tables.SHOWN
    kept = tuple(items[: tables.MOST_ROWS])
    at = tables.folds_at(len(kept), shown)
    return ListView(
        label=words.plural(len(items), noun),
        shown=kept[:at],
        folded=kept[at:],
        left_out=len(items) - len(kept),
    )


def _term(desk: Desk, slug: str, key: str) -> ItemView:
    link = Link(href=desk.mentions_href(key, slug), text=tables.term_name(desk, key))
    count = desk.usage[key].count()
    return ItemView(link=link, remark=f"×{count}" if count > 1 else "")


def _event(desk: Desk, event: Event) -> ItemView:
    link = Link(href=desk.event_href(event.id), text=event.sheet.value.label)
    return ItemView(link=link, remark=in_words(event.date.edtf))


def _question(desk: Desk, slug: str, question: Question) -> ItemView:
    unread = sum(one.answer.state is AnswerState.UNREAD for one in question.given)
    link = Link(href=desk.question_href(question.id, slug), text=question.sheet.value.question)
    remark = f"{words.plural(unread, 'article')} not yet read for it" if unread else ""
    return ItemView(link=link, remark=remark)


def _pairs(desk: Desk, warned: look_alikes.Warnings) -> tuple[PairsView, ...]:
    """Return look-alikes among terms and events; sorts of which there are none are left out."""
    terms = [
        PairView(
            first=ItemView(link=_term_link(desk, one.first), remark=""),
            second=ItemView(link=_term_link(desk, one.second), remark=""),
            reason=one.reason,
            notes=tuple(_note_link(desk, some) for some in warned.of.get(one, ())),
        )
        for one in look_alikes.terms(desk.linked.corpus.terms)
    ]
    events = {one.id: one for one in desk.linked.events}
    told = [
        PairView(
            first=_event(desk, events[one.first]),
            second=_event(desk, events[one.second]),
            reason=one.reason,
            notes=(),
        )
        for one in look_alikes.events(desk.linked)
    ]
    return tuple(
        PairsView(title=title, shown=tuple(found[:OPEN_PAIRS]), folded=tuple(found[OPEN_PAIRS:]))
        for title, found in (("Names", terms), ("Events", told))
        if found
    )


def _warning(desk: Desk, one: look_alikes.Warned) -> tuple[Link, Markup]:
    """Return a note on look-alikes, with what it says."""
    return _note_link(desk, one), desk.prose(one.placed.item.body)


def _term_link(desk: Desk, key: str) -> Link:
    return Link(href=desk.term_href(key), text=tables.term_name(desk, key))


def _note_link(desk: Desk, one: look_alikes.Warned) -> Link:
    slug, note = one.article.article.slug, one.placed.item
    where = desk.passage(Passage(article=slug, paragraph=one.placed.paragraph)).text
    return Link(href=desk.article_href(slug, f"n-{note.id}"), text=f"{where}: “{note.quote}”")
