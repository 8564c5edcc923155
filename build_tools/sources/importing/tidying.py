"""White space, invisible characters and the counting of words.

The author's words are never edited: white space is collapsed, characters that cannot be seen are
dropped, and everything else stays as it is, a missing space after a full stop included.
"""

from __future__ import annotations

import re
from functools import lru_cache

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\u00ad\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ud800-\udfff]"
)
# Joiners are spelling in Persian, Urdu and the scripts of India and Sri Lanka, and noise beside
# European letters, so they go only where a neighbour is European or missing.
_STRAY_JOINER = re.compile(
    "(?<![\u0590-\U0010ffff])[\u200c\u200d]|[\u200c\u200d](?![\u0590-\U0010ffff])"
)
_SPACE = re.compile(r"\s+")

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_UNSPACED_TOKEN = re.compile(rf"[{_UNSPACED}]")
_WORD = re.compile(r"\w+")
_COUNTED = 1024
"""Counts remembered: rule after rule asks how many words the same few paragraphs have."""

_CLOSERS = "\"'”’»)]*_ "
_STOPS = ".!?…。！？؟۔।"
_PAUSES = ",;:،؛、：；—–-"


def tidy(text: str) -> str:
    """Return `text` on one line: white space collapsed, invisible characters dropped."""
    if text.isprintable():  # then it holds neither invisible characters nor white space but spaces
        return _SPACE.sub(" ", text).strip() if "  " in text else text.strip()
    visible = _STRAY_JOINER.sub("", _INVISIBLE.sub("", text))
    return _SPACE.sub(" ", visible).strip()


def tokens(text: str) -> list[str]:
    """Return the casefolded words; in scripts without spaces, the single characters."""
    return _TOKEN.findall(text.casefold())


def first_word(text: str) -> str:
    """Return the first of `tokens`; nothing where there is none."""
    found = _TOKEN.search(text.casefold())
    return found[0] if found else ""


@lru_cache(maxsize=_COUNTED)
def word_count(text: str) -> int:
    """Return how many words there are; two characters make one in scripts without spaces."""
    if text.isascii() or not _UNSPACED_TOKEN.search(text):
        return len(_WORD.findall(text))
    unspaced = len(_UNSPACED_TOKEN.findall(text))
    return len(_TOKEN.findall(text)) - unspaced + (unspaced + 1) // 2


def fits(text: str, most: int) -> bool:
    """Tell whether `text` has at most so many words, and they of no monstrous length."""
    return len(text) <= most * 16 and word_count(text) <= most


def ends_sentence(text: str) -> bool:
    """Tell whether the last mark, closing quotation marks aside, ends a sentence."""
    return text.rstrip(_CLOSERS).endswith(tuple(_STOPS))


def ends_open(text: str) -> bool:
    """Tell whether the text stops on a colon, comma or dash, so that something must follow."""
    return text.rstrip(_CLOSERS).endswith(tuple(_PAUSES))


def is_prose(text: str) -> bool:
    """Tell whether this is running text, not a label or a headline."""
    count = word_count(text)
    return count >= 25 or (count >= 10 and ends_sentence(text))


def same_words(one: str, other: str) -> bool:
    """Tell whether two lines say the same, capitals and punctuation aside."""
    count = word_count(one)
    return count > 0 and count == word_count(other) and tokens(one) == tokens(other)
