"""Importing: an op-ed is recognised, and editors' work is never touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools import editing, pipeline
from build_tools.model.problem import Problem
from build_tools.sources.adoption import Adoption, Outcome, Particulars, make_slug

NEW = """Why the ferry should run at night

By Ilse Harrow

The night ferry stopped nine years ago, and the town has slept badly ever since. People who work
late walk round by the bridge, which takes an hour in summer and longer in the wind.

A ferry at night costs money. So does a bridge that nobody can light, and so does a street full of
cars that wait for the morning boat. The council has counted the one and never the other.

Source: The Northquay Packet
"""


def add(place: pipeline.Workplace, path: Path, **given: object) -> Adoption | tuple[Problem, ...]:
    result = editing.add(place, path, Particulars(**given))  # type: ignore[arg-type]
    return result[0] if isinstance(result[0], Adoption) else result  # type: ignore[return-value]


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(NEW, encoding="utf-8")
    return path


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_new_op_ed_gets_a_record_and_a_skeleton(canal: pipeline.Workplace, ferry: Path) -> None:
    before = everything(canal.corpus)
    adoption = add(canal, ferry, date="2024-03")
    assert isinstance(adoption, Adoption)
    assert (adoption.slug, adoption.outcome) == ("harrow-2024-night", Outcome.NEW)
    after = everything(canal.corpus)
    assert {path: after[path] for path in before} == before
    digest = after["articles/harrow-2024-night/digest.md"].decode()
    assert digest == "¶1\n\n¶2\n"
    assert (canal.sources / "harrow-2024-night.txt").read_text(encoding="utf-8") == NEW
    codes = [one.code for one in pipeline.read(canal).problems]
    assert codes.count("CR311") == 2  # what is left to do is said, and nothing else is wrong
    assert set(codes) == {"CR311", "CR321"}


def test_the_skeleton_holds_none_of_the_op_eds_sentences(
    canal: pipeline.Workplace, ferry: Path
) -> None:
    adoption = add(canal, ferry, date="2024")
    assert isinstance(adoption, Adoption)
    written = " ".join(one.text for one in adoption.outputs)
    assert not [word for word in NEW.split(".") if len(word.split()) > 5 and word in written]


def test_the_same_file_again_changes_nothing(canal: pipeline.Workplace) -> None:
    before = everything(canal.corpus.parent)
    adoption = add(canal, canal.sources / "levy.txt")
    assert isinstance(adoption, Adoption)
    assert (adoption.slug, adoption.outcome) == ("ostrick-2025-toll", Outcome.UNCHANGED)
    assert everything(canal.corpus.parent) == before


def test_a_changed_version_changes_only_its_origin(
    canal: pipeline.Workplace, tmp_path: Path
) -> None:
    text = (canal.sources / "levy.txt").read_text(encoding="utf-8")
    newer = tmp_path / "newer.txt"
    newer.write_text(text.replace("canal", "waterway", 1), encoding="utf-8")
    before = everything(canal.corpus)
    adoption = add(canal, newer)
    assert isinstance(adoption, Adoption)
    assert (adoption.slug, adoption.outcome) == ("ostrick-2025-toll", Outcome.CHANGED)
    after = everything(canal.corpus)
    changed = [path for path in before if after[path] != before[path]]
    assert changed == ["articles/ostrick-2025-toll/article.yml"]
    old, new = (
        side["articles/ostrick-2025-toll/article.yml"].decode().partition("origin:")[0]
        for side in (before, after)
    )
    assert old == new
    assert (canal.sources / "levy.txt").read_text(encoding="utf-8") == text


def test_what_the_file_does_not_say_is_asked_for(canal: pipeline.Workplace, ferry: Path) -> None:
    before = everything(canal.corpus.parent)
    problems = add(canal, ferry)
    assert isinstance(problems, tuple)
    assert [one.code for one in problems] == ["CR110"]
    assert "--date" in problems[0].example
    assert everything(canal.corpus.parent) == before


@pytest.mark.parametrize(
    ("title", "authors", "outlet", "date", "slug"),
    [
        (
            "The Levy Nobody Wanted",
            ("Maren Ostrick",),
            "Ledger",
            "2025-01-02",
            "ostrick-2025-wanted",
        ),
        (
            "Canals: what now?",
            (),
            "The Velmouth Ledger",
            "2025~",
            "the-velmouth-ledger-2025-canals",
        ),
        ("Über Schleusen", ("Jörg Müller",), "X", "2024-05", "muller-2024-schleusen"),
        ("So?", (), "X", "2024", "x-2024-so"),
    ],
)
def test_slugs(title: str, authors: tuple[str, ...], outlet: str, date: str, slug: str) -> None:
    assert make_slug(title, authors, outlet, date) == slug
