"""Mentions: the right words go to the right term, and doubt is said, not guessed away."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.linking.matcher import Matcher
from build_tools.linking.mentions import How, find_mentions
from build_tools.model.term import TermFile
from build_tools.model.ties import TieFile
from build_tools.sources.validation import adapter

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "linking" / "mentions.yaml").read_text(encoding="utf-8")
)
REST = {
    "kind": "concept",
    "definition": "x",
    "confidence": "low",
    "author": "editor",
    "updated": "2025-01-01",
}


def term(**fields: Any) -> TermFile:
    made: TermFile = adapter(TermFile).validate_python(REST | fields)
    return made


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    matcher = Matcher({key: term(**fields) for key, fields in case["terms"].items()})
    ties: TieFile = adapter(TieFile).validate_python(case.get("ties", {}))
    found = find_mentions(matcher, case["text"], 1, ties)
    said = [
        (one.span.start, -one.span.end, f"{one.form} → {one.term}")
        if one.how is How.NAME
        else (one.span.start, -one.span.end, f"{one.form} → {one.term} (description)")
        for one in found.mentions
    ]
    said += [(one.span.start, -one.span.end, f"?{one.form}") for one in found.undecided]
    assert [words for *_, words in sorted(said)] == case["found"]
    assert all(one.span.of(case["text"]) == one.form for one in found.mentions)


def test_a_thousand_terms_cost_little_more_than_fifty() -> None:
    """A ratio within one run, with room for noise: the search is linear in the text."""
    chance = random.Random(5)
    words = ["".join(chance.choices("abcdefghijklmnop", k=7)) for _ in range(3000)]
    text = " ".join(chance.choices(words, k=900))
    few, many = (
        Matcher({f"t{n}": term(name=f"{words[n]} {words[n + 1]}") for n in range(count)})
        for count in (50, 1000)
    )

    def cost(matcher: Matcher) -> float:
        spent = []
        for _ in range(15):
            start = time.perf_counter()
            matcher.find(text)
            spent.append(time.perf_counter() - start)
        return min(spent)

    assert cost(many) < 6 * cost(few)
