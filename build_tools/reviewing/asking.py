"""Who must look at what changed: reviewers of texts that no longer say what they read."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from build_tools.linking.upkeep import Sort as TextSort
from build_tools.linking.upkeep import Text, texts
from build_tools.model.note import State
from build_tools.reviewing.changes import Change, Kind, Sort
from build_tools.reviewing.pairing import Paired

_SCHEMES = {
    TextSort.TERM: "term",
    TextSort.EVENT: "event",
    TextSort.MEASURE: "figure",
    TextSort.QUESTION: "question",
}
_EDITING = ("state", "reviewer", "author", "updated", "created")
"""Fields that say who stands for a text and not what it says."""


class Reason(StrEnum):
    """Why somebody must look."""

    STALE = "stale"
    FELL = "fell"
    MARKED = "marked"
    NEW = "new"
    DRAFT = "draft"


REASONS = {
    Reason.STALE: "changed since it was reviewed and still marked as reviewed: "
    "read it again, or set it back to draft",
    Reason.FELL: "was reviewed, changed and is a draft again",
    Reason.MARKED: "is marked as reviewed now",
    Reason.NEW: "is new",
    Reason.DRAFT: "is a draft that changed",
}
"""Each reason in words, the most pressing first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A text that somebody must look at."""

    person: str
    """Id of who must; empty for anybody but its author."""
    author: str
    """Who wrote it."""
    reason: Reason
    """Why."""
    sort: str
    """What sort of text it is."""
    id: str
    """Its name, as in the changes."""


def asks(both: Paired, changes: Iterable[Change]) -> tuple[Ask, ...]:
    """Return who must look at what, the most pressing first."""
    renamed = {
        one.was: one.id for one in changes if one.kind is Kind.RENAMED and one.sort is Sort.NOTE
    }
    was = {_name(one, both, renamed): one.item for one in texts(both.before)}
    found = list(_asks(both, was))
    order = list(Reason)
    return tuple(sorted(found, key=lambda one: (order.index(one.reason), one.person)))


def _name(one: Text, both: Paired, renamed: dict[str, str]) -> tuple[TextSort, str]:
    """Return what a text of the earlier revision is called in the later one."""
    if one.sort is TextSort.NOTE:
        name = f"{one.article}#{one.id}"
        return one.sort, renamed.get(name, f"{both.slug(one.article)}#{one.id}")
    if one.sort in _SCHEMES:
        return one.sort, both.names[_SCHEMES[one.sort]].get(one.id, one.id)
    return one.sort, both.slug(one.article)


def _asks(both: Paired, was: dict[tuple[TextSort, str], Any]) -> Iterator[Ask]:
    for one in texts(both.after):
        now: Any = one.item
        name = f"{one.article}#{one.id}" if one.sort is TextSort.NOTE else one.id or one.article
        old = was.get((one.sort, name))
        reason = _reason(both.updated(old) if old else None, now)
        if reason:
            person = {
                Reason.STALE: now.reviewer,
                Reason.MARKED: now.reviewer,
                Reason.FELL: old.reviewer if old else None,
            }.get(reason)
            yield Ask(
                person=person or "",
                author=now.author or "",
                reason=reason,
                sort=one.sort.value,
                id=name or "class",
            )


def _reason(before: Any, after: Any) -> Reason | None:  # noqa: ANN401 - any text of ours
    """Return why somebody must look at a text; nothing where nobody need."""
    reviewed = after.state is State.REVIEWED
    if before is None:
        return Reason.MARKED if reviewed else Reason.NEW
    stood = before.state is State.REVIEWED
    if _meaning(before, after) == after:
        return Reason.MARKED if reviewed and not stood else None
    if reviewed:
        return Reason.STALE if stood else Reason.MARKED
    return Reason.FELL if stood else Reason.DRAFT


def _meaning(before: Any, after: Any) -> Any:  # noqa: ANN401
    """Return what the earlier text said, under the names that stand for the later one."""
    held = {one.name for one in dataclasses.fields(after)}
    stood = {name: getattr(after, name) for name in _EDITING if name in held}
    return dataclasses.replace(before, **stood)
