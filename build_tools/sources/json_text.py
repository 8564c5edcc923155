"""Reads JSON with the standard library where YAML, of which it is a part, reads it alike.

What one of them refuses or reads otherwise, such as surrogates written as escapes, is left to the
parser of YAML, as `lines.py` leaves it what is not plain.
"""

from __future__ import annotations

import json
import re
from typing import Any

from build_tools.sources.plain import MAX_DEPTH, Plain, plain

_RARE = re.compile(r'\\[^"\\/nt]|"\s+:')
"""Escapes of characters that nobody sees, and a key apart from its colon."""
_LONGEST_KEY = 500


def read(text: str) -> dict[str, Plain] | list[Plain] | None:
    """Return what a text says; nothing where it is no JSON or YAML might read it otherwise."""
    if _RARE.search(text):
        return None
    try:
        found = json.loads(
            text,
            object_pairs_hook=_mapping,
            parse_int=plain,
            parse_float=plain,
            parse_constant=_refused,
        )
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict | list) and not _is_deep(found, MAX_DEPTH) else None


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs) or any(len(key) > _LONGEST_KEY for key in found):
        raise ValueError
    return found


def _refused(word: str) -> None:
    raise ValueError(word)


def _is_deep(value: Plain, left: int) -> bool:
    """Tell whether something in a value is nested deeper than so many levels."""
    if not isinstance(value, dict | list):
        return left < 0
    inside = value.values() if isinstance(value, dict) else value
    return left < 0 or any(_is_deep(one, left - 1) for one in inside)
