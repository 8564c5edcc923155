"""The one door to edlib: approximate matching of byte strings, with types.

Text is aligned as bytes, the low byte of each code point. That is several times faster than
aligning characters, loses nothing for a text in one alphabet, and keeps offsets what they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, cast

import edlib

from build_tools.model.span import Span

_STEP = re.compile(r"(\d+)([=XID])")
"""One run of an extended CIGAR: equal, mismatch, only in the query, only in the target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Where a query fits best into a target."""

    span: Span
    """The best fitting stretch of the target."""
    distance: int
    """Edits (insertions, deletions, substitutions) between the query and that stretch."""


def encode(text: str) -> bytes:
    """Return one byte for each code point of `text`."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode("utf-32-le", "surrogatepass")[::4]


def find(query: bytes, target: bytes, limit: int) -> list[Match]:
    """Return the stretches of `target` that differ least from `query`.

    Args:
        query: What is sought.
        target: Where it is sought.
        limit: The largest number of edits that still counts.

    Returns:
        Non-overlapping matches, all at the same, least distance; empty if none is within `limit`.
    """
    if not query or not target:
        return []
    found = _align(query, target, mode="HW", task="locations", limit=limit)
    distance = cast(int, found["editDistance"])
    matches: list[Match] = []
    if distance < 0:
        return matches
    for start, last in cast("list[tuple[int, int]]", found["locations"]):
        span = Span(start, last + 1)
        if start <= last and not (matches and matches[-1].span.overlaps(span)):
            matches.append(Match(span=span, distance=distance))
    return matches


def head_distance(query: bytes, target: bytes) -> int:
    """Return the edits between `query` and whichever beginning of `target` is nearest to it."""
    if not query or not target:
        return len(query)
    return cast(int, _align(query, target, mode="SHW", task="distance", limit=-1)["editDistance"])


def project(query: bytes, part: Span, target: bytes) -> Span | None:
    """Return what becomes of one part of `query` where the whole fits best into `target`.

    Args:
        query: What is sought, usually a quotation with its surroundings.
        part: The offsets of the quotation in `query`.
        target: Where it is sought.

    Returns:
        Offsets into `target`; None if nothing of the part has a counterpart.
    """
    if not query or not target or not len(part):
        return None
    found = _align(query, target, mode="HW", task="path", limit=-1)
    target_at = cast("list[tuple[int, int]]", found["locations"])[0][0]
    query_at, start, end = 0, -1, -1
    for length, step in _STEP.findall(cast(str, found["cigar"])):
        run = int(length)
        if step == "D":
            target_at += run
            continue
        first, last = max(query_at, part.start), min(query_at + run, part.end)
        if step != "I":
            if first < last:
                start = target_at + first - query_at if start < 0 else start
                end = target_at + last - query_at
            target_at += run
        query_at += run
    return Span(start, end) if start >= 0 else None


def _align(query: bytes, target: bytes, *, mode: str, task: str, limit: int) -> dict[str, Any]:
    found: dict[str, Any] = edlib.align(query, target, mode=mode, task=task, k=limit)
    return found
