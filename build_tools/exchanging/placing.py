"""Finds the words that an annotation hangs on, and makes of them an anchor that a note may have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.anchoring import Placement, State, TextContext, locate, quotation
from build_tools.exchanging.annotation import Annotation
from build_tools.exchanging.plain_data import number
from build_tools.linking import seeking
from build_tools.linking.anchors import Sought, Standing
from build_tools.linking.linked import LinkedArticle
from build_tools.model.fields import QUOTE_WORDS
from build_tools.model.note import Confidence, Note, NoteKind
from build_tools.model.source import SourceText
from build_tools.model.span import Span

LONGEST = 600
"""Characters of a quotation that are looked for; the anchor lies in them anyway."""
SURROUNDINGS = (3, 6, QUOTE_WORDS)
"""Words before and after that are tried where the anchor alone stands there twice."""
MOST_TRIED = 24
"""Stretches of a long quotation that are tried as its anchor."""

_WORD = re.compile(r"\S+")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a note says of its place."""

    paragraph: int
    """Number of the paragraph."""
    quote: str
    """Words as they stand there, twelve at most."""
    prefix: str = ""
    """Words just before, where needed."""
    suffix: str = ""
    """Words just after, where needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """Why there is no anchor."""

    state: State
    """`lost`, `ambiguous`, or `moved` where the words there are others that may not stand in."""
    reason: str = ""
    """What is in the way, where the words were found."""
    near: str = ""
    """The nearest words."""
    rivals: tuple[int, ...] = ()
    """Paragraphs that fit as well."""


def place(one: LinkedArticle, text: SourceText, said: Annotation) -> Anchor | Missed:
    """Return where an annotation hangs in a source text, or why that cannot be said.

    Args:
        one: The article.
        text: Its source text.
        said: The annotation.
    """
    spans = text.paragraph_spans()
    placement = _located(text.text, said, _named(spans, said))
    if placement.span is None:
        near = placement.suggestion.of(text.text) if placement.suggestion else ""
        rivals = tuple(
            filter(None, (seeking.paragraph_at(spans, span) for span in placement.rivals))
        )
        return Missed(state=placement.state, near=near, rivals=tuple(dict.fromkeys(rivals)))
    found = placement.span.of(text.text)
    if placement.state is State.MOVED and _digits(found) != _digits(said.exact[:LONGEST]):
        return Missed(state=State.MOVED, reason="hangs on a number that is another there")
    at = next((n for n, span in enumerate(spans, 1) if span.overlaps(placement.span)), 0)
    if not at:
        return Missed(state=State.MOVED, reason="hangs on a subhead, which bears no number")
    lies = spans[at - 1]
    within = Span(max(placement.span.start, lies.start), min(placement.span.end, lies.end))
    tried = (_anchored(one, text, at, span) for span in _stretches(text.text, within))
    given = _as_given(one, text, at, within, said)
    found_anchor = given or next(filter(None, tried), None)
    return found_anchor or Missed(state=State.AMBIGUOUS, rivals=(at,))


def _named(spans: tuple[Span, ...], said: Annotation) -> Span | None:
    """Return the paragraph that our own download names."""
    told = number(said.own.custom.get("paragraph")) if said.own else None
    return spans[told - 1] if told and told <= len(spans) else None


def _located(text: str, said: Annotation, within: Span | None) -> Placement:
    exact = said.exact[:LONGEST].strip()
    rest = said.exact[LONGEST : LONGEST + 100] or said.suffix
    context = TextContext(said.prefix[-200:], rest[:200])
    return locate(text, exact, context=context, hint=_hint(text, said), within=within)


def _hint(text: str, said: Annotation) -> int | None:
    """Return where the words stood, if they stand there still: others count another text."""
    if said.position is None:
        return None
    start, end = said.position
    there = text[start:end] if start < end <= len(text) else ""
    same = bool(there) and len(there) <= LONGEST and quotation(there) == quotation(said.exact)
    return start if same else None


def _stretches(text: str, within: Span) -> Iterator[Span]:
    """Yield stretches of at most twelve words, the whole first where it is so short."""
    words = [
        Span(within.start + word.start(), within.start + word.end())
        for word in _WORD.finditer(within.of(text))
    ]
    for at in range(min(max(1, len(words) - QUOTE_WORDS + 1), MOST_TRIED)):
        if chosen := words[at : at + QUOTE_WORDS]:
            yield Span(chosen[0].start, chosen[-1].end)


def _anchored(one: LinkedArticle, text: SourceText, at: int, span: Span) -> Anchor | None:
    """Return an anchor by which just this stretch is found again; nothing if there is none."""
    lies = text.paragraph_spans()[at - 1]
    before = text.text[lies.start : span.start].split()
    after = text.text[span.end : lies.end].split()
    bare = Anchor(paragraph=at, quote=span.of(text.text))
    for count in (0, *SURROUNDINGS):
        prefix, suffix = before[-count:] if count else [], after[:count]
        tried = replace(bare, prefix=" ".join(prefix), suffix=" ".join(suffix))
        if _stands(one, text, tried, span):
            return tried
    return None


def _as_given(
    one: LinkedArticle, text: SourceText, at: int, within: Span, said: Annotation
) -> Anchor | None:
    """Return the anchor that one of our own notes had, if it still leads there."""
    short = all(
        len(words.split()) <= QUOTE_WORDS for words in (said.exact, said.prefix, said.suffix)
    )
    given = Anchor(
        paragraph=at,
        quote=" ".join(said.exact.split()),
        prefix=" ".join(said.prefix.split()),
        suffix=" ".join(said.suffix.split()),
    )
    return given if said.own and short and _stands(one, text, given, within) else None


def _stands(one: LinkedArticle, text: SourceText, anchor: Anchor, span: Span) -> bool:
    """Tell whether a note with this anchor will be found at that very place."""
    note = Note(
        id="tried",
        kind=NoteKind.CONTEXT,
        paragraph=anchor.paragraph,
        quote=anchor.quote,
        prefix=anchor.prefix or None,
        suffix=anchor.suffix or None,
        body="-",
        confidence=Confidence.UNCONFIRMED,
        author="tried",
        created="2000",
    )
    sought = Sought(key=note.id, item=note, sheet=one.article.notes, steps=())
    (placed,) = seeking.place((sought,), one.article.slug, text)
    return placed.standing is Standing.EXACT and placed.span == span


def _digits(words: str) -> list[str]:
    return _DIGIT.findall(words)
