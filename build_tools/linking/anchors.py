"""Places whatever quotes an op-ed on the words it quotes and says honestly how sure that is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Generic, TypeVar

from build_tools.anchoring import Context, PrintedContext, State, TextContext, locate, quotation
from build_tools.model.corpus import Sheet, Step
from build_tools.model.lock import LockedArticle, LockedQuote, Quoted, quote_print
from build_tools.model.problem import Place
from build_tools.model.source import SourceText
from build_tools.model.span import Span

SHOWN_SIMILARITY = 3
"""Digits of similarity kept in the lock: more would make noise in diffs."""


class Standing(StrEnum):
    """What is known of a quotation."""

    EXACT = "exact"
    MOVED = "moved"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"
    UNVERIFIED = "unverified"


Q = TypeVar("Q", bound=Quoted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought(Generic[Q]):
    """Something that quotes an op-ed and has to be placed there."""

    key: str
    """Name in the lock: a note's id, or kind, file and whatever else tells it from its like."""
    item: Q
    """The note, telling, figure or evidence."""
    sheet: Sheet[Any]
    """The file it stands in."""
    steps: tuple[Step, ...]
    """The way to it in that file: `("notes", 3)`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Generic[Q]):
    """Something that quotes an op-ed and where its quotation lies."""

    sought: Sought[Q]
    """What was looked for."""
    standing: Standing
    """How sure the place is."""
    paragraph: int
    """Paragraph it lies in; where not found, the one its editor names."""
    span: Span | None
    """Where in the canonical text, in code points; nothing where not found."""
    found: str = ""
    """The words there; known only where the source text is at hand."""
    suggestion: str = ""
    """The nearest words, where the quotation was not found."""
    rivals: tuple[int, ...] = ()
    """Paragraphs of other places that fit as well."""
    similarity: float = 1.0
    """Likeness of the words found to the quotation."""

    @property
    def key(self) -> str:
        """Name in the lock."""
        return self.sought.key

    @property
    def item(self) -> Q:
        """The note, telling, figure or evidence."""
        return self.sought.item

    def at(self, field: str) -> Place:
        """Return where one of its fields stands in its file."""
        return self.sought.sheet.at(*self.sought.steps, field)


def place(
    sought: Iterable[Sought[Q]], slug: str, source: SourceText | None, locked: LockedArticle | None
) -> tuple[Placed[Q], ...]:
    """Return everything that quotes an article with its places, in the order of the text.

    With the source text every quotation is looked for in it; without, the lock tells where it was
    found, provided the quotation has not been changed since.
    """
    known = {one.id: one for one in (*locked.notes, *locked.quotes)} if locked else {}
    same_version = bool(locked and source and locked.text == source.digest)
    text, spans = (source.text, source.paragraph_spans()) if source else ("", ())
    placed = []
    for one in sought:
        before = known.get(one.key)
        if before and before.quote != quote_print(one.item):
            before = None
        if source is None:
            placed.append(_from_lock(one, before))
        else:
            place = before if same_version else None
            placed.append(_in_source(one, text, spans, slug, before, place))
    return tuple(sorted(placed, key=_order))


def lock_quotes(
    slug: str, placed: Iterable[Placed[Q]], source: SourceText
) -> tuple[LockedQuote, ...]:
    """Return what the lock keeps of the quotations that were found."""
    text = source.text
    return tuple(
        LockedQuote(
            id=one.key,
            quote=quote_print(one.item),
            paragraph=one.paragraph,
            start=one.span.start,
            end=one.span.end,
            state=one.standing.value,
            similarity=round(one.similarity, SHOWN_SIMILARITY),
            context=PrintedContext.of(text, one.span, slug).to_hex(),
        )
        for one in placed
        if one.span and one.standing in {Standing.EXACT, Standing.MOVED}
    )


def paragraph_at(spans: tuple[Span, ...], span: Span) -> int:
    """Return the number of the paragraph in which a span begins; 0 where in none."""
    return next((n for n, one in enumerate(spans, 1) if one.start <= span.start < one.end), 0)


def _order(one: Placed[Q]) -> tuple[int, int, int, tuple[Step, ...]]:
    start = one.span.start if one.span else 1 << 30
    return one.paragraph, start, -(one.span.end if one.span else 0), one.sought.steps


def _from_lock(one: Sought[Q], known: LockedQuote | None) -> Placed[Q]:
    if known is None:
        return Placed(
            sought=one,
            standing=Standing.UNVERIFIED,
            paragraph=one.item.paragraph,
            span=None,
        )
    return Placed(
        sought=one,
        standing=Standing(known.state),
        paragraph=known.paragraph,
        span=Span(known.start, known.end),
        similarity=known.similarity,
    )


def _in_source(
    one: Sought[Q],
    text: str,
    spans: tuple[Span, ...],
    slug: str,
    known: LockedQuote | None,
    same_version: LockedQuote | None,
) -> Placed[Q]:
    """Place a quotation in the source text.

    Args:
        one: What quotes it.
        text: The text.
        spans: Where its paragraphs lie.
        slug: The article, which salts the prints of its words.
        known: What the lock remembers of the place, in this version of the text or another.
        same_version: The same, where it was found in this very version.
    """
    item = one.item
    if same_version and _still_there(item, same_version, text):
        # Found before in this very text: looking again could only find the same.
        found = Span(same_version.start, same_version.end)
        return _placed(one, Standing.EXACT, same_version.paragraph, found, text)
    within = spans[item.paragraph - 1] if item.paragraph <= len(spans) else None
    placement = locate(
        text,
        item.quote,
        context=_context(item, known, slug),
        hint=same_version.start if same_version else within.start if within else None,
        within=within,
    )
    span = placement.span
    paragraph = paragraph_at(spans, span) if span else item.paragraph
    standing = Standing(placement.state.value)
    if placement.state is State.EXACT and paragraph != item.paragraph:
        standing = Standing.MOVED
    return replace(
        _placed(one, standing, paragraph, span, text),
        suggestion=placement.suggestion.of(text) if placement.suggestion else "",
        rivals=tuple(paragraph_at(spans, one) for one in placement.rivals),
        similarity=placement.similarity,
    )


def _placed(
    one: Sought[Q], standing: Standing, paragraph: int, span: Span | None, text: str
) -> Placed[Q]:
    return Placed(
        sought=one,
        standing=standing,
        paragraph=paragraph,
        span=span,
        found=span.of(text) if span else "",
    )


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
