"""Reading: the place is kept, keys stay off until asked for, two texts change places."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

SLACK = 4
"""Pixels a passage may move."""


@pytest.fixture
def article(site) -> str:
    """The page with the most notes."""
    return site.articles[0]


def scroll_to_middle(page: Page) -> str:
    """Scroll to a paragraph in the middle of the page; return a selector for it."""
    rows = page.locator(".cr-p").evaluate_all("rows => rows.map(row => row.id)")
    middle = rows[len(rows) // 2]
    page.evaluate("id => document.getElementById(id).scrollIntoView({block: 'start'})", middle)
    page.wait_for_timeout(400)
    return f"#{middle} .cr-text"


def top_of(page: Page, selector: str) -> float:
    """Where an element stands on the screen."""
    box = page.locator(selector).bounding_box()
    assert box
    return box["y"]


@pytest.mark.parametrize("choice", ["#cr-f-none", "#cr-f-all", ".cr-tools label[class] input"])
def test_a_filter_keeps_the_reading_place(reader, article, choice):
    page = reader.open(article)
    passage = scroll_to_middle(page)
    if choice == "#cr-f-all":
        page.locator("label:has(#cr-f-none)").click()
        page.wait_for_timeout(200)
    before = top_of(page, passage)
    page.locator(
        f"label:has({choice.removeprefix('.cr-tools label[class] ')})"
        if "input" not in choice
        else ".cr-tools label[class]"
    ).first.click()
    page.wait_for_timeout(300)
    assert abs(top_of(page, passage) - before) <= SLACK


def test_keys_are_off_until_asked_for_and_then_remembered(reader, article):
    page = reader.open(article)
    page.keyboard.press("j")
    expect(page.locator(".cr-note.cr-on")).to_have_count(0)
    page.get_by_label("Keys j and k").check()
    page.keyboard.press("j")
    first = page.locator(".cr-note.cr-on").get_attribute("id")
    page.keyboard.press("j")
    assert page.locator(".cr-note.cr-on").get_attribute("id") != first
    page.keyboard.press("k")
    assert page.locator(".cr-note.cr-on").get_attribute("id") == first
    page.reload()
    expect(page.get_by_label("Keys j and k")).to_be_checked()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_original_and_digest_change_places(reader, site, scripts):
    full = [
        path for path in site.articles if 'id="cr-t-full"' in (site.root / path).read_text("utf-8")
    ]
    if not full:
        pytest.skip("no article of this build shows its full text")
    page = reader.open(full[0], java_script_enabled=scripts)
    expect(page.locator(".cr-full").first).to_be_visible()
    expect(page.locator(".cr-digest").first).to_be_hidden()
    page.locator("label:has(#cr-t-digest)").click()
    expect(page.locator(".cr-full").first).to_be_hidden()
    expect(page.locator(".cr-digest").first).to_be_visible()


def test_a_paragraph_is_a_link_to_itself(reader, article):
    page = reader.open(article)
    page.locator(".cr-pn").nth(1).click()
    expect(page.locator(".cr-p:target")).to_have_count(1)


def test_no_page_scrolls_sideways_on_a_phone(reader, site):
    for path in site.one_of_each:
        page = reader.open(path, 390)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390, f"{path} is {wide} px wide"
