"""Places each note on the words it quotes and says honestly how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from build_tools.anchoring import Context, PrintedContext, State, TextContext, locate, normalise
from build_tools.model.corpus import Article
from build_tools.model.lock import LockedArticle, LockedNote, quote_print
from build_tools.model.note import Note
from build_tools.model.source import SourceText
from build_tools.model.span import Span

SHOWN_SIMILARITY = 3
"""Digits of similarity kept in the lock: more would make noise in diffs."""


class Standing(StrEnum):
    """What is known of a note's quotation."""

    EXACT = "exact"
    MOVED = "moved"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A note and where its quotation lies."""

    note: Note
    """The note."""
    index: int
    """Its place in notes.yml, from 0."""
    standing: Standing
    """How sure the place is."""
    paragraph: int
    """Paragraph it lies in; where not found, the one the note names."""
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


def place_notes(
    article: Article, source: SourceText | None, locked: LockedArticle | None
) -> tuple[Placed, ...]:
    """Return the article's notes with their places, in the order of the text.

    With the source text every quotation is looked for in it; without, the lock tells where it was
    found, provided the quotation has not been changed since.
    """
    placed = [
        _in_source(note, index, source, article.slug, locked)
        if source
        else _from_lock(note, index, locked)
        for index, note in enumerate(article.notes.value.notes)
    ]
    return tuple(sorted(placed, key=_order))


def lock_notes(slug: str, placed: tuple[Placed, ...], source: SourceText) -> tuple[LockedNote, ...]:
    """Return what the lock keeps of the notes that were found."""
    text = source.text
    return tuple(
        LockedNote(
            id=one.note.id,
            quote=quote_print(one.note),
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


def _order(one: Placed) -> tuple[int, int, int, int]:
    start = one.span.start if one.span else 1 << 30
    return one.paragraph, start, -(one.span.end if one.span else 0), one.index


def _from_lock(note: Note, index: int, locked: LockedArticle | None) -> Placed:
    known = locked.note(note.id) if locked else None
    if known is None or known.quote != quote_print(note):
        return Placed(
            note=note,
            index=index,
            standing=Standing.UNVERIFIED,
            paragraph=note.paragraph,
            span=None,
        )
    return Placed(
        note=note,
        index=index,
        standing=Standing(known.state),
        paragraph=known.paragraph,
        span=Span(known.start, known.end),
        similarity=known.similarity,
    )


def _in_source(
    note: Note, index: int, source: SourceText, slug: str, locked: LockedArticle | None
) -> Placed:
    text, spans = source.text, source.paragraph_spans()
    known = locked.note(note.id) if locked else None
    if known and known.quote != quote_print(note):
        known = None
    same_version = locked is not None and locked.text == source.digest
    if known and same_version and _still_there(note, known, text):
        # Found before in this very text: looking again could only find the same.
        found = Span(known.start, known.end)
        return _placed(note, index, Standing.EXACT, known.paragraph, found, text)
    within = spans[note.paragraph - 1] if note.paragraph <= len(spans) else None
    placement = locate(
        text,
        note.quote,
        context=_context(note, known, slug),
        hint=known.start if known and same_version else within.start if within else None,
        within=within,
    )
    span = placement.span
    paragraph = paragraph_at(spans, span) if span else note.paragraph
    standing = Standing(placement.state.value)
    if placement.state is State.EXACT and paragraph != note.paragraph:
        standing = Standing.MOVED
    return replace(
        _placed(note, index, standing, paragraph, span, text),
        suggestion=placement.suggestion.of(text) if placement.suggestion else "",
        rivals=tuple(paragraph_at(spans, one) for one in placement.rivals),
        similarity=placement.similarity,
    )


def _placed(
    note: Note, index: int, standing: Standing, paragraph: int, span: Span | None, text: str
) -> Placed:
    return Placed(
        note=note,
        index=index,
        standing=standing,
        paragraph=paragraph,
        span=span,
        found=span.of(text) if span else "",
    )


def _still_there(note: Note, known: LockedNote, text: str) -> bool:
    """Tell whether the lock's exact place holds the quotation: a lock is not taken at its word."""
    there = normalise(text[known.start : known.end]).text.strip()
    return (
        known.state == Standing.EXACT.value
        and known.paragraph == note.paragraph
        and there == normalise(note.quote).text.strip()
    )


def _context(note: Note, known: LockedNote | None, slug: str) -> Context:
    """Return what is remembered of the place: the editor's words first, else the lock's prints."""
    if note.prefix or note.suffix or known is None:
        return TextContext(note.prefix or "", note.suffix or "")
    return PrintedContext.from_hex(known.context, slug)
