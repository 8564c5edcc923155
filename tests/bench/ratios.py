"""Figures from repeated runs: medians, and ratios of runs that stood side by side."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A figure that was taken several times."""

    median: float
    least: float
    most: float

    def __str__(self) -> str:
        """Return the median, and in brackets between what the figures lie."""
        if self.least == self.most:
            return f"{self.median:.2f}"
        return f"{self.median:.2f} ({self.least:.2f}–{self.most:.2f})"


def spread(figures: Sequence[float]) -> Spread:
    """Return what figures have in common.

    Raises:
        ValueError: If there are none.
    """
    if not figures:
        msg = "nothing was measured"
        raise ValueError(msg)
    return Spread(median=statistics.median(figures), least=min(figures), most=max(figures))


def paired(ours: Sequence[float], theirs: Sequence[float]) -> Spread:
    """Return how many times the other each figure is, run by run.

    A machine is fast or slow for minutes at a time: what ran side by side suffered alike.

    Raises:
        ValueError: If one side ran more often, not at all, or took nothing.
    """
    if not all(theirs):
        msg = "one of those measured against took nothing"
        raise ValueError(msg)
    return spread([one / other for one, other in zip(ours, theirs, strict=True)])
