"""Figures are called conflicting only where nothing but the number differs, and growth is true."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_tools.linking.amounts import range_of
from build_tools.linking.figures import gather
from build_tools.linking.growth import growths
from build_tools.linking.pairs import RULES, Rule, judge, pair
from build_tools.model.corpus import Corpus, Sheet
from build_tools.model.figure import Claimed, MeasureFile, PairLabel, Qualifier
from build_tools.model.problem import Place
from build_tools.sources.validation import adapter
from build_tools.views.numbers import claimed

CASES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parents[2] / "cases" / "linking" / "pairs.yaml").read_text(encoding="utf-8"),
    yaml.BaseLoader,  # dates stay as typed, as in editorial files
)
REST = {
    "counts": "Barges",
    "unit": "barges",
    "nature": "total",
    "place": "Velmouth",
    "author": "editor",
    "updated": "2025-01-01",
}


def measure(*figures: dict[str, Any], **fields: Any) -> MeasureFile:
    where = {"article": "an-article", "paragraph": 1, "quote": "some words"}
    told = [where | {"id": f"f{n}"} | one for n, one in enumerate(figures)]
    made: MeasureFile = adapter(MeasureFile).validate_python(REST | fields | {"figures": told})
    return made


def paired(one: MeasureFile) -> list[tuple[str, str]]:
    """Return the figures of each pair that readers see."""
    corpus = SimpleNamespace(measures={"m": Sheet(one, lambda *_: Place(path="x"))})
    (found,) = gather(cast("Corpus", corpus), {})
    return [(pair.first.id, pair.second.id) for pair in found.pairs]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    assert case["because"]
    one = measure(case["a"], case["b"], **case.get("of", {}))
    first, second = one.figures
    rule = judge(first, second, one)
    assert rule.value == case["rule"]
    assert RULES[rule][0].value == case["label"]
    assert judge(second, first, one) is rule


def test_every_rule_decides_some_case() -> None:
    assert {case["rule"] for case in CASES} | {"editor"} == {rule.value for rule in Rule}


def test_an_editor_overrules_with_a_reason() -> None:
    overruled = {"between": ["f1", "f0"], "label": "compatible", "reason": "One is rounded"}
    one = measure(
        {"value": 50, "period": "2023"},
        {"value": 51, "period": "2023"},
        overruled=[overruled],
    )
    found = pair(*one.figures, one)
    assert (found.label, found.rule, found.why) == (
        PairLabel.COMPATIBLE,
        Rule.EDITOR,
        "One is rounded",
    )
    assert found.computed is PairLabel.CONFLICTING


@pytest.mark.parametrize(
    "figures",
    [
        ({"value": 50, "period": "2023"}, {"value": 51, "period": "2023"}),
        ({"value": 50, "period": "2022"}, {"value": 51, "period": "2023"}),
        ({"value": 50, "period": "2023"}, {"value": 51, "period": "2023", "kind": "change"}),
    ],
)
def test_readers_see_whatever_was_overruled(figures: tuple[dict[str, Any], ...]) -> None:
    overruled = {"between": ["f0", "f1"], "label": "compatible", "reason": "One is rounded"}
    assert paired(measure(*figures, overruled=[overruled])) == [("f0", "f1")]


def test_figures_of_a_series_are_a_pair_where_they_conflict() -> None:
    years = [{"value": 50, "period": "2022"}, {"value": 51, "period": "2023"}]
    assert paired(measure(*years, {"value": 52, "period": "2023"})) == [("f1", "f2")]


NUMBERS = st.decimals(min_value=-1000, max_value=1000, places=1)


@given(NUMBERS, NUMBERS, st.sampled_from(list(Qualifier)), st.sampled_from(list(Qualifier)))
def test_ranges_meet_both_ways_or_one_lies_below(
    a: Decimal, b: Decimal, how: Qualifier, other: Qualifier
) -> None:
    one = range_of(Claimed(id="a", value=a, qualifier=how))
    two = range_of(Claimed(id="b", value=b, qualifier=other))
    assert one.meets(two) == two.meets(one)
    assert one.meets(two) is not (one.below(two) or two.below(one))
    assert not (one.below(two) and two.below(one)) or a == b == 0


def test_growth_is_computed_and_set_beside_what_is_claimed() -> None:
    one = measure(
        {"value": 573, "period": "2021", "counted_by": "un", "scope": "ttp"},
        {"value": 1203, "period": "2023", "counted_by": "un", "scope": "ttp"},
        {"kind": "change", "value": 60, "scope": "all", "baseline": "../2021-08"},
        {"kind": "change", "value": 112, "scope": "ttp", "baseline": "2021", "period": "2023"},
        scopes={"ttp": "one group", "all": "all groups"},
    )
    (growth,) = growths(one)
    assert growth.change.value == 110
    assert (growth.earlier.id, growth.later.id) == ("f0", "f1")
    assert [(beside.second.id, beside.rule) for beside in growth.beside] == [
        ("f2", Rule.SCOPES),
        ("f3", Rule.MEETS),
    ]


def test_a_longer_series_grows_in_all_and_step_by_step() -> None:
    one = measure(*({"value": value, "period": str(year)} for year, value in YEARS))
    steps = [(one.earlier.period, one.later.period, one.change.value) for one in growths(one)]
    assert steps == [("2021", "2023", 111), ("2021", "2022", 25), ("2022", "2023", 69)]


YEARS = [(2023, 1210), (2021, 573), (2022, 715)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"period": "2021"}, {"period": "2023-01"}),  # a month is not a year
        ({"period": "2021"}, {"period": "2021-06/2022-05"}),  # they overlap
        ({"period": "2021"}, {"period": "2022/.."}),  # it has not ended
        ({"period": "2021"}, {}),  # nobody knows when
        ({"period": "2021"}, {"period": "2022", "counted_by": "another"}),
        ({"period": "2021"}, {"period": "2022", "place": "elsewhere"}),
        ({"period": "2021"}, {"period": "2022", "article": "another"}),
        ({"period": "2021"}, {"period": "2022", "value": None, "low": 5, "high": 9}),
    ],
)
def test_no_growth_where_counts_are_of_no_one_series(
    first: dict[str, Any], second: dict[str, Any]
) -> None:
    assert list(growths(measure({"value": 10} | first, {"value": 20} | second))) == []


def test_a_level_grows_between_any_two_times() -> None:
    one = measure(
        {"value": 10, "period": "2021"}, {"value": 5, "period": "2022-03-01"}, nature="level"
    )
    assert [growth.change.value for growth in growths(one)] == [-50]


def test_a_count_of_nothing_does_not_grow() -> None:
    assert (
        list(growths(measure({"value": 0, "period": "2021"}, {"value": 5, "period": "2022"}))) == []
    )


@pytest.mark.parametrize(
    ("earlier", "later", "change"),
    [
        (5, 0, "-100"),
        (1000, 1014, "1.4"),  # in whole per cent it would conflict with a claim of 1.4
        (3000, 2999, "-0.033"),
        (1000, 1099, "9.9"),
        (8, 9, "12"),
        (7, 7, "0"),
        ("0.000000000000000000000001", 10**15, "1E+41"),
        (-10, -5, None),
        (10, -5, None),
        (-10, 5, None),
        (0, 0, None),
    ],
)
def test_growth_is_given_where_per_cent_can_say_it(
    earlier: int | str, later: int, change: str | None
) -> None:
    one = measure({"value": earlier, "period": "2021"}, {"value": later, "period": "2022"})
    found = [growth.change.value for growth in growths(one)]
    assert found == ([Decimal(change)] if change else [])


def test_no_figure_is_taken_for_a_computed_change() -> None:
    overruled = {"between": ["computed", "f2"], "label": "compatible", "reason": "Why not"}
    one = measure(
        {"value": 10, "period": "2021"},
        {"value": 15, "period": "2022"},
        {"kind": "change", "value": 80, "baseline": "2021", "period": "2022"},
        {"id": "computed", "value": 10, "period": "2021", "article": "another"},
        overruled=[overruled],
    )
    (growth,) = growths(one)
    assert [beside.rule for beside in growth.beside] == [Rule.APART]


def test_the_place_of_the_measure_is_no_place_of_its_own() -> None:
    one = measure(
        {"value": 10, "period": "2021", "place": "Velmouth"}, {"value": 20, "period": "2022"}
    )
    assert [growth.change.value for growth in growths(one)] == [100]


@pytest.mark.parametrize("zero", ["-0", "-0.00", -0.0])
def test_nothing_has_no_sign(zero: str | float) -> None:
    (figure,) = measure({"value": zero}).figures
    assert claimed(figure) == "0"


def test_whom_an_article_names_for_a_figure_is_who_counted_else_who_says_so() -> None:
    one = measure(
        {"value": 1, "counted_by": "un", "speaker": "a minister"},
        {"value": 1, "speaker": "a minister"},
        {"value": 1},
    )
    assert [figure.source for figure in one.figures] == ["un", "a minister", None]
