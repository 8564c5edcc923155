"""Every rule takes what it should and leaves what it should."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.model.source import SourceText
from build_tools.sources.importing import Form, Refusal, clean
from build_tools.sources.importing.rules import RULES
from build_tools.sources.importing.rules.furniture_patterns import PATTERNS

CASES = Path(__file__).parents[2] / "cases" / "importing"
RULE_CASES = yaml.safe_load((CASES / "rules.yaml").read_text("utf-8"))
TITLE = "The Tram Deserves A Second Look"
BODY = (
    "The tram came back to our harbour on a wet morning, and nobody on the quay was glad of it.",
    "Nine years later it carries half the town, and the market opens an hour earlier for its sake.",
    "The mayor should say so, in public, and then she should pay for the second line up the hill.",
)
OF_THE_TITLE = {"title", "title-suffix", "title-byline", "title-suffix-before-name"}
FAMILIES = {"notes", "furniture"}


def taken() -> Iterator[Any]:
    for rule, places in RULE_CASES["taken"].items():
        for where, lines in places.items():
            spots = ("head", "middle", "tail") if where == "any" else (where,)
            for line in lines:
                for spot in spots:
                    yield pytest.param(rule, spot, line, id=f"{rule} {spot}: {line}")


def article(spot: str, line: str) -> list[str]:
    at = {"head": 0, "above": 1, "middle": 3, "tail": 4}[spot]
    lines = [TITLE, *BODY]
    return [*lines[:at], line, *lines[at:]]


def apart(source: SourceText | Refusal) -> SourceText | Refusal:
    """Return what was cleaned with blank lines between, its line numbers as if without."""
    assert isinstance(source, SourceText)
    near = (replace(entry, line=entry.line // 2 + 1) for entry in source.stripped)
    return replace(source, stripped=tuple(near))


@pytest.mark.parametrize(("rule", "spot", "line"), list(taken()))
def test_taken(rule: str, spot: str, line: str) -> None:
    source = clean("\n".join(article(spot, line)), Form.TEXT)
    assert source == apart(clean("\n\n".join(article(spot, line)), Form.TEXT))
    assert isinstance(source, SourceText)
    assert source.title == TITLE
    assert tuple(block.text for block in source.blocks) == BODY
    assert [(entry.rule, entry.text) for entry in source.stripped] == [(rule, line)]


@pytest.mark.parametrize("line", RULE_CASES["kept"])
def test_kept(line: str) -> None:
    source = clean("\n\n".join(article("middle", line)), Form.TEXT)
    assert isinstance(source, SourceText)
    assert line in [block.text for block in source.blocks]
    assert source.stripped == ()


def test_every_rule_has_a_case() -> None:
    named = {name for name, _ in RULES} - OF_THE_TITLE - FAMILIES
    assert named | {name for name, _, _ in PATTERNS} <= set(RULE_CASES["taken"])


@pytest.mark.parametrize(
    "case", yaml.safe_load((CASES / "outlets.yaml").read_text("utf-8")), ids=lambda c: c["credit"]
)
def test_outlets(case: dict[str, str]) -> None:
    source = clean("\n".join([TITLE, *BODY, case["credit"]]), Form.TEXT)
    assert isinstance(source, SourceText)
    assert (source.outlet, source.date, source.url) == (
        case["outlet"],
        case.get("date"),
        case.get("url"),
    )
    assert [entry.rule for entry in source.stripped] == ["credit"]
