"""From file://, without a server or a network."""

from __future__ import annotations

import json
import re

from playwright.sync_api import expect


def test_search_finds_a_term_from_file(reader, site):
    page = reader.open("index.html", base=site.file)
    page.goto(f"{site.file}glossary/index.html")
    names = " ".join(page.locator(".cr-name a").all_inner_texts())
    word = re.findall(r"[A-Za-z]{5,}", names)[0]
    page.goto(f"{site.file}index.html")
    page.keyboard.press("/")
    page.wait_for_timeout(500)
    page.keyboard.type(word, delay=30)
    page.wait_for_timeout(500)
    page.keyboard.press("Enter")  # Both engines' search then goes to the best hit.
    page.wait_for_url(lambda url: not url.endswith("index.html"), timeout=15_000)
    expect(page.get_by_text(word).first).to_be_attached()


def test_links_lead_on_from_file(reader, site):
    page = reader.open("index.html", base=site.file)
    page.locator(".cr-card h3 a").first.click()
    expect(page.locator(".cr-article")).to_be_visible()


def test_the_search_knows_no_buttons_or_labels(site):
    index = json.loads((site.root / "search" / "search_index.json").read_text("utf-8"))
    chrome = re.compile(
        r"\b(More|Link|Cite|Cited \d|Read it|All terms)\b|¶1 ¶2|\d notes? on paragraph"
    )
    pages = ("articles/", "sources.html", "index.html")
    texts = {doc["location"]: doc["text"] for doc in index["docs"]}
    found = {at: chrome.search(text) for at, text in texts.items() if at.startswith(pages)}
    assert not {at: hit[0] for at, hit in found.items() if hit}
