"""What is wrong with how the program was called, apart from what is wrong with any file."""

from __future__ import annotations


class MisuseError(ValueError):
    """A command was called in a way that makes no sense."""
