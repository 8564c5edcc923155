"""What each part of the benchmark hands back, and how it is laid out as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.ratios import Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was asked for."""

    articles: tuple[int, ...]
    """Sizes of the corpora, least first."""
    runs: int
    """How often everything is run."""
    work: Path
    """An empty folder to work in."""

    @property
    def middle(self) -> int:
        """The size at which edits are made and terms added."""
        return self.articles[len(self.articles) // 2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A figure that is to be reached."""

    name: str
    """What is measured, and against what."""
    most: str
    """What it may be at most."""
    measured: str
    """What it is."""
    met: bool
    """Whether it is reached."""
    holds: bool = False
    """Whether the benchmark fails where it is not: bytes do not depend on the machine."""


def target(name: str, most: float, measured: Spread) -> Target:
    """Return a target for the median of a ratio."""
    return Target(name=name, most=f"{most:g}", measured=str(measured), met=measured.median <= most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What one part measured."""

    title: str
    """Its heading."""
    text: str
    """Its tables, as Markdown."""
    figures: Any
    """Everything that was measured, for JSON."""
    targets: tuple[Target, ...] = ()
    """What it was to reach."""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def targets_table(targets: Iterable[Target]) -> str:
    """Return the table of what was to be reached, and whether it was."""
    rows = ((one.name, one.most, one.measured, "met" if one.met else "missed") for one in targets)
    return table(("target", "at most", "measured", ""), rows)
