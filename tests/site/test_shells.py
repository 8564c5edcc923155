"""A project may change theme, navigation and pages; what is filled in stays right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from lxml import html

from build_tools import building
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.model.problem import Problem
from build_tools.site import assets
from build_tools.sources.workplace import Workplace

TITLE = "Q & A: \"locks\" <b>'n'</b> {{ 7 * 7 }} *barges*"
MARK = re.compile(rb"cr[0-9a-f]{16}x")
TOLL = "articles/ostrick-2025-toll"


def build(place: Workplace, site: Path, engine: Engine = Engine.MKDOCS) -> tuple[Problem, ...]:
    found = building.build(place, site, Edition.AUTO, engine, lambda _: None)
    for path in site.rglob("*"):
        assert path.is_dir() or not MARK.search(path.read_bytes()), path
    return found


def configure(place: Workplace, **changes: object) -> None:
    """Give the project a configuration of its own."""
    base = yaml.safe_load(assets.find(Path("/nowhere")).config.read_text("utf-8"))
    settings = {key: one for key, one in (base | changes).items() if one is not None}
    (place.corpus.parent / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def own(place: Workplace, name: str, text: str) -> None:
    path = place.corpus.parent / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def page(site: Path, name: str) -> html.HtmlElement:
    return html.document_fromstring((site / f"{name}.html").read_text("utf-8"))


def words(found: html.HtmlElement) -> str:
    return " ".join(found.text_content().split())


@pytest.mark.parametrize("engine", Engine)
def test_a_title_with_specials_reads_as_it_was_written(
    canal: Workplace, tmp_path: Path, engine: Engine
) -> None:
    file = canal.corpus / "glossary" / "clb-k.yml"
    settings = yaml.safe_load(file.read_text("utf-8")) | {"name": TITLE}
    file.write_text(yaml.safe_dump(settings), encoding="utf-8")
    assert build(canal, tmp_path / "site", engine) == ()
    found = page(tmp_path / "site", "glossary/clb-k")
    assert words(found.find(".//title")).startswith(f"{TITLE} - ")
    (topic,) = found.xpath("//*[@data-md-component='header-topic']")
    assert words(topic) == TITLE
    assert words(found.get_element_by_id("title")) == f"{TITLE}¶"
    (shared,) = found.xpath("//meta[@property='og:title']/@content")
    assert TITLE in shared
    (canonical,) = found.xpath("//link[@rel='canonical']/@href")
    assert canonical.endswith("/glossary/clb-k.html")


@pytest.mark.parametrize("engine", Engine)
def test_an_article_may_be_in_the_menu_with_and_without_words(
    canal: Workplace, tmp_path: Path, engine: Engine
) -> None:
    nav = [{"Home": "index.md"}, f"{TOLL}.md", {"Wardens": "articles/halewell-2025-wardens.md"}]
    configure(canal, nav=nav)
    assert build(canal, tmp_path / "site", engine) == ()
    title = words(page(tmp_path / "site", TOLL).get_element_by_id("title")).removesuffix("¶")
    for name in ("index", "method", "glossary/clb-k", "404", TOLL):
        menu = page(tmp_path / "site", name).find_class("md-nav--primary")[0]
        links = {words(one): one for one in menu.find_class("md-nav__link")}
        assert {"Home", title, "Wardens"} <= set(links), name
        assert (links[title].get("aria-current") == "page") is (name == TOLL)
        assert links[title].get("href").endswith("ostrick-2025-toll.html")


def test_without_a_menu_of_its_own_the_engine_lists_every_page(
    canal: Workplace, tmp_path: Path
) -> None:
    configure(canal, nav=None, not_in_nav=None)
    assert build(canal, tmp_path / "site") == ()
    title = words(page(tmp_path / "site", TOLL).get_element_by_id("title")).removesuffix("¶")
    for name in ("index", "method", "glossary/clb-k"):
        assert title in words(page(tmp_path / "site", name).find_class("md-nav--primary")[0])


@pytest.mark.parametrize("engine", Engine)
def test_a_theme_may_show_contents_in_its_own_way(
    canal: Workplace, tmp_path: Path, engine: Engine
) -> None:
    own(
        canal,
        "theme/partials/nav.html",
        "<nav class='mine'>{% if page and page.toc %}{% set first = page.toc | first %}"
        "{% for one in first.children %}<b id='to-{{ loop.index }}'>{{ one.title }}</b>"
        "{% if not loop.last %}, {% endif %}{% endfor %}{% endif %}</nav>",
    )
    assert build(canal, tmp_path / "site", engine) == ()
    (menu,) = page(tmp_path / "site", TOLL).find_class("mine")
    sections = [words(one).removesuffix("¶") for one in page(tmp_path / "site", TOLL).iter("h2")]
    assert words(menu) == ", ".join(sections)
    (none,) = page(tmp_path / "site", "sources").find_class("mine")
    assert words(none) == ""


@pytest.mark.parametrize("engine", Engine)
def test_hand_written_pages_link_to_parts_of_generated_ones(
    canal: Workplace, tmp_path: Path, engine: Engine
) -> None:
    good = f"[a](people.md#states) [b]({TOLL}.md#p2) [c]({TOLL}.md#title) [d](glossary/clb-k.md)"
    own(canal, "pages/method.md", f"# Method\n\n{good}\n\n`people.md#example`\n")
    assert build(canal, tmp_path / "site", engine) == ()
    links = set(page(tmp_path / "site", "method").xpath("//article//a/@href"))
    assert {"people.html#states", f"{TOLL}.html#p2", "glossary/clb-k.html"} <= links
    own(canal, "pages/method.md", f"# Method\n\n{good}\n\n[e]({TOLL}.md#p99)\n")
    (problem,) = build(canal, tmp_path / "site", engine)
    assert (problem.code, problem.place.line) == ("CR705", 5)
    assert problem.place.path.endswith("docs/pages/method.md")
    assert problem.message == f"links to a part “p99” that {TOLL}.md does not have"


def test_a_link_to_no_page_still_stops_the_engine(canal: Workplace, tmp_path: Path) -> None:
    own(canal, "pages/method.md", "# Method\n\n[a](articles/nobody.md)\n")
    (problem,) = build(canal, tmp_path / "site")
    assert problem.code == "CR701"
    assert "articles/nobody.md" in problem.message


def test_a_theme_that_shows_a_page_on_another_is_refused(canal: Workplace, tmp_path: Path) -> None:
    own(
        canal,
        "theme/partials/copyright.html",
        "{% for one in nav.pages %}{{ one.meta.description }}{% endfor %}",
    )
    (problem,) = build(canal, tmp_path / "site")
    assert problem.code == "CR706"
