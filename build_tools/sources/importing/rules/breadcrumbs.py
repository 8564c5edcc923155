"""Breadcrumbs: the path of sections a page shows above its headline."""

from __future__ import annotations

import re

from build_tools.sources.importing.draft import Draft
from build_tools.sources.importing.tidying import fits, word_count

_LEAD = re.compile(r"(?:you are here|breadcrumbs?)\s*:?\s*", re.IGNORECASE)
_ARROWS = re.compile(r"\s*[>»›→]+\s*|\s+::\s+")
_BARS = re.compile(r"\s+[/|•·]\s+")
_ROOTS = frozenset(
    {"home", "homepage", "home page", "front page", "start", "startseite", "accueil", "inicio"}
)
_LONGEST_SECTION = 5
_PARTS = re.compile(r"[>»›→/|•·]|::")
"""What a path has between its sections."""


def take_breadcrumbs(draft: Draft) -> Draft:
    """Take away paths from a home page anywhere, other paths of sections above the text."""
    head = draft.head()
    gone = [
        index
        for index, chunk in enumerate(draft.chunks)
        if _is_breadcrumb(chunk.text, heading=index in head)
    ]
    return draft.without(gone, "breadcrumb")


def _is_breadcrumb(text: str, *, heading: bool) -> bool:
    led = _LEAD.match(text)
    path = text[led.end() :] if led else text
    if not _PARTS.search(path) or not fits(path, 40):
        return False
    arrows, bars = _ARROWS.split(path), _BARS.split(path)
    for parts in (arrows, bars):
        if len(parts) > 1 and (led or parts[0].casefold() in _ROOTS):
            return True
    sections = arrows[:-1]
    return (
        heading
        and len(sections) > 1
        and all(0 < word_count(part) <= _LONGEST_SECTION for part in sections)
    )
