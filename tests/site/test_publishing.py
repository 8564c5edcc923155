"""What is handed out and put on the web, made with the real engines and bound for real."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools import building, pipeline
from build_tools.bundling import bundle
from build_tools.cli import main
from build_tools.deploying import deployable
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.sources.workplace import Workplace
from tests.links import broken

CANAL = Path(__file__).parents[1] / "corpus" / "canal"
STEM = "the-velmouth-canal-quarrel"
MEGABYTES = 2
"""What a bundle of three short essays may weigh: the program's part of any bundle."""


def quiet(_: str) -> None:
    """Say nothing."""


def flags(place: Workplace) -> list[str]:
    return ["--corpus", str(place.corpus), "--sources", str(place.sources)]


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """A copy of the canal corpus that no test spoils."""
    folder = tmp_path_factory.mktemp("canal") / "canal"
    shutil.copytree(CANAL, folder)
    return Workplace(corpus=folder / "annotations", sources=folder / "sources")


@pytest.fixture(scope="module", params=[Engine.MKDOCS, Engine.ZENSICAL])
def bundles(
    request: pytest.FixtureRequest, place: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """A folder with a bundle of digests, made with each engine."""
    out = tmp_path_factory.mktemp("out") / "dist"
    assert bundle(place, out, Edition.DIGEST, request.param, quiet) == ()
    yield out


def unpacked(archive: Path, folder: Path) -> Path:
    """Return the folder that a person gets who unpacks an archive."""
    with zipfile.ZipFile(archive) as held:
        held.extractall(folder)
    (only,) = folder.iterdir()
    return only


def test_a_bundle_holds_a_whole_site_and_both_books(bundles: Path, tmp_path: Path) -> None:
    assert set(content(bundles)) == {
        f"{STEM}-digest.{kind}" for kind in ("zip", "zip.sha256", "epub", "pdf")
    }
    folder = unpacked(bundles / f"{STEM}-digest.zip", tmp_path / "a class")
    assert folder.name == f"{STEM}-digest"
    assert broken(folder / "site") == []
    for book, magic in ((f"{STEM}-digest.epub", b"PK"), (f"{STEM}-digest.pdf", b"%PDF")):
        data = (folder / "book" / book).read_bytes()
        assert data.startswith(magic)
        assert data == (bundles / book).read_bytes()
    for path in folder.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert 'class="cr-full"' not in text, path
        assert not re.search(r"""(?:src|href)=["']?file:""", text), path


def test_a_bundle_is_small(bundles: Path) -> None:
    assert (bundles / f"{STEM}-digest.zip").stat().st_size < MEGABYTES * 1_000_000


def test_two_bundles_are_byte_identical(bundles: Path, place: Workplace, tmp_path: Path) -> None:
    engine = Engine.ZENSICAL if _is_zensical(bundles) else Engine.MKDOCS
    assert bundle(place, tmp_path / "again", Edition.DIGEST, engine, quiet) == ()
    assert content(bundles) == content(tmp_path / "again")


def _is_zensical(bundles: Path) -> bool:
    with zipfile.ZipFile(bundles / f"{STEM}-digest.zip") as held:
        return f"{STEM}-digest/licences/zensical.txt" in held.namelist()


def test_a_bundle_for_private_study_says_so_on_every_page(place: Workplace, tmp_path: Path) -> None:
    out = tmp_path / "dist"
    assert bundle(place, out, Edition.FULL, Engine.MKDOCS, quiet) == ()
    stem = f"{STEM}-full-for-private-study"
    assert set(content(out)) == {f"{stem}.{kind}" for kind in ("zip", "zip.sha256", "epub", "pdf")}
    folder = unpacked(out / f"{stem}.zip", tmp_path / "mine")
    pages = list(folder.rglob("*.html"))
    assert {"START-HERE.html", "method.html", "search.html"} <= {page.name for page in pages}
    for page in pages:
        assert re.search("[Ff]or private study", page.read_text(encoding="utf-8")), page


def test_a_copied_sentence_stops_a_bundle_and_the_last_good_one_stays(
    canal: Workplace, tmp_path: Path
) -> None:
    out = tmp_path / "dist"
    out.mkdir()
    (out / f"{STEM}-digest.pdf").write_bytes(b"the last good one")
    sentence = pipeline.read(canal).texts["quillane-2025-towpath"].numbered[1].text
    digest = canal.corpus / "articles" / "quillane-2025-towpath" / "digest.md"
    text = digest.read_text(encoding="utf-8")
    digest.write_text(text.replace("¶2 ", f"¶2 {sentence} ", 1), encoding="utf-8")
    problems = bundle(canal, out, Edition.DIGEST, Engine.MKDOCS, quiet)
    copied = {one.place.path.partition("/")[0] for one in problems if one.code == "CR501"}
    assert {"articles", "book"} <= copied
    assert content(out) == {f"{STEM}-digest.pdf": b"the last good one"}


@pytest.mark.parametrize("engine", Engine)
def test_a_public_site_may_be_published_and_a_private_one_may_not_even_without_its_marks(
    place: Workplace, tmp_path: Path, engine: Engine
) -> None:
    site = tmp_path / "site"
    without_texts = Workplace(corpus=place.corpus, sources=tmp_path / "none")
    assert building.build(place, site, Edition.AUTO, engine, quiet) == ()
    assert deployable(without_texts, site) == ()
    assert building.build(place, site, Edition.FULL, engine, quiet) == ()
    assert {one.code for one in deployable(without_texts, site)} == {"CR824", "CR825"}
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for mark in ("cr-private", "cr-full", "noindex"):
            text = text.replace(mark, "x")
        path.write_text(text, encoding="utf-8")
    said = json.loads((site / "data" / "articles.json").read_text(encoding="utf-8"))
    for one in said:
        one["custom"]["edition"] = "digest"
    (site / "data" / "articles.json").write_text(json.dumps(said), encoding="utf-8")
    (problem,) = deployable(without_texts, site)
    assert problem.code == "CR824"
    assert problem.place.path.endswith("articles/quillane-2025-towpath.html")


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("address", ["https://fork.example/repo", "https://fork.example"])
def test_a_fork_publishes_at_its_own_address_below_a_path_and_at_a_root(
    place: Workplace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    engine: Engine,
    address: str,
) -> None:
    site = str(tmp_path / "site")
    monkeypatch.setenv("CROSSREAD_ADDRESS", address)
    build = ["build", *flags(place), "--site-dir", site, "--engine", engine]
    assert main(build) == 0
    assert main(["deployable", *flags(place), "--site-dir", site]) == 0
    for path in Path(site).rglob("*.*"):
        if path.suffix in (".html", ".xml", ".jsonld", ".txt"):
            assert "canal.example/reader" not in path.read_text(encoding="utf-8"), path
    page = (tmp_path / "site" / "timeline.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{address}/timeline.html">' in page
    lost = (tmp_path / "site" / "404.html").read_text(encoding="utf-8")
    path = address.removeprefix("https://fork.example")
    links = re.findall(r'<link[^>]+rel="?stylesheet"?[^>]+href="?([^" >]+)', lost)
    assert links
    assert {link.startswith(f"{path}/") for link in links} == {True}, links
    monkeypatch.delenv("CROSSREAD_ADDRESS")
    assert main(["deployable", *flags(place), "--site-dir", site]) == 1
