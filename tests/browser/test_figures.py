"""The figures: the table sorts with and without scripts, and holds on a phone and on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

ROWS = ".cr-ledger tbody tr"
ORDERS = ["a", "p", "z", "w", "x", "n"]
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])


def places(page, letter):
    """The place each row should have, in the order of the page."""
    found = page.locator(ROWS).evaluate_all(
        "(rows, name) => rows.map(row => row.style.getPropertyValue(name))", f"--{letter}"
    )
    return [int(one or -1) for one in found]


def seen(page, letter):
    """The places of the rows from top to bottom of the screen."""
    tops = page.locator(ROWS).evaluate_all("rows => rows.map(row => row.getBoundingClientRect().y)")
    return [place for _, place in sorted(zip(tops, places(page, letter), strict=True))]


def choose(page, letter):
    page.locator(f"label:has(#cr-s-{letter})").click()


@SCRIPTS
@pytest.mark.parametrize("width", [1440, 390])
def test_rows_are_seen_in_the_order_chosen(reader, width, scripts):
    page = reader.open("figures.html", width, java_script_enabled=scripts)
    count = page.locator(ROWS).count()
    assert count > 3
    for letter in ORDERS[:-1]:
        choose(page, letter)
        assert seen(page, letter) == list(range(count))


def test_scripts_bring_the_page_into_the_order_chosen(reader):
    page = reader.open("figures.html")
    first = page.locator(ROWS).all_inner_texts()
    for letter in ORDERS[:-1]:
        choose(page, letter)
        assert places(page, letter) == sorted(places(page, letter))
        assert page.locator(".cr-ledger [aria-sort]").count() == 1
    choose(page, "n")
    assert page.locator(ROWS).all_inner_texts() == first


@SCRIPTS
def test_the_keyboard_sorts(reader, scripts):
    page = reader.open("figures.html", java_script_enabled=scripts)
    page.locator("#cr-s-n").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#cr-s-a")).to_be_checked()
    expect(page.locator("#cr-s-a")).to_be_focused()
    assert seen(page, "a") == list(range(page.locator(ROWS).count()))


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_it_is_a_table_at_every_width(reader, width):
    page = reader.open("figures.html", width)
    table = page.get_by_role("table", name="All figures")
    expect(table.get_by_role("columnheader")).to_have_count(7)
    expect(table.get_by_role("rowheader")).to_have_count(page.locator(ROWS).count())


@pytest.mark.parametrize("width", [1440, 1024, 700, 390])
def test_nothing_is_wider_than_the_screen(reader, width):
    page = reader.open("figures.html", width)
    for fold in page.locator(".cr-measured .cr-fold > summary").all():
        fold.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    beyond = page.locator(".cr-ledger :is(th, td), .cr-measured *").evaluate_all(
        "(all, width) => all.filter(one => one.getBoundingClientRect().right > width + 1).length",
        width,
    )
    assert beyond == 0


def test_columns_line_up(reader):
    page = reader.open("figures.html")
    lefts = page.locator(".cr-ledger tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(one => Math.round(one.offsetLeft)).join())"
    )
    assert len(set(lefts)) == 1


@SCRIPTS
def test_a_number_leads_to_its_figure_and_on_to_its_paragraph(reader, scripts):
    page = reader.open("figures.html", java_script_enabled=scripts)
    page.locator(f"{ROWS}:has(a[href^='articles/']) th a").last.click()
    page.wait_for_timeout(400)
    target = page.locator(":target")
    box = target.bounding_box()
    assert box
    assert 0 <= box["y"] < 900
    href = target.locator("a[href*='articles/']").first.get_attribute("href")
    assert href
    assert re.fullmatch(r"articles/[a-z0-9-]+\.html#p\d+", href)


def test_the_sorts_stay_with_the_table(reader):
    page = reader.open("figures.html")
    page.locator(".cr-measured").last.scroll_into_view_if_needed()
    page.mouse.wheel(0, 5000)
    page.wait_for_timeout(200)
    bottom = page.locator(".cr-all").evaluate("one => one.getBoundingClientRect().bottom")
    tools = page.locator(".cr-order").evaluate("one => one.getBoundingClientRect().bottom")
    assert tools <= bottom + 1


def test_plots_add_no_tab_stops_and_their_marks_lead_to_figures(reader):
    page = reader.open("figures.html")
    marks = page.locator(".cr-plot a")
    assert marks.count() > 0
    assert page.locator(".cr-plot a:not([tabindex='-1'])").count() == 0
    for href in marks.evaluate_all("all => all.map(one => one.getAttribute('href'))"):
        expect(page.locator(f".cr-figs > {href}")).to_have_count(1)


def test_on_paper_it_is_a_plain_table(reader):
    page = reader.open("figures.html")
    page.emulate_media(media="print")
    shown = page.locator(".cr-ledger").evaluate("one => getComputedStyle(one).display")
    cells = page.locator(f"{ROWS} td").first.evaluate("one => getComputedStyle(one).display")
    assert (shown, cells) == ("table", "table-cell")
    expect(page.locator(".cr-order")).to_be_hidden()
