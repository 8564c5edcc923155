"""Texts as rows of words, so that the same words are the same however they are spelt."""

from __future__ import annotations

import re
import unicodedata

from build_tools.anchoring.normalise import normalise

_UNSEEN = re.compile(
    "[\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u206a-\u206f\u3164\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Characters nobody sees, beyond those that `normalise` drops."""

_WORD = re.compile(
    r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"  # U.S., e.g.
    r"|[^\W_]+(?:'[^\W_]+|(?<=\d)[.,](?=\d)[^\W_]+)*"  # don't, 9.4, 1,203
)
_ASCII_WORD = re.compile(_WORD.pattern, re.ASCII)


def words_of(text: str) -> list[str]:
    """Return the words of a text without case, marks, punctuation or what nobody sees."""
    if text.isascii():
        return _ASCII_WORD.findall(text.replace("`", "'").lower())
    plain = normalise(_UNSEEN.sub("", text)).text.casefold()
    return _WORD.findall(_without_marks(plain))


def _without_marks(text: str) -> str:
    """Drop accents: a line under each letter is no other word."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(one for one in apart if unicodedata.category(one) != "Mn")
