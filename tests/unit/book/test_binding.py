"""Both books as files: reproducible, accessible, and honest about what they cannot show."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from importlib import resources
from pathlib import Path

import pymupdf_fonts
import pytest
import typst

from build_tools import book
from build_tools.book import Manuscript, Volume, pdf
from build_tools.book.lettering import NOT_SHOWN, missing
from build_tools.model.problem import Problem

EPUBCHECK = os.environ.get("EPUBCHECK", "")
"""The jar of EPUBCheck, where somebody has it."""


def fonts(folder: Path) -> typst.Fonts:
    (folder / "FiraGO.ttf").write_bytes(pymupdf_fonts.myfont("figo"))
    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])


def package(volume: Volume) -> str:
    with zipfile.ZipFile(io.BytesIO(volume.data)) as archive:
        return archive.read("EPUB/package.opf").decode()


def test_the_same_manuscript_gives_the_same_bytes(
    manuscript: Manuscript, volumes: dict[str, Volume]
) -> None:
    again = book.bind(manuscript)
    assert isinstance(again, tuple)
    assert [one.data for one in again] == [volumes["epub"].data, volumes["pdf"].data]


def test_files_are_called_after_the_site(volumes: dict[str, Volume]) -> None:
    assert [one.name for one in volumes.values()] == [
        *("the-velmouth-canal-quarrel.epub", "the-velmouth-canal-quarrel.pdf")
    ]


def test_an_epub_holds_what_its_package_lists(
    manuscript: Manuscript, volumes: dict[str, Volume]
) -> None:
    with zipfile.ZipFile(io.BytesIO(volumes["epub"].data)) as archive:
        entries = archive.infolist()
        assert (entries[0].filename, entries[0].compress_type) == ("mimetype", zipfile.ZIP_STORED)
        listed = re.findall(r'<item id="[^"]+" href="([^"]+)"', package(volumes["epub"]))
        names = {one.filename for one in entries} - {"mimetype", "META-INF/container.xml"}
        assert names == {"EPUB/package.opf"} | {f"EPUB/{one}" for one in listed}
        for one in manuscript.chapters:
            assert archive.read(f"EPUB/{one.name}").decode() == one.text


@pytest.mark.parametrize(
    "said",
    [
        "<dc:language>en</dc:language>",
        '<meta property="dcterms:modified">2025-05-20T00:00:00Z</meta>',
        '<meta property="schema:accessMode">textual</meta>',
        '<meta property="schema:accessModeSufficient">textual</meta>',
        '<meta property="schema:accessibilityFeature">tableOfContents</meta>',
        '<meta property="schema:accessibilityHazard">none</meta>',
        '<meta property="schema:accessibilitySummary">Text only',
        "urn:uuid:",
    ],
)
def test_an_epub_tells_what_it_is(volumes: dict[str, Volume], said: str) -> None:
    assert said in package(volumes["epub"])


def test_an_epub_has_contents_and_landmarks(volumes: dict[str, Volume]) -> None:
    with zipfile.ZipFile(io.BytesIO(volumes["epub"].data)) as archive:
        nav = archive.read("EPUB/nav.xhtml").decode()
    assert '<nav epub:type="toc" role="doc-toc"' in nav
    assert 'epub:type="bodymatter" href="article-ostrick-2025-toll.xhtml"' in nav
    assert 'href="comparisons.xhtml#topic-' in nav


@pytest.mark.parametrize(
    "said",
    [
        b"/Marked true",
        b"/Lang(en)",
        b"/DisplayDocTitle true",
        b"<pdfuaid:part>1</pdfuaid:part>",
        b"/S/Note",
        b"/S/H1",
    ],
)
def test_a_pdf_is_tagged(volumes: dict[str, Volume], said: bytes) -> None:
    plain = re.sub(rb"(?<=[A-Za-z])\s+(?=[(/<])|(?<=>)\s+", b"", volumes["pdf"].data)
    assert said in plain


def test_what_no_typeface_has_is_found(tmp_path: Path) -> None:
    known = "aéžΩЖ“”–¶≠ شپښ नी עב"
    assert missing(f"{known}王毅😀বা", fonts(tmp_path)) == frozenset("王毅😀বা")


def test_the_pdf_leaves_out_what_it_cannot_show(manuscript: Manuscript) -> None:
    name = ' · <bdi class="native" lang="zh" dir="auto">王毅</bdi>'
    chapter = dataclasses.replace(
        manuscript.chapters[1],
        text=manuscript.chapters[1].text.replace("</h1>", f" a王毅b{name}</h1>"),
    )
    changed = dataclasses.replace(manuscript, chapters=(manuscript.chapters[0], chapter))
    shown = json.loads(pdf.as_data(changed, frozenset("王毅")))["chapters"][1]["text"]
    assert f" a{NOT_SHOWN}b</h1>" in shown
    # Typst takes it: it would refuse to draw a character that it has no glyph for.
    assert isinstance(book.bind(changed), tuple)


def test_what_typst_cannot_set_is_a_problem(manuscript: Manuscript) -> None:
    spoilt = dataclasses.replace(manuscript.chapters[0], text="<html><body>")
    found = book.bind(dataclasses.replace(manuscript, chapters=(spoilt,)))
    assert isinstance(found, Problem)
    assert found.code == "CR801"
    assert "XML" in found.message


def test_no_note_stands_on_a_page_before_its_passage(
    manuscript: Manuscript, tmp_path: Path
) -> None:
    refs = [
        (f"{one.name}#r-{note}", f"{one.name}#n-{note}")
        for one in manuscript.chapters
        for note in re.findall(r' id="r-([a-z0-9-]+)"', one.text)
    ]
    pages = ",".join(
        f'(locate(label("{ref}")).page(), locate(label("{note}")).page())' for ref, note in refs
    )
    with tempfile.TemporaryDirectory() as folder:
        main = Path(folder, "book.typ")
        main.write_bytes(resources.files("build_tools.book").joinpath("book.typ").read_bytes())
        data = {"book": pdf.as_data(manuscript, frozenset())}
        said = typst.eval(
            str(main), f"({pages},)", font_paths=fonts(tmp_path), sys_inputs=data, root=folder
        )
    found = json.loads(said)
    assert len(found) == len(refs) == 25
    assert all(ref <= note <= ref + 1 for ref, note in found)


@pytest.mark.skipif(not EPUBCHECK, reason="EPUBCHECK does not name the jar of EPUBCheck")
@pytest.mark.skipif(not shutil.which("java"), reason="EPUBCheck needs Java")
def test_epubcheck_finds_nothing(volumes: dict[str, Volume], tmp_path: Path) -> None:
    path = tmp_path / volumes["epub"].name
    path.write_bytes(volumes["epub"].data)
    done = subprocess.run(
        ["java", "-jar", EPUBCHECK, "--failonwarnings", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
