"""Numbers as texts write them: digits, words, ranges, multipliers, hedges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from build_tools.model.figure import Qualifier
from build_tools.model.span import Span
from build_tools.suggesting.languages.words import Words

_TAKEN = "\ue000"
"""Stands in the place of letters that must not be read: a private character, no part of a word."""
_DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in a text."""

    span: Span
    """Where it stands, sign, multiplier and per cent included, hedge not."""
    whole: Span
    """The same with its hedges."""
    low: Decimal
    """The number, or the lower end of a range."""
    high: Decimal
    """The number, or the upper end of a range."""
    qualifier: Qualifier
    """How it is hedged."""
    unit: str
    """What the number itself says of its unit: `million`, `dollars`, `per cent`."""
    digits: bool
    """Whether it is written in digits."""

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class _Shapes:
    number: re.Pattern[str]
    hedge: re.Pattern[str]
    after: re.Pattern[str]


def find(text: str, words: Words, taken: Iterable[Span] = ()) -> Iterator[Number]:
    """Yield the numbers of a text, from left to right.

    Args:
        text: A paragraph.
        words: Its language.
        taken: What is a date or part of a name, and no number.
    """
    shapes = _shapes(words)
    for span in taken:
        text = text[: span.start] + _TAKEN * len(span) + text[span.end :]
    at = 0
    while match := shapes.number.search(text, at):
        at = match.end()
        found = _number(text, match, words, shapes)
        if found:
            at = max(at, found.span.end)
            yield found


def value(written: str, words: Words) -> Decimal | None:
    """Return what a number in digits or words comes to; nothing where it is none."""
    plain = written.strip().lower()
    if re.fullmatch(_DIGITS, plain):
        return Decimal(plain.replace(",", ""))
    total = current = Decimal(0)
    seen = False
    for word in re.split(r"[\s-]+", plain):
        if word in words.numbers:
            current += words.numbers[word]
        elif word in words.factors:
            total += (current or 1) * words.factors[word]
            current = Decimal(0)
        elif re.fullmatch(_DIGITS, word):
            current += Decimal(word.replace(",", ""))
        elif word not in words.articles and word != "":
            return None
        else:
            continue
        seen = True
    return total + current if seen else None


def _number(text: str, match: re.Match[str], words: Words, shapes: _Shapes) -> Number | None:
    if words.no_counts and words.no_counts.search(text[max(0, match.start() - 12) : match.start()]):
        return None
    start, end = match.start(), match.end()
    second = match["two"]
    if second and not _is_range(text, match, words):
        second, end = None, match.end("one")
    fraction = words.fractions.get(match["one"].lower())
    low = Decimal(fraction) if fraction else value(match["one"], words)
    high = value(second, words) if second and not fraction else low
    if low is None or high is None or high < low:
        return None
    qualifier, first = _hedge_before(text, start, shapes, words)
    after = shapes.after.match(text, end)
    if after:
        qualifier = words.hedges_after[after["hedge"].lower()]
    if fraction and qualifier is Qualifier.EXACTLY:
        qualifier = Qualifier.ABOUT
    return Number(
        span=Span(start, end),
        whole=Span(first, after.end() if after else end),
        low=low,
        high=high,
        qualifier=qualifier,
        unit="per cent" if fraction else _unit(match, words),
        digits=match["one"][0].isdigit(),
    )


def _is_range(text: str, match: re.Match[str], words: Words) -> bool:
    """Tell whether two joined numbers are one range: `A–B`, or `A and B` after "between"."""
    joint = text[match.end("one") : match.start("two")].strip()
    if not joint.isalpha():
        return True
    before = text[max(0, match.start() - 20) : match.start()]
    introduced = bool(words.between and words.between.search(before))
    return introduced if joint in words.conjunctions else not introduced


def _unit(match: re.Match[str], words: Words) -> str:
    """Return multiplier and currency or per cent, as the files word units."""
    if match["percent"]:
        return "per cent"
    times = (match["times"] or "").lower()
    times = times.removesuffix("s") if times.removesuffix("s") in words.multipliers else times
    currency = words.currencies.get((match["sign"] or "").strip(), "")
    return " ".join(one for one in (times, currency) if one)


def _hedge_before(text: str, start: int, shapes: _Shapes, words: Words) -> tuple[Qualifier, int]:
    found = shapes.hedge.search(text, max(0, start - 40), start)
    if not found:
        return Qualifier.EXACTLY, start
    return words.hedges[found["hedge"].lower()], found.start("hedge")


def _any(several: frozenset[str] | list[str]) -> str:
    """Return a pattern for any of some words, the longest first; for nothing if there is none."""
    listed = sorted(several, key=lambda one: (-len(one), one))
    return "|".join(map(re.escape, listed)) or r"(?!)"


@lru_cache
def _shapes(words: Words) -> _Shapes:
    single = _any([*words.numbers, *words.factors])
    one_of = rf"(?:{_any(words.articles)})\s+(?=(?:{_any([*words.factors])})\b)"
    spelled = rf"(?:{one_of})?(?:{single})(?:[\s-](?:{single}))*"
    fraction = rf"(?:{_any([*words.fractions])})(?!\w|-)"
    one = rf"{_DIGITS}|(?i:{fraction})|(?i:{spelled})(?![\w])"
    joined = words.joined.pattern if words.joined else r"\s?[-–]\s?"
    pattern = (
        rf"(?<![\w.,/§¶-])(?P<sign>(?:{_any([*words.currencies])})\s?)?(?P<one>{one})"
        rf"(?:{joined}(?P<two>{one}))?(?![\d/])(?!,\d|st\b|nd\b|rd\b|th\b)"
        rf"(?:[\s-](?P<times>(?i:{_any(words.multipliers)}))\b)?"
        rf"(?P<percent>\s?(?i:{_any(words.percent)})(?!\w))?"
    )
    return _Shapes(
        number=re.compile(pattern),
        hedge=re.compile(rf"(?<!\w)(?P<hedge>(?i:{_any([*words.hedges])}))\s$"),
        after=re.compile(rf"\s(?P<hedge>(?i:{_any([*words.hedges_after])}))\b"),
    )
