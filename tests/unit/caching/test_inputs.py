"""The same inputs give the same fingerprint, and whatever a build could see changes it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.caching import inputs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "one.yml").write_text("one", encoding="utf-8")
    (tmp_path / "a" / "two.yml").write_text("two", encoding="utf-8")
    return tmp_path / "a"


def _replace_keeping_times(folder: Path) -> None:
    """Write another content of the same length and set every clock back."""
    path = folder / "two.yml"
    state = path.stat()
    path.write_text("owt", encoding="utf-8")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "other content": lambda folder: (folder / "two.yml").write_text("2"),
    "other content, same length and time": _replace_keeping_times,
    "a new file": lambda folder: (folder / "three.yml").write_text(""),
    "a file gone": lambda folder: (folder / "two.yml").unlink(),
    "another name": lambda folder: (folder / "two.yml").rename(folder / "zwei.yml"),
    "a link instead": lambda folder: (folder / "three.yml").symlink_to("two.yml"),
    "a pipe": lambda folder: os.mkfifo(folder / "pipe"),
    "a link to nowhere": lambda folder: (folder / "link").symlink_to("nowhere"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_a_build_could_see_changes_the_fingerprint(folder: Path, change: str) -> None:
    before = inputs.look([folder], ())
    assert before.fingerprint == inputs.look([folder], ()).fingerprint
    CHANGES[change](folder)
    assert before.fingerprint != inputs.look([folder], ()).fingerprint


def test_what_was_asked_for_counts(folder: Path) -> None:
    said = {inputs.look([folder], (name,)).fingerprint for name in ("auto", "full")}
    assert len(said) == 2


def test_a_date_alone_changes_no_fingerprint_but_tells_of_a_hand_at_work(folder: Path) -> None:
    before = inputs.look([folder], ())
    (folder / "two.yml").write_text("other", encoding="utf-8")
    (folder / "two.yml").write_text("two", encoding="utf-8")
    later = inputs.look([folder], ())
    assert before.fingerprint == later.fingerprint
    assert not before.stable_with(later)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("settled", [False, True])
def test_a_second_look_sees_every_hand_at_work(
    folder: Path, change: str, settled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if settled:  # times alone must tell
        monkeypatch.setattr(inputs, "SETTLED", -inputs.SETTLED)
        time.sleep(0.02)  # more than a tick of the kernel's clock
    before = inputs.look([folder], ())
    assert before.stable_with(inputs.look([folder], (), before))
    CHANGES[change](folder)
    assert not before.stable_with(inputs.look([folder], (), before))


def test_a_second_look_reads_what_was_touched_just_now_and_nothing_else(folder: Path) -> None:
    """Within a tick of the clock a file may change twice and keep its time."""
    before = inputs.look([folder], ())
    path = os.fspath(folder / "two.yml")
    seen = before.files[path]
    before.files[path] = inputs.Sight("of the same time", seen.state)
    assert inputs.look([folder], (), before).files[path] == seen
    long_ago = replace(before, began=before.began + 2 * inputs.SETTLED)
    assert inputs.look([folder], (), long_ago).files[path].content == "of the same time"


def test_links_in_a_circle_and_bytecode_are_passed_by(folder: Path) -> None:
    before = inputs.look([folder], ()).fingerprint
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "x.pyc").write_bytes(b"x")
    (folder / "b" / "round").symlink_to(folder, target_is_directory=True)
    assert inputs.look([folder], ()).fingerprint == before


def test_a_library_of_another_version_is_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    monkeypatch.syspath_prepend(tmp_path)
    for version in ("1.0", "1.1"):
        (tmp_path / f"lib-{version}.dist-info").mkdir()
        inputs.program.cache_clear()
        said.append(inputs.program())
        (tmp_path / f"lib-{version}.dist-info").rmdir()
    inputs.program.cache_clear()
    assert said[0] != said[1]
