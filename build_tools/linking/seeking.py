"""Looks for quotations in the text of an op-ed; without it, asks the lock where they were found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from build_tools.anchoring import (
    Context,
    Placement,
    PrintedContext,
    State,
    TextContext,
    locate,
    quotation,
)
from build_tools.linking.anchors import Anchor, Placed, Q, Sought, Standing, hang
from build_tools.linking.finding import find_all_words
from build_tools.model.lock import LockedArticle, LockedQuote, Quoted, quote_print
from build_tools.model.source import SourceText
from build_tools.model.span import Span

_STATES = {one: Standing(one.value) for one in State}
_start = attrgetter("start")
NO_DIGEST: Mapping[int, str] = MappingProxyType({})
"""Of an article that is not retold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpEd:
    """A source text as quotations are looked for in it, worked out once."""

    slug: str
    """The article, which salts the prints of its words."""
    text: str
    """The canonical text."""
    version: str
    """Its hash."""
    paragraphs: tuple[Span, ...]
    """Where paragraph n lies, at index n - 1."""


def op_ed(slug: str, source: SourceText | None) -> OpEd | None:
    """Return a source text, ready to be looked through; nothing where there is none."""
    if source is None:
        return None
    return OpEd(
        slug=slug, text=source.text, version=source.digest, paragraphs=source.paragraph_spans()
    )


def seek(
    sought: Iterable[Sought[Any]],
    text: OpEd | None,
    locked: LockedArticle | None,
    ours: Mapping[int, str] = NO_DIGEST,
) -> tuple[Anchor, ...]:
    """Return where each quotation was found.

    With the source text every quotation is looked for in it; without, the lock tells where it was
    found, provided the quotation has not been changed since.

    Args:
        sought: What quotes an op-ed.
        text: The op-ed, where it is at hand.
        locked: What an earlier reading found.
        ours: The words of the digest, by paragraph: it is looked for there as well.
    """
    known = {one.id: one for one in (*locked.notes, *locked.quotes)} if locked else {}
    same_version = bool(locked and text and locked.text == text.version)
    found = []
    for one in sought:
        before = known.get(one.key)
        if before and before.quote != quote_print(one.item):
            before = None
        if text is None:
            anchor = _from_lock(one.item, before)
        else:
            anchor = _in_source(one.item, text, before, same_version=same_version)
        retold = ours.get(anchor.paragraph)
        found.append(_over(anchor, one.item, retold) if retold else anchor)
    return tuple(found)


def place(sought: Sequence[Sought[Q]], slug: str, source: SourceText) -> tuple[Placed[Q], ...]:
    """Return what quotes an article with its places in a text of which nothing was known before."""
    text = op_ed(slug, source)
    return hang(sought, seek(sought, text, None), text.text if text else "")


def paragraph_at(spans: Sequence[Span], span: Span) -> int:
    """Return the number of the paragraph in which a span begins; 0 where in none."""
    number = bisect_right(spans, span.start, key=_start)
    return number if number and span.start < spans[number - 1].end else 0


def _from_lock(item: Quoted, known: LockedQuote | None) -> Anchor:
    if known is None:
        return Anchor(Standing.UNVERIFIED, item.paragraph, None)
    span = Span(known.start, known.end)
    return Anchor(Standing(known.state), known.paragraph, span, similarity=known.similarity)


def _in_source(
    item: Quoted, text: OpEd, known: LockedQuote | None, *, same_version: bool
) -> Anchor:
    """Find a quotation in the source text.

    Args:
        item: What quotes it.
        text: The text.
        known: What the lock remembers of the place.
        same_version: Whether it does so of this very version of the text.
    """
    if known and same_version and _still_there(item, known, text.text):
        # Found before in this very text: looking again could only find the same.
        span = Span(known.start, known.end)
        return Anchor(Standing.EXACT, known.paragraph, span, context=_prints(text, span))
    within = text.paragraphs[item.paragraph - 1] if item.paragraph <= len(text.paragraphs) else None
    placement = locate(
        text.text,
        item.quote,
        context=_context(item, known, text.slug),
        hint=known.start if known and same_version else within.start if within else None,
        within=within,
    )
    return _anchor(item, text, placement)


def _anchor(item: Quoted, text: OpEd, placement: Placement) -> Anchor:
    span = placement.span
    paragraph = paragraph_at(text.paragraphs, span) if span else item.paragraph
    elsewhere = placement.state is State.EXACT and paragraph != item.paragraph
    return Anchor(
        standing=Standing.MOVED if elsewhere else _STATES[placement.state],
        paragraph=paragraph,
        span=span,
        suggestion=placement.suggestion,
        rivals=tuple(paragraph_at(text.paragraphs, one) for one in placement.rivals),
        similarity=placement.similarity,
        context=_prints(text, span) if span else "",
    )


def _over(anchor: Anchor, item: Any, retold: str) -> Anchor:  # noqa: ANN401  # names words or not
    """Return an anchor with its place in our own words."""
    places = find_all_words(retold, item.digest or item.quote)
    first, second = next(places, None), next(places, None)
    return anchor._replace(retold=first, again=second is not None) if first else anchor


def _prints(text: OpEd, span: Span) -> str:
    return PrintedContext.of(text.text, span, text.slug).to_hex()


def _still_there(item: Quoted, known: LockedQuote, text: str) -> bool:
    """Tell whether the lock's exact place holds the quotation: a lock is not taken at its word."""
    return (
        known.state == Standing.EXACT.value
        and known.paragraph == item.paragraph
        and quotation(text[known.start : known.end]) == quotation(item.quote)
    )


def _context(item: Quoted, known: LockedQuote | None, slug: str) -> Context:
    """Return what is remembered of the place: the editor's words first, else the lock's prints."""
    if item.prefix or item.suffix or known is None:
        return TextContext(item.prefix or "", item.suffix or "")
    return PrintedContext.from_hex(known.context, slug)
