"""Whole builds with the real engines: what a person who types a command gets."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools import building, editing, pipeline
from build_tools.cli import main
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.model.problem import Problem
from build_tools.sources.workplace import Workplace
from tests.links import broken

Build = Callable[..., tuple[Problem, ...]]


def build(
    place: Workplace,
    site: Path,
    edition: Edition = Edition.AUTO,
    engine: Engine = Engine.MKDOCS,
) -> tuple[Problem, ...]:
    return building.build(place, site, edition, engine, lambda _: None)


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def public(folder: Path, engine: Engine) -> Path:
    shutil.copytree(Path(__file__).parents[1] / "corpus" / "canal", folder / "canal")
    place = Workplace(corpus=folder / "canal" / "annotations", sources=folder / "canal" / "sources")
    assert build(place, folder / "site", engine=engine) == ()
    return folder / "site"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The canal corpus as a public site, its source texts at hand."""
    return public(tmp_path_factory.mktemp("built"), Engine.MKDOCS)


@pytest.fixture(scope="module")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site by the other engine."""
    return public(tmp_path_factory.mktemp("zensical"), Engine.ZENSICAL)


def test_every_kind_of_page_is_there(built: Path) -> None:
    pages = {path.relative_to(built).as_posix() for path in built.rglob("*.html")}
    assert {
        "index.html",
        "404.html",
        "articles/index.html",
        "articles/ostrick-2025-toll.html",
        "glossary/index.html",
        "glossary/clb-k.html",
        "timeline.html",
        "figures.html",
        "comparisons/index.html",
        "comparisons/ward-merger.html",
        "coverage.html",
        "people.html",
        "status.html",
        "method.html",
        "sources.html",
    } <= pages
    assert {
        *("articles.json", "annotations.jsonld", "glossary.json"),
        *("events.json", "events.csv", "events.ics"),
        *("figures.json", "figures.csv", "comparisons.json"),
    } <= {path.name for path in (built / "data").iterdir()}


def test_every_link_fragment_and_aria_id_resolves(built: Path) -> None:
    assert broken(built) == []


def test_the_link_check_can_fail(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<p id="x"><a href="b.html">b</a><i id="x"></i>', "utf-8")
    assert broken(tmp_path) == ["a.html: id x stands twice", "a.html: b.html: no such file"]


def test_rights_decide_which_text_is_shown(built: Path) -> None:
    open_text = (built / "articles" / "ostrick-2025-toll.html").read_text(encoding="utf-8")
    closed = (built / "articles" / "quillane-2025-towpath.html").read_text(encoding="utf-8")
    assert 'class="cr-full"' in open_text
    assert 'class="cr-full"' not in closed
    assert "cr-private" not in open_text + closed


def test_two_builds_are_byte_identical(canal: Workplace, tmp_path: Path) -> None:
    assert build(canal, tmp_path / "one") == ()
    assert build(canal, tmp_path / "two") == ()
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_without_source_texts_every_page_is_complete(
    canal: Workplace, built: Path, tmp_path: Path
) -> None:
    editing.anchor(canal)
    away = Workplace(corpus=canal.corpus, sources=tmp_path / "none")
    assert build(away, tmp_path / "site") == ()
    name = "articles/quillane-2025-towpath.html"
    assert (tmp_path / "site" / name).read_bytes() == (built / name).read_bytes()
    page = (tmp_path / "site" / "articles" / "ostrick-2025-toll.html").read_text(encoding="utf-8")
    assert 'class="cr-full"' not in page
    assert page.count('role="doc-footnote"') == 11


def test_the_full_edition_shows_all_and_says_so(canal: Workplace, tmp_path: Path) -> None:
    assert build(canal, tmp_path / "site", Edition.FULL) == ()
    for page in (tmp_path / "site").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert text.count('class="cr-private"') == 1, page
        assert '<meta name="robots" content="noindex">' in text, page
    towpath = tmp_path / "site" / "articles" / "quillane-2025-towpath.html"
    assert 'class="cr-full"' in towpath.read_text(encoding="utf-8")
    assert 'class="cr-digest"' in towpath.read_text(encoding="utf-8")
    noindex = '<meta name="robots" content="noindex">'
    for page, found in told(tmp_path / "site").items():
        assert [one for one in found if "canonical" not in one] == [noindex], page
    left = {path.name for path in (tmp_path / "site").iterdir()}
    assert not left & {"feed.xml", "sitemap.xml", "sitemap.xml.gz", "social-card.png"}
    robots = (tmp_path / "site" / "robots.txt").read_text(encoding="utf-8")
    assert "Disallow: /\n" in robots


def test_a_copied_sentence_fails_the_build_and_the_last_good_site_stays(
    canal: Workplace, tmp_path: Path
) -> None:
    assert build(canal, tmp_path / "site") == ()
    before = content(tmp_path / "site")
    desk = pipeline.read(canal)
    sentence = " ".join(desk.texts["quillane-2025-towpath"].numbered[1].text.split()[:20])
    digest = canal.corpus / "articles" / "quillane-2025-towpath" / "digest.md"
    text = digest.read_text(encoding="utf-8")
    digest.write_text(text.replace("¶2 ", f"¶2 {sentence} ", 1), encoding="utf-8")
    problems = build(canal, tmp_path / "site")
    assert "CR501" in {one.code for one in problems}
    assert content(tmp_path / "site") == before
    # `check` finds it too, without building.
    assert "CR501" in {one.code for one in pipeline.check(canal)}


@pytest.mark.parametrize(
    ("file", "spoil"),
    [
        ("articles/ostrick-2025-toll/notes.yml", "notes:\n  - id: [\n"),
        ("site.yml", "title: only a title\n"),
        ("glossary/clb-k.yml", "name: CLB-K\nkind: boat\n"),
    ],
)
def test_a_spoilt_file_is_reported_and_nothing_is_lost(
    canal: Workplace, tmp_path: Path, file: str, spoil: str
) -> None:
    (tmp_path / "site" / "data").mkdir(parents=True)
    (tmp_path / "site" / "data" / "articles.json").write_text("the last good site", "utf-8")
    (canal.corpus / file).write_text(spoil, encoding="utf-8")
    problems = build(canal, tmp_path / "site")
    assert problems
    assert all(file in one.place.path for one in problems)
    assert content(tmp_path / "site") == {"data/articles.json": b"the last good site"}


def test_a_folder_of_other_files_is_never_replaced(canal: Workplace, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "thesis.txt").write_text("years of work", encoding="utf-8")
    for folder in (tmp_path / "papers", canal.corpus, canal.corpus.parent):
        before = content(folder)
        assert [one.code for one in build(canal, folder)] == ["CR703"]
        assert content(folder) == before


def test_a_build_leaves_nothing_beside_the_site(canal: Workplace, tmp_path: Path) -> None:
    assert build(canal, tmp_path / "out" / "site") == ()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["site"]


def test_zensical_builds_the_same_pages(built: Path, zensical: Path) -> None:
    pages = {path.relative_to(built) for path in built.rglob("*.html")}
    assert {path.relative_to(zensical) for path in zensical.rglob("*.html")} == pages
    name = "articles/ostrick-2025-toll.html"
    ours, theirs = ((folder / name).read_text(encoding="utf-8") for folder in (built, zensical))
    for mark in ('role="doc-footnote"', 'role="doc-glossref"', 'class="cr-full"', " popover"):
        assert ours.count(mark) == theirs.count(mark) > 0
    assert content(built / "data") == content(zensical / "data")


def test_whoever_searches_finds_the_same_whichever_engine_built(
    built: Path, zensical: Path
) -> None:
    assert content(built / "search") == content(zensical / "search")
    for folder in (built, zensical):
        for page in folder.rglob("*.html"):
            html = page.read_text(encoding="utf-8")
            assert html.count('class="md-header__button md-icon cr-find"') == 1, page
            assert "md-search" not in html, page


def told(folder: Path) -> dict[str, list[str]]:
    """What each page tells those who find, share and cite it."""
    wanted = re.compile(
        r'<meta (?:property="og:|name="(?:twitter:|DC\.|robots"))[^>]*>'
        r'|<link [^>]*rel="(?:canonical|alternate describedby|license)"[^>]*>'
        r'|<span class="Z3988"[^>]*>'
        r'|<script type="application/ld\+json">.*?</script>'
    )
    return {
        path.relative_to(folder).as_posix(): wanted.findall(path.read_text(encoding="utf-8"))
        for path in folder.rglob("*.html")
    }


def test_both_engines_tell_the_same_to_those_who_find_and_cite(built: Path, zensical: Path) -> None:
    ours = told(built)
    assert ours == told(zensical)
    for page, found in ours.items():
        if page == "404.html":
            assert found == ['<meta name="robots" content="noindex">']
            continue
        address = f"https://canal.example/reader/{page}"
        assert f'<link rel="canonical" href="{address}">' in found
        assert f'<meta property="og:url" content="{address}">' in found
        assert '<meta name="robots" content="noindex">' not in found
    # One work each, in this order: the op-ed, our page.
    works = [one for one in ours["articles/ostrick-2025-toll.html"] if "Z3988" in one]
    assert ["newspaperArticle" in one for one in works] == [True, False]
    for folder in ("cite", "feed.xml", "robots.txt", "sitemap.xml", "social-card.png"):
        assert content_of(built / folder) == content_of(zensical / folder)


def content_of(path: Path) -> dict[str, bytes] | bytes:
    return content(path) if path.is_dir() else path.read_bytes()


def test_the_sitemap_lists_the_pages_that_are_there(built: Path) -> None:
    text = (built / "sitemap.xml").read_text(encoding="utf-8")
    listed = re.findall("<loc>https://canal.example/reader/(.*?)</loc>", text)
    pages = {path.relative_to(built).as_posix() for path in built.rglob("*.html")}
    assert set(listed) == pages - {"404.html", "search.html"}
    assert not (built / "sitemap.xml.gz").exists()


def test_a_lost_reader_gets_a_page_that_works_from_any_depth(built: Path, zensical: Path) -> None:
    for folder in (built, zensical):
        page = (folder / "404.html").read_text(encoding="utf-8")
        links = re.findall(r'<(?:a|link)\b[^>]*? href="([^"]+)"', page)
        links += re.findall(r'<script\b[^>]*? src="([^"]+)"', page)
        own = [one for one in links if not one.startswith(("https://", "#"))]
        assert {one for one in own if not one.startswith("/reader/")} == set()
        assert all((folder / one.removeprefix("/reader/")).exists() for one in own)


def test_a_new_site_builds_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mine"
    assert main(["init", str(folder)]) == 0
    monkeypatch.chdir(folder)
    assert main(["check"]) == 0
    assert main(["build"]) == 0
    page = (folder / "site" / "articles" / "example-2026-margins.html").read_text(encoding="utf-8")
    assert page.count('role="doc-footnote"') == 2
    # A second init leaves what is there alone.
    before = content(folder)
    assert main(["init", str(folder)]) == 1
    assert "CR120" in capsys.readouterr().out
    assert content(folder) == before


def test_an_empty_site_builds(tmp_path: Path) -> None:
    corpus = tmp_path / "annotations"
    corpus.mkdir()
    (corpus / "site.yml").write_text("title: T\ndescription: D\nabout: A\n", encoding="utf-8")
    (corpus / "people.yml").write_text("people: []\n", encoding="utf-8")
    assert build(Workplace(corpus=corpus, sources=tmp_path / "none"), tmp_path / "site") == ()
    # It has no address: nothing that needs one is there.
    left = {path.name for path in (tmp_path / "site").iterdir()}
    assert not left & {"feed.xml", "sitemap.xml", "sitemap.xml.gz"}
    for page, found in told(tmp_path / "site").items():
        assert not [one for one in found if "og:url" in one or "canonical" in one], page


def test_hostile_text_is_shown_not_run(canal: Workplace, tmp_path: Path) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    path = canal.corpus / "glossary" / "clb-k.yml"
    text = path.read_text(encoding="utf-8")
    lines = [f'name: "{evil}"' if line.startswith("name:") else line for line in text.splitlines()]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert build(canal, tmp_path / "site") == ()
    for page in (tmp_path / "site").rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert "<script>alert" not in html, page
        assert "<img src=x" not in html, page
