"""Events: rival dates are kept and told from dates that are merely less exact."""

from __future__ import annotations

import pytest

from build_tools import editing, pipeline
from build_tools.linking.anchors import Standing
from build_tools.linking.linked import Linked
from build_tools.model import dates
from build_tools.model.problem import Problem
from build_tools.sources.workplace import Workplace


def of_events(place: Workplace, code: str) -> list[Problem]:
    found = pipeline.read(place).problems
    return [one for one in found if one.code == code and "/events/" in one.place.path]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2022-11", "2022-11-28", True),
        ("2022", "2022-11-28", True),
        ("2022-06", "2022-11-28", False),
        ("2022-12-XX", "2022-12-25", True),
        ("2022-22", "2022-07", True),
        ("2022-22", "2022-11", False),
        ("2021-08/..", "2024", True),
        ("2021-08/..", "2020", False),
        ("2023-03-27~", "2023-03-26", True),
        ("2023-03-27~", "2023-04-27", False),
        ("2023-03~", "2023-04", True),
        ("2014", "2021-08-30", False),
    ],
)
def test_dates_agree_where_they_may_mean_one_day(one: str, other: str, agree: bool) -> None:
    assert dates.parse(one).agrees(dates.parse(other)) is agree
    assert dates.parse(other).agrees(dates.parse(one)) is agree


def test_events_come_by_date_with_all_their_tellings(linked: Linked) -> None:
    assert [one.id for one in linked.events] == [
        "passage-sold",
        "passage-bought-back",
        "ward-merger",
        "toll-begins",
    ]
    assert linked.events[2].articles == ("ostrick-2025-toll", "halewell-2025-wardens")


def test_a_rival_date_is_one_that_cannot_be_the_events(linked: Linked) -> None:
    merger = linked.events[2]
    assert [one.telling.date for one in merger.rivals] == ["2019"]
    assert not any(one.rivals for one in linked.events if one.id != "ward-merger")


def test_every_telling_is_anchored_and_in_the_lock(linked: Linked) -> None:
    tellings = [told for one in linked.events for told in one.told]
    assert {one.placed.standing for one in tellings} == {Standing.EXACT}
    locked = {quote.id for one in linked.lock().values() for quote in one.quotes}
    assert {one.placed.key for one in tellings} <= locked


def test_a_moved_telling_is_shown_and_taken_over(canal: Workplace) -> None:
    source = canal.sources / "levy.txt"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("bought back in 1861", "bought again in 1861"), "utf-8")
    found = of_events(canal, "CR403")
    assert [one.place.path.rpartition("/")[2] for one in found] == ["passage-bought-back.yml"]
    assert "[-back-] {+again+}" in found[0].message
    name = "ostrick-2025-toll#event:passage-bought-back:0"
    assert editing.accept(canal, (name,)) == ((name,), ())
    assert not of_events(canal, "CR403")


def test_a_telling_whose_words_are_gone_is_lost(canal: Workplace) -> None:
    source = canal.sources / "levy.txt"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace(", sold in 1742 and bought back in 1861,", ""), "utf-8")
    assert len(of_events(canal, "CR402")) == 2
