"""What the words of a YAML file mean: the scalars of the YAML 1.2 core schema, and no more."""

from __future__ import annotations

import re
from typing import Any

MAX_DEPTH = 12
"""Deepest nesting; our own files need five."""

Plain = dict[str, Any] | list[Any] | str | int | float | bool | None

_INTEGER = re.compile(r"[-+]?\d{1,15}", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", re.ASCII)
_NAME = re.compile(r"[-+]?0\d")
"""How 007 begins, which is a name and no number."""
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_LONGEST_WORD = 5
_NUMBER_START = frozenset("+-.0123456789")


def plain(word: str) -> Plain:
    """Return the value of an unquoted scalar. Dates stay the strings they were typed as."""
    if len(word) <= _LONGEST_WORD and word.lower() in _WORDS:
        return _WORDS[word.lower()]
    if word[0] not in _NUMBER_START or _NAME.match(word):
        return word
    if _INTEGER.fullmatch(word):
        return int(word)
    return float(word) if _FLOAT.fullmatch(word) else word
