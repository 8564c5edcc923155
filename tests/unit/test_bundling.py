"""The bundle: what lies in it, that it is the same every time, and that nobody's files are lost."""

from __future__ import annotations

import datetime
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from build_tools import pipeline
from build_tools.book import Volume
from build_tools.bundling import bundle, contents, making
from build_tools.bundling.archive import pack
from build_tools.bundling.cover import NAME_LENGTH, Cover, cover, file_name
from build_tools.bundling.crate import crate
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.model.output import Output
from build_tools.model.problem import Place, Problem
from build_tools.pipeline import Site
from build_tools.sources.workplace import Workplace

STEM = "the-velmouth-canal-quarrel-digest"
FILES = {f"{STEM}.{kind}" for kind in ("zip", "zip.sha256", "epub", "pdf")}
SITE = {
    "index.html": "<h1>Home</h1>",
    "articles/one.html": "<h1>One</h1>",
    "data/articles.json": "[]",
    "data/figures.csv": "id\n",
    "404.html": "gone",
    "sitemap.xml": "<urlset/>",
    "social-card.png": "a picture",
    "assets/javascripts/bundle.js": "1",
    "assets/javascripts/bundle.js.map": "{}",
    "assets/javascripts/lunr/wordcut.js": "2",
    "assets/javascripts/workers/search.js": "3",
    "search/index.js": "4",
}
BOOKS = (Volume(name="reader.epub", data=b"an EPUB"), Volume(name="reader.pdf", data=b"a PDF"))

Make = Callable[..., tuple[Problem, ...]]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site in little."""
    for name, text in SITE.items():
        path = tmp_path / "built" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "built"


@pytest.fixture
def make(canal: Workplace, site: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Makes a bundle of the little site, with books that take no time."""
    monkeypatch.setattr(making, "make", lambda *_, **__: Site(folder=site, made={}))
    monkeypatch.setattr(making.book, "bind", lambda _: BOOKS)

    def run(out: Path, edition: Edition = Edition.DIGEST) -> tuple[Problem, ...]:
        return bundle(canal, out, edition, Engine.MKDOCS, lambda _: None)

    return run


@pytest.fixture
def said(linked: Linked) -> Cover:
    """What a bundle of the canal corpus says of itself."""
    return cover(linked, Edition.DIGEST, pipeline.moment(linked.corpus))


def held(archive: Path) -> dict[str, bytes]:
    """Return the files of an archive without their folder."""
    with zipfile.ZipFile(archive) as opened:
        names = opened.namelist()
        assert {name.partition("/")[0] for name in names} == {archive.stem}
        return {name.partition("/")[2]: opened.read(name) for name in names}


def folder(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()}


def graph(parts: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    document = json.loads(parts["ro-crate-metadata.json"])
    assert document["@context"] == "https://w3id.org/ro/crate/1.2/context"
    found = {one["@id"]: one for one in document["@graph"]}
    assert len(found) == len(document["@graph"])
    return found


def references(value: Any) -> list[str]:
    if isinstance(value, list):
        return [target for one in value for target in references(one)]
    return [value["@id"]] if isinstance(value, dict) else []


# What lies in it


def test_it_is_one_folder_with_a_checksum_and_the_books_beside_it(
    make: Make, tmp_path: Path
) -> None:
    out = tmp_path / "dist"
    assert make(out) == ()
    files = folder(out)
    assert set(files) == FILES
    digest = hashlib.sha256(files[f"{STEM}.zip"]).hexdigest()
    assert files[f"{STEM}.zip.sha256"].decode() == f"{digest}  {STEM}.zip\n"
    assert (files[f"{STEM}.epub"], files[f"{STEM}.pdf"]) == (b"an EPUB", b"a PDF")
    parts = held(out / f"{STEM}.zip")
    assert {name.partition("/")[0] for name in parts} == {
        *("START-HERE.html", "README.txt", "SHA256SUMS", "ro-crate-metadata.json"),
        *("site", "book", "licences"),
    }


def test_it_holds_what_is_read_and_leaves_what_only_the_web_needs(
    make: Make, tmp_path: Path
) -> None:
    assert make(tmp_path / "dist") == ()
    parts = held(tmp_path / "dist" / f"{STEM}.zip")
    assert {name.removeprefix("site/") for name in parts if name.startswith("site/")} == {
        *("index.html", "articles/one.html", "data/articles.json", "data/figures.csv"),
        *("assets/javascripts/bundle.js", "search/index.js"),
    }


def test_an_engines_own_search_stays_where_the_site_uses_it(site: Path) -> None:
    (site / "search" / "search_index.json").write_text("{}", encoding="utf-8")
    names = {one.path for one in contents.site_parts(site)}
    assert "site/assets/javascripts/lunr/wordcut.js" in names
    assert "site/assets/javascripts/workers/search.js" in names


def test_every_file_has_its_checksum(make: Make, tmp_path: Path) -> None:
    assert make(tmp_path / "dist") == ()
    parts = held(tmp_path / "dist" / f"{STEM}.zip")
    lines = parts.pop("SHA256SUMS").decode().splitlines()
    told = {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
    assert told == {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()}
    assert lines == sorted(lines, key=lambda line: line.split("  ", 1)[1])


def test_the_first_page_leads_to_the_site_at_once_and_by_a_link(said: Cover) -> None:
    evil = replace(said, title="<script>alert(1)</script> & 'quotes'")
    page = next(iter(contents.papers(evil, ()))).text
    assert '<meta http-equiv="refresh" content="0; url=site/index.html">' in page
    assert '<a class="start" href="site/index.html">' in page
    assert "<script" not in page
    assert not re.search(r"""(?:src|href)=["']?(?:https?:|/|file:)""", page)


def test_the_read_me_names_the_op_eds_with_their_rights_and_the_books(
    linked: Linked, said: Cover
) -> None:
    text = [one.text for one in contents.papers(said, ("book/a.epub",))][1]
    for one in linked.articles:
        record = one.article.record.value
        assert record.title in text
        assert record.rights.statement in text
    assert "  book/a.epub\n" in text
    assert "&amp;" not in text
    assert "\n\n\n" not in text


def test_licences_of_the_text_and_of_the_programs_go_with_it(tmp_path: Path, said: Cover) -> None:
    for engine, package in ((Engine.MKDOCS, "mkdocs-material"), (Engine.ZENSICAL, "zensical")):
        texts = {one.path: one.text for one in contents.licences(tmp_path, said, engine)}
        assert said.licence in texts["licences/editorial-text.txt"]
        assert "Permission is hereby granted" in texts[f"licences/{package}.txt"]
        assert "Permission is hereby granted" in texts["licences/crossread.txt"]
    (tmp_path / "LICENSE").write_text("Ours.\n", encoding="utf-8")
    first = next(iter(contents.licences(tmp_path, said, Engine.MKDOCS)))
    assert first.text == "Ours.\n"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Crossread: US–Pakistan counter-terrorism", "crossread-us-pakistan-counter-terrorism"),
        ("Über Brücken / CON", "uber-brucken-con"),
        ("../../etc/passwd", "etc-passwd"),
        ("دنیا", "reader"),
        ("Levy 🚢 and Toll", "levy-and-toll"),
        ("word " * 40, "word-" * 11 + "word"),
    ],
)
def test_a_title_becomes_a_name_that_every_file_system_takes(title: str, name: str) -> None:
    assert file_name(title) == name
    assert len(name) <= NAME_LENGTH


# RO-Crate 1.2: what its specification says MUST hold


def test_the_crate_describes_itself_and_its_root(make: Make, tmp_path: Path) -> None:
    assert make(tmp_path / "dist") == ()
    found = graph(held(tmp_path / "dist" / f"{STEM}.zip"))
    itself = found["ro-crate-metadata.json"]
    assert itself["@type"] == "CreativeWork"
    assert itself["about"] == {"@id": "./"}
    assert itself["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.2"}
    root = found["./"]
    assert root["@type"] == "Dataset"
    assert root["name"] == "The Velmouth Canal Quarrel"
    assert root["description"]
    assert datetime.date.fromisoformat(root["datePublished"])
    licence = found[root["license"]["@id"]]
    assert licence["@id"].startswith("https://creativecommons.org/")
    assert licence["name"]
    assert licence["description"]
    assert found[root["publisher"]["@id"]]["name"] == "The Velmouth Reading Room"


def test_the_crate_is_flat_and_nothing_in_it_leads_nowhere(make: Make, tmp_path: Path) -> None:
    assert make(tmp_path / "dist") == ()
    found = graph(held(tmp_path / "dist" / f"{STEM}.zip"))
    linked_to = {"ro-crate-metadata.json", "./"}
    for entity in found.values():
        assert entity["@type"]
        for key, value in entity.items():
            nodes = value if isinstance(value, list) else [value]
            assert all(set(one) == {"@id"} for one in nodes if isinstance(one, dict)), key
            linked_to.update(references(value))
    assert linked_to - set(found) == {"https://w3id.org/ro/crate/1.2"}
    assert set(found) <= linked_to


def test_files_of_the_crate_are_there_and_hang_on_the_root(make: Make, tmp_path: Path) -> None:
    assert make(tmp_path / "dist") == ()
    parts = held(tmp_path / "dist" / f"{STEM}.zip")
    found = graph(parts)
    reached, todo = set(), ["./"]
    while todo:
        name = todo.pop()
        reached.add(name)
        todo += references(found[name].get("hasPart", []))
    described = {key for key, one in found.items() if one["@type"] in ("File", "Dataset")}
    assert described == reached
    for key in described - {"./"}:
        path = unquote(key)
        if found[key]["@type"] == "Dataset":
            assert path.endswith("/")
            assert any(name.startswith(path) for name in parts)
        else:
            assert found[key]["contentSize"] == str(len(parts[path])), path
            assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", found[key]["encodingFormat"])
            assert found[key]["name"]
    assert found[f"book/{STEM}.epub"]["encodingFormat"] == "application/epub+zip"
    assert found["site/data/figures.csv"]["encodingFormat"] == "text/csv"


def test_the_crate_does_without_what_a_corpus_does_not_say(said: Cover) -> None:
    bare = tuple(
        replace(one, record=replace(one.record, url=None, authors=())) for one in said.op_eds
    )
    least = replace(said, publisher="", address="", people=(), op_eds=bare)
    site = (Output("site/index.html", "x"), Output("site/data/articles.json", "[]"))
    found = graph({"ro-crate-metadata.json": crate(least, site).content})
    assert {"author", "publisher", "url"} & set(found["./"]) == set()
    assert all(key in found for key in references(found["./"]["isBasedOn"]))


# The same every time


def test_two_bundles_of_one_content_are_the_same_bytes(make: Make, tmp_path: Path) -> None:
    assert make(tmp_path / "one") == ()
    for path in (tmp_path / "built").rglob("*.html"):
        path.touch()
    assert make(tmp_path / "two") == ()
    assert folder(tmp_path / "one") == folder(tmp_path / "two")


def test_names_times_and_modes_are_fixed() -> None:
    parts = [Output("b.txt", "b"), Output("a/c.txt", "c"), Output("a.txt", "a")]
    data = pack("reader", parts, datetime.date(1975, 5, 5))
    assert data == pack("reader", reversed(parts), datetime.date(1975, 5, 5))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    assert [one.filename for one in entries] == [
        *("reader/a.txt", "reader/a/c.txt", "reader/b.txt")
    ]
    assert {one.date_time for one in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(one.external_attr >> 16, one.create_system) for one in entries} == {(0o100644, 3)}


# Private study


def test_what_may_not_be_passed_on_says_so_in_every_name(make: Make, tmp_path: Path) -> None:
    assert make(tmp_path / "dist", Edition.FULL) == ()
    names = set(folder(tmp_path / "dist"))
    assert len(names) == 4
    assert all("-full-for-private-study." in name for name in names)
    (archive,) = (tmp_path / "dist").glob("*.zip")
    parts = held(archive)
    for name in ("START-HERE.html", "README.txt"):
        assert "For private study only" in parts[name].decode()
    assert graph(parts)["./"]["license"].startswith("For private study only")


def test_a_full_edition_of_what_anybody_may_publish_is_not_private(
    canal: Workplace, make: Make, tmp_path: Path
) -> None:
    for path in canal.corpus.glob("articles/*/article.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("publish: digest", "publish: full"), encoding="utf-8")
    assert make(tmp_path / "dist", Edition.FULL) == ()
    assert not [name for name in folder(tmp_path / "dist") if "private" in name]


# Nobody's files are lost


def test_a_new_bundle_takes_the_place_of_the_last_one(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "dist"
    assert make(out) == ()
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    renewed = tuple(Volume(name=one.name, data=one.data + b", renewed") for one in BOOKS)
    monkeypatch.setattr(making.book, "bind", lambda _: renewed)
    assert make(out) == ()
    assert folder(out)[f"{STEM}.pdf"] == b"a PDF, renewed"
    assert held(out / f"{STEM}.zip")[f"book/{STEM}.pdf"] == b"a PDF, renewed"
    assert (out / "notes.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_of_somebody_elses_is_never_replaced(make: Make, tmp_path: Path, name: str) -> None:
    out = tmp_path / "dist"
    out.mkdir()
    (out / name).write_bytes(b"years of work")
    problems = make(out)
    assert [one.code for one in problems] == ["CR820"]
    assert problems[0].place.path == (out / name).as_posix()
    assert folder(out) == {name: b"years of work"}


def test_a_book_that_somebody_wrote_in_is_never_replaced(make: Make, tmp_path: Path) -> None:
    out = tmp_path / "dist"
    assert make(out) == ()
    (out / f"{STEM}.pdf").write_bytes(b"a PDF with my notes")
    before = folder(out)
    assert [one.code for one in make(out)] == ["CR820"]
    assert folder(out) == before


def test_a_link_or_folder_in_the_way_is_left_alone(make: Make, tmp_path: Path) -> None:
    out, kept = tmp_path / "dist", tmp_path / "thesis.pdf"
    kept.write_bytes(b"years of work")
    (out / f"{STEM}.zip").mkdir(parents=True)
    (out / f"{STEM}.pdf").symlink_to(kept)
    assert [one.code for one in make(out)] == ["CR820", "CR820"]
    assert kept.read_bytes() == b"years of work"


def test_a_bundle_never_lies_among_editorial_files_or_in_a_site(
    canal: Workplace, make: Make, site: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    for out in (canal.corpus, canal.sources / "dist", site, tmp_path / "file"):
        assert [one.code for one in make(out)] == ["CR821"]


def test_a_spoilt_file_is_reported_before_anything_is_made(
    canal: Workplace, make: Make, tmp_path: Path
) -> None:
    notes = canal.corpus / "articles" / "ostrick-2025-toll" / "notes.yml"
    text = notes.read_text(encoding="utf-8")
    notes.write_text(text.replace("term:", "term:no-such-"), encoding="utf-8")
    problems = make(tmp_path / "dist")
    assert problems
    assert {one.code for one in problems} <= {"CR302", "CR303", "CR304", "CR310"}
    (canal.corpus / "site.yml").write_text("title: [\n", encoding="utf-8")
    assert make(tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


@pytest.mark.parametrize("at", ["make", "bind"])
def test_a_failure_leaves_the_last_good_bundle(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    out = tmp_path / "dist"
    assert make(out) == ()
    before = folder(out)
    problem = Problem(code="CR701", place=Place(path="x"), message="went wrong")
    if at == "make":
        monkeypatch.setattr(making, "make", lambda *_, **__: (problem,))
    else:
        monkeypatch.setattr(making.book, "bind", lambda _: problem)
    assert make(out) == (problem,)
    assert folder(out) == before
    assert not (tmp_path / ".build").exists()


def test_papers_are_guarded_like_pages(canal: Workplace, make: Make, tmp_path: Path) -> None:
    """A licence file that holds a paragraph of an op-ed: nothing else would read it."""
    desk = pipeline.read(canal)
    paragraph = desk.texts["quillane-2025-towpath"].numbered[1].text
    (canal.corpus / "LICENSE").write_text(paragraph, encoding="utf-8")
    problems = make(tmp_path / "dist")
    assert "CR501" in {one.code for one in problems}
    assert problems[0].place.path == "licences/editorial-text.txt"
    assert not (tmp_path / "dist").exists()
