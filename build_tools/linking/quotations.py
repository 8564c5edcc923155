"""Everything beside notes that quotes an op-ed, gathered by article.

To add something that quotes: give it `paragraph`, `quote`, `prefix` and `suffix`, yield it in
`gather` with a key of its own, keep its places in `Tied` and `LinkedArticle`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from build_tools.linking.anchors import Placed, Sought
from build_tools.model.corpus import Corpus, Sheet
from build_tools.model.event import EventFile, Telling
from build_tools.model.figure import Figure, MeasureFile
from build_tools.model.question import Evidence, QuestionFile


@dataclass(frozen=True, slots=True)
class Quotations:
    """What quotes one article, notes apart."""

    tellings: list[Sought[Telling]] = field(default_factory=list)
    """What it tells of events."""
    figures: list[Sought[Figure]] = field(default_factory=list)
    """The numbers it claims."""
    evidence: list[Sought[Evidence]] = field(default_factory=list)
    """The words that answers to questions rest on."""


def gather(corpus: Corpus) -> Mapping[str, Quotations]:
    """Return what quotes each article, by slug; an article that nothing quotes has empty lists."""
    found: defaultdict[str, Quotations] = defaultdict(Quotations)
    for key, event in corpus.events.items():
        for slug, telling in _tellings(key, event):
            found[slug].tellings.append(telling)
    for key, measure in corpus.measures.items():
        for slug, figure in _figures(key, measure):
            found[slug].figures.append(figure)
    for key, question in corpus.questions.items():
        for slug, evidence in _evidence(key, question):
            found[slug].evidence.append(evidence)
    return found


def file_of(one: Placed[Any]) -> str:
    """Return the id of the file that something placed stands in: its event, measure or question."""
    return one.key.split(":")[1]


def telling_key(event: str, index: int) -> str:
    """Return the name in the lock of an event's telling, counted from 0."""
    return f"event:{event}:{index}"


def figure_key(measure: str, figure: str) -> str:
    """Return the name in the lock of a figure."""
    return f"figure:{measure}:{figure}"


def evidence_key(question: str, article: str, index: int) -> str:
    """Return the name in the lock of an article's evidence for its answer, counted from 0."""
    return f"question:{question}:{article}:{index}"


def _tellings(key: str, sheet: Sheet[EventFile]) -> Iterator[tuple[str, Sought[Telling]]]:
    for index, one in enumerate(sheet.value.told):
        name, steps = telling_key(key, index), ("told", index)
        yield one.article, Sought(key=name, item=one, sheet=sheet, steps=steps)


def _figures(key: str, sheet: Sheet[MeasureFile]) -> Iterator[tuple[str, Sought[Figure]]]:
    for index, one in enumerate(sheet.value.figures):
        name, steps = figure_key(key, one.id), ("figures", index)
        yield one.article, Sought(key=name, item=one, sheet=sheet, steps=steps)


def _evidence(key: str, sheet: Sheet[QuestionFile]) -> Iterator[tuple[str, Sought[Evidence]]]:
    for index, answer in enumerate(sheet.value.answers):
        for at, one in enumerate(answer.evidence):
            name = evidence_key(key, answer.article, at)
            steps = ("answers", index, "evidence", at)
            yield answer.article, Sought(key=name, item=one, sheet=sheet, steps=steps)
