"""Where verbatim places decide alone, looking for inexact ones changes nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from build_tools.anchoring import PrintedContext, TextContext, engine, judgement, locate, settling
from build_tools.anchoring.engine import MARGIN
from build_tools.model.span import Span

from .edits import ESSAYS

WORDS = [
    ["ha", "ha,", "he", "who", "Ha"],
    ["a", "b", "ab"],
    ["the", "brown", "fox", "foxes", "\u2014"],
]
"""Few words, so that near copies abound."""

Asked = tuple[str, str, TextContext | PrintedContext, Span]


def texts(chance: random.Random) -> Iterator[str]:
    yield from ESSAYS
    for words in WORDS:
        paragraphs = (chance.choices(words, k=chance.randint(3, 60)) for _ in range(9))
        yield "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)


def asked(seed: int) -> Iterator[Asked]:
    """Yield a text, a quotation from it, what is remembered of its place, and its paragraph."""
    chance = random.Random(seed)
    for text in texts(chance):
        at = 0
        for paragraph in text.split("\n\n"):
            words = paragraph.split(" ")
            first = chance.randrange(len(words))
            quote = " ".join(words[first : first + chance.randint(1, 12)])
            start = at + len(" ".join(words[:first])) + bool(first)
            span = Span(start, start + len(quote))
            sides = text[max(0, span.start - 64) : span.start], text[span.end :][:64]
            memory = chance.choice([TextContext(), TextContext(*sides), None])
            known = memory or PrintedContext.of(text, span, "salt")
            yield text, quote, known, Span(at, at + len(paragraph))
            at += len(paragraph) + 2


@pytest.mark.parametrize("seed", range(12))
def test_nothing_else_is_found_when_all_is_looked_for(seed, monkeypatch):
    cases = [one for one in asked(seed) if one[1].strip()]

    def found():
        return [
            locate(text, quote, context=context, hint=within.start, within=within)
            for text, quote, context, within in cases
        ]

    short = found()
    monkeypatch.setattr(engine, "settled", lambda *_: None)
    assert short == found()


def test_most_quotations_are_settled_at_once(monkeypatch):
    settled = []
    whole = engine.settled

    def counted(*given):
        settled.append(whole(*given))
        return settled[-1]

    monkeypatch.setattr(engine, "settled", counted)
    for text, quote, _, within in asked(1):
        if text in ESSAYS and len(quote) > 10:
            locate(text, quote, context=TextContext(), hint=within.start, within=within)
    assert sum(map(bool, settled)) > 0.8 * len(settled) > 0


def test_what_is_clearly_less_like_is_no_rival():
    """The proof in numbers: even at the old offset, and in the same stretch, it is behind."""
    similarity = 1 - settling.CLEARLY_LESS / (1 + settling.CLEARLY_LESS)
    behind = 1 - similarity + judgement.CASE_WEIGHT - judgement.HINT_WEIGHT
    assert behind >= MARGIN
    assert judgement.WITHIN_WEIGHT - judgement.HINT_WEIGHT + judgement.CASE_WEIGHT >= MARGIN
    nearer = judgement.HINT_WEIGHT / judgement.HINT_SCALE
    assert nearer * settling.LONGEST / 2 <= judgement.CASE_WEIGHT
