"""Boxes that lead to other articles: a heading with headlines under it."""

from __future__ import annotations

import re

from build_tools.sources.importing.draft import Draft, Hint
from build_tools.sources.importing.tidying import ends_sentence, fits, is_prose

_HEADING = re.compile(
    r"related(?: (?:posts?|articles?|stories|story|topics|news|content|reading|coverage|links))?"
    r"|you (?:may|might)(?: also)? (?:like|enjoy|be interested in)(?: .{0,30})?"
    r"|(?:also read|read also|read more|read next|must read)\s*:"
    r"|recommended(?: (?:for you|reading|stories|articles))?|trending(?: now)?|most (?:read|"
    r"popular|viewed|shared)"
    r"|popular (?:posts|stories|now)|latest (?:news|stories|posts|articles)|editor['’]?s['’]? "
    r"picks?"
    r"|top stories|more stories|up next|in case you missed it|more from .{1,60}",
    re.IGNORECASE,
)


def take_related(draft: Draft) -> Draft:
    """Take away such headings and the headlines under them.

    Before running text the last of several headlines stays, for it may be the text's own subhead;
    a single one goes only where the heading ends on a colon.
    """
    index = 0
    while index < len(draft.chunks):
        text = draft.chunks[index].text
        if index and fits(text, 20) and _is_heading(text.rstrip(" »→")):
            gone = range(index, _end(draft, index))
            draft = draft.without(gone, "related")
        else:
            index += 1
    return draft


def _is_heading(text: str) -> bool:
    return bool(_HEADING.fullmatch(text) or _HEADING.fullmatch(text.rstrip(": ")))


def _end(draft: Draft, heading: int) -> int:
    """Return the index after the last headline of the box."""
    end = heading + 1
    while end < len(draft.chunks) and _is_headline(draft, end):
        end += 1
    if end == len(draft.chunks) or end == heading + 1 or draft.chunks[end - 1].hint is Hint.ITEM:
        return end
    alone = end == heading + 2
    return end if alone and draft.chunks[heading].text.rstrip().endswith(":") else end - 1


def _is_headline(draft: Draft, index: int) -> bool:
    text = draft.chunks[index].text
    return (
        fits(text, 20) and not is_prose(text) and not (ends_sentence(text) and text.endswith("."))
    )
