"""Changing one value leaves every other character as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.sources import characters
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


@given(st.text(max_size=40).filter(lambda text: characters.in_value(text) is None))
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


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plain words", "NEW"),
        ("plain\n      words", "NEW"),
        ("'single'", "NEW"),
        ('"dou\\tble"', "NEW"),
        (">-\n      folded\n      words", "NEW"),
        ("|\n      literal\n\n      words", "NEW"),
        ("|2+\n      literal\n\n\n", "NEW\n\n\n"),
        (">- # why\n      folded", "NEW # why"),
        ("&name |\n      literal", "NEW"),
    ],
)
def test_every_way_to_write_a_value_is_replaced_whole(
    old: str, new: str, mark: str, newline: str
) -> None:
    before, after = "# ñ\nnotes:\n  - id: one\n    quote: ", "\n    # after\n    paragraph: 3\n"
    text = mark + f"{before}{old}{after}".replace("\n", newline)
    changed = set_scalar(text, ("notes", 0, "quote"), "NEW")
    assert changed == mark + f"{before}{new}{after}".replace("\n", newline)
    changed = set_scalar(changed, ("notes", 0, "paragraph"), 12)
    assert changed == mark + f"{before}{new}{after}".replace("\n", newline).replace("3", "12")


@pytest.mark.parametrize("text", ["a:\n  - id: >\n      x", "a:\n  - id: |-\n      x\n\n"])
def test_a_block_at_the_end_of_the_file(text: str) -> None:
    assert set_scalar(text, ("a", 0, "id"), "y").rstrip("\n") == "a:\n  - id: y"


@pytest.mark.parametrize(("text", "changed"), [("a:\nb: c\n", "a: x\nb: c\n"), ("a:", "a: x")])
def test_a_value_where_there_was_none(text: str, changed: str) -> None:
    assert set_scalar(text, ("a",), "x") == changed


def test_a_value_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        set_scalar(TEXT, ("notes", 7, "quote"), "x")
