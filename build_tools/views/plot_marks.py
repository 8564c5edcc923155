"""The marks of plots: where figures lie, what their hedges look like, and no mark upon another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from build_tools.linking.amounts import range_of
from build_tools.model import dates
from build_tools.model.figure import Claimed, FigureKind, Qualifier, RecordFigure
from build_tools.views.numbers import plain
from build_tools.views.plot import LastingView, SpreadView
from build_tools.views.plot_axes import TimeAxis, ValueAxis

RADIUS = 5.0
"""Half the size of a shape."""
APART = 2 * RADIUS + 3
"""How far marks stand apart that would cover each other."""
MOVES = 12
"""How often a mark is moved aside before it is left where it is."""
ARROW = 20.0
"""Length of an open end."""
SHORT = 2 * RADIUS + 6
"""A period that is drawn shorter than this is a point."""
SIGNS = {
    Qualifier.EXACTLY: "",
    Qualifier.ABOUT: "≈",
    Qualifier.NEARLY: "nearly ",
    Qualifier.AT_LEAST: "≥",
    Qualifier.MORE_THAN: ">",
    Qualifier.AT_MOST: "≤",
    Qualifier.LESS_THAN: "<",
}
"""Hedges in labels, which have little room."""
_UP = (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
_DOWN = (Qualifier.AT_MOST, Qualifier.LESS_THAN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A figure on its way into the picture."""

    ids: tuple[str, ...]
    """The figures it stands for."""
    titles: tuple[str, ...]
    """What a pointer is told of each."""
    shape: int
    """Who counted."""
    hollow: bool
    """Whether it is on record."""
    x: float
    """Centre."""
    y: float
    """Centre."""
    lasting: LastingView | None
    """Its period."""
    spread: SpreadView | None
    """What its hedge says."""
    text: str
    """The number for its label."""


def drawable(claim: Claimed) -> bool:
    """Tell whether a claim has a number and a time to draw it at."""
    if claim.kind is FigureKind.CHANGE or claim.period is None:
        return False
    date = dates.parse(claim.period)
    numbers = (claim.value, claim.low, claim.high)
    return not (date.open_start and date.open_end) and any(one is not None for one in numbers)


def values(claim: Claimed) -> list[float]:
    """Return the numbers of a claim that its axis must hold."""
    return [float(one) for one in (claim.value, claim.low, claim.high) if one is not None]


def short_label(claim: Claimed) -> str:
    """Return a claim's number for a label: 573, >600, 180–200."""
    if claim.value is not None:
        return SIGNS[claim.qualifier] + plain(claim.value)
    low, high = (plain(one) if one is not None else "" for one in (claim.low, claim.high))
    if low and high:
        return f"{low}–{high}"
    return f"≥{low}" if low else f"≤{high}"


def place(claim: Claimed, title: str, shape: int, time: TimeAxis, axis: ValueAxis) -> Mark:
    """Return the mark of a claim that is drawable."""
    x, lasting = _when(claim.period or "", time)
    y = axis.at(_middle(claim))
    return Mark(
        ids=(claim.id,),
        titles=(title,),
        shape=shape,
        hollow=isinstance(claim, RecordFigure),
        x=x,
        y=y,
        lasting=lasting,
        spread=_spread(claim, y, axis),
        text=short_label(claim),
    )


def arrange(marks: Iterable[Mark], left: float, right: float) -> tuple[Mark, ...]:
    """Return marks with those that look alike made one, and others moved off each other."""
    alike: dict[tuple[object, ...], Mark] = {}
    for one in marks:
        key = (one.shape, one.hollow, round(one.x), round(one.y), one.text, one.lasting)
        twin = alike.get(key)
        alike[key] = (
            replace(twin, ids=twin.ids + one.ids, titles=twin.titles + one.titles) if twin else one
        )
    placed: list[Mark] = []
    for one in alike.values():
        placed.append(_aside(one, placed, left, right))
    return tuple(placed)


def _aside(mark: Mark, placed: list[Mark], left: float, right: float) -> Mark:
    """Return the mark where it hides no other, to one side of its place if need be."""
    near = [one.x for one in placed if abs(one.y - mark.y) < 2 * RADIUS + 1]
    for move in range(MOVES):
        offset = (move + 1) // 2 * APART * (1 if move % 2 else -1)
        x = mark.x + offset
        inside = left + RADIUS <= x <= right - RADIUS or move == 0
        if inside and all(abs(x - one) >= 2 * RADIUS + 1 for one in near):
            return replace(mark, x=x)
    return mark


def _when(period: str, time: TimeAxis) -> tuple[float, LastingView | None]:
    date = dates.parse(period)
    x1 = time.left if date.open_start else time.starts(date.start)
    x2 = time.right if date.open_end else time.ends(date.end)
    x = x2 if date.open_start else x1 if date.open_end else (x1 + x2) / 2
    x = min(max(x, time.left + RADIUS), time.right - RADIUS)
    if x2 - x1 < SHORT and not (date.open_start or date.open_end):
        return x, None
    lasting = LastingView(
        x1=round(x1, 1),
        x2=round(x2, 1),
        inexact=date.approximate or date.uncertain,
        from_ever=date.open_start,
        to_ever=date.open_end,
    )
    return x, lasting


def _middle(claim: Claimed) -> float:
    if claim.value is not None:
        return float(claim.value)
    ends = values(claim)
    return sum(ends) / len(ends)


def _spread(claim: Claimed, y: float, axis: ValueAxis) -> SpreadView | None:
    """Return what a hedge or range looks like: never so small that its shape hides it."""
    one_end = claim.value is None and (claim.low is None or claim.high is None)
    if (claim.qualifier in _UP and claim.value is not None) or (one_end and claim.high is None):
        return SpreadView(kind="up", top=round(y - ARROW, 1), bottom=round(y, 1))
    if (claim.qualifier in _DOWN and claim.value is not None) or one_end:
        return SpreadView(kind="down", top=round(y, 1), bottom=round(y + ARROW, 1))
    may = range_of(claim)
    if may.low == may.high:
        return None
    top, bottom = (axis.at(float(one or Decimal(0))) for one in (may.high, may.low))
    if may.high_in:
        top = min(top, y - RADIUS - 3)
    if may.low_in:
        bottom = max(bottom, y + RADIUS + 3)
    kind = "range" if claim.value is None else "soft"
    return SpreadView(kind=kind, top=round(top, 1), bottom=round(bottom, 1))
