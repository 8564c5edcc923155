"""The command line: exit codes, messages, nothing lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.cli import main
from build_tools.sources.workplace import Workplace


def flags(place: Workplace) -> list[str]:
    return ["--corpus", str(place.corpus), "--sources", str(place.sources)]


def test_a_clean_corpus_is_fine(canal: Workplace) -> None:
    assert main(["check", *flags(canal)]) == 0


def test_problems_are_listed_and_the_exit_code_is_one(
    canal: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    path = canal.corpus / "glossary" / "clb-k.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("author: editor", "author: nobody"))
    assert main(["check", *flags(canal)]) == 1
    out = capsys.readouterr().out
    line = next(n for n, text in enumerate(path.read_text().splitlines(), 1) if "nobody" in text)
    assert f"{path.as_posix()}:{line}:9: error CR301: " in out
    assert "«nobody»" in out
    assert "for example:" in out


@pytest.mark.parametrize("form", ["github", "json", "text"])
def test_formats_carry_the_same_findings(
    canal: Workplace, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    (canal.corpus / "site.yml").write_text("title: 5%\n", encoding="utf-8")
    assert main(["check", *flags(canal), "--format", form]) == 1
    out = capsys.readouterr().out
    if form == "json":
        assert {one["code"] for one in json.loads(out)} == {"CR210"}
    else:
        assert out.count("CR210") == 2


@pytest.mark.parametrize(
    "arguments", [[], ["nonsense"], ["build", "--edition", "secret"], ["check", "--format", "xml"]]
)
def test_wrong_use_is_exit_code_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 2


@pytest.mark.parametrize(
    "target", ["term:nowhere", "article:nowhere", "event:nowhere", "figure:no/where", "question:no"]
)
def test_a_link_that_leads_nowhere_stops_the_build(
    canal: Workplace, tmp_path: Path, target: str
) -> None:
    path = canal.corpus / "questions" / "chains.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("mentions chains", f"mentions [chains]({target})"), "utf-8")
    assert main(["build", *flags(canal), "--site-dir", str(tmp_path / "site")]) == 1
    assert not (tmp_path / "site").exists()


def test_no_corpus_is_a_message_and_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--corpus", str(tmp_path / "nowhere")]) == 2
    assert "nowhere is not a folder" in capsys.readouterr().err


def test_a_named_folder_of_sources_must_be_there(
    canal: Workplace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = str(tmp_path / "typo")
    assert main(["check", "--corpus", str(canal.corpus), "--sources", nowhere]) == 2
    assert "typo" in capsys.readouterr().err


def test_accepting_what_is_not_there_is_wrong_use(canal: Workplace) -> None:
    assert main(["anchor", *flags(canal), "--accept", "nope#nope"]) == 2


def test_offending_words_cannot_steer_a_terminal_or_a_workflow(
    canal: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    path = canal.corpus / "glossary" / "clb-k.yml"
    text = path.read_text(encoding="utf-8")
    evil = 'author: "x\\n::error file=a::pwned\\e[2J"'
    path.write_text(text.replace("author: editor", evil), encoding="utf-8")
    assert main(["check", *flags(canal)]) == 1
    out = capsys.readouterr().out
    assert "\n::" not in out
    assert "\x1b" not in out


def test_a_renamed_term_is_no_trouble_where_the_texts_are_away(canal: Workplace) -> None:
    assert main(["anchor", *flags(canal)]) == 0
    (canal.corpus / "glossary" / "clb-k.yml").rename(canal.corpus / "glossary" / "kestle.yml")
    for path in canal.corpus.rglob("*.*"):
        if path.suffix in {".yml", ".md"}:
            old = path.read_text(encoding="utf-8")
            path.write_text(
                old.replace("term:clb-k", "term:kestle").replace("term: clb-k", "term: kestle"),
                encoding="utf-8",
            )
    assert main(["check", "--corpus", str(canal.corpus)]) in {0, 1}


def test_a_lock_behind_the_texts_is_reported(
    canal: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    (canal.corpus / "anchors.lock").unlink()
    assert main(["check", *flags(canal)]) == 1
    assert "CR405" in capsys.readouterr().out
    assert main(["anchor", *flags(canal)]) == 0
    assert main(["check", *flags(canal)]) == 0


def test_it_is_also_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "build_tools", "--help"], capture_output=True, text=True, check=True
    )
    for command in ("build", "bundle", "deployable", "check", "anchor", "add", "init", "serve"):
        assert command in done.stdout


def test_add_says_what_it_left_out(canal: Workplace, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", str(canal.sources / "levy.txt"), *flags(canal)]) == 0
    out = capsys.readouterr().out
    assert "already known and unchanged: ostrick-2025-toll" in out
    assert "left out (byline): By Maren Ostrick" in out


def test_add_reports_every_bad_file(canal: Workplace, capsys: pytest.CaptureFixture[str]) -> None:
    empty, binary = canal.sources / "empty.txt", canal.sources / "binary.txt"
    empty.write_text("", encoding="utf-8")
    binary.write_bytes(b"\x00\x01\x02" * 100)
    assert main(["add", str(empty), str(binary), *flags(canal)]) == 1
    out = capsys.readouterr().out
    assert "CR101" in out
    assert "CR103" in out


def test_anchor_says_how_each_article_stands(
    canal: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["anchor", *flags(canal)]) == 0
    said = "22 exact; 11 notes, 4 tellings, 2 figures, 5 passages of answers, 21 mentions"
    assert f"ostrick-2025-toll: {said}" in capsys.readouterr().out
