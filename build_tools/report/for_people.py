"""Problems as lines a person reads."""

from __future__ import annotations

from collections.abc import Sequence

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
        blocks += [printable(line) for line in lines]
    count = sum(one.severity is Severity.ERROR for one in problems)
    warnings = len(problems) - count
    if problems:
        blocks.append(f"{_counted(count, 'error')}, {_counted(warnings, 'warning')}")
    return "\n".join(blocks) + "\n" if blocks else ""


def printable(line: str) -> str:
    """Return a line without anything that could steer a terminal or turn the text round."""
    return "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in line)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
