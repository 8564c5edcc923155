"""Accessibility: axe finds nothing, and Tab goes where a reader expects."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
STILL = """
.cr-p { content-visibility: visible !important }
* { transition: none !important; animation: none !important }
"""
"""Axe must see every paragraph, and nothing half faded."""


def violations(page: Page) -> list[str]:
    """Return what axe objects to, a line each."""
    page.add_style_tag(content=STILL)
    page.evaluate(AXE)
    found = page.evaluate(
        "axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)"
    )
    return [
        f"{page.url}: {rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_axe_finds_nothing(reader, site, width, scheme):
    found = []
    page = reader.open(site.one_of_each[0], width, color_scheme=scheme)
    for path in site.one_of_each:
        page.goto(site.http + path)
        found += violations(page)
    page.goto(site.http + site.articles[0])
    for opener in (".cr-text .cr-term:visible", ".cr-ref:visible"):
        page.locator(opener).nth(1).click()
        page.wait_for_timeout(100)
        found += violations(page)
        page.keyboard.press("Escape")
    assert not found, "\n".join(found)


def test_tab_order_is_that_of_the_page_on_a_phone(reader, site):
    page = reader.open(site.articles[0], 390)
    stops = []
    for _ in range(14):
        page.keyboard.press("Tab")
        stops.append(
            page.evaluate("""() => {
            const stop = document.activeElement;
            const label = stop.closest("label") ?? stop.nextElementSibling;
            const shown = stop.matches("[type=radio]") ? label : stop;
            const closed = stop.closest(".md-sidebar");
                return [closed !== null, shown.checkVisibility(), stop.outerHTML];
        }""")
        )
    for in_drawer, seen, stop in stops:
        assert not in_drawer, f"what is closed takes focus: {stop}"
        assert seen, f"focus goes out of sight: {stop}"


def test_the_menu_is_a_button(reader, site):
    page = reader.open("index.html", 390)
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar--primary a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()


def test_the_pictures_add_no_tab_stops(reader, site):
    page = reader.open("index.html")
    assert page.locator(".cr-portrait a").count() > 0
    assert page.locator(".cr-portrait a:not([tabindex='-1'])").count() == 0
