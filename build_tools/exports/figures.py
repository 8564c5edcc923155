"""figures.json and figures.csv: every number the articles claim, and the record beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from build_tools.exports import common
from build_tools.exports.common import Json, source
from build_tools.linking.figures import Counted, Measure
from build_tools.linking.pairs import Pair
from build_tools.model.figure import Claimed, FigureKind, MeasureFile, PairLabel, RecordFigure
from build_tools.views.desk import Desk

COLUMNS = (
    *("id", "measure", "counts", "kind", "value", "low", "high", "qualifier", "unit", "scope"),
    *("period", "place", "baseline", "counted_by", "speaker"),
    *("article", "paragraph", "quote"),
)
"""Columns of figures.csv: a row a figure."""


def figures(desk: Desk) -> Iterator[Json]:
    """Yield every figure of the articles, by measure."""
    for measure in desk.linked.measures:
        beside = _beside(measure)
        for one in measure.counted:
            yield _figure(measure, one, beside[one.figure.id])


def table(desk: Desk) -> str:
    """Return the figures as CSV."""
    return common.table(COLUMNS, figures(desk))


def _beside(measure: Measure) -> defaultdict[str, list[tuple[Claimed, Pair]]]:
    """Return what each figure is paired with."""
    found: defaultdict[str, list[tuple[Claimed, Pair]]] = defaultdict(list)
    for pair in measure.pairs:
        found[pair.first.id].append((pair.second, pair))
        found[pair.second.id].append((pair.first, pair))
    return found


def _figure(measure: Measure, one: Counted, beside: list[tuple[Claimed, Pair]]) -> Json:
    figure, file = one.figure, measure.sheet.value
    return {
        "id": f"{measure.id}/{figure.id}",
        "measure": measure.id,
        "counts": file.counts,
        **_claimed(figure, file),
        "from_words": figure.from_words,
        "relative_to": figure.relative_to,
        "speaker": figure.speaker or "author",
        "says": figure.says,
        "article": figure.article,
        "paragraph": one.placed.paragraph,
        "quote": figure.quote,
        "pairs": [
            {
                "with": f"{measure.id}/{other.id}",
                "label": pair.label.value,
                "rule": pair.rule.value,
                "why": pair.why,
                "computed": pair.computed.value,
            }
            for other, pair in beside
        ],
        "record": [
            _recorded(other, measure)
            for other, pair in beside
            if isinstance(other, RecordFigure) and pair.label is not PairLabel.NOT_COMPARABLE
        ],
    }


def _recorded(one: RecordFigure, measure: Measure) -> Json:
    return {
        "id": f"{measure.id}/{one.id}",
        **_claimed(one, measure.sheet.value),
        "says": one.says,
        "confidence": one.confidence.value,
        "sources": [source(citation) for citation in one.sources],
    }


def _claimed(claim: Claimed, measure: MeasureFile) -> Json:
    """Return what figures of articles and of the record share; a change is in per cent."""
    return {
        "kind": claim.kind.value,
        "value": _number(claim.value),
        "low": _number(claim.low),
        "high": _number(claim.high),
        "qualifier": claim.qualifier.value,
        "unit": measure.unit if claim.kind is FigureKind.AMOUNT else "per cent",
        "scope": measure.scopes.get(claim.scope or ""),
        "period": claim.period or measure.period,
        "place": claim.place or measure.place,
        "baseline": claim.baseline,
        "counted_by": claim.counted_by,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
