"""How wide words are drawn: an estimate on the safe side, as no font is known beforehand."""

from __future__ import annotations

import unicodedata

NARROW, WIDE = "iljtfrI.,:;'’‘|!()[] ", "mwMW—%@"
"""Letters of other widths than most."""
WIDTHS = {"narrow": 0.38, "wide": 0.95, "capital": 0.74, "other": 0.6, "full": 1.05}
"""Widths in em, a little above those of common sans-serif fonts."""


def text_width(text: str, size: float) -> float:
    """Return about how wide a text is at a size of letters."""
    return size * sum(WIDTHS[_breadth(letter)] for letter in text)


def shorten(text: str, most: int) -> str:
    """Return the text, cut at a word where it has more than `most` characters; "" for none."""
    if len(text) <= most:
        return text
    if most < 2:
        return ""
    cut = text[: most - 1].rsplit(" ", 1)[0] if " " in text[: most - 1] else text[: most - 1]
    return cut.rstrip(" ,;:–-") + "…"


def _breadth(letter: str) -> str:
    if letter in NARROW:
        return "narrow"
    if letter in WIDE:
        return "wide"
    if unicodedata.east_asian_width(letter) in "WF":
        return "full"
    return "capital" if letter.isupper() else "other"
