"""Turns a paragraph and what hangs on it into inline HTML.

Highlights may overlap, so each is cut where another begins or ends, and every piece carries the
list of its notes. A glossary link is never cut: highlights go inside it. This is the one place
outside the templates where HTML is made, because it runs once for every word of the corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from markupsafe import Markup, escape

from build_tools.linking.mentions import How, Mention
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


def render(
    text: str,
    *,
    formats: Sequence[Format] = (),
    highlights: Sequence[Highlight] = (),
    mentions: Sequence[Mention] = (),
    href: Callable[[str], str] = str,
) -> Markup:
    """Return the paragraph as inline HTML.

    Args:
        text: The paragraph's characters.
        formats: Emphasis and links of our own prose, their targets already addresses.
        highlights: Notes' words.
        mentions: Where terms are meant; where two overlap, a named one keeps its words.
        href: Gives the address of a term's page.
    """
    safe = escape(text)
    if not (formats or highlights or mentions):
        return safe
    ours = [one for one in formats if one.kind is FormatKind.LINK]
    # What is inside another format comes after it, and is laid on first.
    inner = [one for one in reversed(formats) if one.kind is not FormatKind.LINK]
    links = {one.span.start: (one.span.end, _link(one.target)) for one in ours}
    for span, one in _disjoint(mentions, text, [one.span for one in ours]):
        links[span.start] = span.end, _term_link(one.term, href(one.term), one.how)
    plain = len(safe) == len(text)
    if plain and not (inner or highlights):  # most paragraphs: the words are taken as they are
        return Markup("".join(_linked(text, links)))
    return Markup("".join(_woven(_Layers(text, plain, inner, highlights), links)))


def _linked(text: str, links: dict[int, tuple[int, str]]) -> list[str]:
    """Return a text without anything but links in pieces; see `_woven`."""
    html: list[str] = []
    at = 0
    for start in sorted(links):
        end, tag = links[start]
        html += (text[at:start], tag, text[start:end], "</a>")
        at = end
    html.append(text[at:])
    return html


class _Layers(NamedTuple):
    """A text with what is laid over it, links aside."""

    text: str
    """Its characters."""
    plain: bool
    """Whether there is nothing to escape in them."""
    formats: Sequence[Format]
    """Inner ones before outer ones."""
    highlights: Sequence[Highlight]
    """Notes' words."""

    def piece(self, start: int, end: int) -> str:
        """Return the HTML of a piece within which nothing begins or ends."""
        words = self.text[start:end]
        html = words if self.plain else str(escape(words))
        for item in self.formats:
            if item.span.start <= start < item.span.end:
                html = f"<{item.kind.value}>{html}</{item.kind.value}>"
        if not self.highlights:
            return html
        over = [one for one in self.highlights if one.span.start <= start < one.span.end]
        if not over:
            return html
        kinds = " ".join(dict.fromkeys(f"cr-k-{one.kind}" for one in over))
        notes = " ".join(one.note for one in over)
        return (
            f'<mark class="cr-hl {kinds}" data-notes="{notes}" '
            f'aria-details="{over[-1].note}">{html}</mark>'
        )


def _woven(layers: _Layers, links: dict[int, tuple[int, str]]) -> list[str]:
    """Return the HTML of a text in pieces, cut wherever something begins or ends.

    Args:
        layers: The text and what is laid over it.
        links: Where each link ends and its opening tag, by where it begins.
    """
    whole = len(layers.text)
    cuts = {0, whole, *links, *(end for end, _ in links.values())}
    laid: list[Format | Highlight] = [*layers.formats, *layers.highlights]
    for one in laid:
        cuts |= {one.span.start, one.span.end}
    edges = sorted(cuts)
    ends = sorted(layers.highlights, key=_place, reverse=True)
    html: list[str] = []
    closes = -1
    for at, end in zip(edges, [*edges[1:], whole], strict=True):
        if at == closes:
            html.append("</a>")
        if at >= closes:
            # References that end inside a link come after it: links do not nest.
            while ends and ends[-1].span.end <= at:
                html.append(_reference(ends.pop()))
            if at in links:
                closes, tag = links[at]
                html.append(tag)
        html.append(layers.piece(at, end))
    return html


def _place(one: Highlight) -> tuple[int, int, int]:
    """Return what puts references in order: where words end, then where they begin."""
    return one.span.end, one.span.start, one.number


def _reference(one: Highlight) -> str:
    """Return the numbered reference to a note."""
    label = _label(one.number, one.kind_label)
    return (
        f'<sup class="cr-ref-s" data-search-exclude>{STICK}'
        f'<a class="cr-ref cr-k-{one.kind}" role="doc-noteref" '
        f'id="{one.ref}" href="#{one.note}" aria-label="{label}">{one.number}</a></sup>'
    )


@cache
def _label(number: int, kind_label: str) -> str:
    return str(escape(f"Note {number}, {kind_label.lower()}"))


def _disjoint(
    mentions: Sequence[Mention], text: str, taken: list[Span]
) -> Iterator[tuple[Span, Mention]]:
    """Yield the words of mentions so that none overlaps another: a description yields to a name.

    Args:
        mentions: Where terms are meant.
        text: The paragraph.
        taken: Words that have a link already; the others are added.
    """
    for one in mentions:
        if one.how is How.NAME and not any(one.span.overlaps(span) for span in taken):
            taken.append(one.span)
            yield one.span, one
    for one in mentions:
        if one.how is How.DESCRIPTION:
            for span in list(_free(one.span, sorted(taken))):
                if any(character.isalnum() for character in span.of(text)):
                    taken.append(span)
                    yield span, one


def _free(span: Span, taken: list[Span]) -> Iterator[Span]:
    at = span.start
    for one in taken:
        if one.overlaps(span):
            if one.start > at:
                yield Span(at, one.start)
            at = max(at, one.end)
    if at < span.end:
        yield Span(at, span.end)


def _link(target: str) -> str:
    return f'<a href="{escape(target)}">'


@cache
def _term_link(term: str, href: str, how: How) -> str:
    """Return the opening tag of a link to a term: most terms are named again and again."""
    kind = "cr-term cr-described" if how is How.DESCRIPTION else "cr-term"
    return f'<a class="{kind}" role="doc-glossref" href="{escape(href)}" data-term="{term}">'
