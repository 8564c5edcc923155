from __future__ import annotations

import dataclasses
from pathlib import Path

from tests.bench.ratios import spread
from tests.bench.records import BEGIN, END, GUIDE, filled, keep, publish, read
from tests.bench.sections import Section, Target, table, target, targets_table

PAGE = f"# Speed\n\nBefore.\n\n{BEGIN}\nold\n\n{END}\nAfter.\n"
BROKEN = Target(name="bytes", most="4 KiB", measured="5 KiB", met=False, holds=True)


def section(title: str, *targets: Target) -> Section:
    return Section(
        title=title, text=table(("a", "b"), [("1", "2")]), figures={"x": 1}, targets=targets
    )


def test_a_table_is_markdown() -> None:
    assert table(("a", "b"), [("1", "2")]) == "| a | b |\n| --- | --- |\n| 1 | 2 |\n"


def test_a_target_is_met_by_its_median() -> None:
    assert target("t", 1.0, spread([0.9, 1.0, 1.4])).met
    assert not target("t", 1.0, spread([0.9, 1.1, 1.2])).met


def test_every_target_has_a_row_that_says_whether_it_is_met() -> None:
    rows = targets_table([target("speed", 0.25, spread([0.2, 0.2])), BROKEN]).splitlines()
    assert rows[2:] == ["| speed | 0.25 | 0.20 | met |", "| bytes | 4 KiB | 5 KiB | missed |"]


def test_a_part_that_is_measured_alone_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    keep(tmp_path, "builds", section("Builds"))
    keep(tmp_path, "pages", section("Pages"))
    keep(tmp_path, "builds", section("Builds again"))
    assert [one["title"] for one in read(tmp_path).values()] == ["Builds again", "Pages"]


def test_tables_stand_between_the_marks_and_the_rest_of_the_page_stays(tmp_path: Path) -> None:
    guide = tmp_path / "speed.md"
    guide.write_text(PAGE, encoding="utf-8")
    keep(tmp_path, "pages", section("Pages", BROKEN))
    keep(tmp_path, "builds", section("Builds"))
    publish(tmp_path, ("builds", "pages"), guide)
    text = guide.read_text(encoding="utf-8")
    assert text.startswith(f"# Speed\n\nBefore.\n\n{BEGIN}\nMeasured on: ")
    assert text.endswith(f"{END}\nAfter.\n")
    assert "old" not in text
    assert text.index("| bytes |") < text.index("### Builds") < text.index("### Pages")


def test_writing_twice_changes_nothing() -> None:
    known = [{"machine": "one", **dataclasses.asdict(section("Builds", BROKEN))}]
    once = filled(PAGE, known)
    assert filled(once, known) == once


def test_the_guide_has_a_place_for_the_tables() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert text.count(BEGIN) == text.count(END) == 1
    assert text.index(BEGIN) < text.index(END)
