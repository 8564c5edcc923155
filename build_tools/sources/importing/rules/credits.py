"""Credit lines: who published the article first, and when."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.sources.importing import dates, outlets
from build_tools.sources.importing.draft import Draft, Metadata
from build_tools.sources.importing.tidying import fits, word_count

_KIND = r"(?:article|piece|op-?ed|column|story|essay|post|text|commentary|analysis)"
_COLON = re.compile(
    r"(?:source|credit|via|courtesy(?: of)?|originally published(?: in| by| at| "
    r"on)?)\s*[:–—-]\s*(?P<rest>.+)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:courtesy(?: of)?|(?:originally |first )?published (?:in|by|at)|source)\s+(?P<rest>\S.+)",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"(?:(?:note|editor['’]s note)\s*:\s*)?(?:this|the) {_KIND}(?: (?:was|is|has been))?(?: "
    rf"(?:originally|first|also|previously))*"
    r" (?:published|appeared|posted|printed|republished|reproduced)(?: here)?(?: (?:in|by|at|on|"
    r"from|with))?(?: the website of)?\s+(?P<rest>.+)"
    r"|(?:originally|first) (?:published|appeared|posted) (?:in|by|at|on)\s+(?P<rest2>.+)",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://\S+|www\.\S+")
_AFTER_NAME = re.compile(
    r"\s*(?:,|\.\s|\(|\s[|–—-]\s|\s(?:on|and|under|with|in|at|dated|website)\b)", re.IGNORECASE
)
_LONGEST = 45
_EDGE = 6


def take_credits(draft: Draft) -> Draft:
    """Take away credit lines near either end and keep what they tell."""
    gone: list[int] = []
    tail, count = draft.tail(), len(draft.chunks)
    for index, chunk in enumerate(draft.chunks):
        if not (index < _EDGE or index >= count - _EDGE or index in tail):
            continue
        told = _read(chunk.text, last=index in tail or index == count - 1)
        if told is not None:
            gone.append(index)
            draft = draft.learned(told)
    return draft.without(gone, "credit")


def _read(text: str, *, last: bool) -> Metadata | None:
    """Return what a credit line tells, or nothing where the line is none."""
    bare = text.strip("()[]*_ ")
    if not fits(bare, _LONGEST):
        return None
    if said := _SAID.fullmatch(bare):
        return _told(said["rest"] or said["rest2"])
    if colon := _COLON.fullmatch(bare):
        return _told(colon["rest"]) if word_count(bare) <= 15 else None
    if found := _BARE.fullmatch(bare):
        told = _told(found["rest"])
        sure = told.date or (told.outlet and outlets.by_name(told.outlet))
        capital = found["rest"][0].isupper() and word_count(bare) <= 12
        return told if sure or (last and capital) else None
    return None


def _told(rest: str) -> Metadata:
    address = _URL.search(rest)
    url = address[0].rstrip(".,;)") if address else None
    named = _URL.sub("", rest).strip()
    found = dates.find(named)
    told = Metadata(date=found.edtf if found else None, url=url)
    if found:
        named = named[: found.start] or named[found.end :]
    return replace(told, outlet=_outlet(named, url))


def _outlet(named: str, url: str | None) -> str | None:
    cut = _AFTER_NAME.search(named)
    name = (named[: cut.start()] if cut else named).strip(' .,;:()–—-"“”')
    known = (
        outlets.by_name(name)
        or outlets.by_name(named.strip(" .,;"))
        or (outlets.by_url(url) if url else None)
    )
    return known or (name if name and word_count(name) <= 8 else None)
