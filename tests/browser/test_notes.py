"""Notes: in the margin, in the sheet, by link, and without scripts."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def article(site) -> str:
    """The page with the most notes."""
    return site.articles[0]


def fifth_note(page: Page) -> str:
    """Element id of a note some way down the page."""
    ids = page.locator(".cr-note").evaluate_all("notes => notes.map(note => note.id)")
    return ids[min(4, len(ids) - 1)]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", [1440, 390])
def test_a_link_to_a_note_opens_and_marks_it(reader, article, width, scripts):
    note = fifth_note(reader.open(article))
    page = reader.open(f"{article}#{note}", width, java_script_enabled=scripts)
    page.wait_for_timeout(500)
    target = page.locator(".cr-note:target")
    expect(target).to_have_id(note)
    expect(target.locator(".cr-body")).to_be_visible()
    expect(target).to_be_in_viewport()
    box, bar = target.bounding_box(), page.locator(".cr-tools").bounding_box()
    assert box and bar
    assert width < 960 or box["y"] >= bar["y"] + bar["height"] or bar["y"] > box["y"]


def test_a_reference_opens_its_note_in_the_margin(reader, article):
    page = reader.open(article)
    page.locator(".cr-ref:visible").nth(1).click()
    expect(page.locator(".cr-note.cr-on")).to_be_focused()
    expect(page.locator(".cr-on .cr-pass")).to_be_visible()
    assert page.locator("mark.cr-lit").count()


def test_a_reference_opens_the_sheet_on_a_phone(reader, article):
    page = reader.open(article, 390)
    ref = page.locator(".cr-ref:visible").nth(1)
    ref.click()
    expect(page.locator("#cr-sheet:popover-open .cr-body")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#cr-sheet")).to_be_hidden()
    expect(ref).to_be_focused()


@pytest.mark.parametrize("width", [1440, 1024])
def test_margin_notes_never_overlap_and_never_vanish(reader, article, width):
    page = reader.open(article, width)
    for row in page.locator(".cr-p").all():
        row.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    boxes = page.locator(".cr-note").evaluate_all("""notes => notes.map((note) => {
        const { top, height } = note.getBoundingClientRect();
        return { top, height };
    })""")
    assert all(box["height"] > 20 for box in boxes)
    for above, below in itertools.pairwise(boxes):
        assert above["top"] + above["height"] <= below["top"] + 1


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_shortened_note_opens_by_its_link(reader, article, by):
    page = reader.open(article)
    more = page.locator(".cr-more:visible").first
    if by == "mouse":
        more.click()
    else:
        more.focus()
        expect(more).to_be_focused()
        page.keyboard.press("Enter")
    expect(page.locator(".cr-note.cr-on")).to_be_focused()
    expect(page.locator(".cr-on .cr-rest")).to_be_visible()


@pytest.mark.parametrize("width", [1440, 1024])
def test_shortened_notes_use_the_room_there_is(reader, article, width):
    page = reader.open(article, width)
    page.wait_for_timeout(300)
    wasted = page.locator("[data-fit='2']").evaluate_all("""rows => rows.filter((row) => {
        const text = row.querySelector(".cr-text").getBoundingClientRect().bottom;
        const notes = [...row.querySelectorAll(".cr-note")];
        const cut = notes.some((note) => {
            const { clientHeight, scrollHeight } = note.querySelector(".cr-body");
            return scrollHeight > clientHeight + 12;
        });
        return cut && text - notes.at(-1).getBoundingClientRect().bottom > 40;
    }).map(row => row.id)""")
    assert not wasted


@pytest.mark.parametrize("width", [1440, 390])
def test_no_line_begins_with_a_note_number_or_what_follows_it(reader, site, width):
    for path in site.articles:
        page = reader.open(path, width)
        apart = page.locator(".cr-ref:visible").evaluate_all("""refs => refs.filter((ref) => {
            const before = ref.parentElement.previousElementSibling;
            const after = document.createRange();
            const text = ref.parentElement.nextSibling;
            if (!before?.matches("mark")) return false;
            const { left, top, bottom } = ref.getBoundingClientRect();
            const passage = [...before.getClientRects()].at(-1);
            if (passage.top > bottom || passage.bottom < top) return true;
            if (text?.nodeType !== Node.TEXT_NODE || !/^[,.;:)]/.test(text.data)) return false;
            after.setStart(text, 0);
            after.setEnd(text, 1);
            return after.getBoundingClientRect().left < left;
        }).map(ref => ref.id)""")
        assert not apart


def test_a_phone_shows_no_choices_for_the_margin_or_the_keys(reader, article):
    page = reader.open(article, 390, has_touch=True, is_mobile=True)
    expect(page.locator(".cr-wide")).to_be_hidden()


@pytest.mark.parametrize("width", [1440, 390])
def test_without_scripts_notes_can_be_read_and_filtered(reader, article, width):
    page = reader.open(article, width, java_script_enabled=False)
    notes = page.locator(".cr-note")
    if width < 960:
        page.locator(".cr-notes > summary").first.click()
    expect(notes.first.locator(".cr-body")).to_be_visible()
    page.locator("label:has(#cr-f-none)").click()
    expect(notes.first).to_be_hidden()
    expect(page.locator(".cr-ref:visible")).to_have_count(0)
    kind = page.locator(".cr-tools label[class]").first
    kind.click()
    shown = page.locator(".cr-ref:visible")
    chosen = kind.get_attribute("class")
    assert (
        shown.count()
        == page.locator(f".cr-text :is(.cr-full, .cr-digest):visible .cr-ref.{chosen}").count()
        > 0
    )


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_comparisons_are_a_kind_to_filter_by(reader, article, scripts):
    page = reader.open(article, java_script_enabled=scripts)
    page.locator("label:has(#cr-f-compare)").click()
    compared = page.locator(".cr-note.cr-k-compare")
    assert page.locator(".cr-note:visible").count() == compared.count() > 0
    expect(page.locator(".cr-ref:visible")).to_have_count(0)
    page.locator("label:has(#cr-f-claim)").click()
    expect(compared.first).to_be_hidden()


def test_a_comparison_leads_to_its_question(reader, article):
    page = reader.open(article)
    page.locator(".cr-k-compare a[href*='comparisons/']").first.click()
    expect(page.locator(":target")).to_be_visible()


def test_print_shows_every_note_after_its_paragraph(reader, article):
    page = reader.open(article)
    page.emulate_media(media="print")
    assert page.locator(".cr-note:visible").count() == page.locator(".cr-note").count()
    assert page.locator(".cr-tools:visible, .cr-acts:visible, .cr-pops:visible").count() == 0
