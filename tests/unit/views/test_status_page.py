"""The state of the work: what is bare shows, what is open is listed, ignorance is owned up to."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.linking import upkeep
from build_tools.linking.anchors import Standing
from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.model.corpus import Sheet
from build_tools.model.edition import Edition
from build_tools.model.note import Note, State
from build_tools.model.question import AnswerState
from build_tools.model.settings import Person
from build_tools.model.work import Work
from build_tools.sources.workplace import Workplace
from build_tools.views import coverage_tables as tables
from build_tools.views import status_lists, status_page
from build_tools.views.desk import Desk
from build_tools.views.reference_pages import people_view, sources_view
from build_tools.views.status import StatusView, TaskList, TaskView
from build_tools.views.status_page import in_ranges, status_view
from tests.rendering import body
from tests.unit.views.crowds import of_articles, times
from tests.unit.views.test_coverage_page import Reader

STYLES = Path(__file__).parents[3] / "docs" / "reader"
SECTIONS = ("coverage", "notes", "states", "to-do")
TASKS = (
    *("unread", "quotations", "not-retold", "unconfirmed"),
    *("disputed", "unmentioned", "unused", "uncited"),
)


class Whole(Reader):
    """A reader that knows tags which close themselves."""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave nothing open."""


def read_page(text: str) -> Reader:
    reader = Whole()
    reader.feed(text)
    assert reader.open == []
    return reader


def desk_of(linked: Linked) -> Desk:
    return Desk(linked=linked, edition=Edition.AUTO)


def view_of(linked: Linked) -> StatusView:
    return status_view(desk_of(linked))


def page_of(linked: Linked) -> str:
    return body("status", view_of(linked))


def task_of(linked: Linked, name: str) -> TaskView:
    return next(one for one in view_of(linked).tasks if one.id == name)


def lists_of(task: TaskView) -> tuple[TaskList, ...]:
    return (*task.shown, *task.folded)


def items_of(task: TaskView) -> list[tuple[str, str]]:
    """Return the words of each item and what is remarked on it."""
    return [
        (item.link.text, item.remark)
        for one in lists_of(task)
        for item in (*one.shown, *one.folded)
    ]


def never_read(one: LinkedArticle) -> LinkedArticle:
    return dataclasses.replace(one, lock=None, mentions=())


def in_doubt(one: LinkedArticle, standing: Standing = Standing.UNVERIFIED) -> LinkedArticle:
    def doubted(several):
        return tuple(dataclasses.replace(placed, standing=standing) for placed in several)

    return dataclasses.replace(
        one,
        notes=doubted(one.notes),
        tellings=doubted(one.tellings),
        figures=doubted(one.figures),
        evidence=doubted(one.evidence),
    )


def test_each_paragraph_is_a_link_with_its_number_and_load(linked: Linked) -> None:
    view, text = view_of(linked), page_of(linked)
    for one, strip in zip(linked.articles, view.strips, strict=True):
        for load, shown in zip(upkeep.loads(one), strip.paragraphs, strict=True):
            assert shown.number == load.paragraph
            assert shown.href == f"articles/{one.article.slug}.html#p{load.paragraph}"
            assert shown.count == load.total
            assert shown.level == tables.level(load.total)
            inside = f"¶{load.paragraph} <small>{load.total or 'bare'}</small></a>"
            assert f'href="{shown.href}">{inside}' in text


def test_bare_paragraphs_differ_by_word_and_shape_and_are_named(linked: Linked) -> None:
    text, strips = page_of(linked), view_of(linked).strips
    assert text.count('<a class="cr-lacks"') == 2
    assert [one.has_bare for one in strips] == [False, True, False]
    assert strips[1].bare == "¶4 and ¶7 carry nothing."
    assert strips[0].bare == "Every paragraph carries something."
    assert ".cr-lacks { box-shadow" in (STYLES / "status.css").read_text("utf-8")


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([], ""),
        ([3], "¶3"),
        ([3, 7], "¶3 and ¶7"),
        ([7, 3, 8, 9, 12], "¶3, ¶7–9 and ¶12"),
        ([1, 2], "¶1–2"),
        (range(1, 41), "¶1–40"),
    ],
)
def test_paragraphs_read_as_ranges(numbers: list[int], said: str) -> None:
    assert in_ranges(numbers) == said


def test_one_bare_paragraph_is_spoken_of_in_the_singular(linked: Linked) -> None:
    one = next(one for one in linked.articles if one.article.slug == "halewell-2025-wardens")
    moved = dataclasses.replace(one.mentions[0], paragraph=4)
    some = dataclasses.replace(one, mentions=(*one.mentions, moved))
    assert view_of(of_articles(linked, (some,))).strips[0].bare == "¶7 carries nothing."


def test_an_article_without_paragraphs_has_no_strip(linked: Linked) -> None:
    one = linked.articles[0]
    assert one.source is not None
    none = dataclasses.replace(one, source=dataclasses.replace(one.source, blocks=()))
    some = of_articles(linked, (none,))
    assert view_of(some).strips[0].paragraphs == ()
    assert "no paragraph is known" in page_of(some)


def test_an_article_that_was_never_read_is_said_to_be_so(linked: Linked) -> None:
    first, *rest = linked.articles
    some = of_articles(linked, (never_read(first), *rest))
    strip = view_of(some).strips[0]
    assert "never read for names" in strip.reading
    assert not any("mention" in fact for fact in strip.facts)
    quiet = dataclasses.replace(never_read(first), notes=(), evidence=())
    assert view_of(of_articles(linked, (quiet,))).strips[0].bare.endswith(" that we know of.")
    assert [one.reading for one in view_of(linked).strips] == ["", "", ""]
    label = first.article.label
    for name in ("unmentioned", "unused"):
        assert task_of(some, name).unknown.endswith(f"known of them here: {label}.")
        assert task_of(linked, name).unknown == ""
        assert task_of(some, name).unknown in page_of(some)


def test_where_nothing_was_read_no_term_is_called_unmentioned(linked: Linked) -> None:
    some = of_articles(linked, tuple(never_read(one) for one in linked.articles))
    for name in ("unmentioned", "unused"):
        task = task_of(some, name)
        assert task.count == 0
        assert task.says == "Not known: no article has been read for names yet."
        assert task.tally == "not known"
    stale = tuple(dataclasses.replace(one, stale=True) for one in linked.articles)
    assert "earlier reading" in view_of(of_articles(linked, stale)).strips[0].reading


def test_notes_add_up_by_article_and_by_kind(linked: Linked) -> None:
    view = view_of(linked)
    assert [row.total for row in view.notes] == [len(one.notes) for one in linked.articles]
    for at, kind in enumerate(view.kinds):
        assert kind.count == sum(row.counts[at] for row in view.notes)
    assert view.note_count == sum(row.total for row in view.notes) == 25


def test_states_add_up_and_say_who(linked: Linked) -> None:
    view = view_of(linked)
    for row in view.texts:
        assert row.total == sum(cell.count for cell in row.cells)
        for cell in row.cells:
            assert cell.count == sum(count for _, count in cell.people)
    notes = view.texts[0]
    draft, reviewed, disputed = notes.cells
    assert [link.text for link, _ in draft.people] == ["Editor"]
    assert reviewed.by == "read by"
    assert [link.href for link, _ in reviewed.people] == ["people.html#person-reviewer"]
    assert (disputed.by, disputed.count) == ("by", 1)
    assert [row.label for row in view.texts][-2:] == ["Arguments", "Page for a class"]


def test_people_and_status_count_the_same_texts(linked: Linked) -> None:
    people, rows = people_view(desk_of(linked)), view_of(linked).texts
    assert people.kinds == tuple(row.label for row in rows if row.total)
    for at, row in enumerate(row for row in rows if row.total):
        assert [counts[at] for _, counts in people.states] == [cell.count for cell in row.cells]


def test_who_is_not_named_and_who_is_too_many(linked: Linked) -> None:
    desk = desk_of(linked)
    texts = [one for one in upkeep.texts(linked) if isinstance(one.item, Note)]
    many = [
        dataclasses.replace(one, item=dataclasses.replace(one.item, author=f"writer-{at}"))
        for at, one in enumerate(texts[:8])
        if isinstance(one.item, Note)
    ]
    cell = status_page._state_cell(desk, State.DRAFT, many)
    assert len(cell.people) == status_page.MOST_PEOPLE
    assert cell.more == 3
    assert cell.people[0][0].text == "writer-0"
    nobody = [
        dataclasses.replace(one, item=dataclasses.replace(one.item, reviewer=None))
        for one in many
        if isinstance(one.item, Note)
    ]
    cell = status_page._state_cell(desk, State.REVIEWED, nobody)
    assert [(link.href, link.text, count) for link, count in cell.people] == [
        ("", "nobody named", 8)
    ]


def test_a_site_without_a_class_has_no_row_for_it(linked: Linked) -> None:
    corpus = dataclasses.replace(linked.corpus, course=None)
    some = dataclasses.replace(linked, corpus=corpus)
    assert view_of(some).texts[-1].label == "Arguments"
    assert view_of(of_articles(some, ())).texts[-1].total == 0
    assert "none yet" in page_of(of_articles(some, ()))


def test_questions_are_listed_under_the_article_that_was_not_read(linked: Linked) -> None:
    task = task_of(linked, "unread")
    assert [(one.heading.text, one.count) for one in lists_of(task)] == [
        ("Halewell 2025", 1),
        ("Quillane 2025", 2),
    ]
    first = task.shown[0].shown[0].link
    assert first.href == "comparisons/chains.html#a-halewell-2025-wardens"
    none = dataclasses.replace(linked, questions=())
    assert task_of(none, "unread").says == "Nothing: no question has been put to an article."


def test_all_that_is_unconfirmed_is_linked(linked: Linked) -> None:
    lists = lists_of(task_of(linked, "unconfirmed"))
    links = {one.heading.text: [item.link.href for item in one.shown] for one in lists}
    assert links["Terms"] == ["glossary/free-passage.html"]
    assert links["Records of events"] == ["timeline.html#e-ward-merger"]
    assert links["Records of questions"] == ["comparisons/ward-merger.html"]
    assert all("#n-" in href for href in links["Notes"])
    assert "Figures on record" not in links


def test_a_disputed_text_is_led_to(linked: Linked) -> None:
    assert items_of(task_of(linked, "disputed")) == [("Ostrick 2025, ¶2: “18,400 barges”", "")]


@pytest.mark.parametrize("standing", [one for one in Standing if one is not Standing.EXACT])
def test_doubtful_quotations_lead_to_what_quotes_them(linked: Linked, standing: Standing) -> None:
    some = of_articles(linked, tuple(in_doubt(one, standing) for one in linked.articles))
    task = task_of(some, "quotations")
    hrefs = [item.link.href for one in lists_of(task) for item in (*one.shown, *one.folded)]
    assert task.count == len(hrefs) == sum(len(one.quotations) for one in linked.articles)
    for start in ("articles/", "timeline.html#e-", "figures.html#f-", "comparisons/"):
        assert any(href.startswith(start) for href in hrefs)
    assert len({remark.split(" · ")[1] for _, remark in items_of(task)}) == 1


@pytest.mark.parametrize(("at_hand", "fragment"), [(True, "#p{}"), (False, "")])
def test_a_paragraph_that_has_no_place_yet_leads_to_its_article(
    linked: Linked, at_hand: bool, fragment: str
) -> None:
    one = next(one for one in linked.articles if one.article.slug == "quillane-2025-towpath")
    digest = one.article.digest
    kept = tuple(block for block in digest.value.blocks if block.number not in {2, 6})
    sheet = Sheet(dataclasses.replace(digest.value, blocks=kept), digest.at)
    article = dataclasses.replace(one.article, digest=sheet)
    source = one.source if at_hand else None
    some = of_articles(linked, (dataclasses.replace(one, article=article, source=source),))
    (found,) = lists_of(task_of(some, "not-retold"))
    page = "articles/quillane-2025-towpath.html"
    assert [(item.link.text, item.link.href) for item in found.shown] == [
        ("¶2", page + fragment.format(2)),
        ("¶6", page + fragment.format(6)),
    ]


def test_works_that_nothing_cites_are_those_of_the_sources_page(linked: Linked) -> None:
    assert task_of(linked, "uncited").count == 0
    work = Work(id="unread-book", type="book", title="A <Book> & More")
    works = {**linked.corpus.works, work.id: work}
    some = dataclasses.replace(linked, corpus=dataclasses.replace(linked.corpus, works=works))
    (found,) = lists_of(task_of(some, "uncited"))
    assert [item.link.href for item in found.shown] == ["sources.html#s-unread-book"]
    assert [one.key for one in sources_view(desk_of(some)).works if not one.cited_by] == [work.id]
    assert "A &lt;Book&gt; &amp; More</a>" in page_of(some)


def test_an_empty_list_says_nothing_plainly(linked: Linked) -> None:
    for task in view_of(linked).tasks:
        assert bool(task.count) is bool(task.shown)
        assert task.says.startswith("Nothing: ") is not bool(task.count)
    text = page_of(linked)
    contents = text.split('<nav class="cr-contents"')[1].split("</nav>")[0]
    for task in view_of(linked).tasks:
        assert f'<a href="#{task.id}">{task.title}</a>' in contents
    assert contents.count("<small>nothing</small>") == sum(
        not task.count for task in view_of(linked).tasks
    )


@pytest.mark.parametrize("count", [0, 1, 3, 41, 45])
def test_the_page_stands_for_any_number_of_articles(linked: Linked, count: int) -> None:
    some = times(linked, count)
    view, text = view_of(some), page_of(some)
    reader = read_page(text)
    assert reader.captions == reader.tables
    assert all(head.get("scope") for head in reader.heads)
    assert len(view.strips) + view.left_out == count
    assert len(view.strips) <= tables.MOST_ROWS
    for name in (*SECTIONS, *TASKS):
        assert f'id="{name}"' in text
    for link, _ in view.contents:
        assert f'id="{link.href[1:]}"' in text


@pytest.mark.parametrize("count", [0, 3, 45])
def test_a_page_of_doubts_leaves_no_element_open(linked: Linked, count: int) -> None:
    some = times(linked, count)
    doubted = of_articles(some, tuple(in_doubt(one) for one in some.articles))
    assert read_page(page_of(doubted)).ids


def test_of_many_articles_those_that_need_work_are_kept_in_order(linked: Linked) -> None:
    some = times(linked, 45)
    view = view_of(some)
    slugs = [one.article.slug for one in some.articles]
    kept = [one.article.href.removeprefix("articles/").removesuffix(".html") for one in view.strips]
    assert kept == sorted(kept, key=slugs.index)
    bare = {slug for slug in slugs if slug.startswith("halewell")}
    assert bare < set(kept)
    assert [row.article for row in view.notes] == [one.article for one in view.strips]
    assert view.note_count == sum(len(one.notes) for one in some.articles)
    assert "5 more are left out" in page_of(some)


def test_nothing_is_left_out_unsaid(linked: Linked) -> None:
    some = times(linked, 60)
    crowd = of_articles(some, tuple(in_doubt(one) for one in some.articles))
    task, text = task_of(crowd, "quotations"), page_of(crowd)
    assert task.count == sum(len(one.quotations) for one in crowd.articles)
    lists = lists_of(task)
    assert len(lists) == status_lists.MOST_LISTS
    assert task.left_out == 20
    assert "and 20 more articles" in text
    for one in lists:
        assert one.count == len(one.shown) + len(one.folded) + one.left_out
        assert one.count > status_lists.MOST_EACH
        assert f"and {one.left_out} more</p>" in text
    counts = [one.count for one in lists]
    assert min(counts) >= sorted(len(one.quotations) for one in crowd.articles)[20]


def test_hundreds_of_articles_and_questions_do_not_make_a_huge_page(linked: Linked) -> None:
    some = times(linked, 200)
    question = linked.questions[0]
    unread = dataclasses.replace(question.given[0].answer, state=AnswerState.UNREAD)
    given = tuple(
        dataclasses.replace(
            question.given[0], answer=dataclasses.replace(unread, article=one.article.slug)
        )
        for one in some.articles
    )
    asked = tuple(dataclasses.replace(question, id=f"q{n}", given=given) for n in range(200))
    crowd = dataclasses.replace(some, questions=asked)
    task, text = task_of(crowd, "unread"), page_of(crowd)
    assert task.count == 40_000
    assert "40,000" in text
    assert len(text) < 250_000


def test_a_long_article_is_cut_and_says_so(linked: Linked) -> None:
    one = linked.articles[0]
    assert one.source is not None
    body = dataclasses.replace(one.source, blocks=one.source.blocks * 30)
    some = of_articles(linked, (dataclasses.replace(one, source=body),))
    strip = view_of(some).strips[0]
    assert len(strip.paragraphs) == status_page.MOST_PARAGRAPHS
    assert len(strip.paragraphs) + strip.more == len(body.numbered)
    assert f"{strip.more} more paragraphs are not drawn." in page_of(some)


def test_without_source_texts_the_page_says_the_same(linked: Linked, canal: Workplace) -> None:
    bare = pipeline.read(dataclasses.replace(canal, sources=canal.sources / "none")).linked
    assert bare is not None
    assert page_of(bare) == page_of(linked)


def test_names_from_files_are_escaped(linked: Linked) -> None:
    people = linked.corpus.people
    person = Person(id="editor", name="<b>Ed</b>", role="writes")
    sheet = Sheet(dataclasses.replace(people.value, people=(person,)), people.at)
    some = dataclasses.replace(linked, corpus=dataclasses.replace(linked.corpus, people=sheet))
    assert "<b>Ed</b>" not in page_of(some)
    assert "&lt;b&gt;Ed&lt;/b&gt;" in page_of(some)
