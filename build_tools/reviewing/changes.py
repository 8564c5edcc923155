"""What can have changed between two revisions, as values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Sort(StrEnum):
    """What changed."""

    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    NOTE = "note"
    STEP = "step"
    TERM = "term"
    VARIANT = "variant"
    MENTION = "mention"
    EVENT = "event"
    TELLING = "telling"
    RIVAL = "rival"
    MEASURE = "measure"
    FIGURE = "figure"
    PAIR = "pair"
    CONFLICT = "conflict"
    QUESTION = "question"
    ANSWER = "answer"
    VERDICT = "verdict"
    CONTRADICTION = "contradiction"
    COURSE = "course"
    PERSON = "person"
    WORK = "work"
    ALIAS = "alias"
    SITE = "site"


class Kind(StrEnum):
    """What happened to it."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    REWORDED = "reworded"
    CHANGED = "changed"
    REANCHORED = "reanchored"
    MOVED = "moved"
    ORPHANED = "orphaned"
    FOUND = "found"
    DOUBTED = "doubted"
    STATE = "state"
    SHIFTED = "shifted"
    FLIPPED = "flipped"
    OPENED = "opened"
    CLOSED = "closed"


OPPOSITES = {
    Kind.ADDED: Kind.REMOVED,
    Kind.ORPHANED: Kind.FOUND,
    Kind.OPENED: Kind.CLOSED,
}
"""What undoing a change is, where that is another kind of change."""
_UNDONE = OPPOSITES | {undone: done for done, undone in OPPOSITES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not as it was."""

    sort: Sort
    """What changed."""
    kind: Kind
    """What happened to it."""
    id: str
    """Its name: `SLUG#NOTE`, `TERM`, `EVENT/SLUG`, `MEASURE/FIGURE`, `QUESTION/SLUG`, …"""
    was: str = ""
    """Its name before, where it had another."""
    label: str = ""
    """What people know it by."""
    article: str = ""
    """Slug of the article it belongs to; empty for what articles share."""
    field: str = ""
    """Which of its parts changed, in words; empty for the whole."""
    before: str = ""
    """What it said; empty for nothing."""
    after: str = ""
    """What it says now; empty for nothing."""
    why_before: str = ""
    """What made it so: the rule in words."""
    why: str = ""
    """What makes it so now."""
    count: int = 1
    """How many occurrences it speaks of."""
    path: str = ""
    """The file it stands in."""
    address: str = ""
    """Where readers find it, below the site's root; empty where it is gone or has no address."""

    @property
    def undone(self) -> Change:
        """The change that takes this one back."""
        return replace(
            self,
            kind=_UNDONE.get(self.kind, self.kind),
            id=self.was or self.id,
            was=self.id if self.was else "",
            before=self.after,
            after=self.before,
            why_before=self.why,
            why=self.why_before,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What several changes are changes of."""

    sort: Sort
    """What it is."""
    id: str
    """Its name."""
    was: str = ""
    """Its name before, where it had another."""
    label: str = ""
    """What people know it by."""
    article: str = ""
    """Slug of its article."""
    path: str = ""
    """Its file."""
    address: str = ""
    """Where readers find it."""

    def change(
        self,
        kind: Kind,
        before: str = "",
        after: str = "",
        *,
        field: str = "",
        why_before: str = "",
        why: str = "",
        count: int = 1,
    ) -> Change:
        """Return a change of it."""
        return Change(
            sort=self.sort,
            kind=kind,
            id=self.id,
            was=self.was,
            label=self.label,
            article=self.article,
            field=field,
            before=before,
            after=after,
            why_before=why_before,
            why=why,
            count=count,
            path=self.path,
            address=self.address,
        )
