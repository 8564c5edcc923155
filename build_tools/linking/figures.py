"""Figures with their places in the texts, and how they stand to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from build_tools.linking.anchors import Placed
from build_tools.linking.growth import Growth, growths
from build_tools.linking.pairs import Pair, Rule, pair
from build_tools.linking.quotations import figure_key
from build_tools.model.corpus import Corpus, Sheet
from build_tools.model.figure import Figure, MeasureFile, PairLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A figure and where its words stand."""

    figure: Figure
    """What is claimed."""
    placed: Placed[Figure]
    """Where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One thing that is counted, read and tied."""

    id: str
    """Name of its file."""
    sheet: Sheet[MeasureFile]
    """The editorial data."""
    counted: tuple[Counted, ...]
    """What the articles claim, in the order of the file."""
    pairs: tuple[Pair, ...]
    """Figures of different articles, and figures beside the record; what conflicts comes first."""
    growths: tuple[Growth, ...]
    """How much each series grew."""

    @property
    def articles(self) -> tuple[str, ...]:
        """Slugs of the articles that claim a figure, each once."""
        return tuple(dict.fromkeys(one.figure.article for one in self.counted))


_FIRST = list(PairLabel)


def gather(corpus: Corpus, placed: Mapping[str, Placed[Figure]]) -> tuple[Measure, ...]:
    """Return what the corpus counts, by name of the file.

    Args:
        corpus: The editorial data.
        placed: Where each figure stands, by its name in the lock.
    """
    return tuple(_measure(key, sheet, placed) for key, sheet in corpus.measures.items())


def _measure(key: str, sheet: Sheet[MeasureFile], placed: Mapping[str, Placed[Figure]]) -> Measure:
    measure = sheet.value
    counted = tuple(
        Counted(figure=one, placed=placed[figure_key(key, one.id)])
        for one in measure.figures
        if figure_key(key, one.id) in placed
    )
    return Measure(
        id=key,
        sheet=sheet,
        counted=counted,
        pairs=tuple(sorted(_pairs(measure), key=lambda one: _FIRST.index(one.label))),
        growths=tuple(growths(measure)),
    )


def _pairs(measure: MeasureFile) -> Iterator[Pair]:
    """Yield the pairs that invite comparison.

    Two figures that one article has from one counter are a series, and a pair only where they
    conflict; an amount and a change are brought together by the computed growth instead. Whatever
    an editor overruled is a pair, so that readers see it.
    """
    for first, second in combinations(measure.figures, 2):
        found = pair(first, second, measure)
        series = (first.article, first.counted_by) == (second.article, second.counted_by)
        alone = not series or found.label is PairLabel.CONFLICTING or found.rule is Rule.EDITOR
        if found.rule is not Rule.KINDS and alone:
            yield found
    for first, recorded in product(measure.figures, measure.record):
        found = pair(first, recorded, measure)
        if found.rule is not Rule.KINDS:
            yield found
