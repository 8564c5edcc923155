"""Changes single values in editorial files, leaving every other character as it was."""

from __future__ import annotations

import json

from build_tools.sources.documents import Document, parse, plain

_PLAIN_START = frozenset("-?:,[]{}#&*!|>'\"%@`= ")


def set_scalar(text: str, steps: tuple[str | int, ...], value: str | int) -> str:
    """Return a YAML text with one scalar replaced.

    Args:
        text: The file.
        steps: Keys and indexes that lead to the scalar.
        value: What it shall say.

    Raises:
        KeyError: If the text is not readable YAML or has no such value.
    """
    document = parse(text, "")
    if not isinstance(document, Document):
        raise KeyError(steps)
    start, end = document.span_at(*steps)
    return text[:start] + scalar(value) + text[end:]


def scalar(value: str | int) -> str:
    """Return a value as YAML: plain where it reads back as itself, else in double quotes."""
    if isinstance(value, int):
        return str(value)
    safe = (
        value
        and value[0] not in _PLAIN_START
        and not value.endswith((":", " "))
        and ": " not in value
        and " #" not in value
        and value.isprintable()
        and not set(value) & set("[]{},")
        and isinstance(plain(value), str)
    )
    return value if safe else json.dumps(value, ensure_ascii=False)
