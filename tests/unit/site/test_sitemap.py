"""The sitemap lists the pages that are there, for those who may read them."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from build_tools.model.settings import Site
from build_tools.site.sitemap import replace

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """What an engine leaves."""
    for name in ("index.html", "404.html", "search.html", "articles/a&b c.html", "data/a.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    (tmp_path / "sitemap.xml").write_text("<the engine's>", encoding="utf-8")
    (tmp_path / "sitemap.xml.gz").write_bytes(b"the engine's")
    return tmp_path


def site(address: str | None) -> Site:
    return Site(title="T", description="D", about="A", address=address)


@pytest.mark.parametrize("address", ["https://a.example/repo/", "https://a.example/repo"])
def test_it_lists_every_page_but_those_without_content(built: Path, address: str) -> None:
    replace(built, site(address), private=False)
    root = ElementTree.parse(built / "sitemap.xml").getroot()
    assert root.tag == f"{SPACE}urlset"
    assert [one.text for one in root.iter(f"{SPACE}loc")] == [
        "https://a.example/repo/articles/a%26b%20c.html",
        "https://a.example/repo/index.html",
    ]
    assert not (built / "sitemap.xml.gz").exists()


@pytest.mark.parametrize(
    ("address", "private"), [(None, False), ("https://a.example/", True), (None, True)]
)
def test_there_is_none_without_address_or_readers(
    built: Path, address: str | None, *, private: bool
) -> None:
    replace(built, site(address), private=private)
    assert not list(built.glob("sitemap.xml*"))
