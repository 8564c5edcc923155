"""Keeps track of offsets where stretches of a text are rewritten."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from build_tools.model.span import Span


class _Edit(NamedTuple):
    """A stretch that was rewritten; a plain tuple, for a text may have thousands."""

    was_start: int
    """Where it began."""
    was_end: int
    """Where it ended."""
    start: int
    """Where what stands there now begins."""
    end: int
    """Where that ends; at its beginning where nothing stands there."""


_ONSET = _Edit(0, 0, 0, 0)
"""The beginning of a text: what stands before the first edit is where it was."""

_start, _was_start, _was_end = map(attrgetter, ("start", "was_start", "was_end"))


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Which stretches of a text were rewritten, and so where everything has gone.

    Only the edits are kept, so that it costs nothing to know where all other characters are.
    """

    edits: tuple[_Edit, ...]
    """From left to right."""
    length: int
    """How long the text has become, in code points."""

    def back(self, span: Span) -> Span:
        """Return the stretch as it was of a stretch as it is; an empty one stays empty."""
        if span.start < span.end:
            return Span(self._was_start(span.start), self._was_end(span.end - 1))
        if span.start < self.length:
            at = self._was_start(span.start)
        else:
            at = self._was_end(self.length - 1) if self.length else 0
        return Span(at, at)

    def forth(self, span: Span) -> Span:
        """Return the stretch as it is of a stretch as it was, rewritten ones taken whole.

        What lies behind the end of the text comes back behind its end.
        """
        after = bisect_right(self.edits, span.start, key=_was_end)
        start = self._behind(after, span.start)
        if after < len(self.edits):
            start = min(start, self.edits[after].start)
        end = self._behind(bisect_left(self.edits, span.end, key=_was_start), span.end)
        return Span(start, max(start, end))

    def _was_start(self, at: int) -> int:
        """Return where the source of a character begins."""
        edit = self._last(at)
        return edit.was_start if at < edit.end else at - edit.end + edit.was_end

    def _was_end(self, at: int) -> int:
        """Return where the source of a character ends."""
        edit = self._last(at)
        return edit.was_end if at < edit.end else at - edit.end + edit.was_end + 1

    def _last(self, at: int) -> _Edit:
        """Return the last edit that begins at a place or before it."""
        count = bisect_right(self.edits, at, key=_start)
        return self.edits[count - 1] if count else _ONSET

    def _behind(self, count: int, was: int) -> int:
        """Return where a place behind so many edits is now; at the last one's end if inside."""
        edit = self.edits[count - 1] if count else _ONSET
        return edit.end + max(0, was - edit.was_end)


def rewrite(text: str, edits: Iterable[tuple[int, int, str]]) -> tuple[str, Rewriting | None]:
    """Return a text with stretches of it rewritten, and what became of offsets.

    Args:
        text: Any text.
        edits: Start and end of a stretch and what stands there instead, from left to right.

    Returns:
        The text and its map; no map where nothing was rewritten.
    """
    parts: list[str] = []
    done: list[_Edit] = []
    reached = length = 0
    for start, end, spelling in edits:
        parts += (text[reached:start], spelling)
        length += start - reached
        done.append(_Edit(start, end, length, length + len(spelling)))
        length += len(spelling)
        reached = end
    if not done:
        return text, None
    parts.append(text[reached:])
    return "".join(parts), Rewriting(tuple(done), length + len(text) - reached)
