"""Verdicts follow from the answers by rules that can be named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.linking.linked import Linked
from build_tools.linking.verdicts import RULES, Fit, Rule, judge
from build_tools.model.question import AnswerState, QuestionFile, Verdict
from build_tools.sources.validation import adapter
from tests.unit.linking.test_pairs import measure

CASES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parents[2] / "cases" / "linking" / "verdicts.yaml").read_text(encoding="utf-8"),
    yaml.BaseLoader,  # dates stay as typed, as in editorial files
)
ONE = measure(
    {"id": "a", "value": 10, "period": "2023"},
    {"id": "b", "value": 20, "period": "2023"},
    {"id": "c", "value": 10, "qualifier": "about", "period": "2023"},
    {"id": "d", "value": 99, "period": "2021"},
)
OTHER = measure({"id": "a", "value": 10, "period": "2023"})
FIGURES = {f"m/{one.id}": (ONE, one) for one in ONE.figures} | {"n/a": (OTHER, OTHER.figures[0])}


def question(case: dict[str, Any]) -> QuestionFile:
    evidence = [{"paragraph": 1, "quote": "some words"}]
    answers = [
        {"article": f"article-{n}", "says": "Something", "evidence": evidence} | one
        for n, one in enumerate(case["answers"])
    ]
    silent = {"article": "silent", "state": "silent", "checked_by": "editor", "checked": "2025"}
    made: QuestionFile = adapter(QuestionFile).validate_python(
        {
            "question": "Which?",
            "short": "Which",
            "kind": case["kind"],
            "topic": "Any",
            "choices": {one: one for one in case.get("choices", ())},
            "exclusive": case.get("exclusive", True),
            "answers": [*answers, silent],
            "synthesis": "So.",
            "author": "editor",
            "updated": "2025-01-01",
        }
    )
    return made


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    rule = judge(question(case), FIGURES.get)
    assert rule.value == case["rule"]
    assert RULES[rule][0].value == case["verdict"]


def test_every_rule_decides_some_case() -> None:
    assert {case["rule"] for case in CASES} | {"editor"} == {rule.value for rule in Rule}


def test_every_article_has_an_answer_if_only_that_nobody_read_it(linked: Linked) -> None:
    slugs = [one.article.slug for one in linked.articles]
    for one in linked.questions:
        assert [given.answer.article for given in one.given] == slugs
    barges = next(one for one in linked.questions if one.id == "barges-2023")
    assert [given.answer.state for given in barges.given][2] is AnswerState.UNREAD


def test_an_editor_overrules_and_the_computed_verdict_is_kept(linked: Linked) -> None:
    boards = next(one for one in linked.questions if one.id == "two-boards")
    assert (boards.verdict, boards.computed) == (Verdict.AGREE, Verdict.DIFFER)
    assert boards.rule is Rule.EDITOR
    assert boards.why.startswith("Halewell")


def test_answers_are_set_beside_the_record(linked: Linked) -> None:
    fits = {
        one.id: {given.answer.article[:5]: given.fit for given in one.given}
        for one in linked.questions
    }
    assert fits["ward-merger"] == {"ostri": Fit.FITS, "halew": Fit.FITS, "quill": Fit.CONFLICTS}
    assert fits["barges-2023"]["halew"] is Fit.CONFLICTS
    assert fits["toll-position"]["ostri"] is Fit.OPEN  # there is no record


def test_questions_of_a_topic_stand_together(linked: Linked) -> None:
    topics = [one.sheet.value.topic for one in linked.questions]
    assert len(set(topics)) == len(
        [n for n, one in enumerate(topics) if topics[n - 1 : n] != [one]]
    )


def test_every_figure_and_answer_is_anchored_and_in_the_lock(linked: Linked) -> None:
    for one in linked.articles:
        wanted = {item.key for item in (*one.tellings, *one.figures, *one.evidence)}
        assert one.lock is not None
        assert {quote.id for quote in one.lock.quotes} == wanted
        assert one.source is not None
        for item in (*one.figures, *one.evidence):
            assert item.span is not None
            assert " ".join(item.span.of(one.source.text).split()) == item.item.quote
