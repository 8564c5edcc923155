from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.anchoring import PrintedContext, TextContext, locate
from build_tools.anchoring.prints import PRINTED_WORDS
from build_tools.anchoring.reading import read
from build_tools.model.span import Span

from .edits import ESSAYS

TEXT = ESSAYS[0]
PLACE = Span(TEXT.index("keeps her smoke cool"), TEXT.index(" and never stands"))
BEFORE, AFTER = TEXT[PLACE.start - 64 : PLACE.start], TEXT[PLACE.end : PLACE.end + 64]
MEMORIES = [TextContext(BEFORE, AFTER), PrintedContext.of(TEXT, PLACE, "salt")]
ELSEWHERE = [Span(at, at + len(PLACE)) for at in range(40, 3400, 97) if abs(at - PLACE.start) > 200]


def likeness(context, span, text=TEXT):
    reading = read(text)
    return context.similarity(reading, reading.normal.from_source(span))


@pytest.mark.parametrize("context", MEMORIES)
def test_the_same_surroundings_are_fully_alike(context):
    assert likeness(context, PLACE) == 1


@pytest.mark.parametrize("context", MEMORIES)
def test_other_surroundings_score_next_to_nothing(context):
    scores = sorted(likeness(context, span) for span in ELSEWHERE)
    assert scores[len(scores) // 2] < 0.05
    assert scores[-1] < 0.25


@pytest.mark.parametrize("context", MEMORIES)
def test_one_side_counts_half(context):
    assert 0.4 < likeness(context, PLACE, TEXT[: PLACE.end]) < 0.6


@pytest.mark.parametrize(
    ("context", "known"),
    [
        (TextContext(), False),
        (TextContext(" ", "\n"), False),
        (TextContext("", "x"), True),
        (PrintedContext(), False),
        (PrintedContext(b"\x01"), True),
    ],
)
def test_whether_anything_is_remembered(context, known):
    assert context.known is known
    if not known:
        assert likeness(context, PLACE) == 0


def test_prints_are_one_byte_a_word_and_a_dozen_a_side():
    printed = PrintedContext.of(TEXT, PLACE, "salt")
    assert len(printed.before) == len(printed.after) == PRINTED_WORDS


def test_prints_stop_where_the_text_does():
    printed = PrintedContext.of("one two three four", Span(4, 7), "salt")
    assert (len(printed.before), len(printed.after)) == (1, 2)


def test_prints_do_not_see_typography_or_case():
    plain = "the keeper's wall, and then honey"
    fancy = "The\u00a0keeper\u2019s WALL,  and then ho\u00adney"
    one = PrintedContext.of(plain, Span(13, 17), "salt")
    other = PrintedContext.of(fancy, Span(13, 17), "salt")
    assert one == other


def test_prints_depend_on_the_salt():
    assert PrintedContext.of(TEXT, PLACE, "a").before != PrintedContext.of(TEXT, PLACE, "b").before


def test_a_print_stands_for_many_words():
    words = sorted(set(re.findall(r"[a-z]+", " ".join(ESSAYS).lower())))
    text = " ".join(["pivot", *words])
    prints = [
        PrintedContext.of(text, Span(m.start(), m.start()), "s").after[:1]
        for m in re.finditer(r"\b\w", text)
    ]
    assert len(words) > 450
    assert len(set(prints)) <= 256


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(st.binary(max_size=12), st.binary(max_size=12))
def test_hexadecimal_form_reads_back(before, after):
    printed = PrintedContext(before, after, "salt")
    assert PrintedContext.from_hex(printed.to_hex(), "salt") == printed


@pytest.mark.parametrize("value", ["", "3fa0", "3f-x"])
def test_a_broken_hexadecimal_form_is_refused(value):
    with pytest.raises(ValueError, match="hex"):
        PrintedContext.from_hex(value, "salt")


@pytest.mark.parametrize("context", MEMORIES)
def test_a_rewritten_quotation_is_still_sought_where_its_surroundings_stand(context):
    now = TEXT.replace("keeps her smoke cool", "has a puff of cold air ready")
    reading = read(now)
    places = context.places(reading, "keeps her smoke cool")
    assert any(reading.normal.to_source(place).start == PLACE.start for place in places)


def test_both_memories_put_an_edited_quotation_in_the_same_place():
    now = TEXT.replace("keeps her smoke cool", "keeps the smoke cool")
    found = {locate(now, PLACE.of(TEXT), context=context).span for context in MEMORIES}
    assert found == {PLACE}
