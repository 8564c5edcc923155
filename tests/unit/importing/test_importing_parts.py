"""Dates, languages, outlets and fingerprints by themselves."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml

from build_tools.sources.importing import (
    SAME_ARTICLE,
    dates,
    fingerprint,
    languages,
    outlets,
    resemblance,
)
from build_tools.sources.importing.names import is_name, split_names
from build_tools.sources.importing.tidying import tidy, word_count

CASES = Path(__file__).parents[2] / "cases" / "importing"
DATES = yaml.safe_load((CASES / "dates.yaml").read_text("utf-8"))
WORDS = [
    f"{a}{b}"
    for a in "bdfgklmnprst"
    for b in ("arn", "ell", "ick", "oat", "ump", "ease", "ing", "ort")
]


@pytest.mark.parametrize(("written", "edtf"), list(DATES.items()))
def test_dates(written: str, edtf: str | None) -> None:
    assert dates.edtf(written) == edtf


@pytest.mark.parametrize(
    ("declared", "tag"),
    [
        ("en_GB", "en-GB"),
        ("EN", "en"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("english", None),
        ("", None),
        (None, None),
        ("und", None),
    ],
)
def test_language_tags(declared: str | None, tag: str | None) -> None:
    assert languages.tag(declared) == tag


def test_few_words_have_no_language() -> None:
    assert languages.detect("The tram came back to the harbour") == "und"


def test_outlets_are_many_and_found_by_address() -> None:
    assert len(outlets.OUTLETS) >= 25
    assert outlets.by_url("https://epaper.dawn.com/x") == "Dawn"
    assert outlets.by_url("https://notdawn.com/x") is None
    assert outlets.by_url("https://[bad") is None


@pytest.mark.parametrize(
    "name", ["Ada Quill", "A. B. Quill", "Ada van der Quill", "ADA QUILL", "Ané O’Quill"]
)
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "words", ["Quill", "the Quill", "Are We There", "ada quill", "Part Two", "B C"]
)
def test_no_names(words: str) -> None:
    assert not is_name(words)


def test_bylines_are_split() -> None:
    assert split_names("Ada Quill, PhD, Bruno Vale and Mina Thorsen, Harbour Editor") == (
        "Ada Quill",
        "Bruno Vale",
        "Mina Thorsen",
    )
    assert split_names("Ada Quill of the harbour") is None


def test_joiners_stay_where_they_are_spelling() -> None:
    assert tidy("می\u200cخواهم") == "می\u200cخواهم"
    assert tidy("tr\u200cam") == "tram"


def test_words_without_spaces_are_counted() -> None:
    assert word_count("电车回来了") == 3
    assert word_count("the tram, again") == 3


def test_fingerprints_know_an_edited_copy() -> None:
    chance = random.Random(7)
    for _ in range(10):
        words = [chance.choice(WORDS) for _ in range(700)]
        copy = list(words)
        for at in chance.sample(range(700), 35):
            copy[at] = chance.choice(WORDS)
        alike = resemblance(fingerprint(" ".join(words)), fingerprint(" ".join(copy).upper()))
        assert alike >= SAME_ARTICLE
        stranger = " ".join(chance.choice(WORDS) for _ in range(700))
        assert resemblance(fingerprint(" ".join(words)), fingerprint(stranger)) < SAME_ARTICLE


def test_fingerprint_of_little() -> None:
    assert fingerprint("") == "0" * 64
    assert fingerprint("Tram") == fingerprint("tram!")
    assert resemblance("0" * 64, "f" * 64) == 0
