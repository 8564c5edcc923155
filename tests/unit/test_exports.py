"""Downloads keep their contract."""

from __future__ import annotations

import csv
import datetime
import io
import json
from typing import Any

import pytest
from icalendar import Calendar

from build_tools.exports import export
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition


@pytest.fixture(scope="module")
def data(linked: Linked) -> dict[str, Any]:
    made = export(linked, Edition.AUTO)
    return {one.path: json.loads(one.text) if "json" in one.path else one.text for one in made}


def test_articles_are_csl_with_our_particulars(data: dict[str, Any], linked: Linked) -> None:
    articles = data["data/articles.json"]
    assert [one["id"] for one in articles] == [one.article.slug for one in linked.articles]
    for one in articles:
        assert {"edition", "rights", "paragraphs", "words"} <= set(one["custom"])
        assert one["type"] == "article-newspaper"
    editions = {one["id"]: one["custom"]["edition"] for one in articles}
    assert editions["ostrick-2025-toll"] == "full"
    assert editions["quillane-2025-towpath"] == "digest"


def test_annotations_follow_the_w3c_model(data: dict[str, Any], linked: Linked) -> None:
    collection = data["data/annotations.jsonld"]
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    items = collection["first"]["items"]
    assert len(items) == collection["total"] == sum(len(one.notes) for one in linked.articles)
    texts = {one.article.slug: one.source.text for one in linked.articles if one.source}
    motivations = {
        *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing"),
        *("highlighting", "identifying", "linking", "moderating", "questioning", "replying"),
        "tagging",
    }
    for item in items:
        assert item["type"] == "Annotation"
        assert item["motivation"] in motivations
        assert {"id", "creator", "created", "rights", "body", "target"} <= set(item)
        quote, position = item["target"]["selector"]
        there = texts[item["custom"]["article"]][position["start"] : position["end"]]
        assert " ".join(there.split()) == quote["exact"]  # code points, counted alike


def test_glossary_has_every_field_and_every_mention(data: dict[str, Any], linked: Linked) -> None:
    glossary = data["data/glossary.json"]
    fields = {"id", "name", "kind", "native", "variants", "definition", "contested", "sources"}
    mentions = [mention for term in glossary for mention in term["mentions"]]
    assert all(fields <= set(term) for term in glossary)
    assert len(mentions) == sum(len(one.mentions) for one in linked.articles)
    assert all(set(one) == {"article", "paragraph", "form", "voice", "how"} for one in mentions)
    assert {one["how"] for one in mentions} == {"name", "description"}
    assert {one["voice"] for one in mentions} > {"author"}


def test_events_keep_their_contract(data: dict[str, Any]) -> None:
    events = data["data/events.json"]
    fields = {"id", "label", "date", "actors", "place", "told", "rival", "record"}
    assert all(fields <= set(one) for one in events)
    merger = next(one for one in events if one["id"] == "ward-merger")
    assert merger["rival"] == ["2019"]
    assert [(told["article"], told["rival"]) for told in merger["told"]] == [
        ("ostrick-2025-toll", True),
        ("halewell-2025-wardens", False),
    ]


def test_events_as_a_table_have_a_row_a_telling(data: dict[str, Any]) -> None:
    rows = list(csv.DictReader(io.StringIO(data["data/events.csv"])))
    told = [told for one in data["data/events.json"] for told in one["told"]]
    assert [row["quote"] for row in rows] == [one["quote"] for one in told]
    begun = next(row for row in rows if row["id"] == "toll-begins")
    assert (begun["start"], begun["end"]) == ("2025-01-01", "")


def test_events_as_a_calendar_are_whole_days(data: dict[str, Any]) -> None:
    calendar = Calendar.from_ical(data["data/events.ics"])
    entries = {str(one["summary"]): one for one in calendar.walk("VEVENT")}
    assert "The toll at the Nahr Gate begins" not in entries  # it has no end yet
    sold = entries["Free passage is sold"]
    assert sold["dtstart"].dt == datetime.date(1742, 1, 1)
    assert sold["dtend"].dt == datetime.date(1743, 1, 1)  # the day after, as RFC 5545 has it


def test_figures_keep_their_contract(data: dict[str, Any]) -> None:
    figures = data["data/figures.json"]
    fields = {
        *("id", "value", "low", "high", "unit", "period", "place", "baseline", "counted_by"),
        *("speaker", "article", "paragraph", "quote", "record"),
    }
    assert all(fields <= set(one) for one in figures)
    by_id = {one["id"]: one for one in figures}
    ledger = by_id["barges/ledger-2023"]
    assert (ledger["value"], ledger["unit"], ledger["place"]) == (18400, "barges", "Velmouth")
    assert {pair["with"]: pair["label"] for pair in ledger["pairs"]} == {
        "barges/day-books-2023": "conflicting",
        "barges/record-2022": "different-period",
        "barges/record-2023": "compatible",
    }
    (overruled,) = (one for one in ledger["pairs"] if one["rule"] == "editor")
    assert overruled["why"].startswith("The op-ed rounds")
    assert [one["id"] for one in ledger["record"]] == ["barges/record-2022", "barges/record-2023"]
    assert by_id["barges/day-books-shortfall"]["unit"] == "per cent"
    assert by_id["toll/kestle-run"]["low"] == 6


def test_figures_as_a_table_have_a_row_a_figure(data: dict[str, Any]) -> None:
    rows = list(csv.DictReader(io.StringIO(data["data/figures.csv"])))
    assert [one["id"] for one in rows] == [one["id"] for one in data["data/figures.json"]]
    assert rows[0]["value"] == "18400"
    assert rows[0]["low"] == ""


def test_comparisons_keep_their_contract(data: dict[str, Any], linked: Linked) -> None:
    comparisons = data["data/comparisons.json"]
    fields = {"id", "question", "kind", "verdict", "rule", "answers", "record"}
    answer = {"article", "state", "says", "paragraphs", "quote"}
    slugs = [one.article.slug for one in linked.articles]
    for one in comparisons:
        assert fields <= set(one)
        assert [given["article"] for given in one["answers"]] == slugs
        assert all(answer <= set(given) for given in one["answers"])
    by_id = {one["id"]: one for one in comparisons}
    merger = by_id["ward-merger"]
    assert (merger["verdict"], merger["rule"]) == ("contradict", "dates-clash")
    assert merger["answers"][0]["paragraphs"] == [6]
    assert [one["record"] for one in merger["answers"]] == ["fits", "fits", "conflicts"]
    assert [one["state"] for one in by_id["chains"]["answers"]] == ["silent", "unread", "says"]
