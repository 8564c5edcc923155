"""Puts in words how figures stand to each other, and how series grew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from build_tools.linking.figures import Measure
from build_tools.linking.growth import Growth
from build_tools.linking.pairs import Pair, Rule
from build_tools.model.figure import Claimed, Figure, FigureKind, PairLabel
from build_tools.views import words
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.figure_views import measured, passage_of, scope_of, with_unit
from build_tools.views.ledger import BesideView, GrowthView, PairsView, PairView, SideView
from build_tools.views.numbers import claimed
from build_tools.views.parts import KindView, Link

OPEN = (PairLabel.CONFLICTING, PairLabel.DIFFERENT_BASELINE)
"""Labels a reader should not miss; pairs of the others are folded away."""

BESIDE, GROWTHS = 6, 12
"""Claimed changes listed next to a growth, and growths listed for a measure, at most."""

FEW = 3
"""Pairs that need no count of the rules they fall under."""

BY_EDITOR = "by an editor’s word"
"""Stands for the rule where an editor overruled it."""

SEVERITY = {label: at for at, label in enumerate(PairLabel)}
"""The worst label first."""


def pair_label(label: PairLabel, count: int = 0) -> KindView:
    """Return how two figures stand to each other as readers see it."""
    name, symbol = words.PAIR_LABELS[label]
    return KindView(id=label.value, label=name, symbol=symbol, count=count)


def pair_words(desk: Desk, pair: Pair, measure: Measure) -> PairView:
    """Return a pair in words, with links to both figures and to where they are claimed."""
    label = pair_label(pair.label)
    first = side_view(desk, pair.first, measure, other=pair.second)
    second = side_view(desk, pair.second, measure, other=pair.first)
    return PairView(
        label=label,
        first=first,
        second=second,
        why=pair.why,
        computed=words.PAIR_LABELS[pair.computed][0].lower() if pair.rule is Rule.EDITOR else "",
        sentence=f"{_in_line(first)} and {_in_line(second)}: {label.label.lower()}; {pair.why}",
    )


def side_view(desk: Desk, claim: Claimed, measure: Measure, *, other: Claimed) -> SideView:
    """Return a figure in a few words: among them what tells it from its counterpart."""
    return SideView(
        href=desk.figure_href(measure.id, claim.id),
        number=with_unit(claim, measure.sheet.value),
        about=", ".join(_about(desk, claim, measure, other)),
        passage=passage_of(desk, claim, measure),
    )


def pairs_views(desk: Desk, measure: Measure, most: int) -> tuple[PairsView, ...]:
    """Return the pairs of a measure by label, at most so many listed for each."""
    groups = groupby(measure.pairs, key=lambda one: one.label)
    return tuple(_pairs(desk, measure, label, tuple(group), most) for label, group in groups)


def growth_views(desk: Desk, measure: Measure) -> tuple[tuple[GrowthView, ...], int]:
    """Return how much series grew, those with a claim beside them first, and how many are left."""
    growths = sorted(measure.growths, key=lambda one: not one.beside)
    listed = tuple(_growth(desk, one, measure) for one in growths[:GROWTHS])
    return listed, len(growths) - len(listed)


def _pairs(
    desk: Desk, measure: Measure, label: PairLabel, pairs: tuple[Pair, ...], most: int
) -> PairsView:
    listed = tuple(pair_words(desk, one, measure) for one in pairs[:most])
    reasons = Counter(BY_EDITOR if one.rule is Rule.EDITOR else one.why for one in pairs)
    alone = len(reasons) == 1 and BY_EDITOR not in reasons
    return PairsView(
        label=pair_label(label, len(pairs)),
        shared=pairs[0].why if alone else "",
        reasons=() if alone or len(pairs) <= FEW else tuple(reasons.most_common()),
        pairs=listed,
        more=len(pairs) - len(listed),
        folded=label not in OPEN,
    )


def _about(desk: Desk, claim: Claimed, measure: Measure, other: Claimed) -> Iterator[str]:
    file = measure.sheet.value
    if claim.scope != other.scope:
        yield scope_of(claim, file)
    if claim.place != other.place:
        yield claim.place or file.place or "place not said"
    yield in_words(claim.period) if claim.period else "no period given"
    if claim.kind is FigureKind.CHANGE:
        yield measured(claim)
    counter = desk.body(claim.counted_by)
    if counter:
        yield counter.text
    elif isinstance(claim, Figure) and claim.source is None:
        yield "no source named"


def _in_line(side: SideView) -> str:
    return f"{side.number} ({side.about}; {side.passage.text if side.passage else 'on record'})"


def _growth(desk: Desk, growth: Growth, measure: Measure) -> GrowthView:
    earlier = side_view(desk, growth.earlier, measure, other=growth.later)
    later = side_view(desk, growth.later, measure, other=growth.earlier)
    told = sorted(
        (one for one in growth.beside if _telling(one, growth)),
        key=lambda one: (not _same_article(one.second, growth), SEVERITY[one.label]),
    )
    return GrowthView(
        earlier=replace(earlier, about=in_words(growth.earlier.period or "")),
        later=replace(later, about=in_words(growth.later.period or "")),
        series=_series(desk, growth.earlier, measure),
        change=claimed(growth.change),
        beside=tuple(_beside(desk, one, growth, measure) for one in told[:BESIDE]),
        more=max(0, len(told) - BESIDE),
        incomparable=len(growth.beside) - len(told),
    )


def _telling(pair: Pair, growth: Growth) -> bool:
    """Tell whether a claimed change belongs next to a growth: the article's own always does."""
    return pair.label is not PairLabel.NOT_COMPARABLE or _same_article(pair.second, growth)


def _same_article(claim: Claimed, growth: Growth) -> bool:
    base = growth.earlier
    return isinstance(base, Figure) and isinstance(claim, Figure) and base.article == claim.article


def _series(desk: Desk, claim: Claimed, measure: Measure) -> str:
    counter = desk.body(claim.counted_by)
    where = f"in {desk.label(claim.article)}" if isinstance(claim, Figure) else "on record"
    scope = scope_of(claim, measure.sheet.value)
    who = counter.text if counter else ""
    return ", ".join(part for part in (scope, claim.place, who, where) if part)


def _beside(desk: Desk, pair: Pair, growth: Growth, measure: Measure) -> BesideView:
    claim = pair.second
    return BesideView(
        who=_claimant(desk, claim, growth),
        figure=Link(href=desk.figure_href(measure.id, claim.id), text=claimed(claim)),
        measured=measured(claim),
        label=pair_label(pair.label),
        why=pair.why,
    )


def _claimant(desk: Desk, claim: Claimed, growth: Growth) -> str:
    if not isinstance(claim, Figure):
        return "The record"
    return "The same article" if _same_article(claim, growth) else desk.label(claim.article)
