"""In Firefox, from an unpacked bundle: no server, no network, spaces in the path."""

from __future__ import annotations

import pytest

from tests.firefox import ENTER, ESCAPE
from tests.links import broken
from tests.searching import wanted

OPEN = "document.querySelector('.cr-pop:popover-open')"
TERM = ".cr-text .cr-term"


@pytest.fixture
def article(firefox, unpacked):
    """The article with the most notes."""
    return firefox.open(unpacked.file + unpacked.articles[0])


def shown(tab, selector):
    """Return how many elements of a selector a reader can see."""
    found = f"[...document.querySelectorAll('{selector}')]"
    return tab.evaluate(f"{found}.filter(e => e.checkVisibility()).length")


def test_a_double_click_on_start_here_leads_to_the_first_page(firefox, unpacked):
    tab = firefox.open((unpacked.root.parent / "START-HERE.html").as_uri())
    tab.wait("location.href.endsWith('/site/index.html')")
    assert shown(tab, ".cr-card") == len(unpacked.articles)


def test_start_here_has_a_link_for_those_whom_nothing_leads(firefox, unpacked, tmp_path):
    start = unpacked.root.parent / "START-HERE.html"
    still = start.read_text("utf-8").replace('http-equiv="refresh"', "")
    (start.parent / "still.html").write_text(still, "utf-8")
    tab = firefox.open((start.parent / "still.html").as_uri())
    tab.click("a.start")
    tab.wait("location.href.endsWith('/site/index.html')")


def test_every_page_opens_without_a_complaint(firefox, unpacked):
    tab = firefox.open(f"{unpacked.file}index.html")
    for path in unpacked.one_of_each:
        if path != "404.html":  # only a server shows it
            tab.go(unpacked.file + path)
            assert tab.evaluate("document.querySelector('h1, .cr-lead') !== null"), path
            sheets = "[...document.styleSheets].every(one => one.ownerNode.sheet)"
            assert tab.evaluate(sheets), path


def test_a_term_opens_by_mouse_and_closes_with_escape(article):
    article.hover(TERM)
    article.wait(OPEN)
    article.press(ESCAPE)
    article.wait(f"!{OPEN}")


def test_a_term_opens_by_keyboard_and_leads_to_its_page(article):
    article.evaluate(f"document.querySelector('{TERM}').focus()")
    article.press(ENTER)
    article.wait(OPEN)
    article.click(".cr-pop:popover-open a[href*='glossary/']")
    article.wait("location.href.includes('/glossary/')")


def test_a_filter_leaves_one_kind_of_note(article):
    kind = article.evaluate("document.querySelector('[name=cr-kind]:not(#cr-f-all)').id")
    every = shown(article, ".cr-note")
    article.click(f"label:has(#{kind})")
    article.wait(f"document.getElementById('{kind}').checked")
    assert 0 < shown(article, ".cr-note") < every


def test_the_timeline_narrows_and_leads_to_a_paragraph(firefox, unpacked):
    tab = firefox.open(f"{unpacked.file}timeline.html")
    every = shown(tab, ".cr-event")
    kind = tab.evaluate("document.querySelectorAll('[name=cr-e]')[1].id")
    tab.click(f"label:has(#{kind})")
    tab.wait(f"document.querySelectorAll('.cr-event:not([hidden])').length < {every}")
    tab.click(".cr-event:not([hidden]) a[href*='articles/'][href*='#p']")
    tab.wait("location.hash.startsWith('#p') && document.querySelector(location.hash)")


FOUND = """[...document.querySelectorAll('.cr-hits a')].map(one => one.href)"""
EVERYTHING = """(async () => {
  const more = () => [...document.querySelectorAll('.cr-more-hits:not([hidden]), .cr-hit-more')];
  while (more().length) {
    more().forEach(one => one.click());
    await new Promise(done => setTimeout(done, 100));
  }
  return true;
})()"""


def ask(tab, query):
    """Type a query into the open search and wait for its answer."""
    field = "document.querySelector('.cr-query')"
    clear = f"({field}.value = '', {field}.dispatchEvent(new Event('input')), {field}.focus())"
    tab.evaluate(clear)
    tab.wait("!document.querySelector('.cr-found-count').textContent")
    tab.type(query)
    tab.wait("document.querySelector('.cr-found-count').textContent")
    tab.wait("document.querySelector('.cr-hit')")


def test_every_spelling_of_five_terms_leads_to_every_mention(firefox, unpacked):
    tab = firefox.open(f"{unpacked.file}sources.html")
    tab.press("/")
    tab.wait("document.activeElement.matches('.cr-query')")
    for one in wanted(unpacked.root):
        ask(tab, one.query)
        if one.alone:
            first = tab.evaluate("document.querySelector('.cr-hit-title').href")
            assert first == unpacked.file + one.term, one.query
        tab.evaluate(EVERYTHING)
        found = set(tab.evaluate(FOUND))
        for article, paragraphs in one.places.items():
            here = {f"{unpacked.file}{article}#p{n}" for n in paragraphs}
            assert here <= found, (one.query, here - found)


def test_a_result_leads_to_the_paragraph(firefox, unpacked):
    tab = firefox.open(f"{unpacked.file}index.html")
    tab.press("/")
    tab.wait("document.activeElement.matches('.cr-query')")
    ask(tab, next(one.query for one in wanted(unpacked.root) if one.places))
    tab.evaluate("document.querySelector('.cr-place[href*=\"#p\"]').click()")
    tab.wait("location.hash.startsWith('#p') && document.querySelector(location.hash)")


def test_links_lead_somewhere_without_a_server(unpacked):
    assert broken(unpacked.root) == []


def test_a_page_that_asks_or_complains_is_noted(fox, tmp_path):
    """The fixture can fail: neither a picture from elsewhere nor a fault passes unseen."""
    fox.close()
    page = tmp_path / "page.html"
    picture = "https://elsewhere.example/a.png"
    page.write_text(f"<img src={picture}><script>throw Error('a fault')</script>", "utf-8")
    fox.open(page.as_uri())
    assert fox.requests == [picture]
    assert len(fox.errors) == 1
    assert "a fault" in fox.errors[0]
    fox.close()
    assert not fox.requests + fox.errors
