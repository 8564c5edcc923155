"""Reads plain YAML line by line, as `crossread fmt` prints it, in a fraction of the parser's time.

Nothing is judged here: a text that holds anything else, be it a mistake or only a rarer way of
writing, is left to the parser (`nodes.py`), which knows all of YAML and says what is wrong where.
So a form may be added below only if both read it alike; `tests/unit/sources/test_lines.py` compares
them on every file at hand and on many that were tampered with.

Plain are: mappings and lists in lines of their own, each deeper level indented; scalars on one
line; texts folded with `>` or kept with `|`; mappings and lists of scalars between brackets on one
line; comments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from build_tools.sources import brackets
from build_tools.sources.brackets import OtherwiseWrittenError
from build_tools.sources.plain import MAX_DEPTH, Plain, plain

_LINE = re.compile(r"( *)(- +)?(?:([A-Za-z_][A-Za-z0-9_-]{0,99}):(?: +|$))?(.*)")
_BLOCK = re.compile(r"([|>])(-?)")
_QUOTED = re.compile(r"""(?:"((?:[^"\\]|\\["\\])*)"|'((?:[^']|'')*)')(?: +#.*)?""")
_LINE_ENDS = re.compile(r"\n(\n*)")
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""What no plain scalar begins with, or only under conditions."""


class _Line(NamedTuple):
    """A line that says something."""

    indent: int
    """Spaces before it."""
    dash: int
    """Width of the dash of a list and the spaces after it; 0 where there is none."""
    key: str | None
    """The key of a mapping."""
    rest: str
    """What stands after those."""


_END = _Line(-1, 0, None, "")
"""After the last line."""


def read(text: str) -> dict[str, Plain] | list[Plain] | None:
    """Return what a text says; nothing where it is not plain.

    Args:
        text: The text, of characters that YAML allows, with lines ended by line feeds.
    """
    if not text.endswith("\n"):
        return None
    try:
        return _Reader(text.split("\n")).whole()
    except OtherwiseWrittenError:
        return None


class _Reader:
    """Goes through the lines once, from top to bottom."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._at = -1
        self._line = _END
        self._advance()

    def whole(self) -> dict[str, Plain] | list[Plain]:
        """Return what the lines say."""
        found = self._collection(0, 0)
        if self._line is not _END:
            raise OtherwiseWrittenError
        return found

    def _advance(self) -> None:
        """Go to the next line that says something."""
        lines, at = self._lines, self._at + 1
        while at < len(lines):
            indent, dash, key, rest = _LINE.fullmatch(lines[at]).groups()  # type: ignore[union-attr]
            if key or dash or (rest and rest[0] != "#"):
                self._line = _Line(len(indent), len(dash or ""), key, rest.rstrip(" "))
                break
            at += 1
        else:
            self._line = _END
        self._at = at

    def _collection(self, column: int, depth: int) -> dict[str, Plain] | list[Plain]:
        """Return the mapping or list whose first line this is."""
        if self._line.indent != column or depth >= MAX_DEPTH:
            raise OtherwiseWrittenError
        return self._list(column, depth) if self._line.dash else self._mapping(column, depth)

    def _mapping(self, column: int, depth: int) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        while self._line.indent >= column:
            indent, dash, key, rest = self._line
            if indent > column or dash or key is None or key in found:
                raise OtherwiseWrittenError
            found[key] = self._value(rest, column, depth + 1)
        return found

    def _list(self, column: int, depth: int) -> list[Plain]:
        found: list[Plain] = []
        while self._line.indent >= column and self._line.dash:
            indent, dash, key, rest = self._line
            if indent > column or not (key or rest) or rest[:1] == "#":
                raise OtherwiseWrittenError
            if key:
                self._line = _Line(column + dash, 0, key, rest)
                found.append(self._collection(column + dash, depth + 1))
            else:
                found.append(self._value(rest, column, depth + 1))
        return found

    def _value(self, rest: str, column: int, depth: int) -> Plain:
        """Return the value that begins in this line and go to the line after it.

        Args:
            rest: What of it stands in this line.
            column: Where what it belongs to begins: deeper lines are part of it.
            depth: How deep it is nested.
        """
        if not rest or rest[0] == "#":
            self._advance()
            below = self._line
            is_inside = below.indent > column or (below.dash and below.indent == column)
            return self._collection(below.indent, depth) if is_inside else None
        if rest[0] in "|>":
            return self._text(rest, column)
        value = _scalar(rest, depth)
        self._advance()
        return value

    def _text(self, head: str, column: int) -> str:
        """Return a text of several lines, folded or kept as it is."""
        kind = _BLOCK.fullmatch(head)
        lines, start = self._lines, self._at + 1
        first = lines[start]
        indent = len(first) - len(first.lstrip(" "))
        if not kind or not first.strip(" ") or indent <= column:
            raise OtherwiseWrittenError
        margin, end = " " * indent, start
        while end < len(lines) and (lines[end].startswith(margin) or not lines[end].strip(" ")):
            end += 1
        self._at = end - 1
        self._advance()
        text = "\n".join(line[indent:] for line in lines[start:end]).rstrip("\n")
        if kind[1] == ">":
            text = _folded(text)
        return text if kind[2] else f"{text}\n"


def _scalar(said: str, depth: int) -> Plain:
    """Return the value that stands in one line, a comment behind it aside."""
    first = said[0]
    if first not in _INDICATORS or (first == "-" and said[1:2].isalnum()):
        return plain(_word(said))
    if first in "[{":
        return brackets.read(said, depth)
    if found := _QUOTED.fullmatch(said):
        return brackets.quoted(*found.groups())
    raise OtherwiseWrittenError


def _word(said: str) -> str:
    comment = said.find(" #")
    word = said[:comment].rstrip(" ") if comment >= 0 else said
    if ": " in word or word[-1] == ":":
        raise OtherwiseWrittenError
    return word


def _folded(text: str) -> str:
    """Return a text with its lines joined; each blank line is a line end of its own."""
    if "\n " in text or " \n" in text or text[-1] == " ":
        raise OtherwiseWrittenError
    return _LINE_ENDS.sub(lambda found: found[1] or " ", text)
