"""What site.yml says is shown as it is written, by both engines, and never run."""

from __future__ import annotations

from dataclasses import fields
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from build_tools import building
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.model.settings import Site
from build_tools.sources.workplace import Workplace

HOSTILE = "\"><script>alert({0})</script><img src=x{0} onerror=alert({0})>'</title><b>{0}"
TITLE = "Q & A: \"canals\" and <b>'barges'</b>"
LINES = ("title", "description", "about", "publisher")
ADDRESSES = ("address", "repository", "licence")


class Elements(HTMLParser):
    """Elements and attributes of a page, and its text by element."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.title = ""
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        self.title += data if self.inside == "title" else ""


def elements(path: Path) -> Elements:
    reader = Elements()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader


def build(place: Workplace, site: Path, engine: Engine, **settings: str) -> None:
    file = place.corpus / "site.yml"
    held = yaml.safe_load(file.read_text(encoding="utf-8")) | settings
    file.write_text(yaml.safe_dump(held), encoding="utf-8")
    assert building.build(place, site, Edition.AUTO, engine, lambda _: None) == ()


@pytest.mark.parametrize("engine", Engine)
def test_nothing_in_site_yml_becomes_an_element(
    canal: Workplace, tmp_path: Path, engine: Engine
) -> None:
    assert {field.name for field in fields(Site)} == {*LINES, *ADDRESSES, "language"}
    plain = dict.fromkeys(LINES, "Plain words")
    plain |= {name: f"https://x.example/{name}" for name in ADDRESSES}
    hostile = {name: HOSTILE.format(at) for at, name in enumerate(LINES)}
    hostile |= {name: f"https://x.example/'onerror='alert(9)'&lt;{name}" for name in ADDRESSES}
    build(canal, tmp_path / "plain", engine, **plain)
    build(canal, tmp_path / "hostile", engine, **hostile)
    names = [one.relative_to(tmp_path / "plain") for one in (tmp_path / "plain").rglob("*.html")]
    assert len(names) > 10
    for name in names:
        before, after = (elements(tmp_path / site / name) for site in ("plain", "hostile"))
        assert after.tags == before.tags, name
        assert [one for one, _ in after.attributes] == [one for one, _ in before.attributes], name


@pytest.mark.parametrize("engine", Engine)
def test_a_title_is_escaped_exactly_once(canal: Workplace, tmp_path: Path, engine: Engine) -> None:
    build(canal, tmp_path / "site", engine, title=TITLE, publisher=TITLE, description=TITLE)
    for name in ("index.html", "people.html", "404.html"):
        page = elements(tmp_path / "site" / name)
        assert TITLE in page.title
        labels = [value for key, value in page.attributes if "canals" in value]
        assert len(labels) >= 3
        assert set(labels) == {TITLE}
        text = (tmp_path / "site" / name).read_text(encoding="utf-8")
        assert "&amp;amp;" not in text
        assert "&amp;quot;" not in text
        assert "&amp;#" not in text
