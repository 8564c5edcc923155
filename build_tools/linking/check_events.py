"""Events must be tied to what exists and say where their dates come from."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.linking.check_links import (
    check_article,
    check_people,
    check_prose,
    check_sources,
    check_term,
)
from build_tools.linking.linked import Linked
from build_tools.model.corpus import Corpus, Sheet
from build_tools.model.event import EventFile
from build_tools.model.note import unsourced
from build_tools.model.problem import Problem


def events(linked: Linked) -> Iterator[Problem]:
    """Yield a problem for each dead reference and each date that comes from nowhere."""
    corpus = linked.corpus
    for key, sheet in corpus.events.items():
        event = sheet.value
        yield from check_people(corpus, sheet, (), event.author, event.reviewer)
        for index, actor in enumerate(event.actors):
            yield from check_term(corpus, sheet.at("actors", index), actor)
        yield from _tellings(linked, sheet)
        yield from _record(corpus, sheet)
        for index, other in enumerate(event.look_alikes):
            if other == key or (other not in corpus.events and other not in corpus.unreadable):
                yield Problem(
                    code="CR340",
                    place=sheet.at("look_alikes", index),
                    message="names an event that is not another one in events/",
                    words=other,
                    example=f"events/{other}.yml",
                )


def _tellings(linked: Linked, sheet: Sheet[EventFile]) -> Iterator[Problem]:
    for index, telling in enumerate(sheet.value.told):
        place = sheet.at("told", index, "article")
        yield from check_article(linked.corpus, place, telling.article)
        article = linked.article(telling.article)
        if article and telling.paragraph > article.paragraphs:
            yield Problem(
                code="CR315",
                place=sheet.at("told", index, "paragraph"),
                message=f"the op-ed has only {article.paragraphs} paragraphs",
                words=str(telling.paragraph),
            )
        if bool(telling.from_words) != bool(telling.relative_to):
            yield Problem(
                code="CR341",
                place=sheet.at("told", index),
                message="gives the words of a relative date or what they count from, but not both",
                words=telling.from_words or telling.relative_to or "",
                example="from_words: last week, relative_to: 2023-02-07",
            )


def _record(corpus: Corpus, sheet: Sheet[EventFile]) -> Iterator[Problem]:
    record = sheet.value.record
    if record is None:
        return
    yield from check_prose(corpus, sheet, ("record", "says"), record.says)
    yield from check_sources(corpus, sheet, ("record",), record.sources)
    if unsourced(record.sources, record.confidence):
        yield Problem(
            code="CR308",
            place=sheet.at("record"),
            message="says what the record holds and names no source",
            example="sources: [dawn-2022-11-28], or confidence: unconfirmed",
        )
