"""Who writes what: every count leads to its proof, silence is told from ignorance, size is held."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.linking import coverage
from build_tools.linking.concordance import usages
from build_tools.linking.coverage import FormUse, NameUse, Written
from build_tools.linking.linked import Linked
from build_tools.model.corpus import Sheet
from build_tools.model.edition import Edition
from build_tools.model.lock import LockedMention
from build_tools.model.term import TermFile
from build_tools.sources.workplace import Workplace
from build_tools.views import coverage_tables as tables
from build_tools.views.coverage import CoverageView, TallyRow
from build_tools.views.coverage_page import coverage_view
from build_tools.views.desk import Desk
from build_tools.views.term_page import term_view
from tests.rendering import body, texts
from tests.unit.views.crowds import of_articles, times

STYLES = Path(__file__).parents[3] / "docs" / "reader"
SECTIONS = ("names", "actors", "only", "counted", "unsourced", "look-alikes")


def desk_of(linked: Linked) -> Desk:
    return Desk(linked=linked, edition=Edition.AUTO)


def view_of(linked: Linked) -> CoverageView:
    return coverage_view(desk_of(linked))


def page_of(linked: Linked, template: str = "coverage") -> str:
    return body(template, view_of(linked))


def rows_of(view: CoverageView) -> list[TallyRow]:
    forms = [row for one in (*view.names, *view.names_folded) for row in one.forms]
    return forms + [row for one in view.heats for row in one.rows]


class Reader(HTMLParser):
    """Reads a page and complains of tags that do not close."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.heads: list[dict[str, str | None]] = []
        self.tables = 0
        self.captions = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if known.get("id"):
            self.ids.append(str(known["id"]))
        if tag == "th":
            self.heads.append(known)
        self.tables += tag == "table"
        self.captions += tag == "caption"
        if tag not in {"br", "hr", "img", "path", "use"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read_page(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    assert reader.open == []
    return reader


def test_every_count_leads_to_the_mentions_it_counts(linked: Linked) -> None:
    desk, view = desk_of(linked), view_of(linked)
    below = desk.below(1)
    ids = {key: {id for id, *_ in term_view(below, key).mentions} for key in desk.usage}
    seen = 0
    for row in rows_of(view):
        for cell in row.cells:
            path, _, fragment = cell.link.href.partition("#")
            key = path.removeprefix("glossary/").removesuffix(".html")
            if cell.count:
                assert fragment in ids[key]
                seen += 1
        assert sum(cell.count for cell in row.cells) == row.total
    assert seen > 20


def test_the_terms_page_carries_the_ids_that_counts_lead_to(linked: Linked) -> None:
    text = body("term", term_view(desk_of(linked).below(1), "clb-k"))
    assert {"in-ostrick-2025-toll", "in-halewell-2025-wardens"} <= set(read_page(text).ids)


def test_counts_are_those_of_the_concordance(linked: Linked) -> None:
    desk, view = desk_of(linked), view_of(linked)
    slugs = [one.article.slug for one in linked.articles]
    told = {row.label.href: row for one in view.heats for row in one.rows}
    for key, usage in desk.usage.items():
        if usage.count():
            row = told[desk.term_href(key)]
            assert [cell.count for cell in row.cells] == [usage.count(slug) for slug in slugs]
    assert len(told) == sum(bool(usage.count()) for usage in desk.usage.values())
    for one in view.heats:
        totals = [row.total for row in one.rows]
        assert totals == sorted(totals, reverse=True)


def test_what_was_not_read_is_not_called_absent(linked: Linked) -> None:
    first, *rest = linked.articles
    unread = dataclasses.replace(first, lock=None, mentions=())
    some = of_articles(linked, (unread, *rest))
    view = view_of(some)
    assert [one.read for one in view.columns] == [False, True, True]
    assert view.unread == first.article.label
    assert all(not row.cells[0].read for row in rows_of(view))
    assert all(cell.read for row in rows_of(view) for cell in row.cells[1:])
    text = page_of(some)
    assert text.count("<small>not read</small>") == len(rows_of(view))
    assert "Not read for names yet" in text
    assert "not read" not in page_of(linked).replace("has not been read", "")


def test_an_older_reading_is_named(linked: Linked) -> None:
    first, *rest = linked.articles
    view = view_of(of_articles(linked, (dataclasses.replace(first, stale=True), *rest)))
    assert view.stale == first.article.label
    assert view_of(linked).stale == ""


def test_a_form_that_only_others_say_is_marked(linked: Linked) -> None:
    first, *rest = linked.articles
    quoted = LockedMention(
        term="nahr-gate", paragraph=1, start=0, form="<Gate>", voice="quoted", how="name"
    )
    more = dataclasses.replace(first, mentions=(*first.mentions, quoted))
    some = of_articles(linked, (more, *rest))
    row = next(row for row in rows_of(view_of(some)) if row.label.text == "<Gate>")
    assert row.remark == "only in quotations: a speaker who is not named"
    assert row.cells[0].quoted == row.cells[0].count == 1
    text = page_of(some)
    assert "<bdi>&lt;Gate&gt;</bdi> <small>only in quotations" in text
    assert "<Gate>" not in text


@pytest.mark.parametrize(
    ("forms", "preferred", "words"),
    [
        ({"P": "ab", "Q": "c"}, {"a": "P", "b": "P", "c": "Q"}, "3 articles prefer 2 different"),
        ({"P": "a", "Q": "b"}, {"a": "P", "b": "Q"}, "no two articles prefer the same"),
        ({"P": "ab", "Q": "b"}, {"a": "P", "b": "P"}, "both articles prefer P"),
        ({"P": "abc", "Q": "b"}, {"a": "P", "b": "P", "c": "P"}, "all 3 articles prefer P"),
        ({"P": "a", "Q": "a"}, {"a": "P"}, "2 forms in one article"),
        ({"P": "a", "Q": "b"}, {"a": "P"}, "one article alone writes it in its own voice"),
        ({"P": "a", "Q": "b"}, {}, "all of them only in quotations"),
    ],
)
def test_agreement_on_a_name_is_put_in_words(
    forms: dict[str, str], preferred: dict[str, str], words: str
) -> None:
    written = Written(own=1, quoted=0)
    uses = tuple(
        FormUse(form=form, by_article=dict.fromkeys(slugs, written), speakers=())
        for form, slugs in forms.items()
    )
    assert words in tables.verdict(NameUse(term="x", forms=uses, preferred=preferred))


def test_each_step_of_the_scale_begins_at_twice_the_last() -> None:
    assert [tables.level(n) for n in (0, 1, 2, 3, 4, 7, 8, 15, 16, 900)] == [
        *(0, 1, 2, 2, 3, 3, 4, 4, 5, 5)
    ]
    assert [label for _, label in tables.steps()] == ["1", "2–3", "4–7", "8–15", "16 or more"]


@pytest.mark.parametrize("scheme", ["", '="slate"'], ids=["light", "dark"])
def test_numbers_are_legible_on_every_step_of_the_scale(scheme: str) -> None:
    def rule(name: str) -> str:
        text = (STYLES / name).read_text("utf-8")
        return text.split(f"[data-md-color-scheme{scheme}] {{", 1)[1].split("}", 1)[0]

    ink = re.search(r"--md-default-fg-color: (#\w{6})", rule("reader.css"))
    paper = re.search(r"--md-default-bg-color: (#\w{6})", rule("reader.css"))
    assert ink
    assert paper
    steps = re.findall(r"--cr-h\d: (#\w{6})", rule("coverage.css"))
    assert len(steps) == tables.LEVELS
    assert all(contrast(ink[1], step) >= 4.5 for step in steps)
    away = [contrast(paper[1], step) for step in steps]
    assert all(b > a * 1.15 for a, b in pairwise([1.0, *away]))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("count", [0, 1, 2, 12, 13, 45])
def test_the_page_stands_for_any_number_of_articles(linked: Linked, count: int) -> None:
    some = times(linked, count)
    view, reader = view_of(some), read_page(page_of(some))
    assert view.compact is (count > 12)
    assert view.fits is (count <= tables.FEW_COLUMNS)
    assert reader.captions == reader.tables
    assert all(head.get("scope") for head in reader.heads)
    for row in rows_of(view):
        assert len(row.cells) <= tables.MOST_COLUMNS
        assert len(row.cells) == count or view.compact


@pytest.mark.parametrize("count", [0, 1, 3, 45])
def test_every_section_can_be_linked_to(linked: Linked, count: int) -> None:
    text = page_of(times(linked, count))
    for name in SECTIONS:
        assert f'id="{name}"' in text
    for link, _ in view_of(times(linked, count)).contents:
        assert f'id="{link.href[1:]}"' in text


def test_many_articles_are_listed_in_the_row_and_none_goes_unsaid(linked: Linked) -> None:
    view = view_of(times(linked, 45))
    for row in rows_of(view):
        assert len(row.cells) <= tables.MOST_CELLS
        counts = [cell.count for cell in row.cells]
        assert counts == sorted(counts, reverse=True)
        assert all(counts)
    varrow = next(row for one in view.heats for row in one.rows if row.label.text == "Ilse Varrow")
    assert len(varrow.cells) + varrow.more == 30
    assert f"and {varrow.more} more articles" in page_of(times(linked, 45))


def test_hundreds_of_articles_and_terms_do_not_make_a_huge_page(linked: Linked) -> None:
    some = crowded(times(linked, 200), 200)
    view = view_of(some)
    assert all(len(one.rows) <= tables.MOST_ROWS for one in view.heats)
    assert sum(len(one.rows) + one.left_out for one in view.heats) == sum(
        bool(one.count()) for one in usages(some).values()
    )
    assert len(view.names) + len(view.names_folded) == tables.MOST_ROWS
    text = page_of(some)
    assert len(text) < 400_000
    assert "The 40 most mentioned; " in text
    assert "on which articles differ most; " in text


def crowded(linked: Linked, count: int) -> Linked:
    """Return the corpus with that many more terms, each in every third article in two forms."""
    sheet = linked.corpus.terms["clb-k"]
    names = [f"made-up-{n}" for n in range(count)]
    made: dict[str, Sheet[TermFile]] = {
        name: Sheet(dataclasses.replace(sheet.value, name=f"Made up {name}"), sheet.at)
        for name in names
    }
    corpus = dataclasses.replace(linked.corpus, terms={**linked.corpus.terms, **made})
    articles = tuple(
        dataclasses.replace(
            one,
            mentions=(
                *one.mentions,
                *(
                    LockedMention(
                        term=name,
                        paragraph=1,
                        start=0,
                        form=f"{name} {'long ' * (at % 2)}form",
                        voice="author",
                        how="name",
                    )
                    for n, name in enumerate(names)
                    if (at + n) % 3 == 0
                ),
            ),
        )
        for at, one in enumerate(linked.articles)
    )
    return dataclasses.replace(linked, corpus=corpus, articles=articles)


def test_lists_keep_their_order_and_fold_their_tail(linked: Linked) -> None:
    desk = desk_of(linked)
    for one, view in zip(coverage.alone(linked, desk.usage), view_of(linked).only, strict=True):
        assert bool(view.lists) is bool(one.count)
        if view.lists:
            terms, events, questions = view.lists
            shown = [item.link.href for item in (*terms.shown, *terms.folded)]
            assert shown == [desk.mentions_href(key, one.article) for key in one.terms]
            assert len(events.shown) + len(events.folded) == len(one.events)
            assert len(questions.shown) + len(questions.folded) == len(one.questions)
    assert [tables.folds_at(n, 8) for n in (0, 8, 9, 10, 50)] == [0, 8, 9, 8, 8]


def test_every_figure_is_linked_with_its_place(linked: Linked) -> None:
    view, text = view_of(linked), page_of(linked)
    lines = [
        line for row in view.cited for cell in row.cells for _, some in cell.groups for line in some
    ]
    lines += [line for one in view.unsourced for line in (*one.shown, *one.folded)]
    assert len(lines) == sum(len(one.counted) for one in linked.measures) > 0
    for line in lines:
        assert line.link.href.startswith("figures.html#f-")
        assert f'href="{line.link.href}"' in text
    assert view.unsourced_count == sum(one.count for one in view.unsourced)


def test_look_alikes_stand_once_with_reason_and_notes(linked: Linked) -> None:
    names, events = view_of(linked).pairs
    assert len(names.shown) == len(events.shown) == 1
    assert names.shown[0].reason == "both are called the Board"
    assert [one.href for one in names.shown[0].notes] == [
        "articles/ostrick-2025-toll.html#n-two-boards"
    ]
    # Guild years and a café are no terms that a pair could be made of.
    assert [link.href for link, _ in view_of(linked).warnings] == [
        "articles/halewell-2025-wardens.html#n-cafe"
    ]


def test_a_pop_up_says_what_a_term_is_not(linked: Linked) -> None:
    outputs = texts(linked)
    text = outputs["articles/halewell-2025-wardens.html"]
    pop = text.split('id="t-canal-levy-board"')[1].split("</div>")[0]
    assert (
        'Not to be confused with <a href="../glossary/nahr-basin-board.html">Nahr Basin Board</a>.'
        in pop
    )
    other = text.split('id="t-clb-k"')[1].split("</div>")[0]
    assert "confused" not in other
    assert "Who writes what" in outputs["coverage.html"]


def test_without_source_texts_the_page_says_the_same(linked: Linked, canal: Workplace) -> None:
    bare = pipeline.read(dataclasses.replace(canal, sources=canal.sources / "none")).linked
    assert bare is not None
    assert page_of(bare) == page_of(linked)


@pytest.mark.parametrize("count", [0, 3, 45])
def test_a_crowded_page_leaves_no_element_open(linked: Linked, count: int) -> None:
    assert read_page(page_of(crowded(times(linked, count), 60))).ids
