"""A build that goes on from the last one gives the very bytes of a build from nothing."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from build_tools import building
from build_tools.caching import places, standing
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.sources.workplace import Workplace

ARTICLE = Path("annotations/articles/ostrick-2025-toll")
STEPS = 12
"""Edits in a row: each is built upon the last."""


def _swap(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Return an edit that changes some words of a file wherever they stand."""

    def edit(project: Path) -> None:
        path = project / name
        text = path.read_text(encoding="utf-8")
        assert old in text or new in text, f"{name} does not hold {old}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return edit


def _remove(name: str) -> Callable[[Path], None]:
    def edit(project: Path) -> None:
        path = project / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    return edit


def _page(project: Path) -> None:
    pages = project / "docs" / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    (pages / "method.md").write_text("# Method\n\nBy [hand](people.md).\n", encoding="utf-8")


def _style(project: Path) -> None:
    reader = project / "docs" / "reader"
    reader.mkdir(parents=True, exist_ok=True)
    (reader / "own.css").write_text("p { color: red }\n", encoding="utf-8")


EDITS: dict[str, Callable[[Path], None]] = {
    "a note's words": _swap(f"{ARTICLE}/notes.yml", "The accounts list", "Its accounts list"),
    "a note's kind": _swap(f"{ARTICLE}/notes.yml", "kind: figure", "kind: context"),
    "a digest": _swap(f"{ARTICLE}/digest.md", "the charge", "the fee"),
    "a title": _swap(f"{ARTICLE}/article.yml", "title: The", "title: Of the"),
    "a definition": _swap("annotations/glossary/clb-k.yml", "Office of the", "Once office of the"),
    "an event's name": _swap(
        "annotations/events/toll-begins.yml", "label: The toll", "label: A toll"
    ),
    "a question": _swap("annotations/questions/chains.yml", "Who put up", "Who hung up"),
    "a person": _swap("annotations/people.yml", "name: Editor", "name: An editor"),
    "the site": _swap("annotations/site.yml", "title: The", "title: On the"),
    "no more text": _remove("sources/levy.txt"),
    "no more course": _remove("annotations/class.yml"),
    "a term less": _remove("annotations/glossary/tidewell-report.yml"),
    "an address": _swap("annotations/site.yml", "https://", "https://www."),
    "a page by hand": _page,
    "a style": _style,
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    corpus = Path(__file__).parent.parent / "corpus" / "canal"
    shutil.copytree(corpus, tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def keeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for what builds keep, of this test alone."""
    monkeypatch.setenv(places.VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


def _place(project: Path) -> Workplace:
    return Workplace(corpus=project / "annotations", sources=project / "sources")


def _build(project: Path, site: Path) -> list[str]:
    said: list[str] = []
    problems = building.build(_place(project), site, Edition.AUTO, Engine.MKDOCS, said.append)
    return [] if problems else said


def _from_nothing(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, bytes]:
    """Return what a build gives that keeps nothing."""
    for name in ("fresh", "fresh-kept"):
        shutil.rmtree(tmp_path / name, ignore_errors=True)
    with monkeypatch.context() as other:
        other.setenv(places.VARIABLE, str(tmp_path / "fresh-kept"))
        assert _build(project, tmp_path / "fresh"), "no site was built"
    return _bytes(tmp_path / "fresh")


def _bytes(site: Path) -> dict[str, bytes]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(files)}


def _differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return [path for path in sorted({*one, *other}) if one.get(path) != other.get(path)]


@pytest.mark.parametrize("seed", [1, 2])
def test_any_edits_in_any_order_give_what_a_build_from_nothing_gives(
    project: Path, tmp_path: Path, keeping: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    _build(project, tmp_path / "site")
    done: list[str] = []
    for name in chance.sample(sorted(EDITS), STEPS):
        EDITS[name](project)
        done.append(name)
        _build(project, tmp_path / "site")
        fresh = _from_nothing(project, tmp_path, monkeypatch)
        assert _differing(_bytes(tmp_path / "site"), fresh) == [], f"after {done}"


def test_an_edit_taken_back_gives_the_site_of_before(
    project: Path, tmp_path: Path, keeping: Path
) -> None:
    _build(project, tmp_path / "site")
    before = _bytes(tmp_path / "site")
    notes = project / ARTICLE / "notes.yml"
    text = notes.read_text(encoding="utf-8")
    notes.write_text(text.replace("The accounts list", "Its accounts list"), encoding="utf-8")
    _build(project, tmp_path / "site")
    assert _bytes(tmp_path / "site") != before
    notes.write_text(text, encoding="utf-8")
    _build(project, tmp_path / "site")
    assert _bytes(tmp_path / "site") == before


def test_where_nothing_changed_nothing_is_written(
    project: Path, tmp_path: Path, keeping: Path
) -> None:
    _build(project, tmp_path / "site")
    before = standing.marks(tmp_path / "site")
    said = _build(project, tmp_path / "site")
    assert standing.marks(tmp_path / "site") == before
    assert any("nothing changed" in line for line in said)


def _spoil(site: Path) -> None:
    (site / "index.html").write_text("spoilt", encoding="utf-8")


def _lose(site: Path) -> None:
    (site / "timeline.html").unlink()


def _add(site: Path) -> None:
    (site / "articles" / "stray.html").write_text("stray", encoding="utf-8")


def _replace_keeping_times(site: Path) -> None:
    path = site / "index.html"
    state = path.stat()
    path.write_bytes(b"x" * state.st_size)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


@pytest.mark.parametrize("harm", [_spoil, _lose, _add, _replace_keeping_times, shutil.rmtree])
def test_a_site_that_somebody_touched_is_put_right(
    project: Path, tmp_path: Path, keeping: Path, harm: Callable[[Path], None]
) -> None:
    _build(project, tmp_path / "site")
    before = _bytes(tmp_path / "site")
    harm(tmp_path / "site")
    _build(project, tmp_path / "site")
    assert _differing(_bytes(tmp_path / "site"), before) == []


def test_a_file_of_the_same_size_and_date_is_seen(
    project: Path, tmp_path: Path, keeping: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _build(project, tmp_path / "site")
    path = project / ARTICLE / "notes.yml"
    state = path.stat()
    path.write_text(
        path.read_text("utf-8").replace("The accounts list", "Her accounts list"), encoding="utf-8"
    )
    os.utime(path, ns=(0, state.st_mtime_ns))
    assert path.stat().st_size == state.st_size
    _build(project, tmp_path / "site")
    fresh = _from_nothing(project, tmp_path, monkeypatch)
    assert _differing(_bytes(tmp_path / "site"), fresh) == []


def test_what_is_edited_while_a_site_is_built_is_in_the_next(
    project: Path, tmp_path: Path, keeping: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited: list[str] = []

    def edit_meanwhile(said: str) -> None:
        if not edited:
            edited.append(said)
            EDITS["a note's words"](project)

    building.build(_place(project), tmp_path / "site", Edition.AUTO, Engine.MKDOCS, edit_meanwhile)
    assert edited
    _build(project, tmp_path / "site")
    fresh = _from_nothing(project, tmp_path, monkeypatch)
    assert _differing(_bytes(tmp_path / "site"), fresh) == []


def test_a_build_killed_at_any_moment_leaves_nothing_the_next_one_trusts(
    project: Path, tmp_path: Path, keeping: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [sys.executable, "-m", "build_tools", "build", "--site-dir", str(tmp_path / "site")]
    flags = ["--corpus", str(project / "annotations"), "--sources", str(project / "sources")]
    start = time.monotonic()
    subprocess.run([*command, *flags], check=True, capture_output=True)
    whole = time.monotonic() - start
    chance = random.Random(5)
    names = ["a note's words", "a definition", "the site", "a person", "a digest"]
    for name in names:
        EDITS[name](project)
        running = subprocess.Popen(
            [*command, *flags], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(whole * chance.random())
        running.send_signal(signal.SIGKILL)
        running.wait()
    _build(project, tmp_path / "site")
    fresh = _from_nothing(project, tmp_path, monkeypatch)
    assert _differing(_bytes(tmp_path / "site"), fresh) == []


def test_what_was_kept_may_go_at_any_time(project: Path, tmp_path: Path, keeping: Path) -> None:
    _build(project, tmp_path / "site")
    before = _bytes(tmp_path / "site")
    shutil.rmtree(keeping)
    _build(project, tmp_path / "site")
    assert _bytes(tmp_path / "site") == before


def test_a_spoilt_edit_leaves_the_last_good_site_and_the_mended_one_is_built(
    project: Path, tmp_path: Path, keeping: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _build(project, tmp_path / "site")
    before = _bytes(tmp_path / "site")
    notes = project / ARTICLE / "notes.yml"
    text = notes.read_text(encoding="utf-8")
    for _ in range(2):
        notes.write_text("notes: [", encoding="utf-8")
        _build(project, tmp_path / "site")
        assert _bytes(tmp_path / "site") == before
    notes.write_text(text.replace("The accounts list", "Mended accounts list"), encoding="utf-8")
    _build(project, tmp_path / "site")
    fresh = _from_nothing(project, tmp_path, monkeypatch)
    assert _differing(_bytes(tmp_path / "site"), fresh) == []
