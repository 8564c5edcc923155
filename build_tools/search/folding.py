"""Brings words to the form in which they are looked for: the same here and in reader/search.js.

Spelling that readers do not type must not matter: case, accents, the vowel signs of Arabic, the
marks that join a name. `tests/cases/search/folding.yml` holds both sides to the same results.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SAME = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ı": "i",
        "þ": "th",
        "ي": "ی",
        "ى": "ی",
        "ئ": "ی",
        "ك": "ک",
        "ہ": "ه",
        "ھ": "ه",
        "ة": "ه",
    }
)
"""Letters that Unicode does not take apart, and those that Arabic, Persian and Urdu write apart."""
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s(?![^\W_])", re.IGNORECASE)
_COMPOUND = re.compile(r"[^\W_]+(?:[-‐‑.'’&][^\W_]+)+")
_SOUNDS = (
    (re.compile("a[eiy]|e[iy]"), "e"),
    (re.compile("ee|ie"), "i"),
    (re.compile("oo|ou"), "u"),
    (re.compile("q|ck"), "k"),
    (re.compile("ph"), "f"),
    (re.compile("w"), "v"),
    (re.compile("y"), "i"),
    (re.compile("(?<=[bcdgkptz])h"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""What romanised names of one word differ in: Tehrik and Tehreek, Qaida and Qaeda."""


def fold(text: str) -> str:
    """Return text in small letters without accents, marks and characters that are not seen."""
    small = unicodedata.normalize("NFKD", text).lower().translate(_SAME)
    if small.isascii():
        return small
    kept = (one for one in unicodedata.normalize("NFKD", small) if not _is_mark(one))
    return "".join(kept)


@lru_cache(maxsize=4096)
def _is_mark(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] == "M" or category == "Cf"


def words(text: str) -> list[str]:
    """Return the words of a text, folded, in order; the s of a possessive is none."""
    return _WORD.findall(_POSSESSIVE.sub("", fold(text)))


def compounds(text: str) -> list[str]:
    """Return the words that hyphens, stops or apostrophes join, written as one."""
    found = _COMPOUND.findall(_POSSESSIVE.sub("", fold(text)))
    return ["".join(_WORD.findall(one)) for one in found]


@lru_cache(maxsize=65536)
def pieces(token: str) -> tuple[str, ...]:
    """Return the words by which a stretch without white space is looked for.

    White space ends every word, so a text may be folded stretch by stretch, each of them once.
    """
    return tuple(
        word for word in (*words(token), *compounds(token)) if len(word) > 1 or word.isdigit()
    )


def name_key(name: str) -> str:
    """Return a name as one word: IS-K, ISK and I.S.K. are one, with or without an article."""
    parts = words(name)
    return "".join(parts[1:] if len(parts) > 1 and parts[0] == "the" else parts)


def sound(key: str) -> str:
    """Return a folded name or word without what spellings of one sound differ in."""
    for pattern, plain in _SOUNDS:
        key = pattern.sub(plain, key)
    return key
