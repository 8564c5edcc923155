"""Every person, work, term and passage that a file names must exist."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.linking.linked import Linked
from build_tools.linking.references import (
    AnySheet,
    check_passage,
    check_people,
    check_prose,
    check_sources,
    check_term,
)
from build_tools.model.corpus import Corpus
from build_tools.model.problem import Problem, Where
from build_tools.model.term import RelationKind

DESCENDING = {RelationKind.PART_OF, RelationKind.LOCATED_IN, RelationKind.SPLIT_FROM}
"""Relations that lead upwards: nothing can be part of itself, by whatever way."""


def links(linked: Linked) -> Iterator[Problem]:
    """Yield a problem for each name that leads nowhere."""
    corpus = linked.corpus
    yield from check_prose(corpus, corpus.site, ("about",), corpus.site.value.about)
    for index, person in enumerate(corpus.people.value.people):
        yield from check_prose(corpus, corpus.people, ("people", index, "about"), person.about)
    for article in corpus.articles:
        record = article.record
        yield from check_sources(corpus, record, (), record.value.sources)
        for index, remark in enumerate(record.value.remarks):
            yield from check_prose(corpus, record, ("remarks", index), remark)
        for block in article.digest.value.blocks:
            yield from check_prose(corpus, article.digest, (block.number,), block.markdown)
        yield from _in_notes(corpus, article.notes)
        for field in ("resolved", "described", "excluded"):
            for index, tie in enumerate(getattr(article.ties.value, field)):
                yield from check_term(corpus, article.ties.where(field, index, "term"), tie.term)
    for sheet in corpus.terms.values():
        yield from _in_term(corpus, sheet)
    yield from _circles(corpus)


def _in_notes(corpus: Corpus, sheet: AnySheet) -> Iterator[Problem]:
    for index, note in enumerate(sheet.value.notes):
        steps = ("notes", index)
        yield from check_prose(corpus, sheet, (*steps, "body"), note.body)
        yield from check_prose(corpus, sheet, (*steps, "dispute"), note.dispute)
        yield from check_sources(corpus, sheet, steps, note.sources)
        for at, passage in enumerate(note.see):
            yield from check_passage(corpus, passage, *_both(sheet, *steps, "see", at))
        yield from check_people(corpus, sheet, steps, note.author, note.reviewer)


def _in_term(corpus: Corpus, sheet: AnySheet) -> Iterator[Problem]:
    term = sheet.value
    yield from check_prose(corpus, sheet, ("name",), term.name)
    yield from check_prose(corpus, sheet, ("definition",), term.definition)
    yield from check_prose(corpus, sheet, ("detail",), term.detail)
    yield from check_sources(corpus, sheet, (), term.sources)
    yield from check_people(corpus, sheet, (), term.author, term.reviewer)
    for index, relation in enumerate(term.relations):
        yield from check_term(corpus, sheet.where("relations", index, "term"), relation.term)
        yield from check_sources(corpus, sheet, ("relations", index), relation.sources)
    for index, contested in enumerate(term.contested):
        for at, position in enumerate(contested.positions):
            steps = ("contested", index, "positions", at)
            yield from check_prose(corpus, sheet, (*steps, "says"), position.says)
            yield from check_sources(corpus, sheet, steps, position.sources)


def _both(sheet: AnySheet, *steps: str | int) -> tuple[Where, Where]:
    return sheet.where(*steps, "article"), sheet.where(*steps, "paragraph")


def _circles(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each relation that leads back to where it starts.

    Of kinds that do not lead upwards only those of a term to itself do: rivals may be mutual.
    """
    for kind in RelationKind:
        up = {
            key: [one.term for one in sheet.value.relations if one.kind is kind]
            for key, sheet in corpus.terms.items()
            if kind in DESCENDING
        }
        for key, sheet in corpus.terms.items():
            for index, relation in enumerate(sheet.value.relations):
                if relation.kind is kind and key in _reached(relation.term, up):
                    yield Problem(
                        code="CR342",
                        place=sheet.at("relations", index),
                        message="leads in a circle: "
                        f"`{key}` would be {kind.replace('-', ' ')} itself",
                        words=relation.term,
                        example=f"{{kind: see-also, term: {relation.term}}}",
                    )


def _reached(start: str, up: dict[str, list[str]]) -> set[str]:
    """Return every term that a relation of one kind leads to, the first one included."""
    found: set[str] = set()
    left = [start]
    while left:
        key = left.pop()
        if key not in found:
            found.add(key)
            left += up.get(key, ())
    return found
