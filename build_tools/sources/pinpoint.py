"""Finds the offending words of a problem in the file, where so far only their field is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from build_tools.model.problem import Place, Problem
from build_tools.sources import disk
from build_tools.sources.documents import MAX_BYTES


def pinpoint(problems: Iterable[Problem], folder: Path) -> tuple[Problem, ...]:
    """Return the problems, each at its words where they stand in the field it names.

    Args:
        problems: The problems.
        folder: The editorial folder; files elsewhere are not opened.
    """
    read = lru_cache(maxsize=None)(lambda path: _lines(Path(path), folder))
    return tuple(_pinned(one, read(one.place.path)) if one.words else one for one in problems)


def _lines(path: Path, folder: Path) -> tuple[str, ...]:
    text = disk.read(path, folder, MAX_BYTES) if disk.is_file(path) else ""
    return tuple(text.splitlines(keepends=True)) if isinstance(text, str) else ()


def _pinned(problem: Problem, lines: tuple[str, ...]) -> Problem:
    place = problem.place
    if place.line > len(lines):
        return problem
    field = "".join(_field(lines, place))
    found = _find(problem.words, field)
    if not found:
        return problem
    start, end = (_moved(place, field, at) for at in found.span())
    return replace(problem, place=start, until=(end.line, end.column))


def _field(lines: tuple[str, ...], place: Place) -> list[str]:
    """Return the rest of the line and those below that belong to the same field."""
    first = lines[place.line - 1]
    whole = place.line == place.column == 1  # the file as such is meant
    is_prose = place.path.endswith(".md")
    indent = _indent(first)
    field = [first[place.column - 1 :]]
    for line in lines[place.line :]:
        ends = not line.strip() if is_prose else bool(line.strip()) and _indent(line) <= indent
        if ends and not whole:
            break
        field.append(line)
    return field


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _find(words: str, field: str) -> re.Match[str] | None:
    """Return where words stand, between other words rather than within one, lines aside."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    if not pattern:
        return None
    return re.search(rf"(?<![\w-]){pattern}(?![\w-])", field) or re.search(pattern, field)


def _moved(place: Place, field: str, offset: int) -> Place:
    before = field[:offset].split("\n")
    if len(before) == 1:
        return replace(place, column=place.column + offset)
    return replace(place, line=place.line + len(before) - 1, column=len(before[-1]) + 1)
