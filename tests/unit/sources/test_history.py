"""What became of a note is told step by step; layout and order are no steps."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.sources import revisions
from build_tools.sources.history import past, steps
from build_tools.sources.revisions import Version
from tests.rendering import texts

CANAL = Path(__file__).parents[2] / "corpus" / "canal"


def told(*texts: str) -> dict[str, list[tuple[str, ...]]]:
    versions = [
        Version(commit=f"{n:040}", date=f"2025-01-0{n}", subject=f"step {n}", text=text)
        for n, text in enumerate(texts, 1)
    ]
    return {id: [step.what for step in several] for id, several in steps(versions).items()}


def note(**fields: str) -> str:
    held = {"id": "a", "kind": "claim", "quote": "x", "body": "one"} | fields
    return "notes:\n  - " + "\n    ".join(f"{key}: {value}" for key, value in held.items()) + "\n"


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"body": "two"}, ("reworded",)),
        ({"quote": "y", "prefix": "z"}, ("another quotation",)),
        ({"kind": "context", "body": "two"}, ("another kind", "reworded")),
        ({"paragraph": "7"}, ("moved to another paragraph",)),
        ({"state": "reviewed", "reviewer": "bo"}, ("draft → reviewed",)),
        ({"sources": "[a]", "confidence": "low"}, ("other sources", "not said → low")),
    ],
)
def test_each_change_is_called_by_its_name(fields, what):
    assert told(note(), note(**fields))["a"] == [("added",), what]


def test_layout_comments_and_order_are_no_step():
    assert told(note(), "# said\n" + note().replace("body: one", 'body: "one"'))["a"] == [
        ("added",)
    ]


def test_a_note_that_is_taken_out_and_comes_back():
    assert told(note(), "notes: []", note())["a"] == [("added",), ("taken out",), ("added",)]


@pytest.mark.parametrize("spoilt", ["notes: [", "\x00", "- a", "notes: 3", "a: &a [*a]"])
def test_a_spoilt_version_is_passed_over(spoilt):
    assert told(note(), spoilt, note(body="two"))["a"][0] == ("added",)
    assert told(note(), spoilt, note(body="two"))["a"][-1] in {("reworded",), ("added",)}


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def kept(canal, tmp_path):
    """The canal corpus in a repository, with a note reworded in a second commit."""
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "All")
    file = canal.corpus / "articles" / "ostrick-2025-toll" / "notes.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("The toll is", "This toll is", 1), "utf-8")
    git(tmp_path, "commit", "-qam", "Say <it> better")
    return canal


def test_the_repository_remembers(kept):
    found = past(kept.corpus)
    assert set(found) == {path.name for path in (kept.corpus / "articles").iterdir()}
    told = [step for several in found["ostrick-2025-toll"].values() for step in several]
    assert [step.what for step in told if step.subject == "Say <it> better"] == [("reworded",)]


def test_the_past_has_a_page_and_every_note_a_way_to_it(kept):
    linked = pipeline.read(kept).linked
    assert linked is not None
    made = texts(linked, past=past(kept.corpus))
    page, article = made["history/ostrick-2025-toll.html"], made["articles/ostrick-2025-toll.html"]
    assert "Say &lt;it&gt; better" in page
    for one in linked.article("ostrick-2025-toll").notes:
        assert f'id="n-{one.item.id}"' in page
        assert f"../history/ostrick-2025-toll.html#n-{one.item.id}" in article


def test_without_a_repository_there_is_no_past(canal):
    with pytest.raises(revisions.NoSuchRevision):
        past(canal.corpus)
