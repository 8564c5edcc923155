"""The pure half: the text of a file in, the article or a refusal out."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import cast

from build_tools.model.source import BlockKind, SourceText
from build_tools.sources.importing import outlets
from build_tools.sources.importing.draft import Draft, Metadata
from build_tools.sources.importing.form import Form
from build_tools.sources.importing.kinds import to_blocks
from build_tools.sources.importing.outcome import Cause, Refusal
from build_tools.sources.importing.rules import RULES
from build_tools.sources.importing.tidying import word_count

FEWEST_WORDS = 40
"""A text with fewer words is no op-ed: more likely a page whose article was not saved."""

MOST_BLOCKS = 5_000
"""A text of more pieces is a book or a table, and would keep the rules busy for minutes."""

PARSERS = {Form.TEXT: "layout", Form.MARKDOWN: "markdown", Form.HTML: "page"}
"""The module here that reads each form: loaded when a text needs it, as most are plain texts."""


def clean(raw: str, form: Form) -> SourceText | Refusal:
    """Return the article in `raw`, cleaned; a refusal where there is none to be found."""
    draft = _parsed(raw, form)
    if isinstance(draft, Refusal):
        return draft
    if len(draft.chunks) > MOST_BLOCKS:
        reason = f"it has {len(draft.chunks)} paragraphs, and an op-ed has at most {MOST_BLOCKS}"
        return Refusal(cause=Cause.NO_ARTICLE, reason=reason)
    for _, rule in RULES:
        draft = rule(draft)
    return _finished(draft)


def _parsed(raw: str, form: Form) -> Draft | Refusal:
    parser = import_module(f"{__package__}.{PARSERS[form]}")
    return cast("Draft | Refusal", parser.parse(raw))


def _finished(draft: Draft) -> SourceText | Refusal:
    blocks = to_blocks(draft.chunks)
    count = _count([block.text for block in blocks if block.kind is not BlockKind.SUBHEAD])
    if count < FEWEST_WORDS:
        return Refusal(cause=Cause.NO_ARTICLE, reason=_too_short(count))
    told = draft.known.over(draft.fallback)
    return SourceText(
        title=told.title,
        authors=told.authors,
        outlet=_outlet(told),
        date=told.date,
        language=told.language,
        url=told.url,
        blocks=blocks,
        stripped=tuple(sorted(draft.stripped, key=lambda taken: taken.line)),
    )


def _count(texts: Sequence[str]) -> int:
    """Return how many words a body has, or for one with enough of them at least as many."""
    count = sum(map(word_count, texts))
    # Each text may count half a word too much, in scripts without spaces; none has less than one.
    return count if count >= 2 * FEWEST_WORDS else word_count(" ".join(texts))


def _outlet(told: Metadata) -> str | None:
    if told.outlet:
        return outlets.by_name(told.outlet) or told.outlet
    return outlets.by_url(told.url) if told.url else None


def _too_short(count: int) -> str:
    if not count:
        return "nothing is left after cleaning"
    words = "1 word is" if count == 1 else f"{count} words are"
    return f"only {words} left after cleaning, and an op-ed has at least {FEWEST_WORDS}"
