"""A suggestion as lines of YAML, and the small pieces they are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.model.corpus import Corpus
from build_tools.model.dates import Dated
from build_tools.sources.edits import scalar
from build_tools.sources.slugs import ascii_words, unfit
from build_tools.suggesting.reading import Text
from build_tools.suggesting.times import FoundDate

TODO = "TODO"
"""Stands where a name, a choice or a date must come: `crossread check` refuses it there."""
TODO_TEXT = "[TODO]"
"""Stands where words must come: a list is refused where a text belongs, a bare TODO would pass."""
BY_AND_WHEN = (f"author: {TODO}", f"updated: {TODO}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One suggestion: a piece of a file for an editor to take over or leave."""

    file: str
    """The file it belongs in, relative to the editorial folder."""
    key: str
    """The list of that file it is an entry of; empty where it is a whole new file."""
    paragraph: int
    """Paragraph it rests on."""
    words: str
    """Words it rests on, twelve at most."""
    why: str
    """What makes it likely."""
    certainty: float
    """How likely it is right, 0 to 1."""
    lines: tuple[str, ...]
    """The entry, in YAML."""


def slug_of(*words: str) -> str:
    """Return a name for a file or an entry; `todo` where no word can stand in one."""
    parts = [part for one in words for part in ascii_words(one)]
    slug = "-".join(parts)[:60].strip("-") or "todo"
    return f"the-{slug}" if unfit(slug) else slug


def inline(values: tuple[str, ...]) -> str:
    """Return a list of plain words on one line."""
    return f"[{', '.join(map(scalar, values))}]"


def edtf(date: str) -> str:
    """Return a date as YAML: plain, as the files have it."""
    return date if re.fullmatch(r"[0-9X./?~%-]+", date) else scalar(date)


def dated(text: Text, paragraph: int, found: FoundDate, field: str) -> list[str]:
    """Return the lines that give a date, with its words and what they count from if relative."""
    if found.edtf is None:
        return [f"{field}: {TODO}  # counts from a day that the record does not give exactly"]
    lines = [f"{field}: {edtf(found.edtf)}"]
    if found.relative and text.date:
        words = found.span.of(text.paragraph(paragraph).text)
        lines += [f"from_words: {scalar(words)}", f"relative_to: {edtf(text.date.edtf)}"]
    return lines


def item(lines: list[str]) -> tuple[str, ...]:
    """Return lines as one entry of a list."""
    return tuple(f"{'  ' if index else '- '}{line}" for index, line in enumerate(lines))


def published(date: Dated | None) -> str:
    """Return the date of an article for a sentence."""
    return date.edtf if date else "not known to the day"


def speaker_line(speaker: str, corpus: Corpus, field: str) -> str:
    """Return the line that names who speaks."""
    return f"{field}: {speaker if speaker in corpus.terms else scalar(speaker)}"
