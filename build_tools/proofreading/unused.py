"""What lies in the editorial folder and leads to nothing: works nobody cites, terms nobody means.

Variants that no article writes are no mistake, since readers search by them: the status page lists
them (`build_tools.linking.upkeep`).
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from rapidfuzz import process
from rapidfuzz.distance import OSA

from build_tools import prose
from build_tools.linking.linked import Linked
from build_tools.model.corpus import Corpus, Sheet, Step
from build_tools.model.fields import SLUG, Citation
from build_tools.model.problem import Place, Problem, Severity
from build_tools.proofreading.pieces import Paragraph

_NAMING = frozenset(["term", "actors", "about", "speaker", "counted_by", "what"])
"""Fields that hold ids of terms, some of them or a name in words."""
_EITHER = frozenset(["speaker", "counted_by", "what"])
"""Those that hold an id or words."""
NEAREST = 2
"""Letters in which a dead id may differ from the one that is meant."""


@dataclass(frozen=True, slots=True)
class _Value:
    """Something a file holds."""

    sheet: Sheet[Any]
    """The file."""
    steps: tuple[Step, ...]
    """Where it stands there."""
    value: Any
    """What it is."""

    @property
    def last(self) -> str:
        """The key it stands under, be it in a list."""
        return next((one for one in reversed(self.steps) if isinstance(one, str)), "")


def unused(linked: Linked, ours: Iterable[Paragraph], bibliography: str) -> Iterator[Problem]:
    """Yield a warning for each work and term that nothing leads to, and each id that leads nowhere.

    Args:
        linked: The corpus with its ties.
        ours: Its prose.
        bibliography: Path of the bibliography, as shown to people.
    """
    corpus = linked.corpus
    values = [one for sheet in _sheets(corpus) for one in _walk(sheet)]
    yield from _dead(corpus, values)
    if corpus.unreadable:
        return  # a file that cannot be read may be the one that cites or means it
    cited = {one.value.key for one in values if isinstance(one.value, Citation)}
    yield from _works(corpus, cited, bibliography)
    named = {one.value for one in values if one.last in _NAMING and isinstance(one.value, str)}
    yield from _terms(linked, named | set(_meant(ours)))


def _works(corpus: Corpus, cited: set[str], path: str) -> Iterator[Problem]:
    for key in corpus.works:
        if key not in cited:
            yield _warning("CR333", Place(path=path), "is cited nowhere", key, f"sources: [{key}]")


def _meant(ours: Iterable[Paragraph]) -> Iterator[str]:
    """Yield each term that our prose links to or names."""
    for one in ours:
        for target in prose.links(one.piece.markdown):
            if target.startswith("term:"):
                yield target.removeprefix("term:")
        for hit in one.hits:
            yield from (candidate.term for candidate in hit.candidates)


def _terms(linked: Linked, named: set[str]) -> Iterator[Problem]:
    mentioned = {mention.term for one in linked.articles for mention in one.mentions}
    for key, sheet in linked.corpus.terms.items():
        tied = bool(sheet.value.relations)  # the page of the other term shows it too
        if not tied and key not in named and key not in mentioned:
            message = "is mentioned by no article and named nowhere else"
            yield _warning("CR334", sheet.at("name"), message, key, f"[words](term:{key})")


def _dead(corpus: Corpus, values: Iterable[_Value]) -> Iterator[Problem]:
    """Yield a warning for words that are spelt like an id, and nearly are one."""
    for one in values:
        word = one.value
        if one.last not in _EITHER or not isinstance(word, str) or word in corpus.terms:
            continue
        if len(word) <= 2 * NEAREST or not re.fullmatch(SLUG, word):
            continue
        near = process.extractOne(
            word, corpus.terms.keys(), scorer=OSA.distance, score_cutoff=NEAREST
        )
        if near:
            message = f"is no term, but `{near[0]}` is"
            place = one.sheet.at(*one.steps)
            yield _warning("CR335", place, message, word, str(near[0]))


def _warning(code: str, place: Place, message: str, words: str, example: str) -> Problem:
    return Problem(
        code=code,
        place=place,
        message=message,
        words=words,
        example=example,
        severity=Severity.WARNING,
    )


def _sheets(corpus: Corpus) -> Iterator[Sheet[Any]]:
    for article in corpus.articles:
        yield from (article.record, article.notes, article.ties, article.argument)
    for sheets in (corpus.terms, corpus.events, corpus.measures, corpus.questions):
        yield from sheets.values()


def _walk(sheet: Sheet[Any]) -> Iterator[_Value]:
    """Yield everything a file holds with its place, values within values included."""
    left = [_Value(sheet, (), sheet.value)]
    while left:
        one = left.pop()
        yield one
        if dataclasses.is_dataclass(one.value):
            for name in _fields(cast("Hashable", type(one.value))):
                left.append(_Value(sheet, (*one.steps, name), getattr(one.value, name)))
        elif isinstance(one.value, tuple):
            left += [_Value(sheet, (*one.steps, n), item) for n, item in enumerate(one.value)]


@cache
def _fields(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - any of the model's types
    return tuple(one.name for one in dataclasses.fields(kind))
