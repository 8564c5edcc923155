"""What can be wrong, said so that the person who wrote it can mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs: an error fails a command, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """Where something stands in a file a person can open."""

    path: str
    """Path as the person would type it, with forward slashes."""
    line: int = 1
    """Line, from 1."""
    column: int = 1
    """Column in code points, from 1."""

    def __str__(self) -> str:
        """Return `path:line:column`, which editors and terminals make clickable."""
        return f"{self.path}:{self.line}:{self.column}"


Where = Callable[[], Place]
"""Tells a place when asked. To know one takes looking into its file, so only problems ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding."""

    code: str
    """Stable code such as `CR201`; never reused for anything else."""
    place: Place
    """Where the offending words stand."""
    message: str
    """One sentence that says what is wrong."""
    words: str = ""
    """The offending words, cut to a readable length; empty where there are none."""
    example: str = ""
    """A correct example, or the mend."""
    severity: Severity = Severity.ERROR
    """Whether a command fails for it."""
    until: tuple[int, int] | None = None
    """Line and column right after the offending words, where it is known."""


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems for which a command fails."""
    return tuple(one for one in problems if one.severity is Severity.ERROR)
