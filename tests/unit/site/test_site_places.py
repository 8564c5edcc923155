"""A site is put in place whole, and nobody's files are ever lost for it."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from build_tools.site import files


def site(folder: Path, text: str) -> Path:
    (folder / "data").mkdir(parents=True)
    (folder / files.OWN_MARK).write_text(text, encoding="utf-8")
    return folder


def text(folder: Path) -> str:
    return (folder / files.OWN_MARK).read_text(encoding="utf-8")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    for name in ("annotations/articles", "sources", "docs", "empty", "papers"):
        (folder / name).mkdir(parents=True)
    (folder / "papers" / "thesis.txt").write_text("years of work", encoding="utf-8")
    (folder / "file").write_text("x", encoding="utf-8")
    site(folder / "site", "old")
    (folder / "link").symlink_to("site")
    (folder / "broken").symlink_to("nowhere")
    (folder / "loop").symlink_to("loop")
    site(folder / "other", "old")
    (folder / ".other.old").mkdir()
    (folder / ".other.old" / "diary.txt").write_text("x", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    "name", ["site", "site/.", "empty", "new", "new/site", "annotations/../new"]
)
@pytest.mark.parametrize("absolute", [False, True])
def test_a_folder_of_its_own_may_be_replaced(home: Path, name: str, *, absolute: bool) -> None:
    keep = [Path("annotations"), home / "sources", Path("docs"), Path("not-there")]
    assert files.may_replace(home / name if absolute else Path(name), keep)


@pytest.mark.parametrize(
    "name",
    [
        *(".", "..", "/", "../..", "site/..", "~/..", "../home"),
        *("file", "file/site", "link", "broken", "loop", "loop/site", "papers"),
        *("annotations", "annotations/articles", "annotations/new", "sources", "sources/new"),
        *("docs", "docs/reader", "./docs/../annotations", "other", "not-there/new"),
    ],
)
def test_any_other_folder_may_not(home: Path, name: str) -> None:
    keep = [Path("annotations"), home / "sources", Path("docs"), Path("not-there")]
    assert not files.may_replace(Path(name), keep)


def test_what_is_kept_may_lie_elsewhere_and_behind_a_link(home: Path) -> None:
    corpus = home / "site" / "annotations"
    corpus.mkdir()
    assert not files.may_replace(Path("site"), [corpus])
    (home / "alias").symlink_to("sources")
    assert not files.may_replace(Path("sources/new"), [home / "alias"])


def test_a_build_killed_between_two_renames_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, new = site(tmp_path / "site", "old"), site(tmp_path / ".build" / "x" / "site", "new")
    rename = Path.replace

    def killed(self: Path, target: Path) -> Path:
        if self == new:
            monkeypatch.setattr(Path, "replace", lambda *_: None)  # nothing is tidied either
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        files.replace_folder(new, place)
    monkeypatch.undo()
    shutil.rmtree(tmp_path / ".build")
    assert not place.exists()
    files.restore(place)
    assert text(place) == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_killed_after_both_renames_leaves_nothing_behind(tmp_path: Path) -> None:
    place = site(tmp_path / "site", "new")
    site(tmp_path / ".site.old", "old")
    files.restore(place)
    assert text(place) == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_only_looks_left_behind_is_let_be(tmp_path: Path) -> None:
    (tmp_path / ".site.old").mkdir()
    (tmp_path / ".site.old" / "diary.txt").write_text("x", encoding="utf-8")
    files.restore(tmp_path / "site")
    site(tmp_path / "site", "new")
    files.restore(tmp_path / "site")
    assert (tmp_path / ".site.old" / "diary.txt").is_file()


def test_a_site_that_cannot_be_put_in_place_leaves_the_last_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, new = site(tmp_path / "site", "old"), site(tmp_path / "new", "new")
    rename = Path.replace

    def full(self: Path, target: Path) -> Path:
        if self == new:
            raise OSError(errno.ENOSPC, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        files.replace_folder(new, place)
    assert text(place) == "old"


@pytest.mark.parametrize("before", [True, False])
def test_a_workshop_on_another_disk_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, before: bool
) -> None:
    place, new = tmp_path / "out" / "site", site(tmp_path / "new", "new")
    if before:
        site(place, "old")
    rename = Path.replace

    def across(self: Path, target: Path) -> Path:
        if self.parent != Path(target).parent and self == new:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", across)
    files.replace_folder(new, place)
    assert text(place) == "new"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["site"]
    assert place.stat().st_mode & 0o777 == 0o755
