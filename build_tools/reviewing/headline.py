"""The sentence a review begins with: how much of what happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.reviewing.changes import Change, Kind, Sort
from build_tools.reviewing.review import Review

NOTHING = "Nothing changes for readers"
"""The sentence where nothing happened."""


@dataclass(frozen=True, slots=True)
class _Count:
    """A sort of event that is counted, and how it is said."""

    one: str
    """With one."""
    many: str
    """With several."""
    sorts: frozenset[Sort]
    """What it happens to."""
    kinds: frozenset[Kind]
    """What happens."""


def _count(one: str, many: str, sorts: Iterable[Sort], *kinds: Kind) -> _Count:
    return _Count(one, many, frozenset(sorts), frozenset(kinds))


def _things(one: str, many: str, sort: Sort, *words: tuple[str, Kind]) -> tuple[_Count, ...]:
    return tuple(_count(f"{one} {said}", f"{many} {said}", [sort], kind) for said, kind in words)


_BASIC = (("added", Kind.ADDED), ("removed", Kind.REMOVED), ("renamed", Kind.RENAMED))
_QUOTING = (Sort.TELLING, Sort.FIGURE, Sort.ANSWER)

COUNTS: tuple[_Count, ...] = (
    *_things("article", "articles", Sort.ARTICLE, *_BASIC),
    *_things(
        *("note", "notes", Sort.NOTE),
        *(*_BASIC, ("reworded", Kind.REWORDED), ("re-anchored", Kind.REANCHORED)),
        *(("moved", Kind.MOVED), ("orphaned", Kind.ORPHANED), ("found again", Kind.FOUND)),
    ),
    *_things("term", "terms", Sort.TERM, *_BASIC, ("redefined", Kind.REWORDED)),
    *_things("event", "events", Sort.EVENT, *_BASIC),
    _count("date shifted", "dates shifted", (Sort.EVENT, Sort.TELLING, Sort.ANSWER), Kind.SHIFTED),
    *_things("figure", "figures", Sort.FIGURE, *_BASIC, ("changed", Kind.CHANGED)),
    *_things("question", "questions", Sort.QUESTION, *_BASIC),
    _count("quotation no longer found", "quotations no longer found", _QUOTING, Kind.ORPHANED),
    _count("quotation found again", "quotations found again", _QUOTING, Kind.FOUND),
    *_things("paragraph", "paragraphs", Sort.PARAGRAPH, ("retold otherwise", Kind.REWORDED)),
    _count("state changed", "states changed", Sort, Kind.STATE),
    *_things("verdict", "verdicts", Sort.VERDICT, ("flipped", Kind.FLIPPED)),
    *_things("pair of figures", "pairs of figures", Sort.PAIR, ("flipped", Kind.FLIPPED)),
    *_things(
        *("contradiction", "contradictions", Sort.CONTRADICTION),
        *(("opened", Kind.OPENED), ("closed", Kind.CLOSED)),
    ),
    *_things(
        *("conflict of figures", "conflicts of figures", Sort.CONFLICT),
        *(("opened", Kind.OPENED), ("closed", Kind.CLOSED)),
    ),
    *_things(
        *("rival date", "rival dates", Sort.RIVAL),
        *(("opened", Kind.OPENED), ("closed", Kind.CLOSED)),
    ),
    *_things("mention", "mentions", Sort.MENTION, ("gained", Kind.ADDED), ("lost", Kind.REMOVED)),
)
"""What is counted, in the order it is told."""


def headline(found: Review) -> str:
    """Return what happened in one sentence, such as "2 notes moved, 1 contradiction opened"."""
    said = [
        f"{number} {one.one if number == 1 else one.many}"
        for one in COUNTS
        if (number := _number(one, found.changes))
    ]
    others = len({(one.sort, one.id) for one in found.changes if not _counted(one)})
    if others:
        said.append(f"{others} other {'change' if others == 1 else 'changes'}")
    broken = len(found.links.broken)
    if broken:
        said.append(f"{broken} {'reader’s link' if broken == 1 else 'readers’ links'} broken")
    return ", ".join(said) if said else NOTHING


def _number(one: _Count, changes: Iterable[Change]) -> int:
    """Return how many things something happened to; of mentions, how often."""
    fitting = [change for change in changes if _fits(one, change)]
    if one.sorts == {Sort.MENTION}:
        return sum(change.count for change in fitting)
    return len({(change.sort, change.id) for change in fitting})


def _counted(change: Change) -> bool:
    return any(_fits(one, change) for one in COUNTS)


def _fits(one: _Count, change: Change) -> bool:
    return change.sort in one.sorts and change.kind in one.kinds
