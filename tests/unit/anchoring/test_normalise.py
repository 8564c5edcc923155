from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.anchoring import Normalised, fold_case, normalise
from build_tools.model.span import Span

from .edits import ESSAYS

STEADY = settings(max_examples=150, deadline=None, derandomize=True, database=None)
CASES = Path(__file__).parents[2] / "cases" / "anchoring" / "normalise.yaml"
AWKWARD = (
    "ab Z.-e\n\t\u00a0\u2014\u201c\u2019\u00ad\u200b\ufb01\u0301\u0323\u00e9\u2026\ufe0f"
    "\U0001f41d\u0634\u1112\u1161\u0149\ufe31\u00a8"
)
texts = st.text(st.sampled_from(AWKWARD), max_size=30) | st.text(max_size=30)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case["title"])
        for case in yaml.safe_load(CASES.read_text(encoding="utf-8"))
    ],
)
def test_case(case):
    assert normalise(case["given"]).text == case["becomes"]


def origins(made: Normalised) -> list[Span]:
    """Return for each character where the source characters it stands for lie."""
    return [made.to_source(Span(at, at + 1)) for at in range(len(made.text))]


@STEADY
@given(texts)
def test_every_character_has_its_place_and_places_only_advance(text):
    places = origins(normalise(text))
    assert all(0 <= one.start < one.end <= len(text) for one in places)
    assert places == sorted(places)
    assert sorted(one.end for one in places) == [one.end for one in places]


@STEADY
@given(texts)
def test_normalising_twice_changes_nothing_more(text):
    once = normalise(text).text
    assert normalise(once).text == once


@STEADY
@given(texts, st.data())
def test_a_span_maps_to_a_source_span_that_normalises_back(text, data):
    made = normalise(text)
    start = data.draw(st.integers(0, len(made.text)))
    end = data.draw(st.integers(start, len(made.text)))
    source = made.to_source(Span(start, end))
    back = made.from_source(source)
    if start == end:
        assert len(source) == 0
    else:
        assert back.covers(Span(start, end))
        assert made.to_source(back).covers(source)
        assert made.text[start:end].strip() in normalise(source.of(text)).text


@STEADY
@given(texts, st.data())
def test_a_source_span_is_covered_by_the_way_there_and_back(text, data):
    made = normalise(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    there = made.from_source(Span(start, end))
    assert 0 <= there.start <= there.end <= len(made.text)
    places = enumerate(origins(made))
    inside = [at for at, place in places if place.start < end and place.end > start]
    assert inside == list(range(there.start, there.end))


@STEADY
@given(texts)
def test_folding_keeps_the_length_and_the_map(text):
    plain, folded = normalise(text), normalise(text, fold=True)
    assert len(plain.text) == len(folded.text)
    assert origins(plain) == origins(folded)
    assert folded.text == fold_case(plain.text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("STRASSE", "strasse"),
        ("Stra\u00dfe", "stra\u00dfe"),
        ("\u0130z", "\u0130z"),
        ("\u03a3\u03af\u03c2", "\u03c3\u03af\u03c3"),
    ],
)
def test_folding_never_makes_a_character_longer(text, folded):
    assert fold_case(text) == folded


def test_plain_ascii_costs_no_map():
    made = normalise(ESSAYS[0].replace("\n", " ").replace("  ", " "))
    assert made.passes == ()


def test_a_ligature_is_taken_whole():
    made = normalise("a \ufb01ne day")
    assert made.to_source(Span(3, 6)) == Span(2, 5)


def test_a_thousand_paragraphs_take_less_than_a_second():
    paragraphs = ESSAYS[0].replace("'", "\u2019").split("\n\n") * 125
    start = time.perf_counter()
    for paragraph in paragraphs:
        normalise(paragraph, fold=True)
    assert time.perf_counter() - start < 1
