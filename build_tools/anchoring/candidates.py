"""Places in a text where a quotation may stand, with boundaries worth comparing."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.anchoring.alignment import encode, find
from build_tools.anchoring.context import Context
from build_tools.anchoring.reading import Reading
from build_tools.model.span import Span

_VERBATIM = 100
"""Verbatim places considered; of what stands more often, only the context can tell which."""

_ROUNDS = 3
"""How often the search for near copies is repeated, each time without what was found before."""

_COPIES = 4
"""Near copies taken from each round."""

_COPY_LIMIT = 0.55
"""Share of a quotation's characters that may differ in a near copy."""

BLANK = b"\x00"
"""What stands in no text."""


def verbatim(reading: Reading, quote: str, within: Span | None = None) -> Iterator[Span]:
    """Yield where a quotation stands letter by letter, case aside, in normalised code points."""
    yield from _occurrences(reading.folded, quote, within or Span(0, len(reading.folded)))


def literal(reading: Reading, exact: str, within: Span | None = None) -> Iterator[Span]:
    """Yield where a quotation stands to the letter in the source, in normalised code points.

    What `verbatim` misses is an edge that normalising cannot see, such as a lone accent.
    """
    whole = Span(0, len(reading.source))
    part = reading.normal.to_source(within) if within else whole
    for span in _occurrences(reading.source, exact.strip(), part):
        yield reading.normal.from_source(span)


def _occurrences(text: str, words: str, within: Span) -> Iterator[Span]:
    at = within.start - 1
    for _ in range(_VERBATIM):
        at = text.find(words, at + 1, within.end)
        if at < 0:
            return
        yield Span(at, at + len(words))


def near_copies(reading: Reading, quote: str) -> Iterator[Span]:
    """Yield where something like a quotation stands, the likest first."""
    query, target = encode(quote), reading.codes
    for _ in range(_ROUNDS):
        matches = find(query, target, round(len(query) * _COPY_LIMIT))
        if not matches:
            return
        for match in matches:
            target = _without(target, match.span)
        yield from (match.span for match in matches[:_COPIES])


def in_context(reading: Reading, quote: str, context: Context) -> Iterator[Span]:
    """Yield where a quotation would stand by its surroundings.

    Each place comes as the surroundings delimit it and, if the wording allows, as the quotation
    itself delimits it nearby.
    """
    query = encode(quote)
    for place in context.places(reading, quote):
        yield place
        margin = 8 + len(quote) // 2
        first = max(0, place.start - margin)
        for match in find(query, reading.codes[first : place.end + margin], len(query))[:1]:
            yield match.span.shifted(first)


def tidy(text: str, span: Span, quote: str) -> Span:
    """Move the boundaries of an inexact place to where a reader would put them.

    Args:
        text: The normalised text.
        span: A place in it, in code points.
        quote: The quotation, normalised.

    Returns:
        The place, with half words completed or left out, whichever is nearer, and without white
        space or punctuation at an edge where the quotation has a word.
    """
    start = _nearest_edge(text, span.start)
    end = _nearest_edge(text, span.end)
    if start >= end:
        start, end = span.start, span.end
    while start < end and _droppable(text[start], quote[0]):
        start += 1
    while start < end and _droppable(text[end - 1], quote[-1]):
        end -= 1
    return Span(start, end)


def _droppable(character: str, wanted: str) -> bool:
    return character.isspace() or (wanted.isalnum() and not character.isalnum())


def _nearest_edge(text: str, at: int) -> int:
    """Return the nearest offset at which no word is cut; the outer one if both are as near."""
    left = right = at
    while 0 < left < len(text) and text[left - 1].isalnum() and text[left].isalnum():
        left -= 1
    while 0 < right < len(text) and text[right - 1].isalnum() and text[right].isalnum():
        right += 1
    return left if at - left <= right - at else right


def _without(target: bytes, span: Span) -> bytes:
    return target[: span.start] + BLANK * len(span) + target[span.end :]
