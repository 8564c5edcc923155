"""Whole texts in, articles out; the cases are data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.model.source import SourceText
from build_tools.sources.importing import Form, clean, language

CASES = Path(__file__).parents[2] / "cases" / "importing"
FILES = {"plain.yaml": Form.TEXT, "markdown.yaml": Form.MARKDOWN, "pages.yaml": Form.HTML}


def cases() -> list[Any]:
    return [
        pytest.param(form, case, id=f"{form}: {case['name']}")
        for name, form in FILES.items()
        for case in yaml.safe_load((CASES / name).read_text("utf-8"))
    ]


def told(source: SourceText) -> dict[str, object]:
    return {
        "title": source.title,
        "authors": list(source.authors),
        "outlet": source.outlet,
        "date": source.date,
        "language": language(source),
        "url": source.url,
        "blocks": [f"{block.kind}: {block.text}" for block in source.blocks],
        "stripped": [[taken.line, taken.rule, taken.text] for taken in source.stripped],
    }


@pytest.mark.parametrize(("form", "case"), cases())
def test_case(form: Form, case: dict[str, Any]) -> None:
    source = clean(case["input"], form)
    assert isinstance(source, SourceText)
    expected = {key: value for key, value in case.items() if key not in {"name", "input"}}
    found = told(source)
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize(("form", "case"), cases())
def test_cleaning_again_changes_nothing(form: Form, case: dict[str, Any]) -> None:
    source = clean(case["input"], form)
    assert isinstance(source, SourceText)
    again = clean("\n\n".join(filter(None, (source.title, source.text))), Form.TEXT)
    assert isinstance(again, SourceText)
    assert again.text == source.text
    assert again.stripped == ()
