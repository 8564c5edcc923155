"""The ledger of figures: nothing left out, orders that hold, pairs and growth in words."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.linking.anchors import Standing
from build_tools.linking.linked import Linked
from build_tools.model.figure import PairLabel, Qualifier
from build_tools.views import words
from build_tools.views.ledger import FigureView, LedgerView, RowView
from build_tools.views.ledger_page import PAIRS_A_LABEL, ledger_view
from build_tools.views.pair_views import OPEN, pair_words
from tests.rendering import texts
from tests.unit.views.measures import (
    ARTICLES,
    claim,
    desk_of,
    desk_with,
    file_of,
    measure_of,
    recorded,
)

PERIODS = ("2022", "2023", "2023-05", "2023-05-01~", "2021/2024", "2023/..", "../2023", "../..")
COUNTERS = ("canal-levy-board", "lock-wardens-union", "a clerk", "The Packet")
SCOPES = {"all": "every barge", "coal": "coal barges"}

quick = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@st.composite
def some_figures(draw: st.DrawFn, most: int = 25) -> list[dict[str, Any]]:
    """Figures of every sort, claimed and on record."""
    found = []
    for at in range(draw(st.integers(1, most))):
        change = draw(st.booleans()) and draw(st.booleans())
        fields: dict[str, Any] = {
            "kind": "change" if change else "amount",
            "qualifier": draw(st.sampled_from([one.value for one in Qualifier])),
            "period": draw(st.sampled_from(PERIODS) | st.none()),
            "baseline": draw(st.sampled_from(PERIODS) | st.none()) if change else None,
            "counted_by": draw(st.sampled_from(COUNTERS) | st.none()),
            "scope": draw(st.sampled_from(list(SCOPES))),
            "place": draw(st.sampled_from(("Kestle", "Velmouth")) | st.none()),
        }
        value = draw(st.integers(-100, 100_000))
        if at and draw(st.integers(0, 3)) == 0:
            found.append(recorded(f"f{at}", value, **fields))
        else:
            article = draw(st.sampled_from(ARTICLES))
            found.append(claim(f"f{at}", value, article=article, **fields))
    return found


def view_of(linked: Linked, *claims: dict[str, Any], **fields: Any) -> LedgerView:
    return ledger_view(desk_with(linked, *claims, **fields))


def listed(view: LedgerView) -> list[FigureView]:
    return [one for m in view.measures for scope in m.scopes for one in scope.figures]


def only(view: LedgerView) -> FigureView:
    (found,) = listed(view)
    return found


def sorted_by(view: LedgerView, letter: str) -> list[RowView]:
    """The rows as styles put them in order."""
    places = [int(re.search(rf"--{letter}:(\d+)", one.places)[1]) for one in view.rows]  # type: ignore[index]
    assert sorted(places) == list(range(len(view.rows)))
    return [row for _, row in sorted(zip(places, view.rows, strict=True), key=lambda one: one[0])]


@quick
@given(figures=some_figures())
def test_every_figure_is_in_the_table_and_in_its_section(
    linked: Linked, figures: list[dict[str, Any]]
) -> None:
    view = view_of(linked, *figures, scopes=SCOPES)
    ids = [one.id for one in listed(view)]
    assert sorted(ids) == sorted(f"f-m--{one['id']}" for one in figures)
    assert [one.href for one in view.rows] == [f"#{one}" for one in ids]
    assert {one.measure.href for one in view.rows} == {f"#{one.id}" for one in view.measures}
    assert view.lead.startswith(f"{sum('article' in one for one in figures)} figure")


@quick
@given(figures=some_figures())
def test_orders_hold(linked: Linked, figures: list[dict[str, Any]]) -> None:
    view = view_of(linked, *figures, scopes=SCOPES)
    by_id = {f"#f-m--{one['id']}": one for one in figures}

    by_article = [by_id[one.href].get("article") for one in sorted_by(view, "a")]
    order = [one.slug for one in linked.corpus.articles]
    places = [order.index(one) if one else len(order) for one in by_article]
    assert places == sorted(places)

    by_size = [by_id[one.href] for one in sorted_by(view, "z")]
    for a, b in pairwise(by_size):
        if a["kind"] == b["kind"]:
            assert a["value"] >= b["value"]
    assert [one["kind"] for one in by_size] == sorted(one["kind"] for one in by_size)

    by_period = [by_id[one.href]["period"] in {None, "../.."} for one in sorted_by(view, "p")]
    assert by_period == sorted(by_period)

    by_counter = [one.counter.text.casefold() for one in sorted_by(view, "w") if one.counter]
    assert by_counter == sorted(by_counter)

    severity = [name for name, _ in words.PAIR_LABELS.values()]
    by_label = [
        severity.index(one.worst.label) if one.worst else len(severity)
        for one in sorted_by(view, "x")
    ]
    assert by_label == sorted(by_label)


def test_sizes_compare_within_a_unit_only(linked: Linked) -> None:
    view = ledger_view(
        desk_of(
            linked,
            a=file_of(claim("one", 5), claim("two", 900), unit="tons"),
            b=file_of(claim("one", 70), claim("two", 8), unit="barges"),
        )
    )
    assert [f"{one.number} {one.unit}" for one in sorted_by(view, "z")] == [
        "70 barges",
        "8 barges",
        "900 tons",
        "5 tons",
    ]


def test_the_lead_counts_figures_conflicts_and_what_has_no_source(linked: Linked) -> None:
    view = view_of(
        linked,
        claim("one", 5, period="2023", counted_by="a clerk"),
        claim("two", 9, period="2023", article=ARTICLES[1]),
        recorded("three", 9, period="2023"),
    )
    assert view.lead == (
        "2 figures in 1 measure, with 1 of the public record beside them; "
        "2 pairs conflict; 1 figure names no source."
    )


def test_a_quiet_ledger_says_so(linked: Linked) -> None:
    view = view_of(linked, claim("one", 5, counted_by="a clerk"))
    assert view.lead == "1 figure in 1 measure; no pair conflicts; every figure names its source."


@pytest.mark.parametrize(
    ("baseline", "said"),
    [
        (None, "from when is not said"),
        ("2021", "measured from 2021"),
        ("../2021-08", "measured from the time until August 2021"),
        ("2021/..", "measured from the time since 2021"),
        ("2020-08/2021-07", "measured from August 2020 to July 2021"),
    ],
)
def test_a_change_says_from_when_it_is_measured(
    linked: Linked, baseline: str | None, said: str
) -> None:
    figure = only(view_of(linked, claim("one", 60, kind="change", baseline=baseline)))
    assert (figure.number, figure.unit, figure.measured) == ("+60 %", "", said)


def test_only_a_claim_can_lack_a_source(linked: Linked) -> None:
    view = view_of(linked, claim("one", 5), recorded("two", 5), claim("six", 5, counted_by="me"))
    assert [one.unsourced for one in listed(view)] == [True, False, False]
    assert [one.unsourced for one in view.rows] == [True, False, False]


def test_relative_words_say_what_they_were_counted_from(linked: Linked) -> None:
    figure = only(
        view_of(
            linked,
            claim(
                "one",
                85,
                period="2024-03/2024-05-19",
                from_words="since March",
                relative_to="2024-05-19",
            ),
        )
    )
    assert figure.reckoned == "“since March”, counted from 19 May 2024"
    assert "".join(one.words for one in figure.period) == "March 2024 to 19 May 2024"


@pytest.mark.parametrize(
    ("standing", "doubt"),
    [
        (Standing.EXACT, ""),
        (Standing.LOST, "Quotation no longer found in the source text"),
        (Standing.UNVERIFIED, "Quotation not yet verified"),
    ],
)
def test_a_quotation_that_is_not_verified_says_so(
    linked: Linked, standing: Standing, doubt: str
) -> None:
    view = ledger_view(desk_of(linked, standing, m=file_of(claim("one", 5))))
    assert only(view).doubt == doubt


def test_who_counted_and_who_speaks_lead_to_their_terms(linked: Linked) -> None:
    figure = only(
        view_of(linked, claim("one", 5, counted_by="lock-wardens-union", speaker="a clerk"))
    )
    assert figure.counter is not None
    assert figure.counter.href == "glossary/lock-wardens-union.html"
    assert figure.speaker is not None
    assert (figure.speaker.text, figure.speaker.href) == ("a clerk", "")


def test_figures_stand_by_what_they_count_then_by_time(linked: Linked) -> None:
    view = view_of(
        linked,
        claim("late", 5, scope="coal", period="2023"),
        recorded("same", 5, scope="coal", period="2023"),
        claim("early", 5, scope="coal", period="2021"),
        claim("all", 5, scope="all"),
        claim("bare", 5),
        scopes=SCOPES,
    )
    (measure,) = view.measures
    assert [one.label for one in measure.scopes] == [
        "every barge",
        "coal barges",
        "what exactly is not said",
    ]
    assert [one.id for one in measure.scopes[1].figures] == [
        "f-m--early",
        "f-m--late",
        "f-m--same",
    ]


def test_conflicts_come_first_and_open_the_rest_is_folded(linked: Linked) -> None:
    view = view_of(
        linked,
        claim("one", 5, period="2023", counted_by="a clerk"),
        claim("two", 9, period="2023", article=ARTICLES[1]),
        claim("six", 9, period="2019", article=ARTICLES[2]),
        recorded("rec", 5, period="2023"),
    )
    (measure,) = view.measures
    labels = [(one.label.id, one.label.count, one.folded) for one in measure.pairs]
    assert labels == [
        ("conflicting", 2, False),
        ("different-period", 3, True),
        ("compatible", 1, True),
    ]
    worst = {one.href: one.worst.id if one.worst else "" for one in view.rows}
    assert worst["#f-m--two"] == worst["#f-m--one"] == "conflicting"
    assert worst["#f-m--six"] == "different-period"
    assert {one.pairs_href for one in view.rows} == {f"#{measure.pairs_id}"}
    assert {PairLabel(one.label.id) in OPEN for one in measure.pairs if one.folded} == {False}


def test_pairs_are_never_listed_by_the_thousand(linked: Linked) -> None:
    many = [claim(f"f{n}", n, article=ARTICLES[n % 3], period=str(1900 + n)) for n in range(120)]
    (measure,) = view_of(linked, *many).measures
    (periods,) = measure.pairs
    assert len(periods.pairs) == PAIRS_A_LABEL[0]
    assert periods.more == periods.label.count - len(periods.pairs) > 1000
    files = {f"m{n}": file_of(*many[:20]) for n in range(40)}
    crowd = ledger_view(desk_of(linked, **files))
    shown = [len(group.pairs) for one in crowd.measures for group in one.pairs]
    assert set(shown) == {20}


def test_a_pair_reads_in_one_line_and_names_what_tells_its_sides_apart(linked: Linked) -> None:
    desk = desk_with(
        linked,
        claim("one", 573, period="2021", scope="all", counted_by="canal-levy-board"),
        claim("two", 87, period="2021", scope="coal", article=ARTICLES[1], paragraph=2),
        scopes=SCOPES,
    )
    measure = measure_of(desk)
    pair = pair_words(desk, measure.pairs[0], measure)
    assert pair.sentence == (
        "573 barges (every barge, 2021, CLB; Ostrick 2025, ¶1) and "
        "87 barges (coal barges, 2021, no source named; Halewell 2025, ¶2): "
        "not comparable; they count different things"
    )
    assert pair.first.href == "figures.html#f-m--one"
    assert pair.first.passage is not None
    assert pair.first.passage.href == "articles/ostrick-2025-toll.html#p1"
    assert pair.computed == ""


def test_an_editors_word_is_shown_as_such(linked: Linked) -> None:
    overruled = [{"between": ["one", "rec"], "label": "compatible", "reason": "It rounds"}]
    view = view_of(
        linked,
        claim("one", 5, period="2023"),
        recorded("rec", 9, period="2023"),
        overruled=overruled,
    )
    (group,) = view.measures[0].pairs
    (pair,) = group.pairs
    assert (pair.label.label, pair.why, pair.computed) == ("Compatible", "It rounds", "conflicting")
    assert "no pair conflicts" in view.lead


def test_growth_stands_beside_what_is_claimed(linked: Linked) -> None:
    view = view_of(
        linked,
        claim("old", 573, period="2021", scope="coal", counted_by="canal-levy-board"),
        claim("new", 1203, period="2023", scope="coal", counted_by="canal-levy-board"),
        claim("own", 60, kind="change", scope="all", baseline="../2021-08", period="2023"),
        claim("far", 50, kind="change", scope="all", baseline="2021", article=ARTICLES[1]),
        scopes=SCOPES,
    )
    (growth,) = view.measures[0].growths
    assert (growth.earlier.number, growth.earlier.about) == ("573 barges", "2021")
    assert (growth.later.number, growth.change) == ("1,203 barges", "about +110 %")
    (own,) = growth.beside
    assert (own.who, own.figure.text, own.label.label, own.why) == (
        "The same article",
        "+60 %",
        "Not comparable",
        "they count different things",
    )
    assert own.measured == "measured from the time until August 2021"
    assert growth.incomparable == 1


def test_every_label_has_a_name_and_a_shape_of_its_own() -> None:
    assert set(words.PAIR_LABELS) == set(PairLabel)
    assert len({symbol for _, symbol in words.PAIR_LABELS.values()}) == len(PairLabel)


def page_of(linked: Linked, path: str = "figures.html") -> str:
    return texts(linked)[path]


def test_the_page_holds_every_element_it_points_at(linked: Linked) -> None:
    text = page_of(linked)
    ids = re.findall(r' id="([^"]+)', text)
    assert len(ids) == len(set(ids))
    targets = set(re.findall(r'href="(?:figures\.html)?#([^"]+)"', text))
    assert targets
    assert targets <= set(ids)
    for measure in linked.measures:
        assert f"m-{measure.id}" in ids


def test_a_site_without_figures_says_so(linked: Linked) -> None:
    text = page_of(desk_of(linked).linked)
    assert "No figure has been added yet." in text
    assert "cr-ledger" not in text
