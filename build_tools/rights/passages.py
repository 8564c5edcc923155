"""What a reader of a published file gets to read, marked quotations told apart.

To guard another kind of file: add its ending to `_KINDS`, say in `passages` how it is read, add
cases to `tests/unit/test_rights.py`.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import PurePosixPath

from build_tools.rights.markup import Lines, read
from build_tools.rights.passage import Passage, split
from build_tools.rights.words import words_of

__all__ = ["Lines", "Passage", "is_data", "is_published", "passages", "words_of"]

_MARKUP = frozenset({".html", ".htm", ".xhtml", ".md", ".xml", ".rss", ".atom", ".svg"})
_JSON = frozenset({".json", ".jsonld", ".geojson", ".webmanifest", ".map"})
_SCRIPTS = frozenset({".js", ".mjs"})
_PLAIN = frozenset(
    {
        ".txt",
        ".csv",
        ".tsv",
        ".ics",
        ".vcs",
        ".css",
        ".vtt",
        ".srt",
        ".bib",
        ".ris",
        ".yml",
        ".yaml",
    }
)
_KINDS = _MARKUP | _JSON | _SCRIPTS | _PLAIN
_ENGINE = frozenset({".js", ".mjs", ".css", ".map"})
"""Kinds of files that the engine brings along in `assets/`, in which nothing of ours is."""

_SAYING = (str, list, dict)
"""Data that may hold words."""
_QUOTING_KEYS = {"exact", "prefix", "suffix", "quote"}
_ASSIGNMENT = re.compile(r"\s*(?:(?:var|let|const)\s+)?[\w.$]+\s*=\s*(?=[\[{])")
_ESCAPE = re.compile(r"\\(?:u\{?([0-9A-Fa-f]{4,6})\}?|x([0-9A-Fa-f]{2})|[nrtvfb]|\r?\n|(.))")
_FOLD = re.compile(r"\r?\n[ \t]")


def is_published(path: str) -> bool:
    """Tell whether the guard reads a file of a built site.

    Args:
        path: Path below the site's folder, with forward slashes.
    """
    kind = PurePosixPath(path).suffix.lower()
    if path.startswith("assets/") and kind in _ENGINE:
        return False
    return kind in _KINDS


def is_data(path: str) -> bool:
    """Tell whether a file is read as data, or as a script that may hold some."""
    return PurePosixPath(path).suffix.lower() in _JSON | _SCRIPTS


def passages(path: str, content: str, known: Lines | None = None) -> list[Passage]:
    """Return what a reader of a file gets to read, quotations told apart.

    Args:
        path: Its path, whose suffix tells how it is read.
        content: What is in it.
        known: Lines of markup that were read before, in whatever files.
    """
    kind = PurePosixPath(path).suffix.lower()
    if kind in _MARKUP:
        return read(content, _in_script, known=known)
    if is_data(path):
        return _in_script(content, 1)
    if kind in {".ics", ".vcs"}:
        return split(_unescaped(_FOLD.sub("", content)), quoted=False, line=1)
    return split(content, quoted=False, line=1)


def _in_script(content: str, line: int) -> list[Passage]:
    """Return what stands in data or, where it is none, in a program."""
    assigned = _ASSIGNMENT.match(content)
    data = content[assigned.end() if assigned else 0 :].strip().removesuffix(";")
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return read(_unescaped(content), _as_text, line=line)
    found: list[Passage] = []
    _gather(value, found, quoting=False, line=line)
    return found


def _as_text(content: str, line: int) -> list[Passage]:
    """Return a script that stands inside a script."""
    return split(content, quoted=False, line=line)


def _gather(value: object, found: list[Passage], *, quoting: bool, line: int) -> None:
    """Gather what stands in data."""
    if isinstance(value, str):
        if quoting:
            found += split(html.unescape(value), quoted=True, line=line)
        else:
            found += read(value, _in_script, line=line)
    elif isinstance(value, list):
        for one in value:
            if isinstance(one, _SAYING):
                _gather(one, found, quoting=quoting, line=line)
    elif isinstance(value, dict):
        _gather_fields(value, found, line)


def _gather_fields(value: dict[str, object], found: list[Passage], line: int) -> None:
    for key, one in value.items():
        if not (key.isascii() and key.isalnum()):  # else it is one word, which no run is
            found += split(key, quoted=False, line=line)
        if isinstance(one, _SAYING):
            _gather(one, found, quoting=key in _QUOTING_KEYS, line=line)


def _unescaped(text: str) -> str:
    """Return text with the escapes of a program or a calendar undone."""

    def plain(match: re.Match[str]) -> str:
        digits = match[1] or match[2]
        if digits:
            return chr(min(int(digits, 16), 0x10FFFF))
        return match[3] or " "

    return _ESCAPE.sub(plain, text)
