"""Terms: pop-ups by mouse, keyboard and touch."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

TERM = ".cr-text .cr-term:visible"
OPEN = ".cr-pop:popover-open"


@pytest.fixture
def article(site) -> str:
    """A page with terms."""
    return site.articles[0]


def first_term(page: Page) -> Locator:
    """The first term of the text, on screen."""
    term = page.locator(TERM).first
    term.scroll_into_view_if_needed()
    return term


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_hover_opens_after_a_while_and_leaving_closes(reader, site, article, scheme):
    page = reader.open(article, base=getattr(site, scheme))
    term = first_term(page)
    page.wait_for_timeout(100)
    term.hover()
    assert page.locator(OPEN).count() == 0
    expect(page.locator(OPEN)).to_have_id(f"t-{term.get_attribute('data-term')}")
    page.mouse.move(2, 2)
    expect(page.locator(OPEN)).to_have_count(0)


def test_the_pointer_may_move_into_the_popup(reader, article):
    page = reader.open(article)
    first_term(page).hover()
    page.locator(OPEN).hover()
    page.wait_for_timeout(600)
    expect(page.locator(OPEN)).to_have_count(1)


def test_focus_alone_opens_nothing_enter_opens_and_escape_returns(reader, article):
    page = reader.open(article)
    term = first_term(page)
    term.focus()
    page.wait_for_timeout(500)
    assert page.locator(OPEN).count() == 0
    page.keyboard.press("Enter")
    expect(page.locator(OPEN)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(f"{OPEN} a:focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(OPEN)).to_have_count(0)
    expect(term).to_be_focused()


def test_a_tap_opens_the_sheet_with_steps_and_close(reader, article):
    page = reader.open(article, 390, has_touch=True, is_mobile=True)
    term = first_term(page)
    term.tap()
    sheet = page.locator("#cr-sheet:popover-open")
    expect(sheet).to_be_visible()
    for button in sheet.get_by_role("button").all():
        box = button.bounding_box()
        assert box and min(box["width"], box["height"]) >= 44
    before = page.locator("#cr-sheet-name").inner_text()
    sheet.get_by_role("button", name="Next").click()
    assert page.locator("#cr-sheet-name").inner_text() != before
    sheet.get_by_role("button", name="Close").click()
    expect(sheet).to_have_count(0)


def test_without_scripts_a_term_leads_to_the_glossary(reader, article):
    page = reader.open(article, java_script_enabled=False)
    page.locator(TERM).first.click()
    assert "/glossary/" in page.url
