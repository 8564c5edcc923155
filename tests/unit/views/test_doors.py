"""Readers are led to a form where the repository has one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from build_tools import pipeline
from build_tools.model.note import NoteKind
from build_tools.sources.workplace import Workplace
from build_tools.views.words import KIND_LABELS
from tests.rendering import texts

ROOT = Path(__file__).parents[3]
CANAL = ROOT / "tests" / "corpus" / "canal"
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
STARTER = ROOT / "build_tools" / "starter" / "_github" / "ISSUE_TEMPLATE"


def article(repository: str | None) -> str:
    place = Workplace(corpus=CANAL / "annotations", sources=CANAL / "sources")
    linked = pipeline.read(place).linked
    assert linked is not None
    site = replace(linked.corpus.site.value, repository=repository)
    corpus = replace(linked.corpus, site=replace(linked.corpus.site, value=site))
    return texts(replace(linked, corpus=corpus))["articles/ostrick-2025-toll.html"]


def test_each_note_leads_to_the_form_with_its_address_filled_in() -> None:
    page = article("https://github.com/canal/reader/")
    links = [part.split('"')[0] for part in page.split('href="')[1:] if "issues/new" in part]
    asked = [parse_qs(urlsplit(link.replace("&amp;", "&")).query) for link in links]
    notes = [one["where"][0] for one in asked if "#n-" in one["where"][0]]
    assert len(notes) == page.count('role="doc-footnote"') > 0
    assert notes[0].startswith("https://canal.example/reader/articles/ostrick-2025-toll.html#n-")
    assert {one["template"][0] for one in asked} == {"error.yml", "note.yml"}
    for one in asked:
        assert (FORMS / one["template"][0]).is_file()


@pytest.mark.parametrize("repository", [None, "https://code.example/canal/reader"])
def test_without_a_form_there_is_no_link(repository: str | None) -> None:
    assert "issues/new" not in article(repository)


@pytest.mark.parametrize("name", ["error.yml", "note.yml"])
def test_the_field_that_a_link_fills_in_is_there(name: str) -> None:
    form = yaml.safe_load((FORMS / name).read_text("utf-8"))
    ids = [one["id"] for one in form["body"] if "id" in one]
    assert "where" in ids
    assert len(ids) == len(set(ids))
    assert (STARTER / name).read_bytes() == (FORMS / name).read_bytes()


def test_the_form_offers_every_kind_of_note() -> None:
    form = yaml.safe_load((FORMS / "note.yml").read_text("utf-8"))
    kinds = next(one for one in form["body"] if one.get("id") == "kind")
    assert kinds["attributes"]["options"] == [KIND_LABELS[kind][0] for kind in NoteKind]
