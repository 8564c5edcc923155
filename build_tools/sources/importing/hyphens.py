"""Words divided over a line end.

A hyphen at a line end is either the word's own (`well-` / `kept`) or the typesetter's (`har-` /
`bour`). The rest of the file decides: where it writes the word in one, the hyphen goes; where it
writes the word with a hyphen, or not at all, the hyphen stays, since a hyphen too many is easier
to see and mend than a compound run together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from build_tools.sources.importing.tidying import tidy

_DIVIDED = re.compile(r"([^\W\d_]+)-$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Rejoiner:
    """Joins the lines of one paragraph, with the whole file as its dictionary."""

    def __init__(self, raw: str) -> None:
        """Take the file whose words are to decide."""
        self._raw = raw

    def __call__(self, lines: Iterable[str]) -> str:
        """Return the lines, stripped already, as one."""
        parts: list[str] = []
        for line in lines:
            if parts:
                parts[-1] = self._linked(parts[-1], line)
            parts.append(line)
        return "".join(parts)

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words that the file writes inside its lines."""
        lines = self._raw.splitlines()
        return frozenset(word for line in lines for word in _WORD.findall(tidy(line).casefold()))

    def _linked(self, line: str, following: str) -> str:
        """Return the line as it reads before the following one."""
        if line.endswith("\u00ad"):
            return line[:-1]
        before, after = _DIVIDED.search(line), _FIRST_WORD.match(following)
        if before is None or after is None or not after[0].islower():
            return f"{line} "
        one = (before[1] + after[0]).casefold()
        compound = f"{before[1]}-{after[0]}".casefold()
        together = one in self._words and compound not in self._words
        return line[:-1] if together else line
