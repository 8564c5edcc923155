"""Voices: quoted words are told from the author's own, whatever marks a text uses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.linking.voices import AUTHOR, speeches, voice_at
from build_tools.model.span import Span
from build_tools.model.ties import Voice
from build_tools.sources.validation import adapter

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "linking" / "voices.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    lines = adapter(tuple[Voice, ...]).validate_python(case.get("voices", []))
    found = speeches(case["text"], lines)
    assert [f"{one.speaker} → {one.span.of(case['text'])}" for one in found] == case["found"]


def test_words_outside_the_marks_are_the_authors() -> None:
    text = "The Board “will raise the toll again soon”, it says."
    found = speeches(text)
    assert voice_at(found, Span(4, 9)) == AUTHOR
    inside = text.index("toll")
    assert voice_at(found, Span(inside, inside + 4)) == "quoted"
