"""Whatever quotes an op-ed, where its words were found, and honestly how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeVar

from build_tools.model.carried import carried
from build_tools.model.corpus import Sheet, Step
from build_tools.model.lock import LockedQuote, Quoted, quote_print
from build_tools.model.problem import Place
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


@carried
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


class Anchor(NamedTuple):
    """What looking for a quotation found; a plain tuple, for it goes from process to process."""

    standing: Standing
    """How sure the place is."""
    paragraph: int
    """Paragraph it lies in; where not found, the one its editor names."""
    span: Span | None
    """Where in the canonical text, in code points; nothing where not found."""
    suggestion: Span | None = None
    """The nearest words, where the quotation was not found."""
    rivals: tuple[int, ...] = ()
    """Paragraphs of other places that fit as well."""
    similarity: float = 1.0
    """Likeness of the words found to the quotation."""
    context: str = ""
    """Hashed words around the place, for the lock; known only where it was found in a text."""
    retold: Span | None = None
    """Where in the paragraph of the digest its words stand for the first time."""
    again: bool = False
    """Whether they stand there once more."""


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
    retold: Span | None = None
    """Where in the paragraph of the digest its words stand for the first time: those it names, else
    the quotation."""
    again: bool = False
    """Whether they stand there once more."""

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


def hang(sought: Iterable[Sought[Q]], found: Iterable[Anchor], text: str) -> tuple[Placed[Q], ...]:
    """Return everything that quotes an article with its places, in the order of the text.

    Args:
        sought: What was looked for.
        found: What was found, in the same order.
        text: The canonical text; empty where it is not at hand.
    """
    placed = (
        Placed(
            sought=one,
            standing=at.standing,
            paragraph=at.paragraph,
            span=at.span,
            found=at.span.of(text) if at.span else "",
            suggestion=at.suggestion.of(text) if at.suggestion else "",
            rivals=at.rivals,
            similarity=at.similarity,
            retold=at.retold,
            again=at.again,
        )
        for one, at in zip(sought, found, strict=True)
    )
    return tuple(sorted(placed, key=_order))


def locked_quotes(sought: Iterable[Sought[Any]], found: Iterable[Anchor]) -> Iterator[LockedQuote]:
    """Yield what the lock keeps of the quotations that were found in a text."""
    for one, at in zip(sought, found, strict=True):
        if at.span and at.standing in {Standing.EXACT, Standing.MOVED}:
            yield LockedQuote(
                id=one.key,
                quote=quote_print(one.item),
                paragraph=at.paragraph,
                start=at.span.start,
                end=at.span.end,
                state=at.standing.value,
                similarity=round(at.similarity, SHOWN_SIMILARITY),
                context=at.context,
            )


def _order(one: Placed[Q]) -> tuple[int, int, int, tuple[Step, ...]]:
    start = one.span.start if one.span else 1 << 30
    return one.paragraph, start, -(one.span.end if one.span else 0), one.sought.steps
