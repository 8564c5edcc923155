"""Computes how much a series of counts grew and sets it beside the changes that are claimed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from build_tools.linking.pairs import Pair, pair
from build_tools.model import dates
from build_tools.model.dates import Dated
from build_tools.model.figure import Claimed, Figure, FigureKind, MeasureFile, Nature, Qualifier

COMPUTED = "(computed)"
"""Id of a change that nobody claims: it follows from two counts. No figure can have it."""

LIKE_LENGTHS = 0.03
"""How much the lengths of two periods may differ for their totals to be compared: leap years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """The change between two counts of one series."""

    earlier: Claimed
    """The count it starts from."""
    later: Claimed
    """The count it leads to."""
    change: Claimed
    """The change in per cent, as a figure; about, for it is rounded."""
    beside: tuple[Pair, ...]
    """The claimed changes next to it: `first` is the computed one, `second` the claimed one."""


def growths(measure: MeasureFile) -> Iterator[Growth]:
    """Yield the growth of each series: from its first count to its last, and step by step.

    A series is what one source counts in one scope and place: the counts an article takes from
    one body, or those of one body on record; the latter only where a claimed change stands beside.
    From nothing, and from or to what is below zero, no per cent can be given.
    """
    series: defaultdict[tuple[str | None, ...], list[Claimed]] = defaultdict(list)
    for claim in (*measure.figures, *measure.record):
        exact = claim.qualifier in {Qualifier.EXACTLY, Qualifier.ABOUT}
        counted = claim.kind is FigureKind.AMOUNT and claim.value is not None and claim.value >= 0
        if counted and exact and claim.period:
            where = claim.article if isinstance(claim, Figure) else None
            series[where, claim.scope, claim.place, claim.counted_by].append(claim)
    changes = [one for one in measure.figures if one.kind is FigureKind.CHANGE]
    for counts in series.values():
        for chain in _chains(counts, measure.nature):
            ends = [(chain[0], chain[-1])] if len(chain) > 2 else []
            for earlier, later in (*ends, *pairwise(chain)):
                if earlier.value and (changes or isinstance(later, Figure)):
                    yield _growth(earlier, later, changes, measure)


def _chains(counts: list[Claimed], nature: Nature) -> Iterator[list[Claimed]]:
    """Yield counts that follow each other: a body may count by calendar years and others."""
    left = sorted(counts, key=lambda one: (_time(one).start, _time(one).end))
    while left:
        chain = [left.pop(0)]
        for one in tuple(left):
            if _comparable(_time(chain[-1]), _time(one), nature):
                chain.append(one)
                left.remove(one)
        yield chain


def _comparable(earlier: Dated, later: Dated, nature: Nature) -> bool:
    if later.start <= earlier.end or earlier.open_start or later.open_end:
        return False
    if nature is Nature.LEVEL:
        return True
    lengths = [(one.end - one.start).days + 1 for one in (earlier, later)]
    return max(lengths) <= min(lengths) * (1 + LIKE_LENGTHS)


def _growth(
    earlier: Claimed, later: Claimed, claimed: Iterable[Claimed], measure: MeasureFile
) -> Growth:
    before, after = earlier.value or Decimal(1), later.value or Decimal(0)
    change = Claimed(
        id=COMPUTED,
        kind=FigureKind.CHANGE,
        value=_rounded((after - before) / before * 100),
        qualifier=Qualifier.ABOUT,
        scope=later.scope,
        period=later.period,
        baseline=earlier.period,
        place=later.place,
        counted_by=later.counted_by,
    )
    beside = tuple(pair(change, one, measure) for one in claimed)
    return Growth(earlier=earlier, later=later, change=change, beside=beside)


def _rounded(change: Decimal) -> Decimal:
    """Return a change in whole per cent, a small one with two digits: "about" covers the rest."""
    whole = change.adjusted() >= 1
    return change.to_integral_value() if whole else round(change, 1 - change.adjusted())


def _time(claim: Claimed) -> Dated:
    return dates.parse(claim.period or "")
