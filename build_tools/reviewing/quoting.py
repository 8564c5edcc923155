"""What became of a quotation: other words, another place, or no place at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_tools.linking.anchors import Placed, Standing
from build_tools.model.lock import Quoted, quote_print
from build_tools.reviewing.changes import Change, Kind, Thing
from build_tools.views.words import STANDINGS

FIELDS = frozenset({"quote", "prefix", "suffix", "paragraph"})
"""Fields of which these changes tell."""

_FIELDS = {
    Kind.ORPHANED: "quotation",
    Kind.FOUND: "quotation",
    Kind.MOVED: "paragraph",
    Kind.DOUBTED: "quotation",
}
"""Which part of a note or its like each change is one of."""
_GONE = {Standing.LOST}
_SURE = {Standing.EXACT}


def quotation(
    thing: Thing,
    before: Quoted,
    after: Quoted,
    was: Placed[Any] | None,
    now: Placed[Any] | None,
) -> Iterator[Change]:
    """Yield what became of a quotation.

    Args:
        thing: What hangs on it.
        before: It as it was.
        after: It as it is.
        was: Where it stood; nothing where its article could not be read.
        now: Where it stands.
    """
    stands, stood = _standing(now, was), _standing(was, now)
    known = was is not None and now is not None
    place = was.paragraph if was and known else before.paragraph
    here = now.paragraph if now and known else after.paragraph
    same = quote_print(before) == quote_print(after)
    old, new = (f"¶{at} “{one.quote}”" for at, one in ((place, before), (here, after)))
    was_why, why = _doubt(stood), _doubt(stands)
    if (stands in _GONE) is not (stood in _GONE):
        kind = Kind.ORPHANED if stands in _GONE else Kind.FOUND
    elif not same:
        kind, (old, new) = Kind.REANCHORED, _around(before, after, old, new)
    elif place != here or before.paragraph != after.paragraph:
        kind = Kind.MOVED
    elif stood is not stands:
        kind, old, new, was_why, why = Kind.DOUBTED, STANDINGS[stood], STANDINGS[stands], "", ""
    else:
        return
    yield thing.change(kind, old, new, field=_FIELDS.get(kind, ""), why_before=was_why, why=why)


def _around(before: Quoted, after: Quoted, old: str, new: str) -> tuple[str, str]:
    """Return both quotations, with the words beside them where only these changed."""
    if before.quote != after.quote:
        return old, new
    return old + _beside(before), new + _beside(after)


def _beside(item: Quoted) -> str:
    parts = (("after", item.prefix), ("before", item.suffix))
    said = ", ".join(f"{where} “{words}”" for where, words in parts if words)
    return f" ({said})" if said else ""


def _standing(placed: Placed[Any] | None, other: Placed[Any] | None) -> Standing:
    """Return how a quotation stands; what is not known is no change."""
    known = placed or other
    return known.standing if known else Standing.UNVERIFIED


def _doubt(standing: Standing) -> str:
    return "" if standing in _SURE else STANDINGS[standing]
