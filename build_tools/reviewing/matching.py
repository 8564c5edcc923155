"""Finds out what became of what: the same name, else the same words under another name."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")
V = TypeVar("V")

_TARGET = re.compile(r"\b(article|term|event|figure|question):([a-z0-9-]+)")
_REFERRING = {
    "article": "article",
    "term": "term",
    "actors": "term",
    "about": "term",
    "counted_by": "term",
    "speaker": "term",
    "what": "term",
    "events": "event",
    "look_alikes": "event",
    "figure": "figure",
}
"""Fields that name something, and what."""

Renames = Mapping[str, Mapping[str, str]]
"""New names by old, for each scheme of our links."""


@dataclass(frozen=True, slots=True)
class Matched(Generic[T]):
    """Two lists side by side."""

    pairs: tuple[tuple[T, T], ...]
    """What is in both."""
    removed: tuple[T, ...]
    """What is in the first alone."""
    added: tuple[T, ...]
    """What is in the second alone."""


def match(
    before: Iterable[T], after: Iterable[T], *keys: Callable[[T], Hashable | None]
) -> Matched[T]:
    """Return which member of one list is which of the other.

    The keys are asked in order: whatever has the same one, and nothing better, is the same thing.
    A key of nothing says nothing. Several of one key are taken in the order they stand in.
    """
    olds, news = list(before), list(after)
    pairs: list[tuple[T, T]] = []
    for key in keys:
        waiting: defaultdict[Hashable, list[T]] = defaultdict(list)
        for old in olds:
            if (name := key(old)) is not None:
                waiting[name].append(old)
        found = []
        for new in news:
            name = key(new)
            if name is not None and waiting.get(name):
                found.append((waiting[name].pop(0), new))
        taken = {id(one) for pair in found for one in pair}
        pairs += found
        olds = [one for one in olds if id(one) not in taken]
        news = [one for one in news if id(one) not in taken]
    return Matched(tuple(pairs), tuple(olds), tuple(news))


def match_named(
    before: Mapping[str, V], after: Mapping[str, V], *keys: Callable[[V], Hashable | None]
) -> Matched[tuple[str, V]]:
    """Return the same for things that have names: the same name is the same thing."""
    by_name: list[Callable[[tuple[str, V]], Hashable | None]] = [lambda item: item[0]]
    by_words = [_of_value(key) for key in keys]
    return match(before.items(), after.items(), *by_name, *by_words)


def _of_value(key: Callable[[V], Hashable | None]) -> Callable[[tuple[str, V]], Hashable | None]:
    return lambda item: key(item[1])


def renames(matched: Matched[tuple[str, Any]]) -> dict[str, str]:
    """Return new names by old, of what has another name now."""
    return {old[0]: new[0] for old, new in matched.pairs if old[0] != new[0]}


def updated(value: V, names: Renames, field: str = "") -> V:
    """Return a value in which whatever was renamed goes by its new name.

    So that a text in which only the name of a link changed counts as the same.
    """
    if not any(names.values()):
        return value
    found: Any = value
    if isinstance(value, str):
        found = _renamed(value, names, field)
    elif isinstance(value, tuple):
        found = tuple(updated(one, names, field) for one in value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
        changed = {name: updated(held, names, name) for name, held in fields.items()}
        different = {name: held for name, held in changed.items() if held is not fields[name]}
        found = dataclasses.replace(value, **different) if different else value
    same: V = value if found == value else found
    return same


def _renamed(text: str, names: Renames, field: str) -> str:
    if type(text) is not str:
        return text  # a word of a closed list
    if scheme := _REFERRING.get(field):
        head, slash, tail = text.partition("/")
        return names.get(scheme, {}).get(head, head) + slash + tail
    return _TARGET.sub(
        lambda found: f"{found[1]}:{names.get(found[1], {}).get(found[2], found[2])}", text
    )
