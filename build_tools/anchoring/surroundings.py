"""Comparing what is remembered around a quotation with what stands around a place.

All memories are byte strings here (characters or word prints), and so are the texts they are
compared with; offsets are in units of those strings.
"""

from __future__ import annotations

from build_tools.anchoring.alignment import find, head_distance, project
from build_tools.model.span import Span

_SLACK = 0.5
"""How much longer than the memory, as a share of it, surroundings may have become."""

_WHOLE_LIMIT = 0.6
"""Share of quotation and surroundings that may differ where both are sought as one."""

_SIDE_LIMIT = 0.35
"""Share of one side that may differ where it is sought alone."""

_PLACES = 4
"""Places considered for each way of seeking; more are never of use and cost time."""

Side = tuple[float, int]
"""How alike one side is (0..1), and how much of it was remembered."""


def both_sides(before: Side, after: Side, chance: float) -> float:
    """Weigh the sides by how much was remembered of each, and rescale so that chance is 0."""
    remembered = before[1] + after[1]
    if not remembered:
        return 0.0
    sides = [(max(0.0, (alike - chance) / (1 - chance)), size) for alike, size in (before, after)]
    return sum(alike * size for alike, size in sides) / remembered


def leading(memory: bytes, surroundings: bytes, near: int | None = None) -> Side:
    """Compare a memory with the beginning of what surrounds a place.

    Args:
        memory: What is remembered, from the quotation outwards.
        surroundings: What stands there, from the place outwards.
        near: How much of it, next to the quotation, counts once more.
    """
    if not memory:
        return 0.0, 0
    alike = 1 - head_distance(memory, surroundings) / len(memory)
    if near is not None and near < len(memory):
        nearest, _ = leading(memory[:near], surroundings[: round(near * (1 + _SLACK))])
        alike = (alike + nearest) / 2
    return alike, len(memory)


def reach(memory: bytes) -> int:
    """How far from the quotation its memory may have spread."""
    return round(len(memory) * (1 + _SLACK))


def places(before: bytes, quote: bytes, after: bytes, target: bytes) -> list[Span]:
    """Align quotation and surroundings, together and apart, with a target.

    Returns:
        Places for the quotation, in units of the target.
    """
    whole = before + quote + after
    part = Span(len(before), len(before) + len(quote))
    found: list[Span] = []
    for match in find(whole, target, round(len(whole) * _WHOLE_LIMIT))[:_PLACES]:
        place = project(whole, part, target[match.span.start : match.span.end])
        if place is not None:
            found.append(place.shifted(match.span.start))
    lefts = [m.span.end for m in find(before, target, round(len(before) * _SIDE_LIMIT))]
    rights = [m.span.start for m in find(after, target, round(len(after) * _SIDE_LIMIT))]
    for left in lefts[:_PLACES]:
        found.append(Span(left, min(len(target), left + len(quote))))
        found += [Span(left, r) for r in rights[:_PLACES] if 0 < r - left < 2 * len(quote)]
    found += [Span(max(0, right - len(quote)), right) for right in rights[:_PLACES]]
    return [place for place in found if len(place) > 0]
