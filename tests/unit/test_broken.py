"""Every mistake in the broken folders is reported, where it stands, all in one run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools import pipeline
from build_tools.model.problem import Problem
from build_tools.sources.workplace import Workplace

BROKEN = Path(__file__).parent.parent / "corpus" / "broken"
EXPECTED: list[dict[str, Any]] = yaml.safe_load(
    (BROKEN / "expected.yml").read_text(encoding="utf-8")
)["problems"]
FOLDERS = ("settings", "shapes", "ties")
ALSO = {"CR308", "CR314", "CR404"}
"""Codes that other mistakes bring along: no source named, both owners of a form, never verified."""


@pytest.fixture(scope="module")
def found() -> dict[str, list[Problem]]:
    reported: dict[str, list[Problem]] = {}
    for folder in FOLDERS:
        place = Workplace(corpus=BROKEN / folder, sources=BROKEN / "nowhere")
        for one in pipeline.read(place).problems:
            path = Path(one.place.path).relative_to(BROKEN).as_posix()
            reported.setdefault(path, []).append(one)
    return reported


@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: f"{case['path']}:{case['at']}")
def test_reported_where_it_stands(case: dict[str, Any], found: dict[str, list[Problem]]) -> None:
    places = {case["at"], case.get("or", case["at"])}
    there = {f"{one.place.line}:{one.place.column}" for one in found.get(case["path"], [])}
    assert places & there, f"{case['what']}: reported only at {sorted(there)}"


def test_nothing_else_is_reported(found: dict[str, list[Problem]]) -> None:
    wanted = {(case["path"], at) for case in EXPECTED for at in (case["at"], case.get("or"))}
    extra = [
        one
        for path, problems in found.items()
        for one in problems
        if (path, f"{one.place.line}:{one.place.column}") not in wanted and one.code not in ALSO
    ]
    assert extra == []


def test_every_problem_says_what_to_do(found: dict[str, list[Problem]]) -> None:
    silent = [
        one
        for problems in found.values()
        for one in problems
        if not one.message or not (one.example or one.words or one.message)
    ]
    assert silent == []
