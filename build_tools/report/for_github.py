"""Problems as workflow commands, which GitHub shows on the diff."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model.problem import Problem
from build_tools.report.for_people import printable


def github(problems: Sequence[Problem]) -> str:
    """Return the problems as workflow commands."""
    return "".join(
        f"::{one.severity} file={_property(one.place.path)},line={one.place.line},"
        f"col={one.place.column}{_until(one)},title={one.code}::"
        + _data(f"{one.message} {one.words}".strip())
        + "\n"
        for one in problems
    )


def _until(one: Problem) -> str:
    return f",endLine={one.until[0]},endColumn={one.until[1]}" if one.until else ""


def _data(value: str) -> str:
    value = "\n".join(map(printable, value.splitlines()))
    return value.replace("%", "%25").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
