"""Reading revisions: whatever lies in them, nothing is touched and the rest is reviewed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from build_tools.cli import main
from build_tools.sources.workplace import Workplace
from tests.revising import apply, commit, git, repository


@pytest.fixture
def repo(canal: Workplace) -> Workplace:
    """The canal corpus as a repository, one commit on `main`."""
    repository(canal.corpus.parent)
    return canal


def told(place: Workplace, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, object]:
    capsys.readouterr()
    where = ["--corpus", str(place.corpus), "--sources", str(place.sources)]
    assert main(["review", *where, "--format", "json", *more]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def wrong_use(place: Workplace, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert main(["review", "--corpus", str(place.corpus), *more]) == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    "name",
    ["nowhere", "--help", "-n", "main..edit", "HEAD:annotations", "", "a b", "main\n", "^main"],
)
def test_a_revision_that_is_none_is_wrong_use(
    repo: Workplace, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert "Traceback" not in wrong_use(repo, capsys, f"--head={name}", "--base=HEAD~7")


def test_a_folder_in_no_repository_is_wrong_use(
    canal: Workplace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(canal.corpus.parents[1]))
    assert "not a git repository" in wrong_use(canal, capsys)


def test_without_git_it_says_so(
    repo: Workplace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert "git is not installed" in wrong_use(repo, capsys)


def test_a_spoilt_file_is_named_and_the_rest_reviewed(
    repo: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    (repo.corpus / "glossary" / "clb-k.yml").write_text("name: [", encoding="utf-8")
    notes = {
        "in": "articles/quillane-2025-towpath/notes.yml",
        "replace": "No count",
        "by": "No sum",
    }
    apply([notes], repo.corpus)
    found = told(repo, capsys)
    assert found["headline"] == "1 note reworded"
    assert found["broken_links"] == []
    unreadable = found["unreadable"]
    assert isinstance(unreadable, list)
    where = [(one["side"], one["place"]["path"]) for one in unreadable]
    assert where == [("head", "annotations/glossary/clb-k.yml")]


@pytest.mark.parametrize("name", ["people.yml", "site.yml"])
def test_without_a_file_that_is_needed_the_other_revision_lends_its_own(
    repo: Workplace, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (repo.corpus / name).write_text("nonsense", encoding="utf-8")
    apply(
        [{"in": "glossary/tidewell-report.yml", "replace": "an inquiry", "by": "a body"}],
        repo.corpus,
    )
    found = told(repo, capsys)
    assert found["headline"] == "1 term redefined"
    assert (repo.corpus / name).read_text(encoding="utf-8") == "nonsense"


def test_what_no_revision_lets_be_read_is_a_problem(
    canal: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    (canal.corpus / "site.yml").write_text("nonsense", encoding="utf-8")
    repository(canal.corpus.parent)
    assert main(["review", "--corpus", str(canal.corpus)]) == 1
    out = capsys.readouterr().out
    assert "annotations/site.yml:1:1: error CR210" in out
    assert "crossread-" not in out


def test_before_the_first_content_everything_is_added(
    canal: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = canal.corpus.parent
    git(folder, "init", "--quiet", "--initial-branch", "main", ".")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Nothing yet")
    found = told(canal, capsys)
    assert str(found["headline"]).startswith("3 articles added, 25 notes added, 10 terms added")


def test_a_link_that_leaves_the_folder_is_not_followed(
    repo: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = repo.corpus.parents[1] / "secret.yml"
    secret.write_text("name: Secret\n", encoding="utf-8")
    (repo.corpus / "glossary" / "leak.yml").symlink_to(secret)
    (repo.corpus / "events" / "leak.yml").symlink_to("/etc/passwd")
    git(repo.corpus.parent, "switch", "--quiet", "--create", "evil")
    commit(repo.corpus.parent, "A leak")
    for head in (["--head", "evil"], []):
        found = told(repo, capsys, "--base", "main", *head)
        assert found["changes"] == []
        unreadable = found["unreadable"]
        assert isinstance(unreadable, list)
        assert {one["code"] for one in unreadable} == {"CR206"}


def test_pipes_and_large_files_do_not_stop_it(
    repo: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(repo.corpus / "glossary" / "pipe.yml")
    with (repo.corpus / "glossary" / "huge.yml").open("wb") as file:
        file.truncate(70_000_000)
    found = told(repo, capsys)
    unreadable = found["unreadable"]
    assert isinstance(unreadable, list)
    assert [(one["code"], Path(one["place"]["path"]).name) for one in unreadable] == [
        ("CR201", "huge.yml")
    ]
    (repo.corpus / "glossary" / "pipe.yml").unlink()
    commit(repo.corpus.parent, "Huge")
    assert told(repo, capsys, "--base", "HEAD~1", "--head", "HEAD")["unreadable"] == unreadable


def test_since_the_fork_what_others_did_meanwhile_does_not_count(
    repo: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = repo.corpus.parent
    mine = {"in": "glossary/tidewell-report.yml", "replace": "an inquiry", "by": "a body"}
    theirs = {"in": "people.yml", "replace": "name: Reviewer", "by": "name: Second reader"}
    git(folder, "switch", "--quiet", "--create", "mine")
    apply([mine], repo.corpus)
    commit(folder, "Mine")
    git(folder, "switch", "--quiet", "main")
    apply([theirs], repo.corpus)
    commit(folder, "Theirs")
    both = told(repo, capsys, "--base", "main", "--head", "mine")
    assert both["headline"] == "1 term redefined, 1 other change"
    since = told(repo, capsys, "--base", "main", "--head", "mine", "--since-fork")
    assert since["headline"] == "1 term redefined"


def test_the_editorial_folder_may_be_the_repository(
    canal: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    repository(canal.corpus)
    apply([{"in": "site.yml", "replace": "Reading Room", "by": "Library"}], canal.corpus)
    found = told(canal, capsys)
    changes = found["changes"]
    assert isinstance(changes, list)
    assert [(one["sort"], one["path"]) for one in changes] == [("site", "site.yml")]


def test_a_lock_that_cannot_be_read_raises_no_false_alarm(
    repo: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    (repo.corpus / "anchors.lock").write_text("{", encoding="utf-8")
    away = Workplace(corpus=repo.corpus, sources=repo.corpus.parent / "away")
    away.sources.mkdir()
    found = told(away, capsys)
    changes = found["changes"]
    assert isinstance(changes, list)
    assert {one["kind"] for one in changes} <= {"added", "removed"}


def test_owners_are_those_of_the_earlier_revision(
    repo: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = repo.corpus.parent
    (folder / "CODEOWNERS").write_text("* @all\n/annotations/glossary/ @names\n", encoding="utf-8")
    commit(folder, "Owners")
    (folder / "CODEOWNERS").write_text("* @thief\n", encoding="utf-8")
    apply(
        [{"in": "glossary/tidewell-report.yml", "replace": "an inquiry", "by": "a body"}],
        repo.corpus,
    )
    found = told(repo, capsys)
    path = "annotations/glossary/tidewell-report.yml"
    assert found["owners"] == [{"owners": ["@names"], "paths": [path]}]
