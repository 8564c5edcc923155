"""The folder of source texts: the one named has to be there."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.pipeline import Workplace
from build_tools.sources import loading, texts


def test_the_default_folder_may_be_missing(tmp_path: Path) -> None:
    assert texts.folder(None, tmp_path / "annotations") == tmp_path / "sources"


@pytest.mark.parametrize("how", ["--sources", "CROSSREAD_SOURCES"])
@pytest.mark.parametrize("there", ["nothing", "file", "folder"])
def test_a_folder_that_is_named_has_to_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str, there: str
) -> None:
    named = tmp_path / "texts"
    if there == "file":
        named.write_text("x", encoding="utf-8")
    if there == "folder":
        named.mkdir()
    if how == texts.VARIABLE:
        monkeypatch.setenv(texts.VARIABLE, str(named))
    chosen = None if how == texts.VARIABLE else named
    if there == "folder":
        assert texts.folder(chosen, tmp_path / "annotations") == named
        return
    with pytest.raises(texts.NoSuchFolder) as told:
        texts.folder(chosen, tmp_path / "annotations")
    assert str(told.value) == f"{how} names {named.as_posix()}, and there is no such folder"


@pytest.mark.parametrize("what", ["missing", "file", "circle", "locked"])
def test_a_folder_that_cannot_be_read_is_told(
    canal: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    corpus, _ = loading.load(canal.corpus)
    assert corpus
    folder = tmp_path / "texts"
    if what == "file":
        folder.write_text("x", encoding="utf-8")
    if what == "circle":
        folder.symlink_to(folder)
    if what == "locked":
        folder.mkdir()

        def refuse(path: Path) -> None:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(Path, "iterdir", refuse)
    found, problems = texts.find(folder, corpus)
    assert found == {}
    assert [one.code for one in problems] == ([] if what == "missing" else ["CR108"])


def test_files_that_cannot_be_read_are_told(canal: Workplace) -> None:
    corpus, _ = loading.load(canal.corpus)
    assert corpus
    (canal.sources / "a.txt").symlink_to(canal.sources / "a.txt")
    (canal.sources / "b.txt").mkdir()
    _, problems = texts.find(canal.sources, corpus)
    assert [one.code for one in problems] == ["CR108", "CR108"]
