"""Sequences of words that are written like a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.span import Span
from build_tools.suggesting.abbreviations import is_short
from build_tools.suggesting.languages.words import Words
from build_tools.suggesting.reading import Paragraph, Text, tokens

_POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
_JOINT = re.compile(r"[ \u00a0]|\. |[’'] ")
_SHOUTED = 7
"""Characters in capitals at the very beginning that are more than an abbreviation."""
_ROMANISED = re.compile(r"[^\W\d_A-Z]{1,3}-[^\W\d_a-z]")
"""`al-Adl`: a name though it begins small."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words written like a name, at one place."""

    paragraph: int
    """Number of the paragraph."""
    span: Span
    """Where, title and office included."""
    parts: tuple[str, ...]
    """The words of the name, title and office left out."""
    name: Span
    """Where those stand."""
    written: str
    """The name as it stands there, small words included."""
    office: str
    """Title or office before the name: "Foreign Minister"; empty for none."""
    initial: bool
    """Whether it begins a sentence, where any word has a capital."""

    @property
    def person(self) -> bool:
        """Whether a title or office says that it is a person."""
        return bool(self.office)


def find(text: Text) -> tuple[Run, ...]:
    """Return the names of a text from left to right, those that begin a sentence weighed."""
    runs = [run for here in text.paragraphs for run in _runs(here, text.words)]
    inside = Counter(part for run in runs for part in run.parts[run.initial :])
    lower = {
        token.of(here.text)
        for here in text.paragraphs
        for token in tokens(here.text)
        if token.of(here.text).islower()
    }
    return tuple(run for run in runs if _is_name(run, inside, lower, text.words))


def _is_name(run: Run, inside: Counter[str], lower: set[str], words: Words) -> bool:
    """Tell a name from a word that has its capital only from its place."""
    if not run.initial or run.office or (len(run.parts) > 1 and run.parts[0].lower() not in lower):
        return True
    if len(run.parts) > 1:
        return inside[run.parts[1]] > 0 or run.parts[1].lower() not in lower
    return is_short(run.parts[0]) or inside[run.parts[0]] > 0


def _runs(here: Paragraph, words: Words) -> Iterator[Run]:
    starts = _starts(here, words)
    shouted = _shouted(here) if here.number == 1 else 0
    found: list[Span] = []
    for token in tokens(here.text):
        word = token.of(here.text)
        if token.start < shouted:
            continue
        goes_on = bool(found) and _joins(here.text, found, token, words)
        if (
            found
            and not goes_on
            and (_is_capital(word, words) or word.lower() not in words.particles)
        ):
            yield from _run(here, found, starts, words)
            found = []
        if not _is_capital(word, words) or (not found and _is_plain(word, words)):
            continue
        if words.prefix and (head := words.prefix.match(word)):
            token = Span(token.start + head.end(), token.end)
        tail = words.compound.search(word) if words.compound else None
        found.append(Span(token.start, token.end - len(tail[0])) if tail else token)
        if tail or _POSSESSIVE.search(word):
            yield from _run(here, found, starts, words)
            found = []
    yield from _run(here, found, starts, words)


def _is_capital(word: str, words: Words) -> bool:
    """Tell whether a word is written like a name or a part of one."""
    if word in words.months or word in words.weekdays:
        return False
    return word[0].isupper() or bool(_ROMANISED.match(word))


def _is_plain(word: str, words: Words) -> bool:
    """Tell whether a word does not begin a name, whatever its first letter."""
    plain = word.lower()
    if word.isupper() and len(word) > 1:  # "US" is no pronoun
        return False
    return plain in words.function_words | words.numbers.keys() | words.multipliers


def _joins(text: str, found: list[Span], token: Span, words: Words) -> bool:
    """Tell whether a capitalised word goes on with a name: small words may lie between."""
    between = text[found[-1].end : token.start]
    if _JOINT.fullmatch(between):
        last = found[-1].of(text)
        return len(last) == 1 if between[0] == "." else len(between) == 1 or last[-1] == "s"
    small = between.split()
    if not small or not set(small) <= words.particles:
        return False
    if not set(small) & words.weak_particles:
        return True
    said = {one.of(text).lower() for one in found}
    return bool(said & words.kinds.keys()) and set(small) != {"the"}


def _run(here: Paragraph, found: list[Span], starts: set[int], words: Words) -> Iterator[Run]:
    if not found:
        return
    parts = [_POSSESSIVE.sub("", one.of(here.text)) for one in found]
    first = _after_office(parts, words)
    if first == len(parts):  # an office alone: "the Secretary of State"
        first = 0
    office = here.text[found[0].start : found[first - 1].end] if first else ""
    end = found[-1].start + len(parts[-1])
    yield Run(
        paragraph=here.number,
        span=Span(found[0].start, end),
        parts=tuple(parts[first:]),
        name=Span(found[first].start, end),
        written=here.text[found[first].start : end],
        office=office,
        initial=found[0].start in starts,
    )


def _after_office(parts: list[str], words: Words) -> int:
    """Return the index of the first word after titles and an office, 0 where there is none."""
    after = 0
    for index, part in enumerate(parts):
        plain = part.lower().rstrip(".")
        is_end = plain in words.office_ends and 0 < after == index
        if plain in words.titles | words.roles or is_end:
            after = index + 1
    return after


def _starts(here: Paragraph, words: Words) -> set[int]:
    """Return where sentences, and quoted sentences, begin."""
    starts = set()
    for span in here.sentences:
        first = next(tokens(here.text, span), None)
        if first:
            starts.add(first.start)
    starts |= {match.end() for match in re.finditer(r"(?:[“\"‘:]\s?|[=•–—]\s)", here.text)}
    return starts


def _shouted(here: Paragraph) -> int:
    """Return where the opening ends that some papers set in capitals: "A FLOOD of tolls"."""
    end = 0
    for count, token in enumerate(tokens(here.text)):
        word = token.of(here.text)
        if not word.isupper() or count > 4:
            break
        end = token.end
    return end if end >= _SHOUTED else 0
