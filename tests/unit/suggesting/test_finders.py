"""What is found in a text: each finder against made-up texts, added without Python."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.linking.matcher import Matcher
from build_tools.model.fields import QUOTE_WORDS
from build_tools.model.source import Block, BlockKind, SourceText
from build_tools.model.term import TermFile
from build_tools.sources.validation import adapter
from build_tools.suggesting import (
    abbreviations,
    attributions,
    descriptions,
    gathering,
    names,
    reading,
    runs,
    voicing,
)
from build_tools.suggesting.glossary import Glossary
from build_tools.suggesting.reading import Text

CASES = Path(__file__).parents[2] / "cases" / "suggesting"
REST = {
    "kind": "organisation",
    "definition": "x",
    "confidence": "low",
    "author": "editor",
    "updated": "2025-01-01",
}


def cases(name: str) -> list[Any]:
    listed = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in listed]


def text_of(case: dict[str, Any]) -> Text:
    paragraphs = [case["text"]] if isinstance(case["text"], str) else case["text"]
    source = SourceText(
        title=None,
        authors=(),
        outlet=None,
        date=None,
        language="en",
        url=None,
        blocks=tuple(Block(kind=BlockKind.PARAGRAPH, text=one) for one in paragraphs),
        stripped=(),
    )
    published = str(case.get("published", "2025-04-16"))
    return reading.read("made-up", source, case.get("language", "en"), published)


def glossary_of(case: dict[str, Any]) -> Glossary:
    terms: dict[str, TermFile] = {
        key: adapter(TermFile).validate_python(REST | fields)
        for key, fields in case.get("terms", {}).items()
    }
    return Glossary(terms, Matcher(terms))


@pytest.mark.parametrize("case", cases("abbreviations"))
def test_abbreviations(case: dict[str, Any]) -> None:
    text = text_of(case)
    found = abbreviations.find(case["text"], text.words)
    assert [f"{one.short} = {one.long}" for one in found] == case["found"]


@pytest.mark.parametrize("case", cases("dates"))
def test_dates(case: dict[str, Any]) -> None:
    text = text_of(case)
    found, _ = gathering.numbers(text, glossary_of(case))
    said = [
        f"{one.span.of(case['text'])} = {one.edtf or '?'}{'*' * one.relative}" for _, one in found
    ]
    assert said == case["found"]


@pytest.mark.parametrize("case", cases("figures"))
def test_figures(case: dict[str, Any]) -> None:
    _, found = gathering.numbers(text_of(case), glossary_of(case))
    said = []
    for _, one in found:
        number = f"{one.low}..{one.high}" if one.number.is_range else f"{one.low}"
        unit = (one.unit if one.kind == "amount" else one.kind) or "-"
        period = f" | {one.period.edtf}" if one.period else ""
        words = one.span.of(case["text"])
        said.append(f"{words} | {number} | {one.qualifier} | {unit}{period}")
    assert said == case["found"]


@pytest.mark.parametrize("case", cases("names"))
def test_names(case: dict[str, Any]) -> None:
    text, glossary = text_of(case), glossary_of(case)
    pairs = [(1, one) for one in abbreviations.find(case["text"], text.words)]
    said = []
    for one in names.find(text, runs.find(text), pairs, glossary):
        kind = f" ({one.kind})" if one.kind else ""
        forms = "".join(f" = {form}" for form in (one.short, *one.forms) if form)
        said.append(f"{one.name}{kind}{forms}{f' → {one.term}' if one.term else ''}")
    assert said == case["found"]


@pytest.mark.parametrize("case", cases("voices"))
def test_voices(case: dict[str, Any]) -> None:
    text, glossary = text_of(case), glossary_of(case)
    said = attributions.find(text, runs.find(text), glossary)
    found = voicing.find(text, said, (), glossary)
    assert [f"{one.paragraph} {one.opening} → {one.speaker or '?'}" for one in found] == case[
        "found"
    ]


@pytest.mark.parametrize("case", cases("descriptions"))
def test_descriptions(case: dict[str, Any]) -> None:
    text = text_of(case)
    found = descriptions.find(text, runs.find(text), glossary_of(case))
    said = [
        f"{one.paragraph} {one.span.of(text.paragraph(one.paragraph).text)} → {'|'.join(one.terms)}"
        for one in found
    ]
    assert said == case["found"]


PIECES = [
    *("The", "the", "“", "”", "‘", "’", '"', "(", ")", ",", ".", ";", ":", "—", "-", "$", "%", "…"),
    *("CLB", "Canal", "Levy", "Board", "Mr", "Minister", "U.S.", "al-Adl", "Kestle", "O’Neill’s"),
    *("said", "told", "that", "who", "according", "to", "he", "report", "group", "of", "and", "in"),
    *("between", "since", "until", "last", "next", "week", "years", "ago", "March", "May", "31"),
    *(
        "2024",
        "2023-24",
        "9/11",
        "18,400",
        "1,00,000",
        "2.6",
        "million",
        "half",
        "a",
        "third",
        "II",
    ),
    *("nearly", "at", "least", "first", "first half of", "two-day", "0", "99999999999999", "१२"),
    *("\u202e", "\x00", "\u0130", "ﬁ", "👍", "باب", "東京", "\u00a0", "\n", "  "),
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40), st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_a_stumble(pieces: list[str], known: bool) -> None:
    """Whatever an op-ed holds: places lie in it, dates are dates, certainties are shares."""
    words = " ".join(pieces) or "x"
    case = {"text": [words, words], "language": "en" if known else "xx"}
    case["terms"] = {"clb": {"name": "Canal Levy Board", "short": "CLB"}}
    text, glossary = text_of(case), glossary_of(case)
    dated, counted = gathering.numbers(text, glossary)
    listed = runs.find(text)
    pairs = [(1, one) for one in abbreviations.find(words, text.words)]
    said = attributions.find(text, listed, glossary)
    found = [
        *((number, one.span, one.certainty) for number, one in dated),
        *((number, one.span, one.certainty) for number, one in counted),
        *(
            (one.spot.paragraph, one.spot.span, one.certainty)
            for one in names.find(text, listed, pairs, glossary)
        ),
        *((one.paragraph, one.span, one.certainty) for one in said),
        *(
            (one.paragraph, one.speech, one.certainty)
            for one in voicing.find(text, said, (), glossary)
        ),
        *(
            (one.paragraph, one.span, one.certainty)
            for one in descriptions.find(text, listed, glossary)
        ),
    ]
    for number, span, certainty in found:
        assert 0 <= span.start < span.end <= len(text.paragraph(number).text)
        assert 0 < certainty <= 1
        quote = reading.quotation(text, number, span)
        assert len(quote.split()) <= QUOTE_WORDS
    assert all(one.dated for _, one in dated if one.edtf)
