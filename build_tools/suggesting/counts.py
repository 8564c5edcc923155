"""Figures: numbers that count or measure something, with hedge, unit and period.

Own rules, not a library: quantulum3 knows the units of physics and needs scikit-learn to choose
among them; op-eds count attacks, officers and crowns, and what matters is the hedge and the period.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from build_tools.model.figure import FigureKind, Qualifier
from build_tools.model.span import Span
from build_tools.suggesting import numerals
from build_tools.suggesting.languages.words import TimeKind, Words
from build_tools.suggesting.numerals import Number
from build_tools.suggesting.reading import Paragraph, tokens
from build_tools.suggesting.times import FoundDate

UNIT_WORDS = 5
"""How many words after a number may lie before the end of its unit."""
CLOSE = 30
"""How many characters after a figure its period is looked for before the rest of the sentence."""
_SMALL = 10
"""Up to here a number in words is as often a manner of speaking as a count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigure:
    """A number that is a claim."""

    span: Span
    """Where it stands, hedge and unit included."""
    number: Number
    """The number."""
    kind: FigureKind
    """An amount, or a change in per cent."""
    low: Decimal
    """The number, or the lower end of a range; below zero for a fall."""
    high: Decimal
    """The number, or the upper end of a range."""
    unit: str
    """Unit as far as it can be told; empty where it cannot."""
    period: FoundDate | None
    """The date that stands with it."""
    certainty: float
    """How likely it is a figure an editor wants, 0 to 1."""

    @property
    def qualifier(self) -> Qualifier:
        """How it is hedged."""
        return self.number.qualifier


def find(
    here: Paragraph, words: Words, dated: Iterable[FoundDate], names: Iterable[Span]
) -> Iterator[FoundFigure]:
    """Yield the figures of a paragraph.

    Args:
        here: The paragraph.
        words: Its language.
        dated: The dates found there.
        names: Where names of terms stand: a number in a name counts nothing.
    """
    listed = tuple(dated)
    lengths = {TimeKind.LASTING, TimeKind.PAST}
    taken = [one.span for one in listed if one.kind not in lengths]
    for number in numerals.find(here.text, words, (*taken, *names)):
        found = _figure(here, words, number, listed)
        if found:
            yield found


def _figure(
    here: Paragraph, words: Words, number: Number, dated: tuple[FoundDate, ...]
) -> FoundFigure | None:
    before = here.text[: number.whole.start].rstrip().rpartition(" ")[2].lower()
    small = not number.digits and number.low <= _SMALL and not number.unit
    compound = here.text.startswith("-", number.span.end)  # the two-day dialogue
    if small and before in words.definite and not compound:
        return None
    unit, end = _unit(here, words, number)
    if number.low == 1 and small and (not unit or number.whole == number.span):
        return None
    sentence = here.sentence(number.span.start)
    sign = _change(here.text, Span(number.whole.start, end), sentence, words, number)
    low, high = number.low, number.high
    if sign < 0:
        low, high = -high, -low
    return FoundFigure(
        span=Span(number.whole.start, end),
        number=number,
        kind=FigureKind.CHANGE if sign else FigureKind.AMOUNT,
        low=low,
        high=high,
        unit="per cent" if sign else unit,
        period=_period(Span(number.whole.start, end), sentence, dated),
        certainty=_certainty(number, unit, small=small),
    )


def _unit(here: Paragraph, words: Words, number: Number) -> tuple[str, int]:
    """Return the unit and where it ends: the next word in the plural, before anything stops it."""
    if number.unit.endswith(("per cent", *words.currencies.values())):
        return number.unit, number.span.end
    if here.text.startswith("-", number.span.end):
        first = re.match(r"-([^\W_]+)", here.text[number.span.end :])
        return (
            (first[1].lower(), number.span.end + first.end()) if first else ("", number.whole.end)
        )
    run = _run(here, words, number)
    plural = [one for one in run if words.plural and words.plural.fullmatch(one.of(here.text))]
    named = plural or (run if number.unit else [])
    if not named:
        return number.unit, number.whole.end
    last = named[0]
    for one in run:  # "police officials" are officials
        if one in plural and here.text[last.end : one.start].isspace() and one.start > last.end:
            last = one
    word = last.of(here.text)
    return " ".join(one for one in (number.unit, word) if one), last.end


def _run(here: Paragraph, words: Words, number: Number) -> list[Span]:
    """Return the words after a number up to punctuation or a word that begins something else."""
    at, sentence = number.span.end, here.sentence(number.span.start)
    if words.partitive and (of := words.partitive.match(here.text, at)):
        at = of.end()
    run: list[Span] = []
    for token in tokens(here.text, Span(at, max(at, sentence.end))):
        gap, word = here.text[at : token.start], token.of(here.text)
        if len(run) == UNIT_WORDS or gap.strip() or word.lower() in words.function_words:
            break
        run.append(token)
        at = token.end
    return run


def _change(text: str, span: Span, sentence: Span, words: Words, number: Number) -> int:
    """Return 1 for a rise, -1 for a fall, 0 where a number is an amount."""
    if not number.unit.endswith("per cent"):
        return 0
    before = text[max(sentence.start, span.start - 30) : span.start].lower().split()[-3:]
    after = text[span.end : min(sentence.end, span.end + 20)].lower().split()[:2]
    for word in (*after, *reversed(before)):
        if any(word.startswith(one) for one in words.falls):
            return -1
        if any(word.startswith(one) for one in words.rises):
            return 1
    return 0


def _period(span: Span, sentence: Span, dated: tuple[FoundDate, ...]) -> FoundDate | None:
    """Return the date that belongs to a figure: one right after it, else the nearest around it."""
    near = [one for one in dated if sentence.covers(one.span) and not one.span.overlaps(span)]
    after = [one for one in near if 0 <= one.span.start - span.end <= CLOSE]
    if after:
        return after[0]
    return min(near, key=lambda one: (_is_open(one), _distance(span, one.span)), default=None)


def _is_open(one: FoundDate) -> bool:
    """Tell whether a date is a stretch without one of its ends."""
    return one.edtf is None or ".." in one.edtf


def _distance(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)


def _certainty(number: Number, unit: str, *, small: bool) -> float:
    hedged = number.qualifier is not Qualifier.EXACTLY
    if small:
        base = 0.35 if number.low <= 3 else 0.55
        return base + 0.2 * hedged - 0.15 * (not unit)
    return 0.8 + 0.1 * hedged - 0.2 * (not unit and not number.digits)
