"""Digests: what is refused, where, and that it takes no time."""

from __future__ import annotations

import time

import pytest

from build_tools import prose
from build_tools.model.corpus import Sheet
from build_tools.sources import digests


def told(text: str) -> list[tuple[str, int, int]]:
    found = digests.parse(text, "digest.md")
    if isinstance(found, Sheet):
        return []
    return [(one.code, one.place.line, one.place.column) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ufeff¶1 One.\r\n\r\n¶2 Two.\r\n", []),
        ("¶1 " + "x" * 4000, []),
        ("¶1 One.\n\n¶2 " + "x" * 4001, [("CR223", 3, 1)]),
        ("## " + "x" * 4001, [("CR223", 1, 1)]),
        ("¶" + "1" * 5000 + " One.", [("CR220", 1, 1)]),
        ("¶12345 One.", [("CR220", 1, 1)]),
        ("¶1 On\x00e.", [("CR224", 1, 6)]),
        ("\ufeff¶1 \x1b[1mOne.", [("CR224", 1, 4)]),
        ("¶1 One.\r\n\r\n¶2 T\u202ewo.\r\n", [("CR224", 3, 5)]),
        ("¶1 One.\r\r¶2 \x7fTwo.", [("CR224", 3, 4)]),
    ],
)
def test_what_is_told(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert told(text) == expected


def test_a_file_full_of_invisible_characters_is_told_briefly() -> None:
    assert len(told("¶1 " + "\x00" * 3_000)) == 20


def test_a_paragraph_of_a_million_lines_takes_no_time() -> None:
    start = time.perf_counter()
    assert told("¶1 x\n" + "a\n" * 900_000) == [("CR223", 1, 1)]
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    "piece",
    [
        "`a",
        "`",
        "``a`",
        "[",
        "[a](",
        "[[a]",
        "[a][",
        "![[",
        "*a_",
        "**a _",
        "[a](b 'c",
        "[a](<b",
        "&",
    ],
)
def test_the_longest_paragraph_allowed_is_read_in_no_time(piece: str) -> None:
    markdown = (piece * 4000)[:4000]
    start = time.perf_counter()
    prose.paragraphs(markdown)
    assert time.perf_counter() - start < 0.5
