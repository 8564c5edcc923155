"""Sets old words beside new ones: what went, what came, and a little of what stayed."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

MOST_WORDS = 1500
"""Longest text that is compared word by word; a longer one is shown as gone and come."""
CONTEXT = 7
"""Words shown on either side of a difference."""
BRIDGE = 1
"""Words that stay between two differences and do not make two of them."""


class Part(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    COME = "come"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words."""

    part: Part
    """What became of them."""
    text: str
    """The words, one space between them."""


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Return what went and what came, in the order of the text, with all that stayed."""
    old, new = before.split(), after.split()
    if max(len(old), len(new)) > MOST_WORDS or not old or not new:
        return _joined([(Part.GONE, old), (Part.COME, new)])
    runs: list[tuple[Part, list[str]]] = []
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for at, (tag, i, j, k, end) in enumerate(codes):
        bridge = tag == "equal" and 0 < at < len(codes) - 1 and j - i <= BRIDGE
        if tag == "equal" and not bridge:
            runs.append((Part.SAME, old[i:j]))
        else:
            _extend(runs, old[i:j], new[k:end])
    return _joined(runs)


def small(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the same with long stretches that stayed cut down to the words beside a difference."""
    shown = []
    for at, one in enumerate(found):
        words = one.text.split()
        first, last = at == 0, at == len(found) - 1
        if one.part is Part.SAME and len(words) > CONTEXT * (1 if first or last else 2) + 1:
            head = "" if first else " ".join(words[:CONTEXT])
            tail = "" if last else " ".join(words[-CONTEXT:])
            text = " ".join(part for part in (head, "…", tail) if part)
            shown.append(Piece(Part.SAME, text))
        else:
            shown.append(one)
    return tuple(shown)


def _extend(runs: list[tuple[Part, list[str]]], old: list[str], new: list[str]) -> None:
    """Add words that went and came to a difference that is open, else begin one."""
    if not runs or runs[-1][0] is Part.SAME:
        runs += [(Part.GONE, []), (Part.COME, [])]
    runs[-2][1].extend(old)
    runs[-1][1].extend(new)


def _joined(runs: list[tuple[Part, list[str]]]) -> tuple[Piece, ...]:
    return tuple(Piece(part, " ".join(words)) for part, words in runs if words)
