"""What is shown while editing is what a build would give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools import building
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.serving.shown import Shown
from build_tools.sources.workplace import Workplace

ARTICLE = Path("articles/ostrick-2025-toll")
UNSHOWN = {"sitemap.xml"}
"""For search engines alone."""


@pytest.fixture
def shown(canal: Workplace, tmp_path: Path) -> Shown:
    (tmp_path / "work").mkdir()
    found = Shown(canal, Edition.AUTO, tmp_path / "work")
    assert found.begin() == ()
    return found


def _swap(path: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def _notes(place: Workplace) -> Path:
    return _swap(place.corpus / ARTICLE / "notes.yml", "The accounts list", "Its accounts list")


def _digest(place: Workplace) -> Path:
    return _swap(place.corpus / ARTICLE / "digest.md", "the charge", "the fee")


def _record(place: Workplace) -> Path:
    return _swap(place.corpus / ARTICLE / "article.yml", "date: 2025-03-14~", "date: 2025-08-14")


def _term(place: Workplace) -> Path:
    return _swap(place.corpus / "glossary" / "clb-k.yml", "Office of the", "Once office of the")


def _site(place: Workplace) -> Path:
    return _swap(place.corpus / "site.yml", "title: ", "title: On ")


def _gone(place: Workplace) -> Path:
    path = place.corpus / "glossary" / "tidewell-report.yml"
    path.unlink()
    return path


@pytest.mark.parametrize("edit", [None, _notes, _digest, _record, _term, _site])
def test_every_file_is_what_a_build_gives(
    canal: Workplace, tmp_path: Path, shown: Shown, edit: Callable[[Workplace], Path] | None
) -> None:
    if edit:
        assert shown.follow([edit(canal)]) == ""
    site = tmp_path / "site"
    assert building.build(canal, site, Edition.AUTO, Engine.MKDOCS, lambda _: None) == ()
    paths = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    differing = [
        path
        for path in sorted(paths - UNSHOWN)
        if shown.content(path) != (site / path).read_bytes()
    ]
    assert differing == []


def test_a_spoilt_article_stays_as_it_was_until_it_is_mended(
    canal: Workplace, shown: Shown
) -> None:
    path = canal.corpus / ARTICLE / "notes.yml"
    good, before = path.read_text("utf-8"), shown.content(f"{ARTICLE}.html")
    path.write_text("notes: [", encoding="utf-8")
    assert "notes.yml:" in shown.follow([path])
    assert shown.content(f"{ARTICLE}.html") == before
    path.write_text(good.replace("The accounts list", "Mended accounts list"), encoding="utf-8")
    assert shown.follow([path]) == ""
    assert b"Mended accounts" in (shown.content(f"{ARTICLE}.html") or b"")


def test_what_keeps_a_site_from_being_built_is_told_and_the_last_good_one_shown(
    canal: Workplace, shown: Shown
) -> None:
    before = shown.content("index.html")
    path = canal.corpus / "people.yml"
    good = path.read_text("utf-8")
    path.write_text("people: 5\n", encoding="utf-8")
    assert "people.yml" in shown.follow([path])
    assert shown.content("index.html") == before
    path.write_text(good, encoding="utf-8")
    assert shown.follow([path]) == ""


def test_mistakes_that_keep_no_page_from_being_shown_are_told_too(
    canal: Workplace, shown: Shown
) -> None:
    assert shown.problems() == ()
    path = _swap(canal.corpus / ARTICLE / "notes.yml", "quote: ", "quote: Never said ")
    shown.follow([path])
    assert {one.place.path for one in shown.problems()} >= {path.as_posix()}


@pytest.mark.parametrize(
    "path", ["../outside", "/etc/hostname", "articles/../../outside", "no.html", ""]
)
def test_nothing_outside_the_site_is_shown(shown: Shown, tmp_path: Path, path: str) -> None:
    (tmp_path / "work" / "outside").write_text("secret", encoding="utf-8")
    assert shown.content(path) is None
