"""What stands in a page's head: true, safe, and told apart from the op-ed."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from typing import Any

import lxml.html
import pytest

from build_tools import pages, pipeline
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition
from build_tools.model.settings import Site
from build_tools.sources.workplace import Workplace
from build_tools.views.heads import locale, script

ROOT = "https://canal.example/reader"
Head = lxml.html.HtmlElement
HOSTILE = "</script><script>alert(1)</script> \"'{{ 1 }}{% x %} & <!-- ]]> 🚢 é --- \\u0041"


def heads(linked: Linked) -> Iterator[tuple[str, Head]]:
    """The head of every page, as it is asked for."""
    for made in pages.render(linked, Edition.AUTO):
        yield made.sheet.path, lxml.html.document_fromstring(f"<head>{made.head}</head>")


@pytest.fixture(scope="module")
def canal_heads(linked: Linked) -> dict[str, Head]:
    return dict(heads(linked))


def metas(there: Head) -> dict[str, str]:
    return {
        one.get("property") or one.get("name"): one.get("content") for one in there.iter("meta")
    }


def links(there: Head, rel: str) -> list[str]:
    return [one.get("href") for one in there.iter("link") if rel in one.get("rel").split()]


def data(there: Head) -> Any:
    (found,) = there.xpath("//script[@type='application/ld+json']")
    return json.loads(found.text)


def settings(linked: Linked, **changes: Any) -> Linked:
    site: Site = dataclasses.replace(linked.corpus.site.value, **changes)
    sheet = dataclasses.replace(linked.corpus.site, value=site)
    return dataclasses.replace(linked, corpus=dataclasses.replace(linked.corpus, site=sheet))


def test_every_page_can_be_shared(canal_heads: dict[str, Head]) -> None:
    for path, there in canal_heads.items():
        found = metas(there)
        assert found["og:url"] == f"{ROOT}/{path}"
        assert found["og:image"] == f"{ROOT}/social-card.png"
        assert found["og:site_name"] == "The Velmouth Canal Quarrel"
        assert found["og:title"]
        assert found["og:type"] == "website"  # an `article` is a journal's for Zotero
        assert "DC.source" not in found
        assert not [name for name in found if name.startswith("citation_")]
        (feed,) = [one for one in links(there, "alternate") if one.endswith("feed.xml")]
        assert feed == "../" * path.count("/") + "feed.xml"


def test_an_articles_page_tells_itself_from_the_op_ed(canal_heads: dict[str, Head]) -> None:
    there = canal_heads["articles/quillane-2025-towpath.html"]
    assert metas(there)["og:title"].endswith("”, annotated digest")
    page, op_ed, *_ = data(there)["@graph"]
    assert page["@type"] == "WebPage"
    assert page["name"] == metas(there)["og:title"]
    assert page["isBasedOn"] == {"@id": op_ed["@id"]}
    assert page["@id"] != op_ed["@id"]
    assert page["publisher"]["name"] == "The Velmouth Reading Room"
    assert op_ed["publisher"]["name"] != page["publisher"]["name"]
    assert op_ed["headline"] in page["name"]
    assert op_ed["@type"] in {"NewsArticle", "OpinionNewsArticle"}
    assert links(there, "license") == [page["license"]]


def test_the_licence_of_our_text_is_not_put_on_the_op_eds_own(canal_heads: dict[str, Head]) -> None:
    there = canal_heads["articles/ostrick-2025-toll.html"]  # shown in full
    assert links(there, "license") == []
    page, op_ed, *_ = data(there)["@graph"]
    assert "license" not in page
    assert op_ed["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_an_approximate_date_is_not_given_as_a_day(canal_heads: dict[str, Head]) -> None:
    op_ed = data(canal_heads["articles/ostrick-2025-toll.html"])["@graph"][1]
    assert op_ed["datePublished"] == "2025-03"


def test_claims_are_quoted_and_never_reviewed(linked: Linked, canal_heads: dict[str, Head]) -> None:
    for one in linked.articles:
        found = data(canal_heads[f"articles/{one.article.slug}.html"])
        assert "ClaimReview" not in json.dumps(found)
        _, op_ed, *claims = found["@graph"]
        kinds = {"claim", "figure", "correction"}
        notes = [placed.item for placed in one.notes if placed.item.kind.value in kinds]
        assert [one["text"] for one in claims] == [f"“{note.quote}”" for note in notes]
        for claim, note in zip(claims, notes, strict=True):
            assert claim["appearance"] == {"@id": op_ed["@id"]}
            assert claim["url"] == f"{ROOT}/articles/{one.article.slug}.html#n-{note.id}"


def test_no_download_is_taken_for_the_page_in_another_language(
    canal_heads: dict[str, Head],
) -> None:
    """The theme's script does so with `link[rel=alternate]`, and asks for sitemaps beside them."""
    for there in canal_heads.values():
        assert "alternate" not in [one.get("rel") for one in there.iter("link")]


def test_the_files_to_cite_by_can_be_found(canal_heads: dict[str, Head]) -> None:
    there = canal_heads["articles/ostrick-2025-toll.html"]
    place = "../cite/ostrick-2025-toll"
    assert set(links(there, "alternate")) == {
        *(f"{place}.bib", f"{place}.ris", f"{place}.json"),
        "../data/notes/ostrick-2025-toll.md",
        "../feed.xml",
    }


def test_a_term_has_its_names_but_none_that_others_share(
    linked: Linked, canal_heads: dict[str, Head]
) -> None:
    term = data(canal_heads["glossary/canal-levy-board.html"])
    file = linked.corpus.terms["canal-levy-board"].value
    assert term["@type"] == "DefinedTerm"
    assert term["inDefinedTermSet"]["@id"] == f"{ROOT}/glossary/index.html"
    assert file.short in term["alternateName"]
    shared = {one.text for one in file.variants if one.shared}
    assert shared
    assert not shared & set(term["alternateName"])
    assert term["name"] not in term["alternateName"]
    assert "sameAs" not in term


def test_a_term_is_tied_to_its_item_in_wikidata(canal: Workplace) -> None:
    for key, item in (("clb-k", "Q1234"), ("nahr-gate", "not-an-item")):
        path = canal.corpus / "glossary" / f"{key}.yml"
        path.write_text(path.read_text("utf-8") + f"wikidata: {item}\n", encoding="utf-8")
    linked = pipeline.read(canal).linked
    assert linked
    found = dict(heads(linked))
    item = data(found["glossary/clb-k.html"])["sameAs"]
    assert item == "https://www.wikidata.org/entity/Q1234"
    assert "sameAs" not in data(found["glossary/nahr-gate.html"])


def test_a_question_has_the_answers_of_those_who_give_one(
    linked: Linked, canal_heads: dict[str, Head]
) -> None:
    for question in linked.questions:
        found = data(canal_heads[f"comparisons/{question.id}.html"])["mainEntity"]
        said = [one.answer for one in question.given if one.answer.says]
        assert found["name"] == question.sheet.value.question
        assert [one["text"] for one in found.get("suggestedAnswer", [])] == [
            one.says for one in said
        ]


def test_home_says_where_to_search(linked: Linked, canal_heads: dict[str, Head]) -> None:
    found = data(canal_heads["index.html"])
    assert found["license"] == linked.corpus.site.value.licence
    target = found["potentialAction"]["target"]["urlTemplate"]
    assert target == f"{ROOT}/search.html?q={{q}}"


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("timeline.html", ["data/events.json", "data/events.csv", "data/events.ics"]),
        ("figures.html", ["data/figures.json", "data/figures.csv"]),
        ("comparisons/index.html", ["data/comparisons.json"]),
    ],
)
def test_what_can_be_had_as_data_says_so(
    canal_heads: dict[str, Head], path: str, files: list[str]
) -> None:
    there = canal_heads[path]
    found = data(there)
    assert found["@type"] == "Dataset"
    assert len(found["description"]) >= 50  # less is not taken for a data set
    assert [one["contentUrl"] for one in found["distribution"]] == [
        f"{ROOT}/{file}" for file in files
    ]
    up = "../" * path.count("/")
    assert [one for one in links(there, "alternate") if "data/" in one] == [up + f for f in files]


def test_without_an_address_none_is_made_up(linked: Linked) -> None:
    originals = {one.article.record.value.url for one in linked.articles}
    for path, there in heads(settings(linked, address=None)):
        assert not {"og:url", "og:image", "twitter:card"} & set(metas(there))
        assert not [one for one in links(there, "alternate") if one.endswith("feed.xml")]
        text = lxml.html.tostring(there, encoding="unicode")
        assert "canal.example" not in text
        for found in re.findall(r'"(?:@id|url|contentUrl|urlTemplate)":"([^"]*)"', text):
            assert found in {"#op-ed", *originals}, path


def test_a_site_without_a_publisher_names_none(linked: Linked) -> None:
    _, there = next(heads(settings(linked, publisher=None)))
    assert "publisher" not in data(there)


def test_a_private_site_says_nothing_to_share(linked: Linked) -> None:
    for made in pages.render(linked, Edition.FULL):
        assert made.head == ""
        assert "Z3988" not in made.body


@pytest.mark.parametrize(
    "text", [HOSTILE, "a\u2028b\u2029c", "\ud7ff \U0010fffd", "'; DROP", "# no: [yaml]", "\t"]
)
def test_hostile_settings_stay_texts(linked: Linked, text: str) -> None:
    path, there = next(heads(settings(linked, title=text, description=text, publisher=text)))
    assert path == "index.html"
    shown = " ".join(text.split())
    assert metas(there)["og:title"] == shown
    assert [one.tag for one in there.iter("script")] == ["script"]
    if shown:
        assert data(there)["name"] == shown


def test_a_script_cannot_be_ended() -> None:
    made = script({"a": [HOSTILE, "<!--", "\u2028"], "b": {"c": "", "d": None}, "e": 0})
    assert not re.search("[<>&\u2028\u2029]", made)
    assert json.loads(made) == {"a": [HOSTILE, "<!--", ""], "e": 0}


@pytest.mark.parametrize(
    ("language", "found"),
    [("en", ""), ("en-GB", "en_GB"), ("pt-br", "pt_BR"), ("zh-Hant-TW", "zh_TW"), ("sr-Latn", "")],
)
def test_a_region_is_told_only_where_it_is_known(language: str, found: str) -> None:
    assert locale(language) == found
