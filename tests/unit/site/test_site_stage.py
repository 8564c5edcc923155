"""A project's own parts may be anything; what cannot be used is said and never run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_tools.model.output import Output
from build_tools.model.problem import Problem
from build_tools.model.settings import Site
from build_tools.site import assets, config
from build_tools.site.stage import Stage, stage

SITE = Site(title="A title", description="What it is", about="More on it.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "docs" / "reader").mkdir(parents=True)
    return folder


def staged(project: Path) -> Stage | Problem:
    work = project.parent / "work"
    work.mkdir()
    parts = assets.find(project)
    base = config.read(parts.config)
    if isinstance(base, Problem):
        return base
    return stage(work, base, [Output("index.md", "# Home\n")], parts, SITE)


@pytest.mark.parametrize(
    ("held", "line", "said"),
    [
        (b"theme: {name: material}\nsite_url: !ENV SITE\n", 2, "tags are not read"),
        (b"theme:\n  name: !!python/name:os.system\n", 2, "tags are not read"),
        (b"a: !!python/object/apply:os.system [x]\n", 1, "tags are not read"),
        (b"", 1, "holds no settings"),
        (b"- a\n", 1, "holds no settings"),
        (b"site_name: x\n", 1, "theme"),
        (b"theme: material\n", 1, "theme"),
        (b"theme: {language: en}\n", 1, "theme"),
        (b"theme: {name: material}\nnav: [\n", 3, "is no YAML"),
        (b"theme: {name: material}\nx: \x01\n", 1, "is no YAML"),
        (b"theme: {name: m\xe4terial}\n", 1, "is not UTF-8"),
        (b"a: 2024-13-45\n", 1, "cannot be read"),
        (b"[" * 5000, 1, "cannot be read"),
        (b"{[1]: 2}\n", 1, "is no YAML"),
    ],
)
def test_a_configuration_that_cannot_be_used_is_a_problem(
    project: Path, held: bytes, line: int, said: str
) -> None:
    (project / "mkdocs.yml").write_bytes(held)
    found = staged(project)
    assert isinstance(found, Problem)
    assert (found.code, found.place.line) == ("CR704", line)
    assert found.place.path == (project / "mkdocs.yml").as_posix()
    assert said in found.message
    assert found.example


@pytest.mark.parametrize(
    "name", ["docs/reader/own.css", "docs/reader/reader.css", "docs/pages/a.md"]
)
def test_a_part_that_is_not_utf8_is_a_problem(project: Path, name: str) -> None:
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_bytes(b"/* \xe4 */")
    found = staged(project)
    assert isinstance(found, Problem)
    assert (found.code, found.place.path) == ("CR704", (project / name).as_posix())


def test_a_folder_where_a_script_belongs_is_a_problem(project: Path) -> None:
    (project / "docs" / "reader" / "notes.js").mkdir()
    found = staged(project)
    assert isinstance(found, Problem)
    assert found.code == "CR704"


def test_what_is_no_file_stays_behind(project: Path) -> None:
    reader = project / "docs" / "reader"
    os.mkfifo(reader / "pipe.css")
    (reader / ".#lock.css").symlink_to("nowhere")
    (reader / "d.js").mkdir()
    (reader / "own.css").write_text("p  {\n}\n", encoding="utf-8")
    (project / "docs" / "pages").mkdir()
    (project / "docs" / "pages" / "folder.md").mkdir()
    os.mkfifo(project / "docs" / "pages" / "pipe.md")
    found = staged(project)
    assert isinstance(found, Stage)
    names = {path.name for path in (found.folder / "docs" / "reader").iterdir()}
    assert {"d.js", "own.css", "article.js", "reader.css"} <= names
    assert not names & {"pipe.css", ".#lock.css", "popups.js"}
    assert {path.name for path in (found.folder / "docs").glob("*.md")} == {"index.md"}


def test_the_starter_names_no_package_and_stops_where_none_is_named() -> None:
    from build_tools.site import starter

    files = {one.path: one.text for one in starter.outputs()}
    assert "requirements.txt" not in files
    workflow = files[".github/workflows/publish.yml"]
    assert 'pip install -- "$CROSSREAD"' in workflow
    assert "vars.CROSSREAD" in workflow
    assert "exit 1" in workflow
    assert "permissions: {}" in workflow
    assert "`CROSSREAD`" in files["README.md"]


@pytest.mark.parametrize("extra", [None, {"generator": False}, "nonsense", ["a"]])
def test_only_a_private_site_tells_the_theme_so_whatever_else_it_is_told(extra: object) -> None:
    base = {"theme": {"name": "material"}, "extra": extra}
    kept = extra if isinstance(extra, dict) else {}
    private = config.filled(base, SITE, (), private=True)["extra"]
    assert private["private"] is True
    assert kept.items() <= private.items()
    public = config.filled(base, SITE, ())["extra"]
    assert not (isinstance(public, dict) and public.get("private"))
