"""Plain text into chunks: one line a paragraph, blank lines between, or hard-wrapped.

A file counts as hard-wrapped where its lines end in mid-sentence near a common width. There a
line is joined to the next when the next one's first word would not have fitted on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.sources.importing.draft import Chunk, Draft, Hint
from build_tools.sources.importing.hyphens import Rejoiner
from build_tools.sources.importing.tidying import ends_open, ends_sentence, tidy, word_count

_BULLET = re.compile(r"(?:[=*•‣◦▪●○·-]|–)\s+(?=\S)")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_BREAK = re.compile(r"\r\n|\r|\n|\u2029")
_WIDEST = 120
_OVERHANG = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    number: int
    """Line of the file, from 1."""
    raw: str
    """As it stands, indentation and soft hyphens included."""
    text: str
    """Tidied."""


def parse(raw: str) -> Draft:
    """Return the chunks of a plain text."""
    lines = [
        _Line(number=number, raw=line, text=tidy(line))
        for number, line in enumerate(_BREAK.split(raw), start=1)
    ]
    width = _wrap_width(lines)
    rejoin = Rejoiner(raw)
    chunks = [_join(group, rejoin) for group in _groups(lines, width)]
    return Draft(chunks=mark_items(chunks))


def mark_items(chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """Return the chunks with list items known as such.

    A bullet is taken off, for it is no word of the author's; a number stays, because a text may
    refer to it, and counts as a list mark only beside another numbered line.
    """
    numbers = [_number(chunk.text) for chunk in chunks]
    marked = []
    for index, chunk in enumerate(chunks):
        bullet = _bullet(chunk.text)
        beside = numbers[max(0, index - 1) : index] + numbers[index + 1 : index + 2]
        here = numbers[index]
        if bullet:
            bare = chunk.text[bullet.end() :]
            marked.append(Chunk(line=chunk.line, text=bare, hint=Hint.ITEM))
        elif here is not None and any(n is not None and abs(n - here) == 1 for n in beside):
            marked.append(Chunk(line=chunk.line, text=chunk.text, hint=Hint.ITEM))
        else:
            marked.append(chunk)
    return tuple(marked)


def _bullet(text: str) -> re.Match[str] | None:
    """Return the bullet a line begins with, unless the line is only an ornament or framed by it."""
    found = _BULLET.match(text)
    if found is None or not any(mark.isalnum() for mark in text):
        return None
    return None if text.endswith(f" {found[0].strip()}") else found


def _number(text: str) -> int | None:
    found = _NUMBER.match(text)
    return int(found[1]) if found else None


def _starts_item(text: str) -> bool:
    return bool(_BULLET.match(text) or _NUMBER.match(text))


def _wrap_width(lines: Sequence[_Line]) -> int | None:
    """Return the width the file is wrapped at, or nothing where it is not wrapped."""
    pairs = [(one, two) for one, two in pairwise(lines) if one.text and two.text]
    lengths = sorted(len(one.raw.rstrip()) for one, _ in pairs if word_count(one.text) > 1)
    if not lengths:
        return None
    # The tenth longest in a hundred, so that one long address does not hide the width.
    width = lengths[(len(lengths) * 9) // 10]
    full = [one for one, two in pairs if _is_full(one, two, width)]
    running = [one for one in full if not ends_sentence(one.text) and one.text[-1] != ":"]
    wrapped = 30 <= width <= _WIDEST and len(full) >= 2 and len(running) * 3 >= len(full) * 2
    return width if wrapped and len(full) * 3 >= len(pairs) else None


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    length = len(line.raw.rstrip())
    first = following.text.split(" ", 1)[0]
    return length <= width + _OVERHANG and length + 1 + len(first) > width


def _groups(lines: Sequence[_Line], width: int | None) -> Iterator[list[_Line]]:
    """Yield the lines of each chunk together."""
    group: list[_Line] = []
    for line in lines:
        if group and not (line.text and width and _continues(group[-1], line, width)):
            yield group
            group = []
        if line.text:
            group.append(line)
    if group:
        yield group


def _continues(line: _Line, following: _Line, width: int) -> bool:
    """Tell whether a wrapped paragraph goes on in the following line."""
    closed = ends_sentence(line.text) or ends_open(line.text)
    if _starts_item(following.text) and (closed or _starts_item(line.text)):
        return False
    indented = len(following.raw) - len(following.raw.lstrip()) >= 2
    if indented and ends_sentence(line.text) and line.raw[:1].strip():
        return False
    if line.raw.rstrip().endswith("\u00ad") or _is_full(line, following, width):
        return True
    ended = ends_sentence(line.text) or line.text.endswith(":")
    return not ended and following.text[:1].islower()


def _join(group: Sequence[_Line], rejoin: Rejoiner) -> Chunk:
    text = rejoin(line.raw.strip() for line in group)
    return Chunk(line=group[0].number, text=tidy(text))
