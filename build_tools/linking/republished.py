"""Says what a publisher changed in an op-ed, paragraph by paragraph, and what hangs there.

Paragraphs are matched by their words: first those that are alike as a whole (Ratcliff and
Obershelp's longest common blocks, as in `difflib`), then, between two of these, those that still
have most of their words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from build_tools.model.lock import LockedArticle
from build_tools.model.source import SourceText

ALIKE = 0.5
"""Share of words that two paragraphs have in common for one to be the other, changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """A paragraph that is not what it was."""

    old: int | None
    """Its number before; nothing where it is new."""
    new: int | None
    """Its number now; nothing where it is gone."""
    hanging: int
    """Quotations of ours that were found in it."""


def revised(old: SourceText, new: SourceText, lock: LockedArticle | None) -> tuple[Revised, ...]:
    """Return the paragraphs that changed, came or went, in the order of the text.

    Args:
        old: The version that was read before.
        new: The version that is read now.
        lock: Where quotations were found in the old one.
    """
    locked = (*lock.notes, *lock.quotes) if lock else ()
    hanging = Counter(one.paragraph for one in locked)
    before, now = ([block.text for block in text.numbered] for text in (old, new))
    found: list[Revised] = []
    matcher = SequenceMatcher(a=before, b=now, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            for i, j in _pairs(before[i1:i2], now[j1:j2]):
                was = None if i is None else i1 + i + 1
                found.append(
                    Revised(
                        old=was,
                        new=None if j is None else j1 + j + 1,
                        hanging=hanging[was] if was else 0,
                    )
                )
    return tuple(found)


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Yield which paragraph became which; one without a match was taken out or is new."""
    at = 0
    for i, text in enumerate(old):
        match = next((j for j in range(at, len(new)) if _alike(text, new[j])), None)
        if match is None:
            yield i, None
            continue
        yield from ((None, j) for j in range(at, match))
        yield i, match
        at = match + 1
    yield from ((None, j) for j in range(at, len(new)))


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(a=one.split(), b=other.split(), autojunk=False).ratio() >= ALIKE
