"""Makes the rows of the table of all figures, with their places in each order.

To add an order: give it a letter in `SORTS`, a line with this letter in docs/reader/figures.css,
and its column in `COLUMNS` of docs/reader/figures.js; add a case in tests/unit/views.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from build_tools.linking.figures import Measure
from build_tools.model.figure import Claimed, Figure, FigureKind, PairLabel
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.figure_views import in_order, passage_of, scope_of, time_order, unit_of
from build_tools.views.ledger import RowView
from build_tools.views.numbers import claimed
from build_tools.views.pair_views import SEVERITY, pair_label
from build_tools.views.parts import Link

Order = tuple[object, ...]
"""What rows are sorted by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A figure on its way into the table."""

    claim: Claimed
    """What is claimed."""
    measure: Measure
    """What it counts."""
    counter: Link | None
    """Who counted."""
    worst: PairLabel | None
    """How it stands to others, at the worst."""
    articles: dict[str, int]
    """The place of each article in the corpus, by slug."""


def rows(desk: Desk, measures: tuple[Measure, ...]) -> tuple[RowView, ...]:
    """Return all figures in the order of what they count."""
    articles = {one.slug: at for at, one in enumerate(desk.linked.corpus.articles)}
    entries = [
        Entry(
            claim=claim,
            measure=measure,
            counter=desk.body(claim.counted_by),
            worst=worst.get(claim.id),
            articles=articles,
        )
        for measure, worst in ((one, worst_labels(one)) for one in measures)
        for claim in in_order(measure)
    ]
    places = {key: _places(entries, by) for key, (_, by) in SORTS.items() if by}
    return tuple(
        _row(desk, one, ";".join(f"--{key}:{order[at]}" for key, order in places.items()))
        for at, one in enumerate(entries)
    )


def worst_labels(measure: Measure) -> dict[str, PairLabel]:
    """Return the worst label of each figure that has a pair, by id."""
    worst: dict[str, PairLabel] = {}
    for pair in measure.pairs:  # what conflicts comes first
        for claim in (pair.first, pair.second):
            worst.setdefault(claim.id, pair.label)
    return worst


def _places(entries: list[Entry], by: Callable[[Entry], Order]) -> list[int]:
    """Return the place of each entry in an order; what is equal stays in the order of the table."""
    places = [0] * len(entries)
    for place, at in enumerate(sorted(range(len(entries)), key=lambda at: by(entries[at]))):
        places[at] = place
    return places


def _row(desk: Desk, one: Entry, places: str) -> RowView:
    claim, file = one.claim, one.measure.sheet.value
    figure = claim if isinstance(claim, Figure) else None
    scope = scope_of(claim, file)
    return RowView(
        href=f"#f-{one.measure.id}--{claim.id}",
        number=claimed(claim),
        unit=unit_of(claim, file),
        measure=Link(href=f"#m-{one.measure.id}", text=file.counts),
        scope=", ".join(part for part in (scope, claim.place) if part),
        period=in_words(claim.period) if claim.period else "",
        counter=one.counter,
        unsourced=figure is not None and figure.source is None,
        speaker=desk.body(figure.speaker) if figure else None,
        passage=passage_of(desk, claim, one.measure),
        worst=pair_label(one.worst) if one.worst else None,
        pairs_href=f"#p-{one.measure.id}",
        places=places,
    )


def _by_article(one: Entry) -> Order:
    if not isinstance(one.claim, Figure):
        return True, 0, 0
    return False, one.articles.get(one.claim.article, len(one.articles)), one.claim.paragraph


def _by_size(one: Entry) -> Order:
    """Sizes compare only within a unit: so by unit first, then the largest first."""
    claim = one.claim
    size = next((n for n in (claim.value, claim.high, claim.low) if n is not None), None)
    unit = unit_of(claim, one.measure.sheet.value)
    change = claim.kind is FigureKind.CHANGE
    return change, unit == "" and not change, unit.casefold(), -(size or Decimal(0))


def _by_counter(one: Entry) -> Order:
    return one.counter is None, one.counter.text.casefold() if one.counter else ""


def _by_label(one: Entry) -> Order:
    return (SEVERITY[one.worst] if one.worst else len(SEVERITY),)


SORTS: dict[str, tuple[str, Callable[[Entry], Order] | None]] = {
    "n": ("what is counted", None),
    "a": ("article", _by_article),
    "p": ("period", lambda one: time_order(one.claim)),
    "z": ("unit and size", _by_size),
    "w": ("who counted", _by_counter),
    "x": ("how they compare", _by_label),
}
"""What the table can be sorted by: a letter, words, what gives the order; the first needs none."""
