"""A text prepared for searching: normalised, folded, encoded, cut into words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_tools.anchoring.alignment import encode
from build_tools.anchoring.normalise import Normalised, normalise
from build_tools.model.span import Span

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
"""A word in normalised text; the parts of a hyphenated compound are words of their own."""

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
    codes: bytes
    """`folded`, one byte for each character."""


@lru_cache(maxsize=_REMEMBERED_TEXTS)
def read(text: str) -> Reading:
    """Return `text` prepared for searching."""
    normal = normalise(text)
    folded = normal.folded().text
    return Reading(source=text, normal=normal, folded=folded, codes=encode(folded))


def quotation(exact: str) -> str:
    """Return a quotation in its comparable spelling, without white space around it."""
    return normalise(exact).text.strip()


@lru_cache(maxsize=_REMEMBERED_TEXTS)
def words(folded: str) -> tuple[Span, ...]:
    """Return where the words of a normalised, folded text lie, in code points."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(folded))
