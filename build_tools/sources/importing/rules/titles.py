"""The headline: which line it is, what a re-poster hung on it, and where it is repeated."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.model.source import Stripped
from build_tools.sources.importing import outlets
from build_tools.sources.importing.draft import Chunk, Draft, Hint, Metadata
from build_tools.sources.importing.tidying import (
    ends_open,
    ends_sentence,
    first_word,
    fits,
    is_prose,
    same_words,
    tokens,
)

_LONGEST = 30
_SUFFIX = re.compile(r"(?P<title>.*\S)\s+(?P<suffix>[|•·»:–—-]\s*(?P<words>[^|•·»–—]{2,60}))")
_ENDS_HEADLINE = ("?", "!", "…", "...", "？", "！", "؟")


def take_title(draft: Draft) -> Draft:
    """Take the headline: what the markup says is one, else a first line that reads like one."""
    if draft.known.title:
        return draft
    found = next((i for i, chunk in enumerate(draft.chunks) if chunk.hint is Hint.TITLE), None)
    if found is None and len(draft.chunks) > 1 and _is_headline(draft.chunks[0]):
        found = 0
    if found is None:
        return draft
    chunk = draft.chunks[found]
    kept = draft.chunks[:found] + draft.chunks[found + 1 :]
    told = draft.learned(Metadata(title=chunk.text))
    return replace(told, chunks=kept, title_line=chunk.line)


def _is_headline(chunk: Chunk) -> bool:
    text = chunk.text
    if chunk.hint is Hint.ITEM or not fits(text, _LONGEST):
        return False
    stopped = ends_sentence(text) and not text.rstrip("\"'”’) ").endswith(_ENDS_HEADLINE)
    return not (stopped or ends_open(text)) and not (
        is_prose(text) and ends_sentence(text) and text.count(". ")
    )


def take_suffixes(draft: Draft) -> Draft:
    """Take off the headline what names its kind or its outlet, and learn the outlet from it."""
    title = draft.known.title or ""
    taken: list[Stripped] = []
    while found := _SUFFIX.fullmatch(title):
        words, suffix = found["words"], " ".join(found["suffix"].split())
        outlet = outlets.by_suffix(suffix) or outlets.by_name(words)
        site = draft.known.outlet or draft.fallback.outlet
        generic = " ".join(tokens(words)) in outlets.GENERIC_SUFFIXES
        if suffix.startswith(":") or not (outlet or generic or (site and same_words(site, words))):
            break
        title = found["title"]
        taken.append(Stripped(line=draft.title_line, rule="title-suffix", text=suffix))
        draft = draft.supposing(Metadata(outlet=outlet))
    known = replace(draft.known, title=title or None)
    return replace(draft, known=known).noting(*taken)


def take_repeats(draft: Draft) -> Draft:
    """Take away lines that only say the headline again."""
    title = draft.known.title
    if not title:
        return draft
    gone = [
        index
        for index, chunk in enumerate(draft.chunks)
        if chunk.hint is not Hint.ITEM and _says_again(chunk.text, title)
    ]
    return draft.without(gone, "repeated-title")


def _says_again(text: str, title: str) -> bool:
    if first_word(text) != first_word(title):
        return False
    found = _SUFFIX.fullmatch(text) if fits(text, 2 * _LONGEST) else None
    return same_words(text, title) or bool(found and same_words(found["title"], title))
