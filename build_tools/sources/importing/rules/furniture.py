"""Page furniture: lines known by their look alone, and share bars."""

from __future__ import annotations

import re

from build_tools.sources.importing.draft import Draft
from build_tools.sources.importing.rules.furniture_patterns import (
    BUTTONS,
    LONGEST,
    PATTERNS,
    SERVICES,
    SHARE_LEADS,
)
from build_tools.sources.importing.tidying import fits, tokens, word_count

_EDGE_MARKS = " \t|·•*←→‹›«»<>▶►▼▾▲-–—[]"
_COUNTED = re.compile(r"\d[\d,.]*k?")


def take_furniture(draft: Draft) -> Draft:
    """Take away lines without a letter, and those that fit one of the patterns."""
    named = {index: name_of(chunk.text) for index, chunk in enumerate(draft.chunks)}
    return draft.sorted_out({index: name for index, name in named.items() if name})


def name_of(text: str) -> str | None:
    """Return the rule that takes this line, or nothing for a line of the article."""
    if not any(mark.isalnum() for mark in text):
        return "ornament"
    bare = text.strip(_EDGE_MARKS).rstrip(":. ")
    if len(bare) > LONGEST * 16 or word_count(text) > LONGEST:  # as `fits`: edges are no words
        return None
    said = text.casefold()
    fitting = (
        name
        for name, part, pattern in PATTERNS
        if part in said and (pattern.fullmatch(bare) or pattern.fullmatch(text))
    )
    return next(fitting, None)


def take_sharing(draft: Draft) -> Draft:
    """Take away share bars, and the single buttons beside them."""
    sure = {index for index, chunk in enumerate(draft.chunks) if _is_share_bar(chunk.text)}
    gone = set(sure)
    for start in sure:
        for step in (-1, 1):
            index = start + step
            while 0 <= index < len(draft.chunks) and _is_button(draft.chunks[index].text):
                gone.add(index)
                index += step
    return draft.without(gone, "sharing")


def _is_share_bar(text: str) -> bool:
    if not fits(text, 40):
        return False
    said = text.casefold()
    words = _words(text) if any(name in said for name in SERVICES) else []
    if SERVICES.isdisjoint(words):
        led = SHARE_LEADS.fullmatch(text.strip(_EDGE_MARKS))
        return bool(led) and not text.endswith((".", "?"))
    return all(word in SERVICES or word in BUTTONS for word in words)


def _is_button(text: str) -> bool:
    words = _words(text)
    return fits(text, 5) and all(word in SERVICES or word in BUTTONS for word in words)


def _words(text: str) -> list[str]:
    """Return the words less bare counts, such as the number of times an article was shared."""
    return [word for word in tokens(text) if not _COUNTED.fullmatch(word)]
