"""Changes single values in editorial files, leaving every other character as it was.

The text may begin with a byte order mark and end its lines with CR LF: read and write it with
`newline=""`, and both stay.
"""

from __future__ import annotations

import re

from build_tools.sources.documents import Document, parse, plain

_PLAIN_START = frozenset("-?:,[]{}#&*!|>'\"%@`= ")
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""What YAML would take for something else, refuse, or show in another order."""
_BLOCK_HEAD = re.compile(r"(?:&\S+\s+)?[|>][-+0-9]*(?P<comment>[ \t]+#[^\r\n]*)?")


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
    old, new = text[start:end], scalar(value)
    if head := _BLOCK_HEAD.match(old):
        end = start + len(old.rstrip())  # a block ends after its line breaks; those stay
        new += head["comment"] or ""
    if start == end:
        new = f" {new}"  # nothing stands there, and the mark before it is a colon or a dash
    return text[:start] + new + text[end:]


def scalar(value: str | int, *, flow: bool = True) -> str:
    """Return a value as YAML: plain where it reads back as itself, else in double quotes.

    Args:
        value: The value.
        flow: Whether it may come to stand between brackets, where commas and brackets part values.
    """
    if isinstance(value, int):
        return str(value)
    safe = (
        value
        and value[0] not in _PLAIN_START
        and not value.endswith((":", " "))
        and ": " not in value
        and " #" not in value
        and value.isprintable()
        and not (flow and set(value) & set("[]{},"))
        and isinstance(plain(value), str)
    )
    return value if safe else f'"{"".join(map(_quoted, value))}"'


def _quoted(character: str) -> str:
    """Return a character as it stands between double quotes."""
    if character in '"\\':
        return f"\\{character}"
    if UNSEEN.match(character):
        return f"\\U{ord(character):08x}"
    return character
