"""The timeline: a link to an event lands on it, and filters leave what fits."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect


def some_event(page, at):
    return page.locator(".cr-event").nth(at).get_attribute("id")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", [1440, 390])
def test_a_link_to_an_event_lands_on_it(reader, width, scripts):
    page = reader.open("timeline.html", width)
    name = some_event(page, -1)
    page = reader.open(f"timeline.html#{name}", width, java_script_enabled=scripts)
    page.wait_for_timeout(600)
    box = page.locator(f"#{name}").bounding_box()
    assert box
    assert 0 <= box["y"] < 900  # in sight: the last one cannot rise to the top


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_kind_leaves_only_its_events(reader, scripts):
    page = reader.open("timeline.html", java_script_enabled=scripts)
    choice = page.locator("label:has(input[id^='cr-e-'])").nth(1)
    kind = choice.locator("input").get_attribute("id")
    choice.click()
    shown = page.locator(".cr-event:visible")
    assert 0 < shown.count() < page.locator(".cr-event").count()
    for one in shown.all():
        expect(one).to_have_class(re.compile(rf"\b{kind}\b"))


def test_every_telling_leads_to_its_paragraph(reader, site):
    page = reader.open("timeline.html")
    links = page.locator(".cr-event a[href*='articles/']").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert links
    assert all(re.fullmatch(r"articles/[a-z0-9-]+\.html#p\d+", link) for link in links)
