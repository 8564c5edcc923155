"""Dates read aloud, and what `<time>` may say of them."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_tools.views.dates_in_words import in_words, spoken

CASES = Path(__file__).parents[2] / "cases" / "dates"
WORDS: list[dict[str, Any]] = yaml.safe_load((CASES / "words.yaml").read_text("utf-8"))
STANDARD: list[dict[str, Any]] = yaml.safe_load((CASES / "standard.yaml").read_text("utf-8"))

days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)).map(str)


@pytest.mark.parametrize("case", WORDS, ids=[case["edtf"] for case in WORDS])
def test_a_date_is_read(case: dict[str, Any]) -> None:
    assert in_words(case["edtf"]) == case["words"]
    assert [one.iso for one in spoken(case["edtf"]) if one.iso] == case["iso"]


@pytest.mark.parametrize("case", STANDARD, ids=[case["edtf"] or "empty" for case in STANDARD])
def test_every_date_of_the_standard_that_we_take_is_read(case: dict[str, Any]) -> None:
    words = in_words(case["edtf"])
    if "refused" not in case and not re.fullmatch(r"\d{4}", case["edtf"]):
        assert words != case["edtf"]
        assert "X" not in words


@given(days, days)
def test_no_end_of_an_interval_is_lost(one: str, other: str) -> None:
    low, high = sorted((one, other))
    words = in_words(f"{low}/{high}")
    for edtf in (low, high):
        year, month, day = edtf.split("-")
        assert year in words
        assert re.search(rf"\b{int(day)}\b", words)
        assert datetime.date(2000, int(month), 1).strftime("%B") in words


@given(days)
def test_a_day_is_marked_up_as_itself(day: str) -> None:
    assert [one.iso for one in spoken(day)] == [day]
    assert [one.iso for one in spoken(f"{day}~")] == [day]
