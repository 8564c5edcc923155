"""The recorded exercise: a branch with four edits gives exactly the review it should."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from build_tools.cli import main
from build_tools.sources.workplace import Workplace
from tests.revising import apply, commit, git, repository

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases" / "review"
STEPS = yaml.safe_load((CASES / "exercise.yaml").read_text(encoding="utf-8"))
EXPECTED = (CASES / "exercise.md").read_text(encoding="utf-8")
ALIAS = "aliases:\n  - {old: glossary/clb-k.html, new: glossary/kestle-office.html}\n"


@pytest.fixture
def edited(canal: Workplace) -> Workplace:
    """A repository with the edits on a branch, and `main` in the working tree."""
    folder = canal.corpus.parent
    repository(folder)
    git(folder, "switch", "--quiet", "--create", "edit")
    apply(STEPS, canal.corpus)
    commit(folder, "Four edits")
    git(folder, "switch", "--quiet", "main")
    return canal


def review(place: Workplace, *more: str) -> int:
    where = ["--corpus", str(place.corpus), "--sources", str(place.sources)]
    return main(["review", *where, "--base", "main", "--head", "edit", *more])


def test_the_review_is_exactly_this(edited: Workplace, capsys: pytest.CaptureFixture[str]) -> None:
    assert review(edited) == 0
    assert capsys.readouterr().out == EXPECTED


def test_the_guide_tells_the_same(edited: Workplace) -> None:
    guide = (ROOT / "docs" / "guide" / "reviewing.md").read_text(encoding="utf-8")
    assert f"\n````markdown\n{EXPECTED}````\n" in guide


def test_nothing_is_touched(edited: Workplace) -> None:
    folder = edited.corpus.parent
    before = (git(folder, "status", "--porcelain"), git(folder, "rev-parse", "HEAD"))
    index = (folder / ".git" / "index").read_bytes()
    assert review(edited) == 0
    assert (git(folder, "status", "--porcelain"), git(folder, "rev-parse", "HEAD")) == before
    assert (folder / ".git" / "index").read_bytes() == index
    assert not (edited.corpus / "glossary" / "kestle-office.yml").exists()


def test_an_alias_keeps_the_broken_link(
    edited: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = edited.corpus.parent
    assert review(edited, "--fail-on-broken-links") == 1
    git(folder, "switch", "--quiet", "edit")
    apply([{"in": "aliases.yml", "replace": "aliases:\n", "by": ALIAS}], edited.corpus)
    commit(folder, "Keep the link")
    capsys.readouterr()
    assert review(edited, "--fail-on-broken-links") == 0
    out = capsys.readouterr().out
    assert "None breaks; 1 given up and led elsewhere by `aliases.yml`." in out
    assert "link broken" not in out


def test_three_files_are_written_and_twice_the_same(edited: Workplace, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert review(edited, "--out", str(tmp_path / name)) == 0
    names = {"review.md", "review.json", "review.html"}
    assert {path.name for path in (tmp_path / "one").iterdir()} == names
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    told = json.loads((tmp_path / "one" / "review.json").read_text(encoding="utf-8"))
    folder = edited.corpus.parent
    assert told["base"] == {"name": "main", "commit": git(folder, "rev-parse", "main").strip()}
    assert EXPECTED.startswith(f"## {told['headline']}\n")


def test_the_working_tree_is_compared_with_the_last_commit(
    edited: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--corpus", str(edited.corpus), "--sources", str(edited.sources)]
    assert main(["review", *where]) == 0
    assert "Nothing changes for readers" in capsys.readouterr().out
    apply(STEPS[:1], edited.corpus)
    assert main(["review", *where]) == 0
    out = capsys.readouterr().out
    assert "## 1 note reworded\n\nFrom `HEAD` to the working tree." in out
