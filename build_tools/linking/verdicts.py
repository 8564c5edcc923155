"""Computes how the answers to a question stand to each other, and by which rule.

To add a kind of question: name it in `QuestionKind`, write a function from what is answered to a
rule, list it in `_JUDGES`, give each new rule a line in `RULES`, add cases to
`tests/cases/linking/verdicts.yml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from itertools import combinations

from build_tools.linking.pairs import pair
from build_tools.model import dates
from build_tools.model.figure import Claimed, MeasureFile, PairLabel
from build_tools.model.question import (
    Answer,
    Answering,
    AnswerState,
    QuestionFile,
    QuestionKind,
    RecordAnswer,
    Stance,
    Verdict,
)

Figures = Callable[[str], tuple[MeasureFile, Claimed] | None]
"""Finds a figure by `FILE/ID`, with the measure it belongs to."""

SIDES = {
    Stance.SUPPORTS: 1,
    Stance.LEANS_TOWARDS: 1,
    Stance.UNDECIDED: 0,
    Stance.DOUBTS: -1,
    Stance.OPPOSES: -1,
}
"""Which side of a position a stance is on; who only reports stands nowhere."""


class Rule(StrEnum):
    """What decided."""

    NOBODY = "nobody"
    ALONE = "alone"
    SAME_CHOICES = "same-choices"
    EXCLUSIVE = "exclusive"
    CHOICES = "choices"
    DATES_AGREE = "dates-agree"
    DATES_CLASH = "dates-clash"
    FIGURES_AGREE = "figures-agree"
    FIGURES_CLASH = "figures-clash"
    FIGURES_APART = "figures-apart"
    FIGURES_MIXED = "figures-mixed"
    ONE_SIDE = "one-side"
    BOTH_SIDES = "both-sides"
    SHADES = "shades"
    REPORTS = "reports"
    UNKNOWN = "unknown"
    EDITOR = "editor"


RULES: dict[Rule, tuple[Verdict, str]] = {
    Rule.NOBODY: (Verdict.NOT_COMPARABLE, "no article says anything to it"),
    Rule.ALONE: (Verdict.SINGLE, "one article alone says something to it"),
    Rule.SAME_CHOICES: (Verdict.AGREE, "all say the same"),
    Rule.EXCLUSIVE: (Verdict.CONTRADICT, "at least two answers cannot both be true"),
    Rule.CHOICES: (Verdict.DIFFER, "they do not say the same, yet nothing rules out that all hold"),
    Rule.DATES_AGREE: (Verdict.AGREE, "all dates can be the same day"),
    Rule.DATES_CLASH: (Verdict.CONTRADICT, "at least two dates cannot be the same day"),
    Rule.FIGURES_AGREE: (Verdict.AGREE, "all figures can be true of the same thing and time"),
    Rule.FIGURES_CLASH: (
        Verdict.CONTRADICT,
        "at least two figures for one thing and time conflict",
    ),
    Rule.FIGURES_APART: (
        Verdict.NOT_COMPARABLE,
        "the figures count different things or times, or are measured from different ones",
    ),
    Rule.FIGURES_MIXED: (Verdict.DIFFER, "some figures agree, others cannot be compared"),
    Rule.ONE_SIDE: (Verdict.AGREE, "all who take a stand are on one side"),
    Rule.BOTH_SIDES: (Verdict.CONTRADICT, "they stand on opposite sides"),
    Rule.SHADES: (Verdict.DIFFER, "some take a side and others do not"),
    Rule.REPORTS: (Verdict.NOT_COMPARABLE, "fewer than two take a stand of their own"),
    Rule.UNKNOWN: (Verdict.NOT_COMPARABLE, "fewer than two answers name anything to compare"),
}
"""The verdict each rule gives and why, in words; an editor's rule carries its own."""


class Fit(StrEnum):
    """How an answer stands to the record."""

    FITS = "fits"
    CONFLICTS = "conflicts"
    OPEN = "open"


def judge(question: QuestionFile, figures: Figures) -> Rule:
    """Return the rule that decides how the answers to a question stand to each other."""
    said = [one for one in question.answers if one.state is AnswerState.SAYS]
    if len(said) < 2:
        return Rule.ALONE if said else Rule.NOBODY
    return _JUDGES[question.kind](question, said, figures)


def fit(answer: Answer, record: RecordAnswer, question: QuestionFile, figures: Figures) -> Fit:
    """Return how an answer stands to the record; open where either names nothing to compare."""
    rule = _JUDGES[question.kind](question, (answer, record), figures)
    match RULES[rule][0]:
        case Verdict.AGREE:
            return Fit.FITS
        case Verdict.CONTRADICT:
            return Fit.CONFLICTS
        case _:
            return Fit.OPEN


def _by_choice(question: QuestionFile, said: Iterable[Answering], _: Figures) -> Rule:
    held = [frozenset(one.holds) for one in said if one.holds]
    if len(held) < 2:
        return Rule.UNKNOWN
    if len(set(held)) == 1:
        return Rule.SAME_CHOICES
    names = question.kind is QuestionKind.NAME
    apart = any(not (one & other) for one, other in combinations(held, 2))
    return Rule.EXCLUSIVE if apart and question.exclusive and not names else Rule.CHOICES


def _by_date(_: QuestionFile, said: Iterable[Answering], __: Figures) -> Rule:
    told = [dates.parse(one.date) for one in said if one.date]
    if len(told) < 2:
        return Rule.UNKNOWN
    agree = all(one.agrees(other) for one, other in combinations(told, 2))
    return Rule.DATES_AGREE if agree else Rule.DATES_CLASH


def _by_figure(_: QuestionFile, said: Iterable[Answering], figures: Figures) -> Rule:
    found = [known for one in said if one.figure and (known := figures(one.figure))]
    if len(found) < 2:
        return Rule.UNKNOWN
    labels = {_label(one, other) for one, other in combinations(found, 2)}
    if PairLabel.CONFLICTING in labels:
        return Rule.FIGURES_CLASH
    if labels == {PairLabel.COMPATIBLE}:
        return Rule.FIGURES_AGREE
    return Rule.FIGURES_MIXED if PairLabel.COMPATIBLE in labels else Rule.FIGURES_APART


def _label(first: tuple[MeasureFile, Claimed], second: tuple[MeasureFile, Claimed]) -> PairLabel:
    """Return how two figures stand to each other; those of different measures are not alike."""
    (measure, one), (other_measure, other) = first, second
    if measure is not other_measure:
        return PairLabel.NOT_COMPARABLE
    return pair(one, other, measure).label


def _by_stance(_: QuestionFile, said: Iterable[Answering], __: Figures) -> Rule:
    sides = [SIDES[one.stance] for one in said if one.stance in SIDES]
    if len(sides) < 2:
        return Rule.REPORTS
    if {1, -1} <= set(sides):
        return Rule.BOTH_SIDES
    return Rule.ONE_SIDE if len(set(sides)) == 1 else Rule.SHADES


_JUDGES: dict[QuestionKind, Callable[[QuestionFile, Iterable[Answering], Figures], Rule]] = {
    QuestionKind.FACT: _by_choice,
    QuestionKind.NAME: _by_choice,
    QuestionKind.IDENTITY: _by_choice,
    QuestionKind.DATE: _by_date,
    QuestionKind.FIGURE: _by_figure,
    QuestionKind.POSITION: _by_stance,
}
