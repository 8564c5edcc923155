"""Importing: an op-ed is recognised, and editors' work is never touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from build_tools import editing, pipeline
from build_tools.model.problem import Problem
from build_tools.sources import importing, loading
from build_tools.sources.adoption import Adoption, Outcome, Particulars, adopt
from build_tools.sources.origins import with_origin
from build_tools.sources.slugs import make_slug
from build_tools.sources.workplace import Workplace

NEW = """Why the ferry should run at night

By Ilse Harrow

The night ferry stopped nine years ago, and the town has slept badly ever since. People who work
late walk round by the bridge, which takes an hour in summer and longer in the wind.

A ferry at night costs money. So does a bridge that nobody can light, and so does a street full of
cars that wait for the morning boat. The council has counted the one and never the other.

Source: The Northquay Packet
"""


def add(place: Workplace, path: Path, **given: object) -> Adoption | tuple[Problem, ...]:
    result = editing.add(place, path, Particulars(**given))  # type: ignore[arg-type]
    return result.adoption if isinstance(result, editing.Added) else result


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


def test_a_new_op_ed_gets_a_record_and_a_skeleton(canal: Workplace, ferry: Path) -> None:
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
    assert set(codes) - {"CR405"} == {"CR311", "CR321"}  # CR405: the lock does not know it yet


def test_the_skeleton_holds_none_of_the_op_eds_sentences(canal: Workplace, ferry: Path) -> None:
    adoption = add(canal, ferry, date="2024")
    assert isinstance(adoption, Adoption)
    written = " ".join(one.text for one in adoption.outputs)
    assert not [word for word in NEW.split(".") if len(word.split()) > 5 and word in written]


def test_the_same_file_again_changes_nothing(canal: Workplace) -> None:
    before = everything(canal.corpus.parent)
    adoption = add(canal, canal.sources / "levy.txt")
    assert isinstance(adoption, Adoption)
    assert (adoption.slug, adoption.outcome) == ("ostrick-2025-toll", Outcome.UNCHANGED)
    assert everything(canal.corpus.parent) == before


def test_a_changed_version_changes_only_its_origin(canal: Workplace, tmp_path: Path) -> None:
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


def test_what_the_file_does_not_say_is_asked_for(canal: Workplace, ferry: Path) -> None:
    before = everything(canal.corpus.parent)
    problems = add(canal, ferry)
    assert isinstance(problems, tuple)
    assert [one.code for one in problems] == ["CR110"]
    assert "--date" in problems[0].example
    assert everything(canal.corpus.parent) == before


def decide(place: Workplace, path: Path, known: bool = True, **given: object) -> Adoption | Problem:
    """Return what is decided, the names of the folders given or not."""
    corpus, _ = loading.load(place.corpus)
    text = importing.read(path)
    assert corpus
    assert not isinstance(text, Problem)
    folder = place.corpus / "articles"
    records = {
        one.slug: (folder / one.slug / "article.yml").read_text(encoding="utf-8")
        for one in corpus.articles
    }
    taken = frozenset(one.name for one in folder.iterdir()) if known else frozenset()
    particulars = Particulars(**given)  # type: ignore[arg-type]
    return adopt(text, corpus, particulars, records, "ferry.txt", taken)


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("file", ["article.yml", "notes.yml", "digest.md", "mentions.yml"])
@pytest.mark.parametrize("slug", [None, "harrow-2024-night"])
def test_an_article_with_mistakes_is_never_written_over(
    canal: Workplace, ferry: Path, file: str, slug: str | None, known: bool
) -> None:
    assert isinstance(add(canal, ferry, date="2024-03"), Adoption)
    (canal.corpus / "articles" / "harrow-2024-night" / file).write_text("oops: [", "utf-8")
    found = decide(canal, ferry, known, date="2024-03", slug=slug)
    assert isinstance(found, Problem)
    assert (found.code, found.words) == ("CR111", "harrow-2024-night")
    assert found.example == "crossread check"


def test_a_folder_without_any_file_is_taken_too(canal: Workplace, ferry: Path) -> None:
    (canal.corpus / "articles" / "harrow-2024-night").mkdir()
    found = decide(canal, ferry, date="2024-03")
    assert isinstance(found, Problem)
    assert found.code == "CR111"


def test_two_op_eds_with_one_name_are_numbered(canal: Workplace, ferry: Path) -> None:
    slugs = []
    for words in ("ferry", "lantern", "harbour"):
        lines = (" ".join(f"{words}{n}{m}" for m in "abcdefghijklmnop") for n in "qrst")
        text = ".\n\n".join(lines)
        ferry.write_text(f"On the night {words}s, night\n\nBy Ilse Harrow\n\n{text}\n", "utf-8")
        adoption = add(canal, ferry, date="2024", outlet="Packet", title=f"{words[:4]} night")
        assert isinstance(adoption, Adoption)
        assert adoption.outcome == Outcome.NEW
        slugs.append(adoption.slug)
    assert slugs == ["harrow-2024-night", "harrow-2024-night-2", "harrow-2024-night-3"]


@pytest.mark.parametrize("slug", ["../x", "X", "a--b", "a\n", "", "index", "a" * 81, "a/b"])
def test_a_slug_that_cannot_be_taken_is_refused(canal: Workplace, ferry: Path, slug: str) -> None:
    found = decide(canal, ferry, date="2024", slug=slug)
    assert isinstance(found, Problem)
    assert (found.code, found.words) == ("CR112", slug)
    assert "--slug" in found.example


@pytest.mark.parametrize(
    ("given", "code", "message", "example"),
    [
        ({"date": "yesterday"}, "CR210", "`date`: is not an EDTF date", "--date"),
        ({"date": "2024\nrights: x"}, "CR210", "`date`: is not an EDTF date", "--date"),
        ({"authors": (" ",)}, "CR210", "`authors`", "--author"),
        ({"title": " "}, "CR210", "`title`", "--title"),
        ({"outlet": "x" * 401}, "CR210", "`outlet`", "--outlet"),
        ({"outlet": "x\x1by"}, "CR208", "`outlet` holds the invisible character", "--outlet"),
        ({"url": "javascript:alert(1)"}, "CR210", "`url`: is not a web address", "--url"),
    ],
)
def test_a_record_that_could_not_be_read_is_never_written(
    canal: Workplace,
    ferry: Path,
    given: dict[str, object],
    code: str,
    message: str,
    example: str,
) -> None:
    found = decide(canal, ferry, **{"date": "2024", **given})
    assert isinstance(found, Problem)
    assert (found.code, str(found.place)) == (code, "ferry.txt:1:1")
    assert found.message.startswith(message)
    assert found.example.startswith(f"crossread add ferry.txt {example} ")


def test_what_front_matter_says_is_checked_as_well(canal: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "ferry.md"
    path.write_text(f"---\nurl: javascript:alert(1)\ndate: 2024-05-19\n---\n{NEW}", "utf-8")
    found = decide(canal, path)
    assert isinstance(found, Problem)
    assert found.message.startswith("`url`")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_an_origin_is_put_in_with_the_files_own_line_ends(canal: Workplace, mark: str) -> None:
    text = importing.read(canal.sources / "levy.txt")
    assert not isinstance(text, Problem)
    record = mark + "title: x\r\norigin: {}\r\n\r\n# rights\r\nrights: y\r\n"
    changed = with_origin(record, text)
    assert changed.startswith(f"{mark}title: x\r\norigin:  # written")
    assert changed.endswith("\r\n\r\n# rights\r\nrights: y\r\n")
    assert "\n" not in changed.replace("\r\n", "")
    assert with_origin(changed, text) == changed


def test_a_record_laid_out_otherwise_is_left_alone(canal: Workplace, tmp_path: Path) -> None:
    path = canal.corpus / "articles" / "ostrick-2025-toll" / "article.yml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(data, default=str), encoding="utf-8")
    newer = tmp_path / "newer.txt"
    text = (canal.sources / "levy.txt").read_text(encoding="utf-8")
    newer.write_text(text.replace("canal", "waterway", 1), encoding="utf-8")
    found = decide(canal, newer)
    assert isinstance(found, Problem)
    assert found.place.path == path.as_posix()


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
