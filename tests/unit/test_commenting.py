"""A review is put below its pull request once, and nothing in it comes to life."""

from __future__ import annotations

import json
import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.cli import main
from build_tools.commenting import LONGEST, MARK, harmless

SHA = "a" * 40
GH = """#!{python}
import json, pathlib, sys
state = pathlib.Path({state!r})
held = json.loads(state.read_text())
arguments, given = sys.argv[1:], sys.stdin.read()
held["calls"].append([arguments, given])
state.write_text(json.dumps(held))
if arguments[:2] == ["run", "download"]:
    if held["review"] is None:
        sys.exit("no artifact matches")
    folder = pathlib.Path(arguments[arguments.index("--dir") + 1])
    (folder / "review.md").write_text(held["review"])
elif arguments[1].endswith("/pulls"):
    print(json.dumps(held["pulls"]))
elif "--method" in arguments:
    print("{{}}")
else:
    print(json.dumps(held["comments"]))
"""


@pytest.fixture
def gh(tmp_path, monkeypatch):
    """A stand-in for GitHub's command that keeps what it was asked."""
    state = tmp_path / "state.json"
    pull = {"number": 7, "state": "open", "head": {"sha": SHA}}
    held = {"calls": [], "review": "2 notes moved", "pulls": [pull], "comments": []}
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "gh"
    program.write_text(GH.format(python=sys.executable, state=str(state)))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)

    def run(**changes):
        state.write_text(json.dumps(held | changes))
        code = main(["comment", "owner/name", "12", SHA])
        calls = json.loads(state.read_text())["calls"]
        return code, [one for one in calls if "--method" in one[0]]

    return run


def test_the_first_review_is_a_new_comment(gh):
    code, written = gh()
    assert code == 0
    ((arguments, given),) = written
    assert arguments[1] == "repos/owner/name/issues/7/comments"
    assert arguments[arguments.index("--method") + 1] == "POST"
    assert json.loads(given) == {"body": f"{MARK}\n2 notes moved"}


def test_a_later_review_takes_its_place(gh):
    ours = {"id": 5, "user": {"type": "Bot"}, "body": f"{MARK}\nold"}
    passing = {"id": 4, "user": {"type": "User"}, "body": f"{MARK}\nnot ours"}
    _, ((arguments, _),) = gh(comments=[passing, ours])
    assert arguments[1] == "repos/owner/name/issues/comments/5"
    assert arguments[arguments.index("--method") + 1] == "PATCH"


@pytest.mark.parametrize(
    "pulls",
    [
        [],
        [{"number": 7, "state": "closed", "head": {"sha": SHA}}],
        [{"number": 7, "state": "open", "head": {"sha": "b" * 40}}],
    ],
    ids=["none", "closed", "moved on"],
)
def test_where_no_pull_request_waits_nothing_is_said(gh, pulls):
    assert gh(pulls=pulls) == (0, [])


def test_a_run_without_a_review_is_reported(gh, capsys):
    code, written = gh(review=None)
    assert (code, written) == (1, [])
    assert "CR840" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [("o", "1", SHA), ("o/n", "x", SHA), ("o/n", "1", "HEAD"), ("o/n;x", "1", SHA)],
)
def test_what_is_no_run_is_refused(arguments, capsys):
    assert main(["comment", *arguments]) == 2
    assert "as GitHub writes it" in capsys.readouterr().err


ALIVE = (
    "@ann",
    "x@y",
    "#12",
    "](http",
    "][r]",
    "https://",
    "<script",
    "<img",
    "<a ",
    "\u202e",
    "\x1b",
)


@pytest.mark.parametrize("text", ALIVE)
def test_nothing_comes_to_life(text):
    assert text not in harmless(f"before {text} after")


@given(st.lists(st.sampled_from([*ALIVE, "a", " ", "\n", "<details>", "[", "]", "@", "#"])))
def test_nothing_comes_to_life_in_any_company(parts):
    said = harmless("".join(parts))
    assert not any(one in said for one in ALIVE)


def test_what_folds_and_marks_stays():
    kept = "<details><summary>Notes</summary>\n<del>old</del> <ins>new</ins>\n</details>"
    assert harmless(kept) == kept


def test_a_long_review_is_cut_at_a_line_and_closed():
    said = harmless("<details>\n" + "a line\n" * 20_000)
    assert len(said) < LONGEST + 200
    assert said.count("<details>") == said.count("</details>")
    assert "Cut here" in said
