"""Dates: the examples of the standard, and when two dates may mean the same day."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import edtf
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.model import dates

CASES = Path(__file__).parents[2] / "cases" / "dates"
STANDARD: list[dict[str, Any]] = yaml.safe_load((CASES / "standard.yaml").read_text("utf-8"))

days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))


@pytest.mark.parametrize("case", STANDARD, ids=[case["edtf"] or "empty" for case in STANDARD])
def test_an_example_means_these_days(case: dict[str, Any]) -> None:
    if "refused" in case:
        with pytest.raises(ValueError, match=case["refused"]):
            dates.parse(case["edtf"])
        return
    date = dates.parse(case["edtf"])
    assert [date.start.isoformat(), date.end.isoformat()] == case["days"]
    assert date.uncertain == ("u" in case["flags"])
    assert date.approximate == ("a" in case["flags"])
    assert date.interval == ("i" in case["flags"])
    assert date.edtf == case["edtf"]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2022-12-18/2022-12-20", "2022-12-19", True),
        ("2022-12", "2022-12-31", True),
        ("2022-12-XX", "2022-12-31", True),
        ("2022-12", "2023-01-01", False),
        ("2023-03-27", "2023-03-28", False),
        ("2023-03-27~", "2023-03-30", True),
        ("2023-03-27~", "2023-03-31", False),
        ("2023-03~", "2023-04-20", True),
        ("2023?", "2024-06", True),
        ("2023", "2024", False),
        ("2018/..", "2024-05-11", True),
        ("2018/..", "2017", False),
        ("../2018", "2017", True),
        ("0001~", "9999~", False),
        ("../..", "2024-05-11", True),
    ],
)
def test_two_dates_agree_where_both_may_mean_one_day(one: str, other: str, agree: bool) -> None:
    assert dates.parse(one).agrees(dates.parse(other)) is agree
    assert dates.parse(other).agrees(dates.parse(one)) is agree


@pytest.mark.parametrize(
    ("edtf", "open_start", "open_end"),
    [
        ("2018/..", False, True),
        ("/2018", True, False),
        ("../..", True, True),
        ("2018", False, False),
    ],
)
def test_open_ends_are_known(edtf: str, open_start: bool, open_end: bool) -> None:
    date = dates.parse(edtf)
    assert (date.open_start, date.open_end) == (open_start, open_end)


@settings(deadline=None)
@given(days, days)
def test_an_interval_holds_its_ends(one: datetime.date, other: datetime.date) -> None:
    low, high = sorted((one, other))
    date = dates.parse(f"{low}/{high}")
    assert (date.start, date.end) == (low, high)
    assert date.agrees(dates.parse(str(low)))
    assert date.agrees(dates.parse(str(high)))


@settings(max_examples=60, deadline=None)
@given(days, st.sampled_from([4, 7, 10]), st.sampled_from(["", "?", "~", "%"]))
def test_a_plain_date_is_read_as_the_library_reads_it(
    day: datetime.date, length: int, mark: str
) -> None:
    text = day.isoformat()[:length] + mark
    theirs = edtf.parse_edtf(text)
    found = dates.parse(text)
    assert (found.start, found.end) == tuple(
        datetime.date(*bound[:3]) for bound in (theirs.lower_strict(), theirs.upper_strict())
    )
