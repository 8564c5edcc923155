"""Says in one line how an article's answer to a question stands to those of the others."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from build_tools.linking.comparisons import Question
from build_tools.linking.verdicts import RULES, judge
from build_tools.model.figure import Claimed, MeasureFile
from build_tools.model.question import Answer, Answering, AnswerState, QuestionKind, Stance, Verdict
from build_tools.views import words
from build_tools.views.answers import brief, few, figure_of
from build_tools.views.desk import Desk

NAMED = 2
"""Articles that a line names; more are counted."""
BY_EDITOR = "by an editor’s verdict"
"""What is said where the rules alone do not show it."""

_STANCES = {Stance.UNDECIDED: "is undecided", Stance.REPORTS: "only reports"}
"""Stances that are no verb with an object."""

Stands = dict[Verdict, list[Answer]]
"""The other articles' answers by how each stands to this one's."""


def question_line(desk: Desk, question: Question, slug: str) -> str:
    """Return a line such as "Contradicted: Gul 2024 has November 2022" for an article's margin.

    Each of the others is held against this article's answer alone, by the rules that give the
    verdict on all of them; an editor's verdict comes before what the rules find.
    """
    said = desk.index.said[question.id]
    answers = (one.answer for one in chain(said, question.given))
    own = next((one for one in answers if one.article == slug), None)
    others = [one.answer for one in said if one.answer.article != slug]
    if own is None or own.state is AnswerState.UNREAD:
        return "Not read for this question yet"
    if own.state is AnswerState.SILENT:
        verb = "speaks" if len(others) == 1 else "speak"
        return f"Silent; {_names(desk, others)} {verb} of it" if others else "Silent, like all"
    if not others:
        return "Only this article says so"
    if own.stance is Stance.REPORTS:
        return "Takes no stand of its own"
    return _line(desk, question, _overruled(question, _stands(desk, question, own, others)))


def _stands(desk: Desk, question: Question, own: Answer, others: Iterable[Answer]) -> Stands:
    def figures(name: str) -> tuple[MeasureFile, Claimed] | None:
        found = figure_of(desk, Answering(figure=name))
        return (found[0].sheet.value, found[1]) if found else None

    # Among many articles most say the same as another: what is judged once need not be again.
    known: dict[tuple[object, ...], Verdict] = {}
    stands: Stands = defaultdict(list)
    for one in others:
        key = one.holds, one.date, one.figure, one.stance
        if key not in known:
            two = dataclasses.replace(question.sheet.value, answers=(own, one))
            known[key] = RULES[judge(two, figures)][0]
        stands[known[key]].append(one)
    return stands


def _overruled(question: Question, stands: Stands) -> Stands:
    """Return how the others stand as an editor sees it, where an editor gave the verdict."""
    if question.verdict is question.computed or question.verdict is Verdict.CONTRADICT:
        return stands
    moved: Stands = defaultdict(list)
    for verdict, answers in stands.items():
        clash = verdict is Verdict.CONTRADICT or question.verdict is Verdict.AGREE
        moved[question.verdict if clash else verdict] += answers
    return moved


def _line(desk: Desk, question: Question, stands: Stands) -> str:
    clash, alike = stands.get(Verdict.CONTRADICT, []), stands.get(Verdict.AGREE, [])
    apart = stands.get(Verdict.DIFFER, [])
    if clash:
        first = _against(desk, question, clash, "Contradicted", "by")
        verb = "agrees" if len(alike) == 1 else "agree"
        return f"{first}; {_names(desk, alike)} {verb}" if alike else first
    if question.verdict is Verdict.CONTRADICT and question.computed is not Verdict.CONTRADICT:
        return f"Contradicted, {BY_EDITOR}"
    if alike:
        rest = f"; differs from {_names(desk, apart)}" if apart else ""
        return f"Agrees with {_names(desk, alike)}{rest}"
    if apart:
        return _against(desk, question, apart, "Differs", "from")
    if question.sheet.value.kind is QuestionKind.POSITION:
        return "No other article takes a stand of its own"
    return f"Cannot be compared with {_names(desk, [*chain(*stands.values())])}"


def _against(
    desk: Desk, question: Question, others: list[Answer], verb: str, preposition: str
) -> str:
    if len(others) > NAMED:
        return f"{verb} {preposition} {words.plural(len(others), 'article')}"
    return f"{verb}: {'; '.join(_has(desk, question, one) for one in others)}"


def _has(desk: Desk, question: Question, one: Answer) -> str:
    """Return what another article says: "Gul 2024 has November 2022", "Gul 2024 opposes it"."""
    file, name = question.sheet.value, desk.label(one.article)
    if file.kind is QuestionKind.POSITION and one.stance:
        return f"{name} {_STANCES.get(one.stance, f'{words.STANCES[one.stance][0]} it')}"
    if file.kind is QuestionKind.FIGURE or not one.holds:
        return f"{name} has {brief(desk, file, one)}"
    shown, left = few(file, one)
    # Our own words: in double quotation marks they would count as quoted from an op-ed.
    return f"{name} has ‘{shown}’{f' and {left} more' if left else ''}"


def _names(desk: Desk, others: list[Answer]) -> str:
    if len(others) == 1:
        return desk.label(others[0].article)
    return words.plural(len(others), "article")
