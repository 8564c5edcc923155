"""In Chromium, from an unpacked bundle: no server, no network, spaces in the path.

tests/browser/test_firefox.py does the same in Firefox.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader


@pytest.fixture
def offline(browser, unpacked):
    """A reader without a network; the test fails if a page asks for anything but its own files."""
    reader = Reader(browser=browser, site=unpacked, contexts=[], strays=[])
    yield reader
    for context in reader.contexts:
        context.close()
    assert not reader.strays


def opened(offline, path):
    def failed(request):
        if request.failure != "net::ERR_ABORTED":  # its page was left before it came
            offline.strays.append(request.url)

    page = offline.open(path, base=offline.site.file, offline=True)
    page.on("requestfailed", failed)
    page.on("console", lambda said: said.type == "error" and offline.strays.append(said.text))
    page.reload()
    return page


def test_a_double_click_on_start_here_leads_to_the_first_page(reader, unpacked):
    reader.site = unpacked
    page = reader.open("../START-HERE.html", base=unpacked.file)
    page.wait_for_url(f"{unpacked.file}index.html")
    expect(page.locator(".cr-card")).to_have_count(len(unpacked.articles))


def test_every_kind_of_page_opens_without_a_complaint(offline, unpacked):
    page = opened(offline, "index.html")
    for path in unpacked.one_of_each:
        if path != "404.html":  # only a server shows it
            page.goto(unpacked.file + path)
            expect(page.locator("h1").first).to_be_attached()


def test_links_lead_on(offline):
    page = opened(offline, "index.html")
    page.locator(".cr-card h3 a").first.click()
    expect(page.locator(".cr-article")).to_be_visible()
    page.locator("nav a", has_text="Timeline").first.click()
    expect(page.locator(".cr-event").first).to_be_visible()


def test_a_term_opens_its_pop_up(offline, unpacked):
    page = opened(offline, unpacked.articles[0])
    page.locator("a.cr-term").first.click()
    expect(page.locator(".cr-pop:popover-open")).to_be_visible()


def test_the_timeline_narrows(offline):
    page = opened(offline, "timeline.html")
    shown = page.locator(".cr-event:visible")
    before = shown.count()
    page.locator(".cr-narrow label").nth(1).click()
    assert 0 < shown.count() < before


def test_the_search_answers(offline):
    page = opened(offline, "method.html")
    page.keyboard.press("/")
    page.locator(".cr-query").fill("toll")
    page.locator(".cr-hit-title").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.startswith(offline.site.file)


def test_no_page_may_ask_another_host_for_anything(reader, site):
    for path in site.one_of_each:
        text = (site.root / path).read_text("utf-8")
        head = text[: text.index("<link")]
        assert "default-src 'none'" in head, path
    page = reader.open("index.html")
    refused = page.evaluate("""() => new Promise(done => {
      document.addEventListener("securitypolicyviolation", event => done(event.blockedURI));
      document.body.append(Object.assign(new Image(), {src: "https://example.org/x.png"}));
      setTimeout(() => done(""), 2000);
    })""")
    assert refused == "https://example.org/x.png"
    reader.strays.remove(refused)  # what the browser was asked for, and did not do
