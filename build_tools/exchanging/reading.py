"""Reads a file of annotations, whatever program wrote it.

To add a form: 1. write a module that makes `Annotation`s of it; 2. recognise it in `parse`;
3. name it in `FORMS` in `problems.py` and in `docs/guide/exchanging.md`; 4. add a file to
`tests/cases/exchanging`.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

from build_tools.exchanging import hypothesis, web_annotation
from build_tools.exchanging.annotation import Annotation
from build_tools.exchanging.plain_data import Json
from build_tools.exchanging.problems import FORMS, unreadable
from build_tools.model.problem import Problem

MOST_BYTES = 20_000_000
"""A larger file is refused unread: some 10,000 annotations fit."""
MOST = 20_000
"""Annotations in one file; more are refused."""


def read(path: Path, groups: frozenset[str], site: str | None) -> tuple[str, Read] | Problem:
    """Return a file's text and its annotations, or what keeps it from being read.

    Args:
        path: The file.
        groups: Groups whose annotations may be imported beside the public ones.
        site: Public address of our own site.
    """
    shown = path.as_posix()
    try:
        if not path.is_file():
            reason = "is no regular file" if path.exists() else "is not there"
            return unreadable(shown, reason)
        if path.stat().st_size > MOST_BYTES:
            return unreadable(shown, f"has more than {MOST_BYTES // 1_000_000} MB")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        told = error.strerror if isinstance(error, OSError) else None
        return unreadable(shown, f"cannot be read: {told or 'no such path'}".lower())
    try:
        content = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return unreadable(shown, f"is not UTF-8 (byte {error.start})")
    found = parse(content, shown, groups, site)
    return found if isinstance(found, Problem) else (content, found)


Read = tuple[Annotation, ...]
"""What a file holds."""


def parse(
    content: str, shown: str, groups: frozenset[str] = frozenset(), site: str | None = None
) -> Read | Problem:
    """Return the annotations in a text, or the problem with it.

    Args:
        content: The text.
        shown: Path of its file, for messages.
        groups: Groups whose annotations may be imported beside the public ones.
        site: Public address of our own site.
    """
    if hypothesis.is_table(content):
        try:
            return _few(tuple(hypothesis.from_table(content, groups)), shown)
        except csv.Error as error:
            return unreadable(shown, f"is no table: {error}")
    try:
        value: Json = json.loads(content)
    except json.JSONDecodeError as error:
        if content.lstrip()[:1] not in {"{", "["}:
            return unreadable(shown, f"holds no annotations we can read; we read {FORMS}")
        reason = f"is not JSON here: {error.msg.lower()}"
        return unreadable(shown, reason, error.lineno, error.colno)
    except (ValueError, RecursionError):  # a number of thousands of digits; brackets without end
        return unreadable(shown, "is not JSON that any program of annotations writes")
    return _from_json(value, shown, groups, site)


def _from_json(value: Json, shown: str, groups: frozenset[str], site: str | None) -> Read | Problem:
    try:
        items = web_annotation.items(value)
    except RecursionError:  # lists in lists in lists
        items = None
    if items is not None:
        found = [web_annotation.from_item(one, site) for one in items[: MOST + 1]]
    elif (rows := hypothesis.rows(value)) is not None:
        found = [hypothesis.from_row(one, groups) for one in rows[: MOST + 1]]
    else:
        return unreadable(shown, f"holds no annotations we can read; we read {FORMS}")
    return _few(tuple(one for one in found if one), shown)


def _few(found: Read, shown: str) -> Read | Problem:
    if len(found) > MOST:
        return unreadable(shown, f"holds more than {MOST:,} annotations")
    return found
