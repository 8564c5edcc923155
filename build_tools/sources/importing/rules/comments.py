"""Comment sections: where readers' words begin, the article has ended."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.sources.importing.draft import Draft
from build_tools.sources.importing.tidying import fits, is_prose, word_count

_HEADING = re.compile(
    r"leave a (?:reply|comment)(?: .{0,160})?|post navigation|join the (?:discussion|conversation)"
    r"|(?:one|\d+) (?:thoughts?|responses?|comments?) (?:on|to) .{1,200}|comments are closed.{0,60}"
    r"|\d* ?comments?|comments? ?\(\d+\)|readers['’] comments",
    re.IGNORECASE,
)
_READER = re.compile(
    r".{1,60} says\s*:?.{0,60}|reply|log in to (?:leave a )?reply|(?:your )?(?:name|e-?mail)\s?\*"
    r"|your email address will not be published.*|.{1,60} (?:at|@) \d{1,2}:\d\d ?(?:am|pm)?",
    re.IGNORECASE,
)
_ENOUGH = 40


def take_comments(draft: Draft) -> Draft:
    """Take away a comment section's heading and everything after it.

    The heading must have an article before it, and after it either no running text at all or the
    marks of readers' comments: a mere link that says "Comments" may stand in the middle.
    """
    before = 0
    for index, chunk in enumerate(draft.chunks):
        text = chunk.text.rstrip(" :")
        if before >= _ENOUGH and fits(text, 40) and _HEADING.fullmatch(text):
            rest = range(index + 1, len(draft.chunks))
            if _are_comments([draft.chunks[at].text for at in rest]):
                rule = "navigation" if "navigation" in text.casefold() else "comments"
                return draft.without(rest, "comments").without([index], rule)
        before += word_count(chunk.text)
    return draft


def _are_comments(texts: Sequence[str]) -> bool:
    marked = any(fits(text, 40) and _READER.fullmatch(text) for text in texts)
    return marked or not any(is_prose(text) for text in texts)
