"""A text prepared for searching: normalised, folded, encoded, cut into words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from build_tools.anchoring.alignment import encode
from build_tools.anchoring.normalise import Normalised, normalise
from build_tools.model.span import Span

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
"""A word in normalised text; the parts of a hyphenated compound are words of their own."""

_WHOLE_WORD = re.compile(rf"(?<![^\W_])(?<![^\W_]'){_WORD.pattern}")
"""A word that is not cut where the search begins; it reads the same backwards."""

_REMEMBERED_TEXTS = 16
"""Prepared texts kept at hand: the notes of one article are looked up one after the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text in the forms that the search needs; all forms share their offsets."""

    source: str
    """The text as it was given."""
    normal: Normalised
    """Its comparable spelling, with the map back to `source`."""
    folded: str
    """The comparable spelling with upper and lower case made alike."""
    mirrored: str
    """`folded`, backwards: to find what comes just before a place."""
    codes: bytes
    """`folded`, one byte for each character."""

    def words_before(self, at: int, count: int) -> list[str]:
        """Return the last words that end at a place or before it, in the order of the text."""
        found = _WHOLE_WORD.finditer(self.mirrored, len(self.mirrored) - at)
        return [match[0][::-1] for match in islice(found, count)][::-1]

    def words_after(self, at: int, count: int) -> list[str]:
        """Return the first words that begin at a place or after it."""
        return [match[0] for match in islice(_WHOLE_WORD.finditer(self.folded, at), count)]


@lru_cache(maxsize=_REMEMBERED_TEXTS)
def read(text: str) -> Reading:
    """Return `text` prepared for searching."""
    normal = normalise(text)
    folded = normal.folded().text
    return Reading(
        source=text, normal=normal, folded=folded, mirrored=folded[::-1], codes=encode(folded)
    )


def quotation(exact: str) -> str:
    """Return a quotation in its comparable spelling, without white space around it."""
    return normalise(exact).text.strip()


@lru_cache(maxsize=_REMEMBERED_TEXTS)
def words(folded: str) -> tuple[Span, ...]:
    """Return where the words of a normalised, folded text lie, in code points."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(folded))
