"""Brings words of one family together: `attack` and `attacks` are found by each other.

Porter's Snowball, in the site's own language. No stemmer runs in the browser: it looks words up as
they are, and words of one stem share their places.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

_STEMMERS = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
"""Stemmers by the language of the site; in any other each word is its own stem."""


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """Return what tells the stem of a folded word; it remembers what it was asked.

    Args:
        language: BCP 47 code of our own texts.
    """
    import snowballstemmer  # loads every language it knows

    name = _STEMMERS.get(language.split("-")[0].lower())
    return lru_cache(maxsize=65536)(snowballstemmer.stemmer(name).stemWord) if name else str
