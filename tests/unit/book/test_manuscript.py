"""The text of the book: whole, linked both ways, and fit to be shown."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from build_tools import pipeline
from build_tools.book import Manuscript
from build_tools.book.chapters import WARNING
from build_tools.book.settling import Draft, settle
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition
from build_tools.model.record import Publish
from build_tools.sources.workplace import Workplace
from tests.conftest import CANAL
from tests.unit.book.books import written

XHTML = "{http://www.w3.org/1999/xhtml}"


def tree(book: Manuscript, name: str) -> ElementTree.Element:
    (text,) = (one.text for one in book.chapters if one.name == name)
    return ElementTree.fromstring(text)


def trees(book: Manuscript) -> dict[str, ElementTree.Element]:
    return {one.name: ElementTree.fromstring(one.text) for one in book.chapters}


def words(node: ElementTree.Element) -> str:
    return re.sub(r"\s+", " ", "".join(node.itertext())).strip()


def links(node: ElementTree.Element, role: str = "") -> list[str]:
    found = node.iter(f"{XHTML}a")
    return [one.get("href", "") for one in found if not role or one.get("role") == role]


def settled(*bodies: str) -> list[str]:
    drafts = tuple(
        Draft(name=f"{n}.xhtml", title="T", label="L", role="", body=f"<section>{body}</section>")
        for n, body in enumerate(bodies)
    )
    chapters = settle(drafts, "en", "")
    return [
        one.text.partition("<section>")[2].partition("</section>")[0].strip() for one in chapters
    ]


def test_chapters_come_in_the_order_of_reading(manuscript: Manuscript) -> None:
    assert [one.name.removesuffix(".xhtml") for one in manuscript.chapters] == [
        *("title", "reading"),
        *("article-ostrick-2025-toll", "article-halewell-2025-wardens"),
        *("article-quillane-2025-towpath", "timeline", "comparisons", "figures", "class"),
        *("glossary", "sources", "index", "colophon"),
    ]


def test_every_link_inside_leads_somewhere(manuscript: Manuscript) -> None:
    found = trees(manuscript)
    targets = {f"{name}#{node.get('id')}" for name, one in found.items() for node in one.iter()}
    for name, one in found.items():
        for href in links(one):
            if not re.match("https?://", href):
                assert (name + href if href[0] == "#" else href) in targets | set(found)


def test_ids_are_unique_and_every_chapter_has_a_top(manuscript: Manuscript) -> None:
    for one in trees(manuscript).values():
        ids = Counter(node.get("id") for node in one.iter() if node.get("id"))
        assert ids["top"] == 1
        assert set(ids.values()) == {1}


def test_every_note_and_its_passage_lead_to_each_other(
    manuscript: Manuscript, linked: Linked
) -> None:
    for one in linked.articles:
        chapter = tree(manuscript, f"article-{one.article.slug}.xhtml")
        notes = {f"#n-{placed.item.id}" for placed in one.notes}
        assert set(links(chapter, "doc-noteref")) == notes
        assert {f"#{node.get('id')}" for node in chapter.iter(f"{XHTML}aside")} == notes
        backs = {href.replace("#r-", "#n-") for href in links(chapter, "doc-backlink")}
        assert backs == notes


def test_a_note_says_its_kind_words_sources_and_doubts(manuscript: Manuscript) -> None:
    chapter = tree(manuscript, "article-ostrick-2025-toll.xhtml")
    notes = {one.get("id"): words(one) for one in chapter.iter(f"{XHTML}aside")}
    assert notes["n-lock-count"].startswith("1 Figure check. forty-one locks")
    assert "Sources: City of Velmouth, 31 May 2024, table 1." in notes["n-lock-count"]
    assert "confidence" not in notes["n-lock-count"]
    assert "Low confidence." in notes["n-mooring-share"]
    assert "Unconfirmed: not yet checked against a source." in notes["n-banner"]
    assert "Contradiction. Disputed. 18,400 barges" in notes["n-barges-2023"]


def test_numbers_of_neighbouring_notes_do_not_run_together(manuscript: Manuscript) -> None:
    chapter = tree(manuscript, "article-ostrick-2025-toll.xhtml")
    (first,) = (one for one in chapter.iter(f"{XHTML}p") if one.get("id") == "p1")
    assert "forty-one locks1,2 and" in words(first)


def test_paragraphs_keep_their_numbers(manuscript: Manuscript, linked: Linked) -> None:
    for one in linked.articles:
        chapter = tree(manuscript, f"article-{one.article.slug}.xhtml")
        paragraphs = [node for node in chapter.iter(f"{XHTML}p") if node.get("class") == "para"]
        assert [node.get("id") for node in paragraphs] == [
            f"p{block.number}" for block in one.blocks if block.number
        ]
        assert all(words(node).startswith(f"¶{node.get('id', '')[1:]} ") for node in paragraphs)


def test_a_term_leads_to_the_glossary_and_back_to_its_paragraphs(
    manuscript: Manuscript, linked: Linked
) -> None:
    chapter = tree(manuscript, "article-ostrick-2025-toll.xhtml")
    first_mentions = links(chapter, "doc-glossref")
    assert len(first_mentions) == len(set(first_mentions))
    assert "glossary.xhtml#t-canal-levy-board" in first_mentions
    back = links(tree(manuscript, "glossary.xhtml"))
    for one in linked.articles:
        for mention in one.mentions:
            assert f"article-{one.article.slug}.xhtml#p{mention.paragraph}" in back


def test_rival_dates_and_verdicts_are_told(manuscript: Manuscript) -> None:
    assert "Dates differ." in words(tree(manuscript, "timeline.xhtml"))
    comparisons = words(tree(manuscript, "comparisons.xhtml"))
    assert "Contradict: " in comparisons
    assert "Silent: " in comparisons


def test_the_index_leads_from_every_form_of_a_name(manuscript: Manuscript) -> None:
    entries = [words(one) for one in tree(manuscript, "index.xhtml").iter(f"{XHTML}li")]
    assert "CLB: see Canal Levy Board" in entries
    assert any(one.startswith("Canal Levy Board (CLB), ") for one in entries)


def test_names_in_other_scripts_carry_language_and_direction(manuscript: Manuscript) -> None:
    names = list(tree(manuscript, "glossary.xhtml").iter(f"{XHTML}bdi"))
    assert names
    assert all(one.get("lang") and one.get("dir") == "auto" for one in names)


def test_the_public_book_passes_the_guard(manuscript: Manuscript) -> None:
    place = Workplace(corpus=CANAL / "annotations", sources=CANAL / "sources")
    assert pipeline.find_leaks(pipeline.read(place), manuscript.outputs) == ()


def test_text_that_may_not_be_published_is_marked_on_every_page(
    canal: Workplace,
) -> None:
    for path in canal.corpus.glob("articles/*/article.yml"):
        shut = path.read_text(encoding="utf-8").replace("publish: full", "publish: digest")
        path.write_text(shut, encoding="utf-8")
    linked = pipeline.read(canal).linked
    assert linked is not None
    assert {one.article.record.value.rights.publish for one in linked.articles} == {Publish.DIGEST}
    private, public = written(linked, Edition.FULL), written(linked)
    assert private.slug != public.slug
    assert private.identifier != public.identifier
    assert all(WARNING in one.text for one in private.chapters)
    assert not any(WARNING in one.text for one in public.chapters)
    opening = "Velmouth has forty-one locks"
    assert linked.articles[0].blocks[0].full.startswith(opening)
    assert opening in words(tree(private, "article-ostrick-2025-toll.xhtml"))
    assert opening not in words(tree(public, "article-ostrick-2025-toll.xhtml"))


def test_a_site_with_nothing_in_it_is_a_book_too(tmp_path: Path) -> None:
    folder = tmp_path / "annotations"
    folder.mkdir()
    (folder / "people.yml").write_text("people: []\n", encoding="utf-8")
    (folder / "bibliography.json").write_text("[]\n", encoding="utf-8")
    site = "title: 空\ndescription: Nothing.\nabout: Nothing yet.\n"
    (folder / "site.yml").write_text(site, encoding="utf-8")
    place = Workplace(corpus=folder, sources=tmp_path)
    linked = pipeline.read(place).linked
    assert linked is not None
    empty = written(linked)
    assert [one.name for one in empty.chapters] == [
        *("title.xhtml", "reading.xhtml", "colophon.xhtml")
    ]
    assert empty.slug == "reader"


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ('<p><mark class="cr-hl">word</mark></p>', "<p>word</p>"),
        ('<p><a href="#nowhere">word</a></p>', "<p>word</p>"),
        ('<p><a href="javascript:alert()">word</a></p>', "<p>word</p>"),
        ('<p><a href="1.xhtml">word</a></p>', '<p><a href="1.xhtml">word</a></p>'),
        ('<p onclick="x" style="y" data-x="z">word</p>', "<p>word</p>"),
        ("<p><em>a<em>b</em></em></p>", "<p><em>ab</em></p>"),
        ("<p>a &lt;b&gt; &amp;c</p>", "<p>a &lt;b&gt; &amp;c</p>"),
        ("<p>a\u202eb\x07c</p>", "<p>abc</p>"),
        ("<ul>\n <li> a\n b </li>\n</ul>", "<ul><li>a b</li>\n</ul>"),
        ("<script>run()</script>", "run()"),
    ],
    ids=str,
)
def test_only_what_both_books_know_is_kept(printed: str, kept: str) -> None:
    assert settled(printed, "<p>other</p>")[0] == kept
