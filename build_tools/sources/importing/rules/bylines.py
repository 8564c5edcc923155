"""Who wrote it: a line of its own, or a name hung on the headline."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.model.source import Stripped
from build_tools.sources.importing import dates
from build_tools.sources.importing.draft import Draft, Metadata
from build_tools.sources.importing.names import is_name, names_nobody, split_names
from build_tools.sources.importing.tidying import fits, tokens

_BY = re.compile(
    r"(?:written by|opinion by|words by|story by|posted by|published by|author|by|por|par|"
    r"von)\s*:?\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)
_DOTS = re.compile(
    r"(?P<title>.*[^\s.…])\s*(?P<mark>(?:\.{2,}|…)[.…\s]*)(?P<name>[^.…]+(?:\.[^.…]+)*\.?)"
)
_DASH = re.compile(r"(?P<title>.*\S)\s+(?P<mark>[–—|•·-]\s+)(?P<name>[^–—|•·]+)")
_PIECES = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+")
_LONGEST = 20
_LAST = 3


def take_bylines(draft: Draft) -> Draft:
    """Take away bylines above the text and just below it.

    A single line above the text is left to be the headline, whatever it begins with.
    """
    head, count = draft.head(), len(draft.chunks)
    alone = 1 if len(head) == 1 and not draft.known.title else 0
    gone: list[int] = []
    for index in (*head[alone:], *range(max(len(head), count - _LAST), count)):
        told = _read(draft.chunks[index].text)
        if told is not None:
            gone.append(index)
            draft = draft.learned(told)
    return draft.without(gone, "byline")


def _read(text: str) -> Metadata | None:
    """Return what a byline tells, or nothing where the line is none."""
    if not fits(text, _LONGEST):
        return None
    found = _BY.fullmatch(text)
    pieces = _PIECES.split(found["rest"] if found else text)
    when = dates.find(pieces[0])
    first = pieces[0][: when.start].strip(" ,") if when else pieces[0]
    first = re.sub(r"\s+on$", "", first).rstrip(".") if found and len(first) > 4 else first
    date = next((edtf for piece in pieces if (edtf := dates.edtf(piece))), None)
    if not found and not (date and is_name(first)):
        return None
    names = split_names(first)
    if names or (found and names is not None and names_nobody(first)):
        return Metadata(authors=names or (), date=date)
    return None


def take_title_names(draft: Draft) -> Draft:
    """Take a name off the end of the headline.

    After "By" any name goes. Without it the name must be one the text does not use, since authors
    do not name themselves and subjects are named; and behind a mere dash the headline must be in
    sentence case, where two capitalised words stand out.
    """
    title = draft.known.title or ""
    for shape in (_DOTS, _DASH):
        found = shape.fullmatch(title)
        if found is None:
            continue
        by = _BY.fullmatch(found["name"])
        name = by["rest"] if by else found["name"]
        names = split_names(name)
        sure = by or (
            _unused(draft, name) and (shape is _DOTS or _is_sentence_case(found["title"]))
        )
        if not names or not sure or not (by or is_name(name)):
            continue
        known = replace(draft.known, title=found["title"])
        suffix = title[len(found["title"]) :].strip()
        taken = Stripped(line=draft.title_line, rule="byline", text=suffix)
        return replace(draft, known=known).learned(Metadata(authors=names)).noting(taken)
    return draft


def _unused(draft: Draft, name: str) -> bool:
    body = {token for chunk in draft.chunks for token in tokens(chunk.text)}
    return not body.intersection(token for token in tokens(name) if len(token) > 2)


def _is_sentence_case(title: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", title)[1:] if len(word) > 3]
    return any(word.islower() for word in words) and sum(
        word.islower() for word in words
    ) * 2 >= len(words)
