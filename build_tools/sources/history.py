"""Reads from the repository what became of each note.

A note is what its file said of it: a step is a commit after which one of its fields differs.
Layout, order and comments are no steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from build_tools.model.past import Past, Step
from build_tools.sources import revisions
from build_tools.sources.revisions import Version

_Notes = dict[str, dict[str, Any]]

WORDS = {
    "kind": "another kind",
    "quote": "another quotation",
    "prefix": "another quotation",
    "suffix": "another quotation",
    "paragraph": "moved to another paragraph",
    "digest": "other words of the digest",
    "body": "reworded",
    "sources": "other sources",
    "see": "other passages to compare",
    "dispute": "dispute reworded",
}
"""What a change of each field is called; of others nothing is told, or what they became."""
UNSAID = {"state": "draft", "confidence": "not said"}
"""Fields of which the old and the new value are told, with what holds where nothing is said."""


def past(corpus: Path) -> Past:
    """Return what became of the notes of an editorial folder.

    Raises:
        revisions.NoSuchRevision: If the folder is in no repository.
    """
    versions = revisions.versions(corpus, "articles/*/notes.yml")
    return {Path(path).parent.name: steps(several) for path, several in versions.items()}


def steps(versions: Iterable[Version]) -> dict[str, tuple[Step, ...]]:
    """Return what became of each note of one file, given its versions, the oldest first."""
    found: dict[str, list[Step]] = {}
    before: _Notes = {}
    for version in versions:
        now = _notes(version.text)
        if now is None:
            continue  # a spoilt version says nothing of its notes
        for id in dict.fromkeys((*before, *now)):
            what = tuple(_what(before.get(id), now.get(id)))
            if what:
                step = Step(
                    date=version.date, commit=version.commit, subject=version.subject, what=what
                )
                found.setdefault(id, []).append(step)
        before = now
    return {id: tuple(several) for id, several in found.items()}


def _notes(text: str) -> _Notes | None:
    try:
        held = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    notes = held.get("notes") if isinstance(held, dict) else None
    if not isinstance(notes, list):
        return {} if held is None or isinstance(held, dict) else None
    return {str(one["id"]): one for one in notes if isinstance(one, dict) and "id" in one}


def _what(old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> Iterator[str]:
    if old is None or new is None:
        if old is not new:
            yield "added" if old is None else "taken out"
        return
    changed = [name for name in dict.fromkeys((*old, *new)) if old.get(name) != new.get(name)]
    yield from dict.fromkeys(WORDS[name] for name in changed if name in WORDS)
    for name in UNSAID:
        if name in changed:
            yield f"{old.get(name, UNSAID[name])} → {new.get(name, UNSAID[name])}"
