"""Says how two figures for one thing stand to each other, and by which rule.

The rules are asked in order and the first that fits decides, so that two numbers are called
conflicting only when everything else about them is the same. To add a rule: give it a line in
`RULES`, ask it in `judge`, add cases to `tests/cases/linking/pairs.yml`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from build_tools.linking.amounts import range_of
from build_tools.model import dates
from build_tools.model.dates import Dated
from build_tools.model.figure import Claimed, FigureKind, MeasureFile, Nature, PairLabel

TOLERANCE = datetime.timedelta(days=31)
"""How far the ends of periods may lie apart where one of them is approximate or questioned."""


class Rule(StrEnum):
    """What decided."""

    KINDS = "kinds"
    SCOPES = "scopes"
    PLACES = "places"
    NO_BASELINE = "no-baseline"
    BASELINES = "baselines"
    NO_PERIOD = "no-period"
    PART_EXCEEDS = "part-exceeds"
    PART = "part"
    PERIODS = "periods"
    MEETS = "meets"
    COUNTERS = "counters"
    APART = "apart"
    EDITOR = "editor"


RULES: dict[Rule, tuple[PairLabel, str]] = {
    Rule.KINDS: (PairLabel.NOT_COMPARABLE, "one is an amount, the other a change"),
    Rule.SCOPES: (PairLabel.NOT_COMPARABLE, "they count different things"),
    Rule.PLACES: (PairLabel.NOT_COMPARABLE, "they speak of different places"),
    Rule.NO_BASELINE: (
        PairLabel.NOT_COMPARABLE,
        "at least one does not say from when it is measured",
    ),
    Rule.BASELINES: (PairLabel.DIFFERENT_BASELINE, "they are measured from different times"),
    Rule.NO_PERIOD: (PairLabel.NOT_COMPARABLE, "at least one does not say for what time it holds"),
    Rule.PART_EXCEEDS: (
        PairLabel.CONFLICTING,
        "one period lies within the other, yet its total is larger",
    ),
    Rule.PART: (PairLabel.DIFFERENT_PERIOD, "one period lies within the other"),
    Rule.PERIODS: (PairLabel.DIFFERENT_PERIOD, "they speak of different times"),
    Rule.MEETS: (PairLabel.COMPATIBLE, "the same thing and time, and both numbers can be true"),
    Rule.COUNTERS: (
        PairLabel.CONFLICTING,
        "the same thing and time, counted by different bodies, and the numbers lie apart",
    ),
    Rule.APART: (PairLabel.CONFLICTING, "the same thing and time, and the numbers lie apart"),
}
"""The label each rule gives and why, in words; an editor's rule carries its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two figures side by side."""

    first: Claimed
    """One of them."""
    second: Claimed
    """The other."""
    label: PairLabel
    """How they stand to each other."""
    rule: Rule
    """What decided."""
    why: str
    """The rule in words, or the editor's reason."""
    computed: PairLabel
    """What the rules alone say."""


def pair(first: Claimed, second: Claimed, measure: MeasureFile) -> Pair:
    """Return how two figures of one measure stand to each other, an editor's word before ours."""
    rule = judge(first, second, measure)
    label, why = RULES[rule]
    computed = label
    for one in measure.overruled:
        if set(one.between) == {first.id, second.id}:
            rule, label, why = Rule.EDITOR, one.label, one.reason
    return Pair(first=first, second=second, label=label, rule=rule, why=why, computed=computed)


def judge(a: Claimed, b: Claimed, measure: MeasureFile) -> Rule:
    """Return the rule that decides how two figures for one thing stand to each other."""
    if a.kind is not b.kind:
        return Rule.KINDS
    if a.scope != b.scope:
        return Rule.SCOPES
    if (a.place or measure.place) != (b.place or measure.place):
        return Rule.PLACES
    if a.kind is FigureKind.CHANGE:
        since, other = _told(a.baseline), _told(b.baseline)
        if since is None or other is None:
            return Rule.NO_BASELINE
        if not same_time(since, other):
            return Rule.BASELINES
    return _by_period(a, b, measure)


def _by_period(a: Claimed, b: Claimed, measure: MeasureFile) -> Rule:
    one, other = _told(a.period), _told(b.period)
    if one is None or other is None:
        return Rule.NO_PERIOD
    if same_time(one, other):
        return _by_value(a, b)
    if not (_within(one, other) or _within(other, one)):
        return Rule.PERIODS
    part, whole = (a, b) if _within(one, other) else (b, a)
    adds_up = measure.nature is Nature.TOTAL and a.kind is FigureKind.AMOUNT
    exceeds = adds_up and not _below_zero(a, b) and range_of(whole).below(range_of(part))
    return Rule.PART_EXCEEDS if exceeds else Rule.PART


def _told(edtf: str | None) -> Dated | None:
    """Return a time; nothing where none is given, or neither its beginning nor its end."""
    date = dates.parse(edtf) if edtf else None
    return None if date and date.open_start and date.open_end else date


def _below_zero(*claims: Claimed) -> bool:
    """Tell whether some number is negative: a loss in one part can make the whole smaller."""
    numbers = (number for one in claims for number in (one.value, one.low, one.high))
    return any(number is not None and number < 0 for number in numbers)


def _by_value(a: Claimed, b: Claimed) -> Rule:
    if range_of(a).meets(range_of(b)):
        return Rule.MEETS
    counters = {a.counted_by, b.counted_by} - {None}
    return Rule.COUNTERS if len(counters) > 1 else Rule.APART


def same_time(a: Dated, b: Dated) -> bool:
    """Tell whether two periods are one: the same days, or about them where either is not exact."""
    inexact = a.approximate or a.uncertain or b.approximate or b.uncertain
    margin = TOLERANCE if inexact else datetime.timedelta()
    return abs(a.start - b.start) <= margin and abs(a.end - b.end) <= margin


def _within(inner: Dated, outer: Dated) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
