"""An editorial folder in any state: mistakes are told, nothing hangs, nothing is a traceback."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.sources import loading, lockfile
from build_tools.sources.workplace import Workplace
from tests.unit.sources.pickling import elsewhere

ARTICLE = "articles/ostrick-2025-toll"


def told(place: Workplace) -> list[tuple[str, str]]:
    """Return code and path of every problem with the files and the lock."""
    _, problems = loading.load(place.corpus)
    _, more = lockfile.read(place.corpus)
    root = f"{place.corpus.as_posix()}/"
    return [(one.code, one.place.path.removeprefix(root)) for one in (*problems, *more)]


def pipe(path: Path) -> None:
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()


def dangling(path: Path) -> None:
    path.symlink_to(path.with_name("not-there"))


def circle(path: Path) -> None:
    path.symlink_to(path)


def plain_file(path: Path) -> None:
    path.write_text("x", encoding="utf-8")


@pytest.mark.parametrize("put", [pipe, folder, dangling, circle])
@pytest.mark.parametrize(
    "name",
    [
        "site.yml",
        "bibliography.json",
        "anchors.lock",
        "glossary/odd.yml",
        f"{ARTICLE}/notes.yml",
        f"{ARTICLE}/digest.md",
    ],
)
def test_what_is_no_regular_file_is_told(
    canal: Workplace, name: str, put: Callable[[Path], None]
) -> None:
    (canal.corpus / name).unlink(missing_ok=True)
    put(canal.corpus / name)
    code = "CR211" if put is folder and name.startswith("glossary") else "CR207"
    assert told(canal) == [(code, name)]


@pytest.mark.parametrize("put", [plain_file, dangling, circle])
@pytest.mark.parametrize("name", ["articles", "glossary", "events"])
def test_what_is_no_folder_is_told(
    canal: Workplace, name: str, put: Callable[[Path], None]
) -> None:
    shutil.rmtree(canal.corpus / name, ignore_errors=True)
    put(canal.corpus / name)
    assert told(canal) == [("CR207", name)]


def test_a_folder_without_the_right_to_read_it_is_told(
    canal: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    assert ("CR207", "articles") in told(canal)


def test_a_link_out_of_the_folder_is_told_of_the_lock_too(canal: Workplace, tmp_path: Path) -> None:
    (tmp_path / "outside").write_text("{}", encoding="utf-8")
    (canal.corpus / "anchors.lock").unlink()
    (canal.corpus / "anchors.lock").symlink_to(tmp_path / "outside")
    assert told(canal) == [("CR206", "anchors.lock")]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a": ' * 100_000, "9" * 5000, "{"])
def test_a_spoilt_lock_is_told(canal: Workplace, text: str) -> None:
    (canal.corpus / "anchors.lock").write_text(text, encoding="utf-8")
    assert told(canal) == [("CR430", "anchors.lock")]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_byte_order_marks_and_windows_line_ends_change_nothing(
    canal: Workplace, newline: str
) -> None:
    before, _ = loading.load(canal.corpus)
    for path in canal.corpus.rglob("*"):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            path.write_text(text, encoding="utf-8-sig", newline=newline)
    after, _ = loading.load(canal.corpus)
    assert told(canal) == []
    assert before
    assert after
    assert [one.digest.value for one in after.articles] == [
        one.digest.value for one in before.articles
    ]
    assert [one.notes.value for one in after.articles] == [
        one.notes.value for one in before.articles
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (ARTICLE, "articles/index"),
        (ARTICLE, "articles/Levy"),
        (ARTICLE, f"articles/{'a' * 81}"),
        ("glossary/barge-toll-order.yml", "glossary/index.yml"),
        ("glossary/barge-toll-order.yml", "glossary/index.yaml"),
    ],
)
def test_names_that_cannot_stand_in_an_address(canal: Workplace, old: str, new: str) -> None:
    (canal.corpus / old).rename(canal.corpus / new)
    assert told(canal) == [("CR211", new)]


def test_two_files_for_one_term_are_told_and_neither_is_picked(canal: Workplace) -> None:
    first = canal.corpus / "glossary" / "barge-toll-order.yml"
    shutil.copy(first, first.with_suffix(".yaml"))
    assert told(canal) == [("CR213", "glossary/barge-toll-order.yml")]
    corpus, problems = loading.load(canal.corpus)
    assert corpus
    assert "barge-toll-order" not in corpus.terms
    assert "barge-toll-order" in corpus.unreadable
    assert "barge-toll-order.yaml" in problems[0].message


def test_articles_may_be_read_by_another_process(canal: Workplace) -> None:
    (canal.corpus / ARTICLE / "notes.yml").write_text("notes: [{id: A}]\n", encoding="utf-8")
    here, there = loading.load(canal.corpus), loading.load(canal.corpus, elsewhere)
    assert repr(here) == repr(there)
    assert here[1]


def test_an_article_is_not_much_larger_than_its_files(canal: Workplace) -> None:
    corpus, _ = loading.load(canal.corpus)
    assert corpus
    for article in corpus.articles:
        folder = canal.corpus / "articles" / article.slug
        size = sum(path.stat().st_size for path in folder.iterdir())
        article.notes.at("notes", 0)  # the tree that tells places is not kept in the article
        assert len(pickle.dumps(article)) < 2.5 * size + 2000


def test_a_folder_that_a_link_leads_out_to_is_told_file_by_file(
    canal: Workplace, tmp_path: Path
) -> None:
    (canal.corpus / ARTICLE).rename(tmp_path / "outside")
    (canal.corpus / ARTICLE).symlink_to(tmp_path / "outside")
    found = told(canal)
    assert {code for code, _ in found} == {"CR206"}
    names = {path.name for path in (tmp_path / "outside").iterdir()}
    assert {path.removeprefix(f"{ARTICLE}/") for _, path in found} == names


def test_links_within_the_folder_are_followed(canal: Workplace) -> None:
    (canal.corpus / ARTICLE).rename(canal.corpus / "kept")
    (canal.corpus / ARTICLE).symlink_to(canal.corpus / "kept")
    (canal.corpus / "kept" / "digest.md").rename(canal.corpus / "retold.md")
    (canal.corpus / "kept" / "digest.md").symlink_to(canal.corpus / "retold.md")
    assert told(canal) == []
