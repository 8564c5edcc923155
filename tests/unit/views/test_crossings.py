"""Beside a paragraph stands, in one line each, where others say otherwise."""

from __future__ import annotations

import dataclasses

import pytest

from build_tools.linking.linked import Linked
from build_tools.model import dates
from build_tools.model.edition import Edition
from build_tools.views.crossings import MOST, crossings
from build_tools.views.desk import Desk


@pytest.fixture(scope="module")
def desk(linked: Linked) -> Desk:
    return Desk(linked=linked, edition=Edition.AUTO, root="../")


def beside(desk: Desk, slug: str, number: int) -> list[str]:
    found = crossings(desk, slug).get(number, ())
    return [f"{one.label} {one.text}".strip() for one in found]


def test_a_date_that_another_article_does_not_share_is_named_with_that_article(
    desk: Desk,
) -> None:
    (line,) = [one for one in beside(desk, "quillane-2025-towpath", 3) if "merger" in one]
    assert line.startswith("Ward merger: Contradicted")
    assert "Ostrick 2025 has 2019" in line


def test_a_rival_date_of_an_event_is_told_on_both_sides(linked: Linked) -> None:
    merger = next(one for one in linked.events if one.id == "ward-merger")
    first, second = merger.told
    assert first.date and second.date and first.date.agrees(second.date)
    other = dataclasses.replace(second.telling, date="2021")
    clash = dataclasses.replace(second, telling=other, date=dates.parse("2021"))
    events = (dataclasses.replace(merger, told=(first, clash)),)
    desk = Desk(
        linked=dataclasses.replace(linked, events=events, measures=(), questions=()),
        edition=Edition.AUTO,
    )
    assert beside(desk, "ostrick-2025-toll", 6) == [
        "The wards are merged: Halewell 2025 dates this to 2021"
    ]
    assert beside(desk, "halewell-2025-wardens", 8) == [
        "The wards are merged: Ostrick 2025 dates this to 2019"
    ]


def test_figures_that_conflict_stand_beside_each_other(desk: Desk) -> None:
    lines = beside(desk, "ostrick-2025-toll", 2)
    assert "18,400 barges: Conflicting: Halewell 2025 has 11,900 barges" in lines
    lines = beside(desk, "halewell-2025-wardens", 2)
    assert (
        "11,900 barges: Conflicting: Ostrick 2025 has 18,400 barges; 1 more" in lines
    )  # that on record


def test_figures_of_other_things_or_times_are_left_to_the_ledger(desk: Desk) -> None:
    assert not any("crowns" in line for line in beside(desk, "ostrick-2025-toll", 1))


def test_silent_articles_and_paragraphs_without_evidence_have_no_line(desk: Desk) -> None:
    assert not any(
        "The toll" in line
        for number in range(1, 9)
        for line in beside(desk, "quillane-2025-towpath", number)
    )


def test_each_line_leads_to_what_is_compared(desk: Desk) -> None:
    (line,) = crossings(desk, "quillane-2025-towpath")[3]
    assert line.href == "../comparisons/ward-merger.html#a-quillane-2025-towpath"


def test_a_margin_holds_a_few_lines_and_counts_the_others(linked: Linked) -> None:
    merger = next(one for one in linked.questions if one.id == "ward-merger")
    many = tuple(dataclasses.replace(merger, id=f"q{n}") for n in range(MOST + 3))
    desk = Desk(
        linked=dataclasses.replace(linked, events=(), measures=(), questions=many),
        edition=Edition.AUTO,
    )
    lines = crossings(desk, "ostrick-2025-toll")[6]
    assert len(lines) == MOST + 1
    assert (lines[-1].label, lines[-1].href) == ("3 more", "comparisons/index.html")
