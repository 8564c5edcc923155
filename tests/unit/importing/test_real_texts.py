"""The five op-eds, where a person has put them; their sentences stand nowhere in here."""

from __future__ import annotations

import os
import random
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.model.source import SourceText
from build_tools.sources.importing import (
    SAME_ARTICLE,
    Form,
    clean,
    fingerprint,
    language,
    read,
    resemblance,
)

CASES = Path(__file__).parents[2] / "cases" / "importing"
REAL = yaml.safe_load((CASES / "real.yaml").read_text("utf-8"))
FOLDER = os.environ.get("CROSSREAD_SOURCES", "")

pytestmark = pytest.mark.skipif(
    not FOLDER or not Path(FOLDER).is_dir(),
    reason="the op-eds are in copyright: CROSSREAD_SOURCES names no folder that holds them",
)


@cache
def sources() -> tuple[SourceText, ...]:
    found = (read(path) for path in sorted(Path(FOLDER).glob("*.txt")))
    return tuple(source for source in found if isinstance(source, SourceText))


def known(case: dict[str, Any]) -> SourceText:
    def alike(source: SourceText) -> float:
        return resemblance(fingerprint(source.text), case["fingerprint"])

    best = max(sources(), key=alike, default=None)
    if best is None or alike(best) < SAME_ARTICLE:
        pytest.skip("this op-ed is not in the folder CROSSREAD_SOURCES names")
    return best


@pytest.mark.parametrize("case", REAL, ids=lambda case: str(case["title"]))
def test_real_text(case: dict[str, Any]) -> None:
    source = known(case)
    assert source.title == case["title"]
    assert list(source.authors) == case["authors"]
    assert source.outlet == case["outlet"]
    assert source.date == case["date"]
    assert language(source) == "en"
    assert Counter(str(block.kind) for block in source.blocks) == case["kinds"]
    assert [taken.rule for taken in source.stripped] == case["rules"]


@pytest.mark.parametrize("case", REAL, ids=lambda case: str(case["title"]))
def test_cleaning_again_changes_nothing(case: dict[str, Any]) -> None:
    source = known(case)
    again = clean("\n\n".join(filter(None, (source.title, source.text))), Form.TEXT)
    assert isinstance(again, SourceText)
    assert again.text == source.text


def test_different_op_eds_are_told_apart() -> None:
    marks = [fingerprint(source.text) for source in sources()]
    assert all(resemblance(one, two) < SAME_ARTICLE for one, two in combinations(marks, 2))


def test_edited_copies_are_recognised() -> None:
    chance = random.Random(11)
    vocabulary = [word for source in sources() for word in source.text.split()]
    alike = []
    for source in sources():
        words = source.text.split()
        for _ in range(8):
            copy = list(words)
            for at in chance.sample(range(len(words)), len(words) // 10):
                copy[at] = chance.choice(vocabulary)
            alike.append(resemblance(fingerprint(source.text), fingerprint(" ".join(copy))))
    recognised = sum(one >= SAME_ARTICLE for one in alike)
    assert recognised * 100 >= len(alike) * 97
