"""Measured quality has a floor: lowering a number here needs a reason in the commit message."""

from __future__ import annotations

from collections import Counter

import pytest

from build_tools.anchoring import Context, PrintedContext, TextContext, locate
from build_tools.model.span import Span

from .edits import GONE, Case, cases

SEED, ROUNDS = 7, 30
CHARACTERS_OF_CONTEXT = 64
GOOD_OVERLAP = 0.8

FLOORS = {
    "text": {"correct": 0.98, "wrong": 0.01, "false": 0.01},
    "printed": {"correct": 0.98, "wrong": 0.01, "false": 0.01},
}


def remembered(case: Case, how: str) -> Context:
    if how == "printed":
        return PrintedContext.of(case.original, case.quoted, "floor")
    start, end = case.quoted.start, case.quoted.end
    before = case.original[max(0, start - CHARACTERS_OF_CONTEXT) : start]
    return TextContext(before, case.original[end : end + CHARACTERS_OF_CONTEXT])


def overlap(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))


def outcome(case: Case, found: Span | None) -> str:
    if case.truth is None:
        return "false" if found else "rightly lost"
    if found is None:
        return "unplaced"
    return "correct" if overlap(case.truth, found) >= GOOD_OVERLAP else "wrong"


@pytest.fixture(scope="module", params=sorted(FLOORS))
def measured(request: pytest.FixtureRequest) -> tuple[str, Counter[str], int, int]:
    made = list(cases(SEED, ROUNDS))
    counts: Counter[str] = Counter()
    for case in made:
        context = remembered(case, request.param)
        hint = case.quoted.start
        found = locate(case.edited, case.quoted.of(case.original), context=context, hint=hint)
        counts[outcome(case, found.span)] += 1
    gone = sum(case.kind in GONE for case in made)
    return request.param, counts, len(made) - gone, gone


def test_enough_surviving_quotations_are_found(measured):
    how, counts, surviving, _ = measured
    assert counts["correct"] / surviving >= FLOORS[how]["correct"], counts


def test_few_surviving_quotations_are_put_in_a_wrong_place(measured):
    how, counts, surviving, _ = measured
    assert counts["wrong"] / surviving <= FLOORS[how]["wrong"], counts


def test_few_lost_quotations_are_attached_all_the_same(measured):
    how, counts, _, gone = measured
    assert counts["false"] / gone <= FLOORS[how]["false"], counts


def test_the_cases_are_the_same_every_time():
    assert list(cases(SEED, 2)) == list(cases(SEED, 2))
    assert list(cases(SEED, 1)) != list(cases(SEED + 1, 1))
