"""Adds entries at the end of a list in an editorial file, leaving every other character as it was.

Comments, line ends and the depth of the list stay as they are. An entry is laid out like those
that editors write: a key a line, prose folded below `>-`.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from build_tools.sources.documents import Document, parse
from build_tools.sources.edits import scalar

WIDTH = 100
"""Longest line of folded prose."""
SHORT = 72
"""A text up to this length stands on the line of its key."""

Entry = Mapping[str, Any]
"""Values by key: text, numbers, lists of text and mappings of these, nothing deeper."""


def append(text: str, key: str, entries: Iterable[Entry]) -> str | None:
    """Return a file's text with entries added to one of its lists.

    Args:
        text: The file, its line ends and byte order mark as they are.
        key: Key of the list; added with it where the file has none.
        entries: What to add.

    Returns:
        The new text; nothing where the file is laid out so that nothing can be added safely.
    """
    document = parse(text, "")
    if not isinstance(document, Document):
        return None
    newline = "\r\n" if "\r\n" in text else "\n"
    there = document.value
    listed = there.get(key) if isinstance(there, dict) else None
    if listed:
        indent, gap = _depth(document, key), _gap(text, document, key)
    else:
        text, indent, gap = _opened(text, document, key, newline), 2, ""
    made = [_entry(one, indent) for one in entries]
    joined = (gap + "\n").join(made).replace("\n", newline)
    before = text if not text or text.endswith("\n") else text + newline
    return before + (newline if gap else "") + joined + newline


def _opened(text: str, document: Document, key: str, newline: str) -> str:
    """Return a text whose empty or missing list waits for its first entry."""
    root = document.root
    if root is None or not isinstance(root.value, dict) or key not in root.keys:
        head = text if not text or text.endswith("\n") else text + newline
        return f"{head}{key}:{newline}"
    start, end = document.span_at(key)
    return text[:start].rstrip(" ") + text[end:]


def _depth(document: Document, key: str) -> int:
    """Return the column, from 0, in which the dashes of a list stand."""
    return max(document.at(key).column - 1, 0)


def _gap(text: str, document: Document, key: str) -> str:
    """Return a line break where the entries of a list are parted by blank lines."""
    value = document.root.children[key] if document.root else None
    if value is None or len(value.children) < 2:
        return ""
    lines = text.splitlines()
    second = document.at(key, 1).line - 1
    return "\n" if second > 0 and not lines[second - 1].strip() else ""


def _entry(values: Entry, indent: int) -> str:
    """Return an entry of a list of mappings."""
    lines: list[str] = []
    for name, value in values.items():
        lines += f"{name}:{_value(value, indent + 4)}".split("\n")
    inner = " " * (indent + 2)
    body = "\n".join(
        f"{inner}{line}" if at and not _deep(line) else line for at, line in enumerate(lines)
    )
    return f"{' ' * indent}- {body}"


def _deep(line: str) -> bool:
    """Tell whether a line is prose that is indented already, or blank."""
    return not line or line.startswith(" ")


def _value(value: Any, indent: int) -> str:  # noqa: ANN401 - what a file holds is anything
    if isinstance(value, str):
        return _text(value, indent)
    if isinstance(value, dict):
        return "".join(f"\n{' ' * indent}{key}: {_flow(one)}" for key, one in value.items())
    if isinstance(value, list | tuple):
        return f" [{', '.join(map(_flow, value))}]"
    return f" {scalar(value)}"


def _flow(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    return scalar(value)


def _text(value: str, indent: int) -> str:
    """Return a text in the most readable layout that reads back as itself."""
    layouts: tuple[Callable[[str, int], str], ...] = (_folded, _literal)
    if len(value) > SHORT or "\n" in value:
        for layout in layouts:
            laid = layout(value, indent)
            read = parse(f"k:{laid}\n", "")
            if isinstance(read, Document) and read.value == {"k": value}:
                return laid
    return f" {scalar(value)}"


def _folded(value: str, indent: int) -> str:
    pad = " " * indent
    wrapped = textwrap.wrap(value, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return " >-\n" + "\n".join(pad + line for line in wrapped)


def _literal(value: str, indent: int) -> str:
    pad = " " * indent
    return " |-\n" + "\n".join(pad + line if line else "" for line in value.split("\n"))
