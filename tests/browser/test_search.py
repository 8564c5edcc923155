"""The search: any spelling of a name, words and slips; by keyboard, from file://, by address."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

from tests.browser.test_access import violations
from tests.searching import wanted

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/search/folding.yml").read_text("utf-8"))


def ask(page, query):
    """Type a query into the open search and wait for its answer."""
    page.locator(".cr-query").fill("")
    expect(page.locator(".cr-found-count")).to_have_text("")
    page.locator(".cr-query").fill(query)
    expect(page.locator(".cr-found-count")).not_to_have_text("")


def opened(reader, base, path="index.html", width=1440, **options):
    page = reader.open(path, width, base=base, **options)
    page.keyboard.press("/")
    expect(page.locator(".cr-query")).to_be_focused()
    return page


def hrefs(page, selector):
    return page.locator(selector).evaluate_all("all => all.map(one => one.href)")


def found_everywhere(page, base, one):
    """Ask for one spelling of a term: its page comes first, and every mention is there."""
    ask(page, one.query)
    titles = hrefs(page, ".cr-hit-title")
    assert base + one.term in (titles[:1] if one.alone else titles), one.query
    while page.locator(".cr-more-hits").is_visible():
        page.locator(".cr-more-hits").click()
    for more in page.locator(".cr-hit-more").all()[::-1]:
        more.click()
    found = set(hrefs(page, ".cr-place"))
    for article, paragraphs in one.places.items():
        here = {f"{base}{article}#p{n}" for n in paragraphs}
        assert here <= found, (one.query, here - found)


@pytest.mark.parametrize("how", ["file", "http"])
def test_every_spelling_leads_to_the_term_and_to_every_mention(reader, site, how):
    base = getattr(site, how)
    page = opened(reader, base, "sources.html")
    spellings = list(wanted(site.root))
    assert len(spellings) >= 10
    for one in spellings:
        found_everywhere(page, base, one)


def test_a_result_leads_to_the_paragraph(reader, site):
    page = opened(reader, site.file)
    one = next(one for one in wanted(site.root) if one.places)
    ask(page, one.query)
    link = page.locator(".cr-hit[data-kind=article] .cr-place", has_text="¶").first
    target = link.get_attribute("href").partition("#")[2]
    link.click()
    expect(page.locator(f"#{target}")).to_be_in_viewport()


def test_a_place_says_under_which_name_it_was_found(reader, site):
    page = opened(reader, site.http)
    ask(page, "CLB")
    expect(page.locator(".cr-hit").first).to_contain_text("Canal Levy Board")
    reasons = page.locator(".cr-hits .cr-why, .cr-hits .cr-found").all_inner_texts()
    assert any("Canal Levy Board" in one or "CLB" in one for one in reasons)


def test_results_narrow_to_one_kind(reader, site):
    page = opened(reader, site.http)
    ask(page, "toll")
    kinds = page.locator(".cr-kinds label")
    assert kinds.count() > 3
    page.locator(".cr-kinds").get_by_text("Notes").click()
    expect(page.locator(".cr-kinds :checked + span")).to_contain_text("Notes")
    expect(page.locator(".cr-place").first).to_be_visible()
    assert all("#n-" in href for href in hrefs(page, ".cr-place"))
    count = int(page.locator(".cr-kinds :checked + span b").inner_text())
    expect(page.locator(".cr-found-count")).to_contain_text(f"{count} place")


def test_words_are_found_in_every_ending_and_as_they_are_typed(reader, site):
    page = opened(reader, site.http)
    for query in ("barge", "barges", "bar"):
        ask(page, query)
        assert page.locator(".cr-hit").count() > 2, query
        assert "barge" in page.locator(".cr-found").first.inner_text().lower()


def test_a_slip_is_forgiven_and_said(reader, site):
    page = opened(reader, site.http)
    ask(page, "Varow")
    expect(page.locator(".cr-hit").first).to_contain_text("Varrow")
    ask(page, "brages")
    expect(page.locator(".cr-found-count")).to_contain_text("Nothing has “brages”; shown is “barge")


def test_a_question_mark_and_other_marks_do_not_matter(reader, site):
    page = opened(reader, site.http)
    ask(page, "Who pays the toll?")
    assert page.locator(".cr-hit").count() > 0
    ask(page, "<b>&\"'()[]{}\\ toll")
    assert page.locator(".cr-hit").count() > 0


def test_what_is_nowhere_is_said_to_be_nowhere(reader, site):
    page = opened(reader, site.http)
    ask(page, "xylophone zeppelin")
    expect(page.locator(".cr-found-count")).to_contain_text(
        "Nothing found for “xylophone zeppelin”"
    )
    expect(page.locator(".cr-hit")).to_have_count(0)


def test_keys_open_walk_follow_and_close(reader, site):
    page = reader.open("method.html", base=site.http)
    page.locator(".cr-find").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".cr-query")).to_be_focused()
    page.keyboard.type("toll")
    expect(page.locator(".cr-hit").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".cr-hits a").nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".cr-hits a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".cr-query")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".cr-search")).to_be_hidden()
    expect(page.locator(".cr-find")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator(".cr-query")).to_be_focused()
    ask(page, "Ilse Varrow")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/ilse-varrow.html")


def test_a_slash_in_a_field_is_a_slash(reader, site):
    page = opened(reader, site.http)
    page.keyboard.type("a/b")
    expect(page.locator(".cr-query")).to_have_value("a/b")


def test_the_page_of_the_search_keeps_what_was_asked_in_its_address(reader, site):
    page = reader.open("search.html?q=toll&kind=note", base=site.file)
    expect(page.locator(".cr-hit").first).to_be_visible()
    expect(page.locator(".cr-kinds :checked + span")).to_contain_text("Notes")
    page.locator(".cr-query").fill("barge")
    page.wait_for_url(lambda url: "q=barge" in url)
    page.reload()
    expect(page.locator(".cr-query")).to_have_value("barge")
    expect(page.locator(".cr-hit").first).to_be_visible()


def test_without_scripts_the_link_leads_to_other_ways(reader, site):
    page = reader.open("index.html", base=site.file, java_script_enabled=False)
    page.locator(".cr-find").click()
    expect(page.locator("#cr-search-page")).to_contain_text("glossary")
    page.locator("#cr-search-page").get_by_role("link", name="glossary").click()
    expect(page.locator("h1")).to_contain_text("Glossary")


def test_a_quick_typist_sees_the_answer_to_the_last_letter(reader, site):
    page = opened(reader, site.http)
    page.keyboard.type("toll barge gate levy", delay=0)
    page.wait_for_timeout(600)
    typed = page.locator(".cr-hits").inner_html()
    ask(page, "toll barge gate levy")
    assert page.locator(".cr-hits").inner_html() == typed


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_axe_finds_nothing(reader, site, width, scheme):
    page = opened(reader, site.http, width=width, color_scheme=scheme)
    ask(page, "clb toll")
    expect(page.locator(".cr-hit").first).to_be_visible()
    found = violations(page)
    page.goto(f"{site.http}search.html?q=toll")
    expect(page.locator(".cr-hit").first).to_be_visible()
    found += violations(page)
    assert not found, "\n".join(found)


def test_the_browser_folds_words_as_the_index_does(reader, site):
    page = opened(reader, site.http)
    for case in CASES:
        assert page.evaluate("text => crSearch.words(text)", case["text"]) == case["words"]


def test_the_index_knows_no_buttons_or_labels(site):
    """The search reads our own words, not the pages: no chrome, no glued cells."""
    files = "".join(path.read_text("utf-8") for path in (site.root / "search").glob("e*.js"))
    assert len(files) > 1000
    for chrome in ("Read the original", "Link to this section", "All terms", "Back to passage"):
        assert chrome not in files
