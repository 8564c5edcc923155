"""Abbreviations and what they stand for, where a text puts them side by side.

After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (2003): a short form in brackets, the long form before it, letters matched from the
end. Beyond it: the other order, "or" and "also known as" without brackets, plurals, quotation
marks; and of several long forms that fit, the one that most letters begin a word of, because theirs
takes the shortest and so misreads names with small words in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from build_tools.model.span import Span
from build_tools.suggesting.languages.words import Words
from build_tools.suggesting.reading import tokens

_BRACKETS = re.compile(r"\s*[(\[]\s*[“‘”\"']?(?P<inside>[^()\[\]“”]{2,80}?)[’”“\"']?\s*[)\]]")
SHORT = re.compile(
    r"(?=(?:[^\WA-Z]|[\d.&/-])*[^\W\d_a-z])[^\W_](?:[.&/-]?[^\W_]){1,9}\.?", re.ASCII
)
"""What an abbreviation looks like: two to ten letters or digits."""
_INITIAL, _INSIDE, _SKIPPED = 3.0, 0.4, 1.2
"""Worth of a letter that begins a word, of one inside a word, and cost of a word left out."""
LEAST = 0.62
"""Share of the best possible worth that a long form must reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An abbreviation beside what it stands for."""

    span: Span
    """Where both stand."""
    short: str
    """The abbreviation, in the singular."""
    short_span: Span
    """Where it stands."""
    long: str
    """The words it stands for, in the singular where the abbreviation was in the plural."""
    long_span: Span
    """Where they stand."""
    certainty: float
    """How well they fit, 0 to 1."""


def find(text: str, words: Words) -> tuple[Pair, ...]:
    """Return the abbreviations a paragraph explains, from left to right."""
    found: dict[Span, Pair] = {}
    for one in (*_bracketed(text, words), *_called(text, words)):
        known = found.get(one.short_span)
        if known is None or known.certainty < one.certainty:
            found[one.short_span] = one
    return tuple(found[key] for key in sorted(found))


def is_short(word: str) -> bool:
    """Tell whether a word looks like an abbreviation: most of its letters are capitals."""
    letters = [one for one in word.removesuffix("s") if one.isalpha()]
    capitals = sum(one.isupper() for one in letters)
    return bool(SHORT.fullmatch(word)) and capitals >= 2 and capitals * 2 > len(letters)


def _bracketed(text: str, words: Words) -> Iterator[Pair]:
    for match in _BRACKETS.finditer(text):
        inside = Span(*match.span("inside"))
        first = re.split(r"[;,]", match["inside"])[0].strip()
        if is_short(first):
            start = text.index(first, inside.start)
            yield from _before(text, match.start(), Span(start, start + len(first)), words)
        else:
            yield from _inside(text, match.start(), inside, words)


def _before(text: str, at: int, short: Span, words: Words) -> Iterator[Pair]:
    """Yield the long form that ends at an offset and fits a short form."""
    letters = _letters(short.of(text))
    most = min(len(letters) + 5, len(letters) * 2)
    before = list(tokens(text, Span(_clause(text, at), at)))[-most - 4 :]
    yield from _best(text, short, [before[index:] for index in range(len(before))], words)


def _inside(text: str, at: int, long: Span, words: Words) -> Iterator[Pair]:
    """Yield the short form before brackets that hold what it stands for: `AQIS (Al-Qaida in …)`."""
    before = list(tokens(text, Span(max(0, at - 12), at)))
    if before and before[-1].end == at and is_short(before[-1].of(text)):
        yield from _best(text, before[-1], [list(tokens(text, long))], words)


def _called(text: str, words: Words) -> Iterator[Pair]:
    """Yield pairs joined by words, as in "the Canal Levy Board, or CLB"."""
    for match in words.called.finditer(text) if words.called else ():
        after = next(tokens(text, Span(match.end(), min(len(text), match.end() + 14))), None)
        if after and after.start == match.end() and is_short(after.of(text)):
            yield from _before(text, match.start(), after, words)


def _clause(text: str, at: int) -> int:
    """Return where the words before an offset begin that can belong to one name."""
    return max(text.rfind(mark, 0, at) for mark in ".;:()[]?!—") + 1


def _best(text: str, short: Span, choices: list[list[Span]], words: Words) -> Iterator[Pair]:
    written = short.of(text)
    best: tuple[float, list[Span]] | None = None
    for choice in choices:
        worth = _fit(_letters(written), tuple(one.of(text).lower() for one in choice), words)
        if worth >= LEAST and (best is None or worth > best[0] + 1e-9):
            best = (worth, choice)
    if best is None:
        return
    worth, choice = best
    long = Span(choice[0].start, choice[-1].end)
    plural = written.endswith("s") and written[:-1].isupper()
    yield Pair(
        span=Span(min(short.start, long.start), max(short.end, long.end)),
        short=written[:-1] if plural else written,
        short_span=short,
        long=_singular(long.of(text), words) if plural else long.of(text),
        long_span=long,
        certainty=min(1.0, 0.6 + 0.4 * worth),
    )


def _letters(short: str) -> str:
    """Return the letters that have to be found, a plural's ending left out."""
    core = short[:-1] if short.endswith("s") and short[:-1].isupper() else short
    return "".join(one for one in core.lower() if one.isalnum())


def _singular(text: str, words: Words) -> str:
    for ending, instead in words.singulars.items():
        if text.endswith(ending):
            return text.removesuffix(ending) + instead
    return text


def _fit(letters: str, long: tuple[str, ...], words: Words) -> float:
    """Return how well the letters are those of the words, in order: 1 where each begins one.

    The first letter must begin the first word; letters of a word follow its first one; a word of
    meaning that lends no letter costs something, a small word nothing.
    """
    parts = [part for word in long for part in re.split(r"[-/’'.]", word) if part]
    if not letters or not parts or parts[0][0] != letters[0] or long[0] in words.function_words:
        return 0.0
    small = words.function_words | words.particles

    @cache
    def best(at: int, word: int) -> float:
        if word == len(parts):
            return 0.0 if at == len(letters) else float("-inf")
        skipped = best(at, word + 1) - (0.0 if parts[word] in small else _SKIPPED)
        found = skipped if word else float("-inf")
        place, worth = 0, _INITIAL
        for taken in range(at, len(letters)):
            place = parts[word].find(letters[taken], place) if taken > at else 0
            if place < 0 or (taken == at and parts[word][0] != letters[taken]):
                break
            found = max(found, worth + best(taken + 1, word + 1))
            place, worth = place + 1, worth + _INSIDE
        return found

    return max(0.0, best(0, 0) / (_INITIAL * len(letters)))
