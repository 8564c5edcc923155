"""What the program writes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written."""

    path: str
    """Path relative to the folder it is meant for, with forward slashes."""
    text: str
    """Its content, UTF-8, lines ending in a line feed."""
