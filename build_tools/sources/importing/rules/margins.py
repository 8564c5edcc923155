"""What stands in the margins of an article: its section above, notes on it and its writer below."""

from __future__ import annotations

import re

from build_tools.sources.importing.draft import Draft
from build_tools.sources.importing.tidying import fits, tokens

_KICKERS = frozenset(
    {
        *("opinion", "opinions", "op ed", "oped", "editorial", "analysis", "commentary", "comment"),
        *("column", "guest column", "guest post", "guest essay", "viewpoint", "perspective"),
        *("perspectives", "news", "latest", "featured", "uncategorized", "world", "blog", "ideas"),
    }
)
"""Names of sections, as `tokens` writes them."""
_NOTES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "disclaimer",
        re.compile(
            r"(?:disclaimer|note)?\s*:?\s*(?:the |all )?(?:views?|"
            r"opinions?)\b.{0,60}\b(?:expressed|stated|presented)\b.{0,400}",
            re.IGNORECASE,
        ),
    ),
    (
        "author-note",
        re.compile(
            r"(?:the|our) (?:writer|author|columnist|contributor)s? (?:is|was|has|are|can|teaches|"
            r"works|serves|writes|may)\b.{0,500}"
            r"|about the (?:author|writer)s?\s*:?.{0,400}",
            re.IGNORECASE,
        ),
    ),
    (
        "contact",
        re.compile(
            r"(?:(?:e-?mail|twitter|x|contact|follow|follow (?:him|her|them) on "
            r"twitter)\s*:?\s*)?(?:\S+@\S+\.\w+|@\w{2,})",
            re.IGNORECASE,
        ),
    ),
    (
        "address",
        re.compile(r"(?:url|link|permalink)?\s*:?\s*(?:https?://|www\.)\S+", re.IGNORECASE),
    ),
)
_LONGEST = 80
_LAST = 5


def take_kickers(draft: Draft) -> Draft:
    """Take away section names that stand above a headline."""
    gone = []
    for index in draft.head():
        if " ".join(tokens(draft.chunks[index].text)) in _KICKERS and index + 1 in draft.head():
            gone.append(index)
    return draft.without(gone, "kicker")


def take_notes(draft: Draft) -> Draft:
    """Take away disclaimers, notes on the writer and contact lines near the end."""
    for name, pattern in _NOTES:
        first = max(1, len(draft.chunks) - _LAST)
        gone = [
            index
            for index in range(first, len(draft.chunks))
            if fits(draft.chunks[index].text, _LONGEST)
            and pattern.fullmatch(draft.chunks[index].text.strip("()[]*_ "))
        ]
        draft = draft.without(gone, name)
    return draft
