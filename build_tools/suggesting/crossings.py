"""Passages of other articles on the same thing: the same date, the same number, the same names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.model import dates
from build_tools.model.dates import Dated
from build_tools.model.span import Span
from build_tools.model.term import TermKind
from build_tools.suggesting import gathering
from build_tools.suggesting.counts import FoundFigure
from build_tools.suggesting.gathering import Findings
from build_tools.suggesting.glossary import Glossary
from build_tools.suggesting.reading import Text, stems

PRECISE = 31
"""Days up to which one date is enough to compare two passages."""
RARE = 3
"""Paragraphs of an article that may mention a term before it is no sign of one topic."""
LEAST = 0.45
"""Certainty under which a passage is not worth looking up."""
_TOLD = {TermKind.EVENT, TermKind.DOCUMENT, TermKind.LAW}

Passage = tuple[str, int]
"""An article and a paragraph of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """A passage of this article and one of another that probably speak of one thing."""

    paragraph: int
    """Paragraph of this article."""
    span: Span
    """The words in it that the likeness rests on."""
    other: Passage
    """The other passage."""
    why: str
    """What they share."""
    certainty: float
    """How likely they are worth comparing, 0 to 1."""


def find(linked: Linked, findings: Findings, glossary: Glossary) -> tuple[Crossing, ...]:
    """Return passages of other articles to compare with, the surest for each pair of paragraphs."""
    mine = linked.article(findings.text.slug)
    if mine is None:
        return ()
    tied = _tied(linked, findings.text.slug)
    found: dict[tuple[int, Passage], Crossing] = {}
    for one in linked.articles:
        if one.article.slug == findings.text.slug:
            continue
        for crossing in _with(mine, one, findings, glossary):
            key = (crossing.paragraph, crossing.other)
            if key not in tied and (key not in found or found[key].certainty < crossing.certainty):
                found[key] = crossing
    sure = [one for one in found.values() if one.certainty >= LEAST]
    return tuple(sorted(sure, key=lambda one: (-one.certainty, one.paragraph, one.other)))


def _with(
    mine: LinkedArticle, one: LinkedArticle, findings: Findings, glossary: Glossary
) -> Iterator[Crossing]:
    text = gathering.read(one)
    shared = _shared_terms(mine, one)
    yield from _by_terms(mine, one, glossary)
    theirs = [
        (placed.paragraph, dates.parse(placed.item.date))
        for placed in one.tellings
        if placed.item.date
    ]
    counted: list[tuple[int, FoundFigure]] = []
    if text:
        dated, found = gathering.numbers(text, glossary)
        theirs += [
            (number, date.dated) for number, date in dated if date.dated and date.certainty > 0.6
        ]
        counted = list(found)
    yield from _by_dates(findings, one.article.slug, theirs, shared)
    if text:
        yield from _by_figures(findings, text, counted, shared)


def _by_terms(mine: LinkedArticle, one: LinkedArticle, glossary: Glossary) -> Iterator[Crossing]:
    """Yield passages that mention one event, document or law."""
    there, here = _rare(one), _rare(mine)
    for mention in mine.mentions:
        term = glossary.terms.get(mention.term)
        if term is None or mention.term not in there or mention.term not in here:
            continue
        if term.kind in _TOLD:
            for number in sorted(there[mention.term]):
                yield Crossing(
                    paragraph=mention.paragraph,
                    span=Span(mention.start, mention.start + len(mention.form)),
                    other=(one.article.slug, number),
                    why=f"both speak of “{term.name}”",
                    certainty=0.75,
                )


def _by_dates(
    findings: Findings,
    slug: str,
    theirs: list[tuple[int, Dated]],
    shared: dict[tuple[int, int], int],
) -> Iterator[Crossing]:
    for paragraph, found in findings.dates:
        dated = found.dated
        if dated is None or found.certainty < 0.6:
            continue
        for number, other in theirs:
            days = max((dated.end - dated.start).days, (other.end - other.start).days)
            common = shared.get((paragraph, number), 0)
            if days > 366 or not dated.agrees(other) or (days > PRECISE and not common):
                continue
            worth = 0.6 if days <= PRECISE else 0.4
            yield Crossing(
                paragraph=paragraph,
                span=found.span,
                other=(slug, number),
                why=f"both date something to {_shorter(dated, other)}",
                certainty=min(0.9, worth + 0.1 * min(3, common)),
            )


def _by_figures(
    findings: Findings,
    text: Text,
    theirs: list[tuple[int, FoundFigure]],
    shared: dict[tuple[int, int], int],
) -> Iterator[Crossing]:
    """Yield passages with the same number of the same thing, or another number for one period."""
    for paragraph, mine in findings.figures:
        unit = set(stems(mine.unit, findings.text.words))
        for number, other in theirs:
            lasts = mine.unit in findings.text.words.units  # five years are no sign of one topic
            if lasts or not unit & set(stems(other.unit, text.words)):
                continue
            common = shared.get((paragraph, number), 0)
            if (mine.low, mine.high) == (other.low, other.high) and mine.low > 10:
                worth, why = 0.75, f"the same number of {mine.unit}"
            elif _one_period(mine, other):
                worth, why = 0.55, f"a number of {mine.unit} for a time that overlaps"
            else:
                worth, why = 0.45, f"another number of {mine.unit}"
            yield Crossing(
                paragraph=paragraph,
                span=mine.span,
                other=(text.slug, number),
                why=why,
                certainty=min(0.9, worth + 0.05 * min(3, common)),
            )


def _one_period(mine: FoundFigure, other: FoundFigure) -> bool:
    one = mine.period.dated if mine.period else None
    two = other.period.dated if other.period else None
    return bool(one and two and one.agrees(two))


def _shorter(one: Dated, two: Dated) -> str:
    return min((one, two), key=lambda date: (date.end - date.start, date.edtf)).edtf


def _rare(one: LinkedArticle) -> dict[str, set[int]]:
    """Return the paragraphs of each term that an article mentions in few of them."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for mention in one.mentions:
        found[mention.term].add(mention.paragraph)
    return {term: numbers for term, numbers in found.items() if len(numbers) <= RARE}


def _shared_terms(mine: LinkedArticle, one: LinkedArticle) -> dict[tuple[int, int], int]:
    """Return how many rare terms each pair of paragraphs shares."""
    here, there = _rare(mine), _rare(one)
    return Counter(
        (first, second)
        for term in here.keys() & there.keys()
        for first in here[term]
        for second in there[term]
    )


def _tied(linked: Linked, slug: str) -> set[tuple[int, Passage]]:
    """Return the pairs of passages that editors have brought together."""
    return set(tied_passages(linked, slug))


def tied_passages(linked: Linked, slug: str) -> Iterator[tuple[int, Passage]]:
    """Yield each paragraph of an article with each passage it is compared with by editors.

    By a note's `see`, by an event both tell, by a figure of one file, by answers to one question.
    """
    mine = linked.article(slug)
    for placed in mine.notes if mine else ():
        for passage in placed.item.see:
            yield placed.paragraph, (passage.article, passage.paragraph)
    yield from same_thing(linked, slug)
    yield from _pairs(
        (
            [
                (answer.article, evidence.paragraph)
                for answer in question.value.answers
                for evidence in answer.evidence
            ]
            for question in linked.corpus.questions.values()
        ),
        slug,
    )


def same_thing(linked: Linked, slug: str) -> Iterator[tuple[int, Passage]]:
    """Yield each paragraph of an article with each passage that tells the same event or figure."""
    groups: list[list[Passage]] = [
        [(told.telling.article, told.placed.paragraph) for told in event.told]
        for event in linked.events
    ]
    groups += [
        [(one.figure.article, one.placed.paragraph) for one in measure.counted]
        for measure in linked.measures
    ]
    yield from _pairs(groups, slug)


def _pairs(groups: Iterable[list[Passage]], slug: str) -> Iterator[tuple[int, Passage]]:
    for group in groups:
        here = [number for article, number in group if article == slug]
        for other in group:
            if other[0] != slug:
                yield from ((number, other) for number in here)
