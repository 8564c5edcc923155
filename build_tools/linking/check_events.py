"""Events must be tied to what exists and say where their dates come from."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.linking.linked import Linked
from build_tools.linking.references import (
    check_article,
    check_event,
    check_paragraph,
    check_people,
    check_record,
    check_term,
)
from build_tools.model.corpus import Sheet
from build_tools.model.event import EventFile, Telling
from build_tools.model.figure import Figure
from build_tools.model.problem import Problem, Where


def events(linked: Linked) -> Iterator[Problem]:
    """Yield a problem for each dead reference and each date that comes from nowhere."""
    corpus = linked.corpus
    for key, sheet in corpus.events.items():
        event = sheet.value
        yield from check_people(corpus, sheet, (), event.author, event.reviewer)
        for index, actor in enumerate(event.actors):
            yield from check_term(corpus, sheet.where("actors", index), actor)
        yield from _tellings(linked, sheet)
        yield from check_record(corpus, sheet, event.record)
        for index, other in enumerate(event.look_alikes):
            where = sheet.where("look_alikes", index)
            yield from check_event(corpus, where, other)
            if other == key:
                message = "names the event itself as what it must not be taken for"
                yield Problem(code="CR340", place=where(), message=message, words=other)


def _tellings(linked: Linked, sheet: Sheet[EventFile]) -> Iterator[Problem]:
    for index, telling in enumerate(sheet.value.told):
        where = sheet.where("told", index, "article")
        yield from check_article(linked.corpus, where, telling.article)
        number = sheet.where("told", index, "paragraph")
        yield from check_paragraph(linked, number, telling.article, telling.paragraph)
        yield from half_dated(sheet.where("told", index), telling)


def half_dated(where: Where, item: Telling | Figure) -> Iterator[Problem]:
    """Yield a problem for words such as "last week" without the day they count from."""
    if bool(item.from_words) != bool(item.relative_to):
        yield Problem(
            code="CR341",
            place=where(),
            message="gives the words of a relative date or what they count from, but not both",
            words=item.from_words or item.relative_to or "",
            example="from_words: last week, relative_to: 2023-02-07",
        )
