"""A stretch of text."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.carried import carried


@carried
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text, in Unicode code points."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset just after the last character."""

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters of `text` that lie in this span."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """Return the span moved `by` code points to the right."""
        return Span(self.start + by, self.end + by)

    def widened(self, by: int) -> Span:
        """Return the span with `by` code points more on either side; it may begin below 0."""
        return Span(self.start - by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
