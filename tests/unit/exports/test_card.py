"""The picture that stands for the site, and what crawlers are told."""

from __future__ import annotations

import dataclasses
import io

import pytest
from PIL import Image

from build_tools.exports import export
from build_tools.exports.card import card, drawable
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition
from build_tools.views.desk import Desk


def titled(linked: Linked, title: str, description: str = "D") -> Desk:
    site = dataclasses.replace(
        linked.corpus.site.value, title=title, description=description, address=None
    )
    sheet = dataclasses.replace(linked.corpus.site, value=site)
    changed = dataclasses.replace(linked, corpus=dataclasses.replace(linked.corpus, site=sheet))
    return Desk(linked=changed, edition=Edition.AUTO)


@pytest.mark.parametrize(
    "title",
    [
        "A title",
        "Élève – “who”?",
        "تحریک طالبان پاکستان",
        "中文",
        "word " * 80,
        "w" * 400,
        "🚢",
        "{}%<>",
    ],
)
def test_every_title_gives_a_picture_of_the_size_that_is_asked_for(
    linked: Linked, title: str
) -> None:
    picture = Image.open(io.BytesIO(card(titled(linked, title, title))))
    picture.verify()
    assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_the_picture_shows_the_title(linked: Linked) -> None:
    pictures = {card(titled(linked, title)) for title in ("One", "Two", "تحریک")}
    assert len(pictures) == 3
    assert card(titled(linked, "One")) == card(titled(linked, "One"))


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("US–Pakistan", "US–Pakistan"),
        ("Élève “à” part… Straße", "Élève “à” part… Straße"),
        ("e\u0301le\u0300ve", "élève"),
        ("Москва, Αθήνα", "Москва, Αθήνα"),
        ("تحریک", ""),
        ("जनपथ के", ""),
        ("中文", ""),
        ("a\u202eb", "ab"),
        ("", ""),
    ],
)
def test_letters_the_font_lacks_are_never_boxes(text: str, drawn: str) -> None:
    assert drawable(text) == drawn


def test_a_private_site_has_no_picture_and_lets_nobody_in(linked: Linked) -> None:
    public, private = (
        {made.path: made for made in export(linked, edition)}
        for edition in (Edition.AUTO, Edition.FULL)
    )
    assert public["social-card.png"].content.startswith(b"\x89PNG")
    assert public["robots.txt"].text == (
        "User-agent: *\nAllow: /\n\nSitemap: https://canal.example/reader/sitemap.xml\n"
    )
    assert "social-card.png" not in private
    assert private["robots.txt"].text == "User-agent: *\nDisallow: /\n"


def test_without_an_address_robots_name_no_sitemap(linked: Linked) -> None:
    made = {one.path: one.text for one in export(titled(linked, "T").linked, Edition.AUTO)}
    assert made["robots.txt"] == "User-agent: *\nAllow: /\n"
