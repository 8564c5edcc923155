"""What the program writes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written: a text, or the bytes of something else."""

    path: str
    """Path relative to the folder it is meant for, with forward slashes."""
    text: str = ""
    """Its content, UTF-8, lines ending in a line feed; empty for a file that is no text."""
    data: bytes | None = None
    """Its content where it is no text, such as a picture."""

    parts: tuple[str, ...] = ()
    """Parts of the text that were made apart, in order: items of data or rows of a table."""

    @property
    def content(self) -> bytes:
        """What is written."""
        return self.text.encode() if self.data is None else self.data
