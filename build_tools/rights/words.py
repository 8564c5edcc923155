"""Texts as rows of words, so that the same words are the same however they are spelt."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

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
_MOST = 65_536
"""Stretches that are remembered."""
_ASCII_WORD = re.compile(_WORD.pattern, re.ASCII)


class _Stretches(dict[str, tuple[str, ...]]):
    """The words of what stands between white space: most of it comes again and again."""

    def __missing__(self, stretch: str) -> tuple[str, ...]:
        if len(self) >= _MOST:
            self.clear()
        words = self[stretch] = _words(stretch)
        return words


_stretches = _Stretches()  # half the time of `lru_cache`, and this is where the time goes


def words_of(text: str) -> list[str]:
    """Return the words of a text without case, marks, punctuation or what nobody sees.

    White space ends a word, so that a text may be read stretch by stretch; but for a soft hyphen,
    which joins two lines.
    """
    if "\u00ad" in text:
        return list(_words(text))
    return list(chain.from_iterable(map(_stretches.__getitem__, text.split())))


def _words(text: str) -> tuple[str, ...]:
    if text.isascii():
        return tuple(_ASCII_WORD.findall(text.replace("`", "'").lower()))
    plain = normalise(_UNSEEN.sub("", text)).text.casefold()
    return tuple(_WORD.findall(_without_marks(plain)))


def _without_marks(text: str) -> str:
    """Drop accents: a line under each letter is no other word."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(one for one in apart if unicodedata.category(one) != "Mn")
