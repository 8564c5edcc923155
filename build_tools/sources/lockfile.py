"""Reads and lays out anchors.lock: JSON, one note or mention a line, so that diffs stay small."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from build_tools.model.lock import Lock, LockedArticle
from build_tools.model.problem import Place, Problem
from build_tools.sources import disk
from build_tools.sources.disk import File
from build_tools.sources.mapper import Mapper
from build_tools.sources.validation import adapter

NAME = "anchors.lock"
MAX_BYTES = 50_000_000
"""Largest lock read; a note takes some 500 bytes."""


def read(folder: Path, each: Mapper = map) -> tuple[Lock | None, tuple[Problem, ...]]:
    """Return the lock of an editorial folder: empty where it has none, nothing if it is spoilt.

    Args:
        folder: The editorial folder.
        each: Applies `parse` to the file, as `map` does.
    """
    (found,) = each(parse, [disk.look(folder / NAME, folder, MAX_BYTES)])
    return (None, (found,)) if isinstance(found, Problem) else (found, ())


def parse(file: File) -> Lock | Problem:
    """Return what a lock says, or why it cannot be read."""
    text = file.text
    if text is None:
        return {}
    if isinstance(text, Problem):
        return text
    try:
        lock: Lock = adapter(dict[str, LockedArticle]).validate_python(json.loads(text))
    except (ValueError, RecursionError) as error:  # RecursionError: brackets without end
        return Problem(
            code="CR430",
            place=Place(path=file.path, line=getattr(error, "lineno", 1)),
            message="cannot be read; it is written by the program and never by hand",
            example="take an earlier version back, or delete it, then run: crossread anchor",
        )
    return lock


def layout(lock: Lock) -> str:
    """Return the text of the lock file: sorted, and the same for the same content."""
    articles = []
    for slug in sorted(lock):
        article = lock[slug]
        rows = {
            "notes": [_row(one) for one in article.notes],
            "quotes": [_row(one) for one in article.quotes],
            "mentions": [_row(one) for one in article.mentions],
        }
        lists = ",\n".join(
            f'  "{name}": [\n   ' + ",\n   ".join(items) + "\n  ]" if items else f'  "{name}": []'
            for name, items in rows.items()
        )
        head = f'  "text": "{article.text}",\n  "ties": "{article.ties}",'
        articles.append(f' "{slug}": {{\n{head}\n{lists}\n }}')
    return "{\n" + ",\n".join(articles) + "\n}\n" if articles else "{}\n"


def _row(item: object) -> str:
    return json.dumps(dataclasses.asdict(item), ensure_ascii=False)  # type: ignore[call-overload]
