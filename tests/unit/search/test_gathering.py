"""Everything a reader can be led to is gathered, and nothing the edition does not show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools import pipeline, search
from build_tools.linking.linked import LinkedArticle
from build_tools.model.edition import Edition
from build_tools.model.output import Output
from build_tools.model.record import Publish
from build_tools.search.entries import Kind
from build_tools.search.gathering import gather, matcher
from build_tools.search.handwritten import handwritten
from build_tools.sources.workplace import Workplace
from build_tools.views.desk import Desk

CANAL = Path(__file__).parents[2] / "corpus" / "canal"


@pytest.fixture(scope="module")
def linked():
    place = Workplace(corpus=CANAL / "annotations", sources=CANAL / "sources")
    return pipeline.read(place).linked


def gathered(linked, edition=Edition.AUTO):
    return tuple(gather(Desk(linked=linked, edition=edition), matcher(linked), ()))


def test_each_kind_is_gathered(linked):
    kinds = {place.kind for entry in gathered(linked) for place in entry.places}
    assert kinds == set(Kind)


def test_every_paragraph_note_term_event_figure_and_question_has_its_place(linked):
    entries = gathered(linked)
    hrefs = {
        entry.href.split("#")[0] + (f"#{place.fragment}" if place.fragment else "")
        for entry in entries
        for place in entry.places
    } | {entry.href for entry in entries}
    for one in linked.articles:
        page = f"articles/{one.article.slug}.html"
        assert {f"{page}#p{n}" for n in range(1, one.paragraphs + 1)} <= hrefs
        assert {f"{page}#n-{note.item.id}" for note in one.notes} <= hrefs
    assert {f"glossary/{key}.html" for key in linked.corpus.terms} <= hrefs
    assert {f"timeline.html#e-{event.id}" for event in linked.events} <= hrefs
    assert {f"comparisons/{one.id}.html" for one in linked.questions} <= hrefs
    for measure in linked.measures:
        for counted in measure.counted:
            assert f"figures.html#f-{measure.id}--{counted.figure.id}" in hrefs


def test_every_mention_in_the_source_text_is_a_mention_of_its_paragraph(linked):
    places = {
        (entry.href, place.fragment): {(one.term, one.form) for one in place.named}
        for entry in gathered(linked)
        for place in entry.places
    }
    mentions = [(one, mention) for one in linked.articles for mention in one.mentions]
    assert mentions
    for one, mention in mentions:
        here = places[f"articles/{one.article.slug}.html", f"p{mention.paragraph}"]
        assert (mention.term, mention.form) in here


def test_a_paragraph_has_the_words_that_its_page_shows(linked):
    for edition in (Edition.DIGEST, Edition.FULL):
        desk = Desk(linked=linked, edition=edition)
        texts = {(e.href, p.fragment): p.text for e in gathered(linked, edition) for p in e.places}
        for one in linked.articles:
            for block in filter(lambda block: block.number, one.blocks):
                text = texts[f"articles/{one.article.slug}.html", f"p{block.number}"]
                assert text == (block.full if desk.shows_full(one) else block.digest.text)


def test_the_public_index_holds_no_text_that_may_not_be_shown(linked):
    held = [
        one
        for one in linked.articles
        if one.article.record.value.rights.publish is not Publish.FULL
    ]
    assert held
    files = "".join(one.text for one in search.index(linked, Edition.AUTO, ()))
    for one in held:
        for block in filter(lambda block: block.number and block.full, one.blocks):
            assert block.full[:60] not in files


def test_an_article_that_comes_changes_one_stretch(linked):
    one = linked.articles[0]

    def named(slug: str) -> LinkedArticle:
        return replace(one, article=replace(one.article, slug=slug))

    articles = [named(f"article-{n:03}") for n in range(200)]
    before = list(search.stretches(articles))
    assert [one for some in before for one in some] == articles
    assert len(before) > 5
    after = list(search.stretches([*articles[:77], named("new"), *articles[77:]]))
    assert len([some for some in after if some not in before]) <= 2


def test_a_hand_written_page_is_found_by_its_sections():
    page = Output(
        "help.md",
        "---\ntitle: Not this\n---\n\n# Help & hints\n\nRead *first*.\n\n## What `x` means\n\n"
        "A [link](y.md)\nand more.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "## Own {: #mine }\n\n<b>raw</b> text\n",
    )
    (entry,) = handwritten([page])
    assert entry.title == "Help & hints"
    assert entry.href == "help.html"
    assert [(one.fragment, one.label) for one in entry.places] == [
        ("", ""),
        ("what-x-means", "What x means"),
        ("mine", "Own"),
    ]
    assert entry.places[0].text == "Read first."
    assert entry.places[1].text == "A link and more. a b 1 2"


def test_a_page_without_headings_goes_by_its_name():
    (entry,) = handwritten([Output("plain.md", "Only words.")])
    assert (entry.title, entry.places[0].text) == ("plain", "Only words.")
