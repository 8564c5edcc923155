"""anchors.lock: what was found in the source texts, told without their words.

A clone that has no source texts still knows from it that every quotation was verified, and which
terms each op-ed mentions in which form.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Protocol

from pydantic import with_config

from build_tools.model.fields import STRICT


class Quoted(Protocol):
    """Whatever hangs on a quotation from an op-ed: a note, a telling, a figure, an answer."""

    @property
    def paragraph(self) -> int:
        """Paragraph that holds the quotation."""
        ...

    @property
    def quote(self) -> str:
        """The words."""
        ...

    @property
    def prefix(self) -> str | None:
        """The words just before, where needed."""
        ...

    @property
    def suffix(self) -> str | None:
        """The words just after, where needed."""
        ...


def quote_print(item: Quoted) -> str:
    """Return what the lock remembers of a quotation: a changed one no longer matches."""
    sought = "\0".join((item.prefix or "", item.quote, item.suffix or ""))
    return hashlib.sha256(sought.encode()).hexdigest()[:16]


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class LockedQuote:
    """Where one quotation was found."""

    id: str
    """What hangs on it: a note's id, or kind, file and whatever else tells it from its like."""
    quote: str
    """Print of the quotation that was looked for."""
    paragraph: int
    """Paragraph it was found in."""
    start: int
    """Offset in the canonical text, in code points."""
    end: int
    """Offset just after it."""
    state: str
    """`exact` or `moved`."""
    similarity: float
    """Likeness of the words found to the quotation, 0 to 1."""
    context: str
    """Hashed words around it in hex: enough to recognise the place, too little to read it."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class LockedMention:
    """One mention of a term in the source text."""

    term: str
    """Term."""
    paragraph: int
    """Paragraph."""
    start: int
    """Offset in that paragraph, in code points."""
    form: str
    """As the article writes it."""
    voice: str
    """`author`, or who is quoted."""
    how: str
    """`name` or `description`."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class LockedArticle:
    """What was found in one source text."""

    text: str
    """SHA-256 of the version that was read."""
    ties: str
    """Print of everything mentions depend on: terms, ties and the rules of this program."""
    notes: tuple[LockedQuote, ...] = ()
    """By place in the text."""
    quotes: tuple[LockedQuote, ...] = ()
    """Quotations of events, figures and answers, by place in the text."""
    mentions: tuple[LockedMention, ...] = ()
    """By place in the text."""


Lock = dict[str, LockedArticle]
"""Articles by slug."""
