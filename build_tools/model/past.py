"""What became of a note over time, as the repository remembers it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change of a note."""

    date: str
    """Day of the commit, as ISO 8601."""
    commit: str
    """Its name, in full."""
    subject: str
    """What its author called it."""
    what: tuple[str, ...]
    """What changed, in words: "added", "reworded", "draft → reviewed"."""


Past = dict[str, dict[str, tuple[Step, ...]]]
"""Steps of each note, the oldest first, by slug and id."""
