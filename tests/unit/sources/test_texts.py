"""The folder of source texts: the one named has to be there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.model.misuse import MisuseError
from build_tools.sources import loading, texts, workplace
from build_tools.sources.workplace import Workplace
from tests.unit.sources.pickling import elsewhere


def test_the_default_folder_may_be_missing(tmp_path: Path) -> None:
    assert workplace.source_folder(None, tmp_path / "annotations") == tmp_path / "sources"


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
    if how == workplace.VARIABLE:
        monkeypatch.setenv(workplace.VARIABLE, str(named))
    chosen = None if how == workplace.VARIABLE else named
    if there == "folder":
        assert workplace.source_folder(chosen, tmp_path / "annotations") == named
        return
    with pytest.raises(MisuseError) as told:
        workplace.source_folder(chosen, tmp_path / "annotations")
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

        monkeypatch.setattr(os, "scandir", refuse)
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


def test_texts_may_be_read_by_another_process(canal: Workplace) -> None:
    corpus, _ = loading.load(canal.corpus)
    assert corpus
    (canal.sources / "empty.txt").write_text("", encoding="utf-8")
    here, there = texts.find(canal.sources, corpus), texts.find(canal.sources, corpus, elsewhere)
    assert here == there
    assert here[0]
    assert here[1]


def test_plain_texts_are_read_without_what_only_others_need() -> None:
    heavy = ("lxml", "trafilatura", "markdown_it", "py3langid", "numpy", "edtf")
    code = (
        "import sys; from build_tools.sources import importing, loading, texts;"
        "from build_tools.sources.importing import Form;"
        "importing.clean('word ' * 50, Form.TEXT);"
        f"print(*(one for one in {heavy} if one in sys.modules))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == ""
