"""Says problems to people and to machines."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Sequence

from build_tools.model.problem import Problem, Severity


def text(problems: Sequence[Problem]) -> str:
    """Return the problems as lines a person reads: place, code, words, a correct example."""
    blocks = []
    for one in problems:
        words = f" «{one.words}»" if one.words else ""
        first, *rest = f"{one.message}{words}".splitlines()
        lines = [f"{one.place}: {one.severity} {one.code}: {first}"]
        lines += [f"    {line}" for line in rest]
        lines += [f"    for example: {line}" for line in one.example.splitlines()[:1]]
        lines += [f"                 {line}" for line in one.example.splitlines()[1:]]
        blocks += [_printable(line) for line in lines]
    count = sum(one.severity is Severity.ERROR for one in problems)
    warnings = len(problems) - count
    if problems:
        blocks.append(f"{_counted(count, 'error')}, {_counted(warnings, 'warning')}")
    return "\n".join(blocks) + "\n" if blocks else ""


def github(problems: Sequence[Problem]) -> str:
    """Return the problems as workflow commands, which GitHub shows on the diff."""
    return "".join(
        f"::{one.severity} file={_property(one.place.path)},line={one.place.line},"
        f"col={one.place.column},title={one.code}::"
        + _data(f"{one.message} {one.words}".strip())
        + "\n"
        for one in problems
    )


def as_json(problems: Sequence[Problem]) -> str:
    """Return the problems as a JSON list."""
    rows = [dataclasses.asdict(one) for one in problems]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": text,
    "github": github,
    "json": as_json,
}
"""Every way to say problems."""


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _printable(line: str) -> str:
    """Return a line without anything that could steer a terminal or turn the text round."""
    return "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in line)


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
