"""Downloads keep their contract."""

from __future__ import annotations

import json
from typing import Any

import pytest

from build_tools.exports import export
from build_tools.linking.linked import Linked
from build_tools.model.record import Edition


@pytest.fixture(scope="module")
def data(linked: Linked) -> dict[str, Any]:
    return {one.path: json.loads(one.text) for one in export(linked, Edition.AUTO)}


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
