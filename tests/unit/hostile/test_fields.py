"""Whatever stands in a field, nothing in any output runs, loads or leads astray."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from build_tools import book, pipeline
from build_tools.exports import export
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition
from build_tools.model.output import Output
from build_tools.pages import as_output, render
from build_tools.search import index
from build_tools.site import assets
from build_tools.sources.workplace import Workplace
from tests.unit.hostile.liveness import formulas, in_html, in_xml
from tests.unit.hostile.spoiling import spoil

FEWEST = 300
"""Fields of free text in the canal corpus; fewer would mean that they are not found any more."""


@pytest.fixture(scope="module", params=[False, True], ids=["added", "replaced"])
def spoilt(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Linked:
    import shutil

    from tests.conftest import CANAL

    folder = tmp_path_factory.mktemp("hostile") / "canal"
    shutil.copytree(CANAL, folder)
    place = Workplace(corpus=folder / "annotations", sources=folder / "sources")
    assert spoil(place, quotes=request.param) >= FEWEST
    desk = pipeline.read(place)
    assert pipeline.blocking(desk) == ()
    assert desk.linked is not None
    return desk.linked


@pytest.fixture(scope="module")
def made(spoilt: Linked) -> dict[str, Output]:
    parts = assets.find(Path.cwd())
    several: tuple[Iterator[Output] | list[Output], ...] = (
        map(as_output, render(spoilt, Edition.AUTO)),
        export(spoilt, Edition.AUTO),
        index(spoilt, Edition.AUTO, assets.handwritten(parts)),
    )
    return {one.path: one for outputs in several for one in outputs}


def test_pages_hold_nothing_live(made: dict[str, Output]) -> None:
    pages = {path: one.text for path, one in made.items() if path.endswith(".html")}
    assert len(pages) > 30
    for path, text in pages.items():
        assert "<crx" not in text, path
        assert in_html(text) == [], path


def test_notes_for_other_programs_hold_nothing_live(made: dict[str, Output]) -> None:
    for path, one in made.items():
        if path.startswith("data/notes/"):
            _, front, body = one.text.split("---\n", 2)
            assert all(": " in line for line in front.splitlines())
            assert in_html(MarkdownIt("commonmark", {"html": True}).render(body)) == [], path
            assert "[[" not in body
            assert "%%" not in body


def test_data_are_data(made: dict[str, Output]) -> None:
    for path, one in made.items():
        if path.endswith((".json", ".jsonld")):
            json.loads(one.text)
        elif path.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(one.text)) for cell in row]
            assert len(cells) > 50
            assert formulas(cells) == [], path
        elif path.endswith(".ics"):
            names = {
                line.partition(":")[0].partition(";")[0]
                for line in one.text.splitlines()
                if not line.startswith(" ")
            }
            assert names <= {
                "BEGIN",
                "END",
                "VERSION",
                "PRODID",
                "UID",
                "DTSTAMP",
                "DTSTART",
                "DTEND",
                "SUMMARY",
                "DESCRIPTION",
                "URL",
                "LOCATION",
            }
    assert in_xml(made["feed.xml"].text) == []


def test_scripts_of_the_search_are_data_too(made: dict[str, Output]) -> None:
    scripts = [one.text for path, one in made.items() if path.endswith(".js")]
    assert scripts
    for text in scripts:
        name, _, rest = text.partition("=")
        json.loads(rest.rstrip().removesuffix(";"))
        assert "crx" not in name


def test_books_hold_nothing_live(spoilt: Linked) -> None:
    written = book.manuscript(spoilt, Edition.DIGEST, pipeline.moment(spoilt.corpus))
    assert written.chapters
    for chapter in written.chapters:
        assert in_xml(chapter.text) == [], chapter.name
        assert "<crx" not in chapter.text
