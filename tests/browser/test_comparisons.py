"""The comparisons: choices without scripts, the keyboard, ways from the table to the answers."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_access import violations

TABLE = "comparisons/index.html"


def pages_of(site) -> list[str]:
    """Return the pages of all questions."""
    found = sorted((site.root / "comparisons").glob("*.html"))
    return [path.relative_to(site.root).as_posix() for path in found if path.stem != "index"]


def choice(page: Page, letter: str, at: int) -> tuple[str, int]:
    """Choose a verdict (v) or a kind (q); return its class and the count beside it."""
    label = page.locator(f"label:has(input[id^='cr-{letter}-'])").nth(at)
    label.click()
    count = re.search(r"(\d+)$", label.inner_text().strip())
    return label.locator("input").get_attribute("value") or "", int(count[1]) if count else 0


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("letter", ["v", "q"])
def test_a_choice_leaves_its_questions_and_their_headings(reader, letter, scripts, width):
    page = reader.open(TABLE, width, java_script_enabled=scripts)
    every = page.locator(".cr-matrix tbody tr")
    name, count = choice(page, letter, 1)
    shown = page.locator(".cr-matrix tbody tr:visible")
    expect(shown).to_have_count(count)
    assert 0 < count < every.count()
    for one in shown.all():
        expect(one).to_have_class(re.compile(rf"\b{name}\b"))
    for grid in page.locator(".cr-grid:visible").all():
        assert grid.locator("tbody tr:visible").count() > 0
    assert page.locator("h2:visible").count() == page.locator(".cr-grid:visible").count()


def test_two_choices_count_what_is_left(reader):
    page = reader.open(TABLE)
    total = page.locator(".cr-matrix tbody tr").count()
    choice(page, "v", 1)
    choice(page, "q", 1)
    left = page.locator(".cr-matrix tbody tr:visible").count()
    expect(page.locator("#cr-left")).to_have_text(f"{left} of {total} shown")
    assert page.locator("h2:visible").count() == page.locator(".cr-grid:visible").count()
    choice(page, "v", 0)
    choice(page, "q", 0)
    expect(page.locator("#cr-left")).to_be_empty()
    expect(page.locator(".cr-matrix tbody tr:visible")).to_have_count(total)


def test_choices_and_the_table_are_reached_by_the_keyboard(reader):
    page = reader.open(TABLE)
    page.locator("#cr-v-all").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("input[name='cr-v']").nth(1)).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.locator("#cr-q-all")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".cr-shapes summary")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("h2:visible .headerlink").first).to_be_focused()
    page.keyboard.press("Tab")
    region = page.locator(".cr-grid:visible").first
    expect(region).to_be_focused()
    expect(region).to_have_role("region")
    expect(region).to_have_attribute("aria-label", re.compile(r"\w"))
    page.keyboard.press("Tab")
    expect(region.locator("thead a").first).to_be_focused()


@pytest.mark.parametrize("width", [1440, 390])
def test_a_cell_leads_to_that_article_s_answer(reader, width):
    page = reader.open(TABLE, width)
    cell = page.locator(".cr-matrix td:not(.cr-verdict, :last-child) a:visible").first
    href = cell.get_attribute("href") or ""
    question = page.locator(f"tr:has(a[href='{href}']) th span").inner_text()
    cell.click()
    expect(page.locator("h1")).to_contain_text(question)
    answer = page.locator(f"#{href.partition('#')[2]}")
    expect(answer).to_be_in_viewport()
    expect(answer.locator("h3 a")).to_have_attribute(
        "href", re.compile(r"^\.\./articles/.+\.html$")
    )


def test_every_link_of_the_table_has_its_target(reader, site):
    page = reader.open(TABLE)
    links = page.locator(".cr-matrix a").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert links
    for link in links:
        path, _, fragment = link.removeprefix("../").partition("#")
        text = (site.root / path).read_text("utf-8")
        assert not fragment or f'id="{fragment}"' in text, link


def test_on_a_phone_rows_are_cards(reader):
    page = reader.open(TABLE, 390)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    card = page.locator(".cr-matrix tbody tr").first
    tops = card.locator("th, td").evaluate_all(
        "cells => cells.map(cell => cell.getBoundingClientRect().top)"
    )
    assert tops == sorted(set(tops)), "one below the other"
    for name in card.locator("td > b").all():
        expect(name).to_be_visible()
    for grid in page.locator(".cr-grid").all():
        assert grid.evaluate("box => box.scrollWidth <= box.clientWidth")


@pytest.mark.parametrize("width", [1440, 1024])
def test_the_table_s_head_stays_in_sight(reader, width):
    page = reader.open(TABLE, width)
    for grid in page.locator(".cr-grid").all():
        row = grid.locator("tbody tr").last
        row.evaluate("row => row.scrollIntoView({block: 'center', behavior: 'instant'})")
        page.wait_for_timeout(400)
        expect(grid.locator("thead th").first).to_be_in_viewport()


@pytest.mark.parametrize("width", [1440, 390])
def test_questions_have_no_sideways_scrolling(reader, site, width):
    page = reader.open(TABLE, width)
    for path in pages_of(site):
        page.goto(site.http + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_every_quotation_leads_to_its_paragraph(reader, site):
    page = reader.open(TABLE)
    for path in pages_of(site):
        page.goto(site.http + path)
        links = page.locator(".cr-quotes a").evaluate_all("links => links.map(link => link.href)")
        for link in links:
            place, _, fragment = link.removeprefix(site.http).partition("#")
            assert f'id="{fragment}"' in (site.root / place).read_text("utf-8"), link


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_axe_finds_nothing(reader, site, width, scheme):
    page = reader.open(TABLE, width, color_scheme=scheme)
    found = violations(page)
    for path in pages_of(site):
        page.goto(site.http + path)
        found += violations(page)
    assert not found, "\n".join(found)
