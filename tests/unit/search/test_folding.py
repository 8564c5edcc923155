"""What is typed and what is written meet in one form."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_tools.search.folding import compounds, fold, name_key, pieces, sound, words

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases/search/folding.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_words(case):
    assert words(case["text"]) == case["words"]


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_are_letters_and_digits_of_the_folded_text(text):
    assert all(word.isalnum() for word in words(text))
    assert (
        "".join(words(text)) in "".join(one for one in fold(text) if one.isalnum())
        or "s" in text.lower()
    )


@pytest.mark.parametrize("name", ["IS-K", "ISK", "I.S.K.", "is k", "the IS-K"])
def test_a_name_is_one_word_however_it_is_joined(name):
    assert name_key(name) == "isk"


def test_an_article_alone_is_a_name():
    assert name_key("The") == "the"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tehrik", "tehreek"),
        ("sheikh", "shaykh"),
        ("mujahideen", "mujahidin"),
        ("khurasan", "kurasan"),
        ("waziristan", "vaziristan"),
        ("qaida", "kaida"),
        ("alqaida", "alqaeda"),
        ("peshawar", "peshavar"),
    ],
)
def test_spellings_of_one_sound(one, other):
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("karachi", "kabul"), ("swat", "sibi"), ("ttp", "tip")])
def test_other_names_sound_otherwise(one, other):
    assert sound(one) != sound(other)


def test_joined_words_are_found_as_one():
    assert compounds("Counter-terrorism in the north-west, R&AW") == [
        "counterterrorism",
        "northwest",
        "raw",
    ]


@given(st.text())
def test_a_text_has_the_same_words_folded_stretch_by_stretch(text):
    whole = [one for one in words(text) + compounds(text) if len(one) > 1 or one.isdigit()]
    assert sorted(word for token in text.split() for word in pieces(token)) == sorted(whole)


@pytest.mark.parametrize(
    "text", ["ΣΟΦΟΣ ΣΟΦΟΣ", "a\u00a8 b", "Q\u0307 \u0323x", "it's\u3000’s x's"]
)
def test_no_word_reaches_over_white_space(text):
    whole = [one for one in words(text) + compounds(text) if len(one) > 1 or one.isdigit()]
    assert sorted(word for token in text.split() for word in pieces(token)) == sorted(whole)
