"""Turns a paragraph and what hangs on it into inline HTML.

Highlights may overlap, so each is cut where another begins or ends, and every piece carries the
list of its notes. A glossary link is never cut: highlights go inside it. This is the one place
outside the templates where HTML is made, because it runs once for every word of the corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from build_tools.model.rich import Format, FormatKind
from build_tools.model.span import Span

STICK = "\u2060"
"""Word joiner: a reference does not begin a line without the words it belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A note's words in a paragraph."""

    span: Span
    """Where; empty at the paragraph's end for a note without words of its own."""
    note: str
    """Element id of the note."""
    ref: str
    """Element id of its numbered reference."""
    number: int
    """Its number."""
    kind: str
    """Kind of note."""
    kind_label: str
    """The same in words, for the reference's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLink:
    """A mention in a paragraph."""

    span: Span
    """Where."""
    term: str
    """Id of the term."""
    href: str
    """Its page."""
    described: bool
    """Whether it is meant but not named."""


def render(
    text: str,
    *,
    formats: Iterable[Format] = (),
    highlights: tuple[Highlight, ...] = (),
    terms: Iterable[TermLink] = (),
) -> Markup:
    """Return the paragraph as inline HTML.

    Args:
        text: The paragraph's characters.
        formats: Emphasis and links of our own prose, their targets already addresses.
        highlights: Notes' words.
        terms: Mentions; where two overlap, a named one keeps its words.
    """
    formats = tuple(formats)
    links = [one for one in formats if one.kind is FormatKind.LINK]
    outer: list[Format | TermLink] = [*links, *_disjoint(tuple(terms), text, links)]
    outer.sort(key=lambda one: one.span)
    ends = sorted(highlights, key=lambda one: (one.span.end, one.span.start, one.number))
    layers = _Layers(text, tuple(f for f in formats if f.kind is not FormatKind.LINK), highlights)
    parts: list[str] = []
    at = 0
    for one in outer:
        # References that end inside a link come after it: links do not nest.
        parts += layers.stretch(at, one.span.start, ends)
        parts.append(_opening(one))
        parts += layers.pieces(one.span.start, one.span.end)
        parts.append("</a>")
        at = one.span.end
        parts += layers.references(ends, at)
    parts += layers.stretch(at, len(text), ends)
    parts += [layers.reference(one) for one in ends]
    return Markup("".join(parts))


class _Layers:
    """The text with what is laid over it, cut into pieces on demand."""

    def __init__(
        self, text: str, formats: tuple[Format, ...], highlights: tuple[Highlight, ...]
    ) -> None:
        self.text = text
        self.formats = formats
        self.highlights = tuple(one for one in highlights if one.span.end > one.span.start)
        spans = [one.span for one in self.formats] + [one.span for one in self.highlights]
        self.cuts = sorted({edge for span in spans for edge in (span.start, span.end)})

    def stretch(self, start: int, end: int, ends: list[Highlight]) -> Iterator[str]:
        """Yield the HTML of a stretch outside links, with the references that end in it."""
        at = start
        while ends and ends[0].span.end <= end and ends[0].span.end > ends[0].span.start:
            stop = max(at, ends[0].span.end)
            yield from self.pieces(at, stop)
            at = stop
            yield self.reference(ends.pop(0))
        yield from self.pieces(at, end)

    def references(self, ends: list[Highlight], upto: int) -> Iterator[str]:
        """Yield the references of all highlights that ended before `upto`."""
        while ends and ends[0].span.start < ends[0].span.end <= upto:
            yield self.reference(ends.pop(0))

    def pieces(self, start: int, end: int) -> Iterator[str]:
        """Yield the HTML of a stretch, cut wherever something begins or ends."""
        if start >= end:
            return
        inner = [cut for cut in self.cuts if start < cut < end]
        for a, b in zip([start, *inner], [*inner, end], strict=True):
            yield self._piece(Span(a, b))

    def _piece(self, span: Span) -> str:
        html = str(escape(span.of(self.text)))
        for item in reversed(self.formats):
            if item.span.covers(span):
                html = f"<{item.kind.value}>{html}</{item.kind.value}>"
        over = [one for one in self.highlights if one.span.covers(span)]
        if over:
            kinds = " ".join(dict.fromkeys(f"cr-k-{one.kind}" for one in over))
            notes = " ".join(one.note for one in over)
            html = (
                f'<mark class="cr-hl {kinds}" data-notes="{notes}" '
                f'aria-details="{over[-1].note}">{html}</mark>'
            )
        return html

    @staticmethod
    def reference(one: Highlight) -> str:
        """Return the numbered reference to a note."""
        label = escape(f"Note {one.number}, {one.kind_label.lower()}")
        return (
            f'<sup class="cr-ref-s" data-search-exclude>{STICK}'
            f'<a class="cr-ref cr-k-{one.kind}" role="doc-noteref" '
            f'id="{one.ref}" href="#{one.note}" aria-label="{label}">{one.number}</a></sup>'
        )


def _disjoint(terms: tuple[TermLink, ...], text: str, links: list[Format]) -> Iterator[TermLink]:
    """Yield the term links so that none overlaps another: a description yields to a name."""
    taken = [one.span for one in links]
    for one in terms:
        if not one.described and not any(one.span.overlaps(span) for span in taken):
            taken.append(one.span)
            yield one
    for one in terms:
        if one.described:
            free = list(_free(one.span, sorted(taken)))
            for span in free:
                if any(character.isalnum() for character in span.of(text)):
                    taken.append(span)
                    yield TermLink(span=span, term=one.term, href=one.href, described=True)


def _free(span: Span, taken: list[Span]) -> Iterator[Span]:
    at = span.start
    for one in taken:
        if one.overlaps(span):
            if one.start > at:
                yield Span(at, one.start)
            at = max(at, one.end)
    if at < span.end:
        yield Span(at, span.end)


def _opening(one: Format | TermLink) -> str:
    if isinstance(one, Format):
        return f'<a href="{escape(one.target)}">'
    kind = "cr-term cr-described" if one.described else "cr-term"
    return (
        f'<a class="{kind}" role="doc-glossref" href="{escape(one.href)}" data-term="{one.term}">'
    )
