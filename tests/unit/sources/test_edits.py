"""Changing one value leaves every other character as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.sources.documents import Document, parse
from build_tools.sources.edits import scalar, set_scalar

TEXT = """# a comment
notes:
  - {id: one, quote: "old, words"}   # why
  - id: two
    quote: >-
      folded
      words
"""


@given(st.text(max_size=40).filter(lambda text: text.isprintable()))
def test_a_scalar_reads_back_as_itself(value: str) -> None:
    document = parse(f"a: {scalar(value)}\n", "x")
    assert isinstance(document, Document)
    assert document.value == {"a": value}


def test_only_the_value_changes() -> None:
    changed = set_scalar(TEXT, ("notes", 0, "quote"), "new: words")
    assert changed == TEXT.replace('"old, words"', '"new: words"')


def test_a_folded_value_is_replaced_whole() -> None:
    changed = set_scalar(TEXT, ("notes", 1, "quote"), "new")
    document = parse(changed, "x")
    assert isinstance(document, Document)
    assert document.value == {
        "notes": [{"id": "one", "quote": "old, words"}, {"id": "two", "quote": "new"}]
    }


def test_a_value_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        set_scalar(TEXT, ("notes", 7, "quote"), "x")
