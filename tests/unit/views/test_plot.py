"""Plots: every dated amount drawn once, at its size and time, and no label upon another."""

from __future__ import annotations

import datetime
import random
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.linking.linked import Linked
from build_tools.model.figure import Qualifier
from build_tools.views.lettering import text_width
from build_tools.views.plot import MarkView, PanelView, PlotView
from build_tools.views.plot_axes import SIZE, short_number, time_axis, value_axis
from build_tools.views.plot_labels import FALL, RISE, Box
from build_tools.views.plot_marks import RADIUS
from build_tools.views.plotting import SHAPES, plot
from tests.unit.views.measures import ARTICLES, claim, desk_with, measure_of, recorded

SCOPES = {"all": "every barge", "coal": "coal barges"}
COUNTERS = [f"counter {n}" for n in range(12)]


def some_periods() -> list[str]:
    """Periods of every form; a fixed stock, as reading one costs milliseconds."""
    chance = random.Random(5)
    found = []
    for _ in range(10):
        year = chance.randint(1990, 2024)
        found += [f"{year}", f"{year}-05", f"{year}-05-07", f"{year}~", f"{year}/{year + 2}"]
        found += [f"{year}/..", f"../{year}", f"{year}-05-07~"]
    return found


@st.composite
def some_amounts(draw: st.DrawFn, most: int = 40) -> list[dict[str, Any]]:
    """Amounts of every sort, claimed and on record."""
    found = []
    for at in range(draw(st.integers(2, most))):
        value = draw(st.integers(0, 3000) | st.integers(0, 10**9))
        wide = draw(st.integers(0, 5)) == 0
        fields: dict[str, Any] = {
            "qualifier": draw(st.sampled_from([one.value for one in Qualifier])),
            "period": draw(st.sampled_from(some_periods())),
            "counted_by": draw(st.sampled_from(COUNTERS) | st.none()),
            "scope": draw(st.sampled_from(list(SCOPES))),
        }
        if wide:
            fields |= {"low": value, "high": value * 2 + 1, "qualifier": "exactly"}
        make = recorded if at and draw(st.booleans()) else claim
        found.append(make(f"f{at}", None if wide else value, **fields))
    return found


quick = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def plot_of(linked: Linked, *claims: dict[str, Any], **fields: Any) -> PlotView | None:
    desk = desk_with(linked, *claims, **fields)
    return plot(desk, measure_of(desk))


def drawn(linked: Linked, *claims: dict[str, Any], **fields: Any) -> PlotView:
    found = plot_of(linked, *claims, **fields)
    assert found is not None
    return found


def label_box(mark: MarkView) -> Box:
    width = text_width(mark.label, SIZE)
    left = mark.label_x - {"start": 0.0, "middle": width / 2, "end": width}[mark.label_side]
    return Box(left, mark.label_y - RISE, left + width, mark.label_y + FALL)


def mark_box(mark: MarkView) -> Box:
    return Box(mark.x - RADIUS, mark.y - RADIUS, mark.x + RADIUS, mark.y + RADIUS)


def all_marks(pic: PlotView) -> list[MarkView]:
    return [mark for one in pic.panels for mark in one.marks]


@quick
@given(amounts=some_amounts())
def test_no_label_collides(linked: Linked, amounts: list[dict[str, Any]]) -> None:
    pic = plot_of(linked, *amounts, scopes=SCOPES)
    for panel in pic.panels if pic else ():
        labelled = [(mark, label_box(mark)) for mark in panel.marks if mark.label]
        for (_, a), (_, b) in combinations(labelled, 2):
            assert not a.meets(b)
        for owner, box in labelled:
            assert pic
            assert pic.left <= box.left + 0.1
            assert box.right <= pic.width + 0.1
            assert panel.top - 0.1 <= box.top
            for mark in panel.marks:
                assert mark is owner or not box.meets(mark_box(mark))


@quick
@given(amounts=some_amounts())
def test_every_amount_is_drawn_once_in_the_panel_of_its_scope(
    linked: Linked, amounts: list[dict[str, Any]]
) -> None:
    pic = plot_of(linked, *amounts, scopes=SCOPES)
    if pic is None:
        return
    assert sum(one.count for one in all_marks(pic)) == len(amounts)
    scopes = {f"#f-m--{one['id']}": SCOPES[one["scope"]] for one in amounts}
    for panel in pic.panels:
        (title,) = panel_names((panel,))
        assert {scopes[mark.href] for mark in panel.marks} == {title}


@quick
@given(amounts=some_amounts())
def test_everything_lies_within_the_picture(linked: Linked, amounts: list[dict[str, Any]]) -> None:
    pic = plot_of(linked, *amounts, scopes=SCOPES)
    for panel in pic.panels if pic else ():
        assert pic
        for mark in panel.marks:
            assert pic.left <= mark.x <= pic.right
            assert panel.top <= mark.y <= panel.bottom + 0.1
            if mark.lasting:
                assert pic.left - 0.1 <= mark.lasting.x1 <= mark.lasting.x2 <= pic.right + 0.1
            if mark.spread:
                assert mark.spread.top < mark.spread.bottom <= pic.height
                assert mark.spread.top >= panel.top - 0.1
        assert panel.bottom < pic.height
    for a, b in combinations(pic.panels if pic else (), 2):
        assert a.bottom < b.top


def test_a_larger_number_lies_higher_from_zero(linked: Linked) -> None:
    pic = drawn(linked, claim("a", 50, period="2021"), claim("b", 100, period="2023"))
    (panel,) = pic.panels
    low, high = sorted(panel.marks, key=lambda one: one.x)
    zero = next(one.at for one in panel.ticks if one.label == "0")
    assert zero - low.y == pytest.approx((zero - high.y) / 2, abs=0.2)
    assert "from zero" in pic.words


def test_a_scale_is_logarithmic_only_at_need_and_says_so(linked: Linked) -> None:
    claims = [claim("a", 5, period="2021"), claim("b", 5_000_000, period="2023")]
    pic = drawn(linked, *claims)
    assert pic.panels[0].note is not None
    assert "logarithmic" in pic.panels[0].note[1]
    assert "from zero" not in pic.words
    near = drawn(linked, claims[0], claim("b", 400, period="2023"))
    assert near.panels[0].note is None
    with_zero = drawn(linked, *claims, claim("c", 0, period="2022"))
    assert with_zero.panels[0].note is None


@pytest.mark.parametrize(
    ("fields", "kind", "label"),
    [
        ({"value": 150}, None, "150"),
        ({"value": 150, "qualifier": "more-than"}, "up", ">150"),
        ({"value": 150, "qualifier": "at-least"}, "up", "≥150"),
        ({"value": 150, "qualifier": "at-most"}, "down", "≤150"),
        ({"value": 150, "qualifier": "less-than"}, "down", "<150"),
        ({"value": 150, "qualifier": "about"}, "soft", "≈150"),
        ({"value": 150, "qualifier": "nearly"}, "soft", "nearly 150"),
        ({"low": 120, "high": 180}, "range", "120–180"),
        ({"low": 120}, "up", "≥120"),
        ({"high": 180}, "down", "≤180"),
    ],
)
def test_what_is_not_exact_is_drawn_so(
    linked: Linked, fields: dict[str, Any], kind: str | None, label: str
) -> None:
    pic = drawn(linked, claim("a", period="2021", **fields), claim("b", 100, period="2023"))
    mark = next(one for one in all_marks(pic) if one.href == "#f-m--a")
    assert (mark.spread.kind if mark.spread else None) == kind
    assert mark.label == label


def test_a_range_reaches_from_end_to_end(linked: Linked) -> None:
    pic = drawn(
        linked,
        claim("a", low=40, high=80, period="2021"),
        claim("b", 80, period="2022"),
        claim("c", 40, period="2023"),
    )
    wide, high, low = sorted(all_marks(pic), key=lambda one: one.x)
    assert wide.spread is not None
    assert wide.spread.top == pytest.approx(high.y, abs=0.2)
    assert wide.spread.bottom == pytest.approx(low.y, abs=0.2)


def test_nearly_reaches_towards_zero_and_not_beyond_the_number(linked: Linked) -> None:
    for value in (150, -150):
        fields = {"value": value, "qualifier": "nearly"}
        pic = drawn(linked, claim("a", period="2021", **fields), claim("b", 0, period="2023"))
        mark = next(one for one in all_marks(pic) if one.href == "#f-m--a")
        assert mark.spread is not None
        ends = (mark.spread.top, mark.spread.bottom)
        assert mark.y == pytest.approx(ends[0] if value > 0 else ends[1], abs=0.2)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2022-05-07", None),
        ("2020/2022", (False, False, False)),
        ("2020~/2022", (True, False, False)),
        ("../2022", (False, True, False)),
        ("2022/..", (False, False, True)),
    ],
)
def test_a_period_is_a_bar_and_a_short_one_a_point(
    linked: Linked, period: str, expected: tuple[bool, ...] | None
) -> None:
    pic = drawn(linked, claim("a", 5, period=period), claim("b", 7, period="2018"))
    bar = next(one.lasting for one in all_marks(pic) if one.href == "#f-m--a")
    assert (bar and (bar.inexact, bar.from_ever, bar.to_ever)) == expected


@pytest.mark.parametrize(
    "claims",
    [
        [claim("a", 5, period="2021")],
        [claim("a", 5, period="2021"), claim("b", 9)],
        [claim("a", 5, period="2021"), claim("b", 9, period="../..")],
        [claim("a", 5, period="2021"), claim("b", 9, period="2021", kind="change")],
        [claim("a", 5, period="2021"), claim("b", 9, period="2021", place="Kestle")],
        [claim("a", 5, period="2021"), claim("b", 5, period="2021", article=ARTICLES[1])],
    ],
    ids=["one", "undated", "open on both sides", "a change", "elsewhere", "the same twice"],
)
def test_there_is_no_picture_where_there_is_nothing_to_see(
    linked: Linked, claims: list[dict[str, Any]]
) -> None:
    assert plot_of(linked, *claims) is None


def test_who_counted_has_a_shape_and_a_name(linked: Linked) -> None:
    pic = drawn(
        linked,
        claim("a", 5, period="2021", counted_by="canal-levy-board"),
        claim("b", 7, period="2022", counted_by="a clerk"),
        claim("c", 9, period="2023"),
        recorded("d", 9, period="2024", counted_by="canal-levy-board"),
    )
    names = {one.shape: one.label for one in pic.legend}
    assert list(names.values()) == ["CLB", "a clerk", "no counter named"]
    shapes = {one.href: one.shape for one in all_marks(pic)}
    assert shapes["#f-m--a"] == shapes["#f-m--d"] != shapes["#f-m--b"]
    assert {one.href: one.hollow for one in all_marks(pic)}["#f-m--d"]
    assert "hollow" in pic.words


def test_many_who_count_share_the_last_shape(linked: Linked) -> None:
    claims = [
        claim(f"f{n}", n, period=str(2000 + n), counted_by=name) for n, name in enumerate(COUNTERS)
    ]
    pic = drawn(linked, *claims)
    assert max(one.shape for one in pic.legend) == SHAPES
    said = ", ".join(one.label for one in pic.legend)
    assert all(name in said for name in COUNTERS)


def test_figures_that_look_alike_are_one_mark_that_counts_them(linked: Linked) -> None:
    twins = [claim(f"f{n}", 5, period="2021", article=ARTICLES[n]) for n in range(3)]
    pic = drawn(linked, *twins, recorded("r", 5, period="2021"), claim("b", 9, period="2023"))
    counts = {one.href: (one.count, one.label) for one in all_marks(pic)}
    assert counts["#f-m--f0"] == (3, "5 ×3")
    own, recorded_one = (one for one in all_marks(pic) if one.href in {"#f-m--f0", "#f-m--r"})
    assert abs(own.x - recorded_one.x) >= 2 * RADIUS


def test_counts_of_a_series_are_joined_step_by_step(linked: Linked) -> None:
    years = [claim(f"f{n}", n, period=str(2020 + n), counted_by="a clerk") for n in (1, 2, 3)]
    (panel,) = drawn(linked, *years).panels
    assert len(panel.steps) == 2
    xs = sorted(mark.x for mark in panel.marks)
    assert sorted((one.x1, one.x2) for one in panel.steps) == [(xs[0], xs[1]), (xs[1], xs[2])]


def test_long_titles_are_cut_and_never_run_out_of_the_picture(linked: Linked) -> None:
    long = {"all": "barges that carry coal or whatever else " * 8, "coal": "W" * 200}
    claims = [
        claim(f"{scope}{n}", n + 1, period=str(2020 + n), scope=scope)
        for scope in long
        for n in range(3)
    ]
    for panel in drawn(linked, *claims, scopes=long).panels:
        assert 1 <= len(panel.title) <= 2
        assert all(text_width(line, SIZE) <= 400 for _, line in panel.title)


def panel_names(panels: tuple[PanelView, ...]) -> list[str]:
    return [" ".join(line for _, line in one.title) for one in panels]


def test_places_have_panels_of_their_own(linked: Linked) -> None:
    pic = drawn(
        linked,
        claim("a", 5, period="2021", scope="all"),
        claim("b", 7, period="2022", scope="all"),
        claim("c", 9, period="2023", scope="all", place="Kestle"),
        scopes=SCOPES,
    )
    assert panel_names(pic.panels) == ["every barge", "every barge, Kestle"]
    assert [bool(one.ticks) for one in pic.panels] == [True, False]


@quick
@given(
    first=st.dates(datetime.date(1, 1, 1), datetime.date(9000, 1, 1)),
    days=st.integers(0, 400_000),
)
def test_time_is_even_and_named_without_collisions(first: datetime.date, days: int) -> None:
    last = first + datetime.timedelta(days=days)
    axis = time_axis(first, last, 40, 394)
    assert axis.first <= first
    assert last <= axis.last
    named = [one for one in axis.ticks if one.label]
    assert named or len(axis.ticks) <= 1
    for a, b in combinations(named, 2):
        assert a.at + 3 + text_width(a.label, SIZE) <= b.at + 3
    assert len(axis.ticks) <= 9


@quick
@given(values=st.lists(st.integers(-(10**6), 10**15), min_size=1, max_size=30))
def test_axes_of_values_have_few_round_steps(values: list[int]) -> None:
    axis = value_axis([float(one) for one in values], 0, 100)
    assert 1 <= len(axis.steps) <= 8
    places = [axis.at(float(one)) for one in sorted(values)]
    assert all(0 <= one <= 100 for one in places)
    assert places == sorted(places, reverse=True)
    labels = [one.label for one in axis.ticks()]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (1200, "1,200"), (0.5, "0.5"), (2_000_000, "2 m"), (2.5e9, "2.5 bn"), (-3, "−3")],
)
def test_numbers_of_axes_are_short(value: float, said: str) -> None:
    assert short_number(value) == said
