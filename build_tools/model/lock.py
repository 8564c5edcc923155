"""anchors.lock: what was found in the source texts, told without their words.

A clone that has no source texts still knows from it that every quotation was verified, and which
terms each op-ed mentions in which form.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Annotated, Protocol

from pydantic import AfterValidator, Field, with_config

from build_tools.model.carried import carried
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


_Count = Annotated[int, Field(ge=0, le=10_000_000)]
_Text = Annotated[str, Field(pattern=r"^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$", max_length=1000)]
"""Words without anything nobody sees: what the lock says is shown, and nobody reads it first."""


@with_config(STRICT)
@carried
@dataclass(frozen=True, slots=True, kw_only=True)
class LockedQuote:
    """Where one quotation was found."""

    id: _Text
    """What hangs on it: a note's id, or kind, file and whatever else tells it from its like."""
    quote: str
    """Print of the quotation that was looked for."""
    paragraph: _Count
    """Paragraph it was found in."""
    start: _Count
    """Offset in the canonical text, in code points."""
    end: _Count
    """Offset just after it."""
    state: Annotated[str, Field(pattern="^(exact|moved)$")]
    """`exact` or `moved`."""
    similarity: Annotated[float, Field(ge=0, le=1)]
    """Likeness of the words found to the quotation, 0 to 1."""
    context: Annotated[str, Field(pattern="^([0-9a-f]{2})*-([0-9a-f]{2})*$")]
    """Hashed words around it in hex: enough to recognise the place, too little to read it."""


def _forward(value: LockedQuote) -> LockedQuote:
    if value.end <= value.start:
        msg = f"`{value.id}` ends before it begins"
        raise ValueError(msg)
    return value


_Found = tuple[Annotated[LockedQuote, AfterValidator(_forward)], ...]


@with_config(STRICT)
@carried
@dataclass(frozen=True, slots=True, kw_only=True)
class LockedMention:
    """One mention of a term in the source text."""

    term: _Text
    """Term."""
    paragraph: _Count
    """Paragraph."""
    start: _Count
    """Offset in that paragraph, in code points."""
    form: _Text
    """As the article writes it."""
    voice: _Text
    """`author`, or who is quoted."""
    how: Annotated[str, Field(pattern="^(name|description)$")]
    """`name` or `description`."""


@with_config(STRICT)
@carried
@dataclass(frozen=True, slots=True, kw_only=True)
class LockedArticle:
    """What was found in one source text."""

    text: str
    """SHA-256 of the version that was read."""
    ties: str
    """Print of everything mentions depend on: terms, ties and the rules of this program."""
    notes: _Found = ()
    """By place in the text."""
    quotes: _Found = ()
    """Quotations of events, figures and answers, by place in the text."""
    mentions: tuple[LockedMention, ...] = ()
    """By place in the text."""


Lock = dict[str, LockedArticle]
"""Articles by slug."""
