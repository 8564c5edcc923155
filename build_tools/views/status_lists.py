"""Puts what is to be done in lists: how each thing reads, how much of it is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from build_tools.linking import upkeep
from build_tools.linking.linked import AnyPlaced, LinkedArticle
from build_tools.linking.quotations import file_of
from build_tools.linking.upkeep import Text
from build_tools.model.argument import ArgumentFile
from build_tools.model.course import CourseFile
from build_tools.model.event import EventFile, Telling
from build_tools.model.figure import Figure, MeasureFile, RecordFigure
from build_tools.model.note import Note
from build_tools.model.question import QuestionFile
from build_tools.model.term import TermFile
from build_tools.views import coverage_tables as tables
from build_tools.views import words
from build_tools.views.coverage import ItemView
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.numbers import claimed
from build_tools.views.parts import Link
from build_tools.views.status import TaskList, TaskView

MOST_LISTS = 40
"""Lists of one task."""
MOST_EACH = tables.SHOWN
"""Items of each list, where a task has many lists: none is folded then."""
OPEN_LISTS = 8
"""Lists that are seen at once."""

Items = Sequence[Callable[[], ItemView]]
"""What makes each item of a list: most of a long one is never shown."""
NO_HEADING = Link(href="", text="")
"""What stands above the list of a task that has only one."""


def task(
    key: str,
    title: str,
    says: str,
    nothing: str,
    found: Iterable[tuple[Link, Items]],
    *,
    short: bool = False,
    unknown: str = "",
    known: bool = True,
) -> TaskView:
    """Return a task; of many lists the longest are kept.

    Args:
        key: Element id of its heading.
        title: What it is.
        says: What is listed and why.
        nothing: What is said instead where nothing is listed.
        found: What is to be done, by article or sort.
        short: Whether items are a word each.
        unknown: What this says nothing about, and why.
        known: Whether that nothing is listed means that there is nothing.
    """
    some = [(heading, items) for heading, items in found if items]
    ranked = sorted(range(len(some)), key=lambda at: -len(some[at][1]))[:MOST_LISTS]
    kept = [some[at] for at in sorted(ranked)]
    count = sum(len(items) for _, items in some)
    most = tables.MOST_ROWS if len(kept) <= OPEN_LISTS else MOST_EACH
    lists = tuple(_list(heading, items, most) for heading, items in kept)
    at = tables.folds_at(len(lists), OPEN_LISTS)
    return TaskView(
        id=key,
        title=title,
        says=says if some else nothing,
        count=count,
        tally=f"{count:,}" if count else "nothing" if known else "not known",
        short=short,
        shown=lists[:at],
        folded=lists[at:],
        left_out=len(some) - len(lists),
        unknown=unknown,
    )


def _list(heading: Link, items: Items, most: int) -> TaskList:
    kept = tuple(make() for make in items[:most])
    at = tables.folds_at(len(kept), tables.SHOWN)
    return TaskList(
        heading=heading,
        count=len(items),
        shown=kept[:at],
        folded=kept[at:],
        left_out=len(items) - len(kept),
    )


def here(desk: Desk, one: LinkedArticle, paragraph: int) -> str:
    """Return the address of a paragraph; of its article, where the page does not have it yet."""
    there = one.block(paragraph) is not None
    return desk.article_href(one.article.slug, f"p{paragraph}" if there else "")


def article_link(desk: Desk, slug: str) -> Link:
    """Return a link to an article."""
    return Link(href=desk.article_href(slug), text=desk.label(slug))


def text_link(desk: Desk, text: Text) -> Link:
    """Return a link to a text of ours."""
    match item := text.item:
        case Note():
            href = desk.article_href(text.article, f"n-{item.id}")
            said = f"{desk.label(text.article)}, ¶{text.paragraph}: “{item.quote}”"
        case TermFile():
            href, said = desk.term_href(text.id), tables.term_name(desk, text.id)
        case EventFile():
            href, said = desk.event_href(text.id), item.label
        case MeasureFile():
            href, said = desk.measure_href(text.id), item.counts
        case QuestionFile():
            href, said = desk.question_href(text.id), item.question
        case ArgumentFile():
            href = desk.article_href(text.article)
            said = f"Argument of {desk.label(text.article)}"
        case CourseFile():
            href, said = f"{desk.root}class.html", item.title
    return Link(href=href, text=said)


def quoting(desk: Desk, one: LinkedArticle, placed: AnyPlaced) -> ItemView:
    """Return what quotes an article in words that are in doubt."""
    item, corpus, slug = placed.item, desk.linked.corpus, one.article.slug
    match item:
        case Note():
            link = Link(href=desk.article_href(slug, f"n-{item.id}"), text=f"Note: “{item.quote}”")
        case Telling():
            key = file_of(placed)
            link = Link(href=desk.event_href(key), text=corpus.events[key].value.label)
        case Figure():
            key = file_of(placed)
            text = f"{corpus.measures[key].value.counts}: {claimed(item)}"
            link = Link(href=desk.figure_href(key, item.id), text=text)
        case _:
            key = file_of(placed)
            text = corpus.questions[key].value.short
            link = Link(href=desk.question_href(key, slug), text=text)
    return ItemView(link=link, remark=f"¶{placed.paragraph} · {words.STANDINGS[placed.standing]}")


def text_item(desk: Desk, text: Text) -> ItemView:
    """Return a text of ours."""
    return ItemView(link=text_link(desk, text), remark="")


def unconfirmed_items(desk: Desk, text: Text) -> Items:
    """Return the text, or the figures on record in it that are unconfirmed."""
    file = text.item
    if not isinstance(file, MeasureFile):
        return [partial(text_item, desk, text)]
    unsure = upkeep.unconfirmed_figures(file)
    return [partial(_unconfirmed_figure, desk, text.id, file, one) for one in unsure]


def _unconfirmed_figure(desk: Desk, key: str, file: MeasureFile, one: RecordFigure) -> ItemView:
    href, text = desk.figure_href(key, one.id), f"{file.counts}: {claimed(one)}"
    remark = in_words(one.period) if one.period else ""
    return ItemView(link=Link(href=href, text=text), remark=remark)
