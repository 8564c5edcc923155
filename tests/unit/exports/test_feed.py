"""The feed keeps to RFC 4287 and is there only where it can be honest."""

from __future__ import annotations

import dataclasses
import re
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

import lxml.html

from build_tools import pipeline
from build_tools.exports import export
from build_tools.exports.feed import LATEST, feed
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition
from build_tools.sources.workplace import Workplace
from build_tools.views.desk import Desk

ATOM = {"a": "http://www.w3.org/2005/Atom"}
ROOT = "https://canal.example/reader"


def parsed(linked: Linked, most: int = LATEST) -> ElementTree.Element:
    text = feed(Desk(linked=linked, edition=Edition.AUTO), most)
    return ElementTree.fromstring(text.encode())


def texts(root: ElementTree.Element, path: str) -> list[str]:
    return [one.text or "" for one in root.findall(path, ATOM)]


def test_the_feed_has_what_the_standard_asks_for(linked: Linked) -> None:
    root = parsed(linked)
    for one in (root, *root.findall("a:entry", ATOM)):
        for name in ("id", "title", "updated"):
            assert len(texts(one, f"a:{name}")) == 1
        assert texts(one, "a:author/a:name")[0]
        (here,) = texts(one, "a:id")
        assert urlsplit(here).netloc == "canal.example"
        (updated,) = texts(one, "a:updated")
        assert datetime.fromisoformat(updated).utcoffset() is not None
    (own,) = root.findall("a:link[@rel='self']", ATOM)
    assert own.get("href") == f"{ROOT}/feed.xml"
    for entry in root.findall("a:entry", ATOM):
        (link,) = entry.findall("a:link[@rel='alternate']", ATOM)
        assert link.get("href") == texts(entry, "a:id")[0]
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_every_note_is_told_of_once_the_latest_first(linked: Linked) -> None:
    root = parsed(linked)
    ids = texts(root, "a:entry/a:id")
    assert sorted(ids) == sorted(
        f"{ROOT}/articles/{one.article.slug}.html#n-{placed.item.id}"
        for one in linked.articles
        for placed in one.notes
    )
    dates = texts(root, "a:entry/a:updated")
    assert dates == sorted(dates, reverse=True)
    assert texts(root, "a:updated") == dates[:1]


def test_only_the_latest_are_told_of(linked: Linked) -> None:
    every = texts(parsed(linked), "a:entry/a:id")
    assert texts(parsed(linked, 3), "a:entry/a:id") == every[:3]


def test_an_entry_says_what_the_note_says_and_who(linked: Linked) -> None:
    entry = next(
        one
        for one in parsed(linked).findall("a:entry", ATOM)
        if texts(one, "a:id")[0].endswith("#n-barges-2023")
    )
    assert texts(entry, "a:title") == ["Note on ¶2 of Ostrick 2025: “18,400 barges”"]
    assert texts(entry, "a:author/a:name") == ["Editor"]
    assert texts(entry, "a:published") == ["2025-05-04T00:00:00Z"]
    assert texts(entry, "a:updated") == ["2025-05-20T00:00:00Z"]
    (content,) = texts(entry, "a:content")
    html = lxml.html.fragment_fromstring(content, create_parent="div")
    assert html.findtext("blockquote/q") == "18,400 barges"
    assert "gives 11,900 for the same year" in html.text_content()
    assert "Disputed. High confidence. By Editor." in html.text_content()


def test_links_in_a_note_lead_to_the_site_from_anywhere(linked: Linked) -> None:
    content = "".join(texts(parsed(linked), "a:entry/a:content"))
    links = re.findall(r'href="([^"]+)"', content)
    assert any("/glossary/" in one for one in links)
    assert any("/sources.html#s-" in one for one in links)
    assert all(one.startswith(("https://", "http://")) for one in links)


def test_hostile_words_are_shown_and_not_run(canal: Workplace) -> None:
    path = canal.corpus / "articles" / "ostrick-2025-toll" / "notes.yml"
    text = path.read_text(encoding="utf-8")
    evil = 'body: "]]></content><script>alert(1)</script> & <img src=x onerror=alert(1)>"'
    path.write_text(re.sub(r"body: >-\n\s+The accounts list.*", evil, text, count=1), "utf-8")
    linked = pipeline.read(canal).linked
    assert linked
    entries = parsed(linked).findall("a:entry", ATOM)
    assert len(entries) == sum(len(one.notes) for one in linked.articles)
    content = "".join(texts(parsed(linked), "a:entry/a:content"))
    assert "&lt;script&gt;alert(1)" in content
    assert "<script" not in content
    assert "<img" not in content


def test_there_is_no_feed_without_an_address_notes_or_readers(linked: Linked) -> None:
    def paths(one: Linked, edition: Edition = Edition.AUTO) -> set[str]:
        return {made.path for made in export(one, edition)}

    site = dataclasses.replace(linked.corpus.site.value, address=None)
    sheet = dataclasses.replace(linked.corpus.site, value=site)
    nowhere = dataclasses.replace(linked, corpus=dataclasses.replace(linked.corpus, site=sheet))
    noteless = dataclasses.replace(
        linked, articles=tuple(dataclasses.replace(one, notes=()) for one in linked.articles)
    )
    assert "feed.xml" in paths(linked)
    assert "feed.xml" not in paths(nowhere)
    assert "feed.xml" not in paths(noteless)
    assert "feed.xml" not in paths(linked, Edition.FULL)
