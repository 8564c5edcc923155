"""What stood around a quotation, and how much of it stands around another place.

Two kinds of memory serve the same `Context` protocol: `TextContext` keeps the characters,
`PrintedContext` (in `prints`) only a byte for each word. To add a third:

1. Turn the memory and the text into byte strings, one byte for each unit.
2. Give the class the members of `Context`, on top of the functions of `surroundings`.
3. Add tests in tests/unit/anchoring/test_context.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from build_tools.anchoring.alignment import encode
from build_tools.anchoring.normalise import normalise
from build_tools.anchoring.reading import Reading
from build_tools.anchoring.surroundings import both_sides, leading, places, reach
from build_tools.model.span import Span

_CHANCE_CHARACTERS = 0.36
"""Share of characters that any two stretches of prose have in common once aligned."""


class Context(Protocol):
    """What is remembered of the surroundings of a quotation."""

    @property
    def known(self) -> bool:
        """Whether anything is remembered at all."""
        ...

    def similarity(self, reading: Reading, span: Span) -> float:
        """Tell how much of what is remembered stands around a place.

        Args:
            reading: The text.
            span: A place in its normalised form, in code points.

        Returns:
            0 (no more than chance) to 1 (all of it); 0 if nothing is remembered.
        """
        ...

    def places(self, reading: Reading, quote: str) -> list[Span]:
        """Find where a quotation would stand, going by its surroundings.

        Args:
            reading: The text.
            quote: The quotation, normalised and folded.

        Returns:
            Places in the normalised text, in code points; their wording may be quite different.
        """
        ...


@dataclass(frozen=True, slots=True)
class TextContext:
    """Surroundings remembered as they were written."""

    prefix: str = ""
    """The characters just before the quotation."""
    suffix: str = ""
    """The characters just after it."""

    @property
    def known(self) -> bool:
        """Whether anything is remembered at all."""
        return bool(self.prefix.strip() or self.suffix.strip())

    def similarity(self, reading: Reading, span: Span) -> float:
        """Compare the characters around a place with those remembered."""
        if not self.known:
            return 0.0
        before, after = _side(self.prefix).rstrip(), _side(self.suffix).lstrip()
        return both_sides(
            leading(before[::-1], reading.codes[: span.start].rstrip()[::-1][: reach(before)]),
            leading(after, reading.codes[span.end :][: reach(after) + 2].lstrip()),
            _CHANCE_CHARACTERS,
        )

    def places(self, reading: Reading, quote: str) -> list[Span]:
        """Align the characters of quotation and surroundings with the text."""
        before, after = _side(self.prefix), _side(self.suffix)
        return places(before, encode(quote), after, reading.codes)


@lru_cache(maxsize=64)
def _side(text: str) -> bytes:
    return encode(normalise(text, fold=True).text)
