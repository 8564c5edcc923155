"""`fmt` and `check --fix`: what they write, what they leave alone, and how they end."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.cli import main
from build_tools.mending import MENDS
from build_tools.sources.workplace import Workplace


def flags(place: Workplace) -> list[str]:
    return ["--corpus", str(place.corpus), "--sources", str(place.sources)]


def contents(place: Workplace) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in place.corpus.rglob("*") if path.is_file()}


def untidy(place: Workplace) -> Path:
    """Spoil the layout of one file and return it."""
    path = place.corpus / "glossary" / "nahr-gate.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("kind: place", "kind:   place   # where").replace("\n", "\n\n"))
    return path


def test_what_is_laid_out_is_not_touched(canal: Workplace) -> None:
    before = contents(canal)
    assert main(["fmt", *flags(canal)]) == 0
    assert contents(canal) == before


def test_an_untidy_file_is_written_and_named(
    canal: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    before, path = contents(canal), untidy(canal)
    assert main(["fmt", *flags(canal)]) == 0
    assert capsys.readouterr().out == f"{path.as_posix()}\n"
    changed = {one for one, data in contents(canal).items() if before[one] != data}
    assert changed == {path}
    assert "kind: place  # where\n" in path.read_text(encoding="utf-8")
    assert main(["fmt", "--check", *flags(canal)]) == 0


def test_check_writes_nothing_and_fails(
    canal: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    path = untidy(canal)
    before = contents(canal)
    assert main(["fmt", "--check", *flags(canal)]) == 1
    assert f"{path.as_posix()}:" in capsys.readouterr().out
    assert contents(canal) == before


def test_only_the_files_named_are_laid_out(canal: Workplace) -> None:
    path = untidy(canal)
    before = path.read_bytes()
    assert main(["fmt", str(canal.corpus / "events"), *flags(canal)]) == 0
    assert path.read_bytes() == before
    assert main(["fmt", str(path), *flags(canal)]) == 0
    assert path.read_bytes() != before


@pytest.mark.parametrize("name", ["nowhere.yml", "articles/ostrick-2025-toll/digest.md", ".."])
def test_what_is_no_data_file_is_wrong_use(canal: Workplace, name: str) -> None:
    before = contents(canal)
    assert main(["fmt", str(canal.corpus / name / "x"), *flags(canal)]) == 2
    assert contents(canal) == before


def test_a_spoilt_file_is_reported_and_left_alone_while_others_are_laid_out(
    canal: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    spoilt, path = canal.corpus / "people.yml", untidy(canal)
    spoilt.write_text("people:   [\n", encoding="utf-8")
    assert main(["fmt", *flags(canal)]) == 1
    assert spoilt.read_text(encoding="utf-8") == "people:   [\n"
    out = capsys.readouterr().out
    assert "CR202" in out
    assert path.as_posix() in out


def test_a_link_out_of_the_folder_is_not_followed(canal: Workplace, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text("name:   x\n", encoding="utf-8")
    (canal.corpus / "glossary" / "out.yml").symlink_to(outside)
    assert main(["fmt", *flags(canal)]) == 1
    assert outside.read_text(encoding="utf-8") == "name:   x\n"


def test_layout_changes_nothing_that_anchors_rest_on(canal: Workplace) -> None:
    assert main(["anchor", *flags(canal)]) == 0
    for path in canal.corpus.rglob("notes.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("\n      ", " ").replace(">- ", ""), encoding="utf-8")
    lock = (canal.corpus / "anchors.lock").read_bytes()
    assert main(["fmt", *flags(canal)]) in {0, 1}
    assert main(["anchor", *flags(canal)]) in {0, 1}
    assert (canal.corpus / "anchors.lock").read_bytes() == lock


def test_every_mend_is_tried_here() -> None:
    assert set(MENDS) == {"CR331"}


def test_fix_takes_the_finding_away_and_changes_nothing_else(
    canal: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {one.code for one in pipeline.check(canal)}
    kept, path = contents(canal), untidy(canal)
    (found,) = [one for one in pipeline.check(canal) if one.code == "CR331"]
    assert found.place.path == path.as_posix()
    assert main(["check", "--fix", *flags(canal)]) == 0
    assert f"mended CR331 in {path.as_posix()}" in capsys.readouterr().err
    assert {one.code for one in pipeline.check(canal)} == before
    assert {one for one, data in contents(canal).items() if kept[one] != data} == {path}


def test_fix_leaves_what_needs_a_person(canal: Workplace) -> None:
    path = canal.corpus / "glossary" / "clb-k.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("author: editor", "author: nobody"))
    before = contents(canal)
    assert main(["check", "--fix", *flags(canal)]) == 1
    assert contents(canal) == before
