"""From file://, without a server or a network, in a folder with spaces in its name."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader, Site


@pytest.fixture(scope="module")
def carried(site, tmp_path_factory):
    """The site, copied to where a reader might keep it."""
    root = tmp_path_factory.mktemp("carried") / "my reader, 2nd copy"
    shutil.copytree(site.root, root)
    return Site(root=root, http=site.http)


@pytest.fixture
def offline(browser, carried):
    """A reader without a network; the test fails if a page asks for anything but its own files."""
    reader = Reader(browser=browser, site=carried, contexts=[], strays=[])
    yield reader
    for context in reader.contexts:
        context.close()
    assert not reader.strays


def opened(offline, path):
    page = offline.open(path, base=offline.site.file, offline=True)
    page.on("console", lambda said: said.type == "error" and offline.strays.append(said.text))
    page.reload()
    return page


def test_every_kind_of_page_opens_without_a_word_of_complaint(offline, carried):
    for path in carried.one_of_each:
        if path == "404.html":
            continue  # a server's page: it has to know where on the server it stands
        page = opened(offline, path)
        expect(page.locator("h1").first).to_be_visible()
        page.context.close()
    offline.contexts.clear()


def test_links_lead_on(offline):
    page = opened(offline, "index.html")
    page.locator(".cr-card h3 a").first.click()
    expect(page.locator(".cr-article")).to_be_visible()
    page.locator("nav a", has_text="Timeline").first.click()
    expect(page.locator(".cr-event").first).to_be_visible()


def test_a_term_opens_its_pop_up(offline, carried):
    page = opened(offline, carried.articles[0])
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
