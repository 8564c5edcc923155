"""Old links lead on: a page that was given up by itself, a part of a page by a line at its end."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from html.parser import HTMLParser

import pytest

from build_tools.linking.linked import Linked
from build_tools.model.alias import Alias, AliasFile
from build_tools.model.edition import Edition
from tests.rendering import texts

MORE = (
    ("glossary/levy-people.html", "glossary/canal-levy-board.html"),
    ("articles/ostrick-2025-levy.html", "articles/ostrick-2025-toll.html"),
    ("articles/ostrick-2025-levy.html#n-first", "figures.html#f-barges--ledger-2023"),
)
"""Pages that were given up; the parts of pages are those of the corpus."""


@pytest.fixture(scope="module")
def moving(linked: Linked) -> Linked:
    sheet = linked.corpus.aliases
    assert sheet
    lines = (*sheet.value.aliases, *(Alias(old=old, new=new) for old, new in MORE))
    aliases = dataclasses.replace(sheet, value=AliasFile(aliases=lines))
    return dataclasses.replace(linked, corpus=dataclasses.replace(linked.corpus, aliases=aliases))


@pytest.fixture(scope="module")
def made(moving: Linked) -> dict[str, str]:
    return texts(moving)


class _Head(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.policy = self.refresh = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(found["href"])
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policy = found["content"]
        if found.get("http-equiv") == "refresh":
            self.refresh = found["content"]


def test_a_page_that_was_given_up_leads_on_without_scripts(made: dict[str, str]) -> None:
    text = made["glossary/levy-people.html"]
    head = _Head(text)
    assert head.links == ["../glossary/canal-levy-board.html"]
    assert head.refresh == "0; url=../glossary/canal-levy-board.html"
    assert (
        'rel="canonical" href="https://canal.example/reader/glossary/canal-levy-board.html"' in text
    )


def test_parts_of_it_that_went_elsewhere_are_listed(made: dict[str, str]) -> None:
    head = _Head(made["articles/ostrick-2025-levy.html"])
    assert head.links == [
        "../articles/ostrick-2025-toll.html",
        "../figures.html#f-barges--ledger-2023",
    ]
    assert head.refresh == "", "whoever asks for such a part must be able to follow its line"
    assert '<li id="n-first">' in made["articles/ostrick-2025-levy.html"]


def test_the_policy_allows_the_styles_and_the_script_and_nothing_else(made: dict[str, str]) -> None:
    text = made["glossary/levy-people.html"]
    policy = _Head(text).policy
    for kind in ("style", "script"):
        inside = re.search(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
        assert inside
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")


def test_a_part_of_a_page_leads_on_from_its_end(made: dict[str, str]) -> None:
    end = made["articles/ostrick-2025-toll.html"].rpartition('<section class="cr-moved"')[2]
    assert '<p id="n-forty-one">' in end
    assert 'href="../articles/ostrick-2025-toll.html#n-lock-count"' in end
    assert 'href="glossary/ward-merger.html"' in made["timeline.html"].rpartition("cr-moved")[2]
    assert "cr-moved" not in made["articles/halewell-2025-wardens.html"]


def test_in_a_private_edition_such_a_page_says_so_too(moving: Linked) -> None:
    made = texts(moving, Edition.FULL)
    text = made["glossary/levy-people.html"]
    assert 'class="cr-private"' in text
    assert '<meta name="robots" content="noindex">' in text
    assert "canonical" not in text
