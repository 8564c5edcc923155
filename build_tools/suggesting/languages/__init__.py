"""What the finders must know of a language: one module each, data and no logic.

To add a language:

1. Write `languages/<name>.py` with a `WORDS` of the type in `words.py`, on the model of
   `english.py`: months, numbers, hedges, phrases of time, words that introduce speech.
2. List it in `_LANGUAGES` under its BCP 47 code.
3. Add cases in `tests/cases/suggesting/` with `language: <code>`.

A text in any other language gets only what needs no words: abbreviations in brackets, names in
capitals, written-out digits, dates in ISO form, and quotation marks.
"""

from __future__ import annotations

from build_tools.suggesting.languages.english import WORDS as ENGLISH
from build_tools.suggesting.languages.words import NO_WORDS, Words

_LANGUAGES = {"en": ENGLISH}


def words_of(code: str) -> Words:
    """Return what is known of a language, by its BCP 47 code; nothing of most."""
    return _LANGUAGES.get(code.partition("-")[0].lower(), NO_WORDS)
