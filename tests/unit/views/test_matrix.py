"""The table of questions: nothing is left out, every answer can be reached, and it stays light."""

from __future__ import annotations

import dataclasses
import re

import pytest

from build_tools.linking import comparisons
from build_tools.linking.linked import Linked
from build_tools.model.corpus import Article, Sheet
from build_tools.model.edition import Edition
from build_tools.model.problem import Place
from build_tools.model.question import AnswerState, QuestionFile, Stance
from build_tools.sources.validation import adapter
from build_tools.views import words
from build_tools.views.comparison import MatrixView, RowView
from build_tools.views.desk import Desk
from build_tools.views.matrix_page import MOST_COLUMNS, MOST_LISTED, matrix_view
from build_tools.views.question_page import question_view
from tests.rendering import body

ONE, TWO, THREE = "ostrick-2025-toll", "halewell-2025-wardens", "quillane-2025-towpath"

LIGHT = 2500
"""Bytes a row may take: 300 questions are to stay below a megabyte, a tenth of it compressed."""


def says(article: str, **fields: object) -> dict[str, object]:
    evidence = [{"paragraph": 1, "quote": "some words"}]
    return {"article": article, "says": "Something", "evidence": evidence} | fields


def silent(article: str) -> dict[str, object]:
    return {"article": article, "state": "silent", "checked_by": "editor", "checked": "2025-05-01"}


def question(*answers: dict[str, object], **fields: object) -> QuestionFile:
    made: QuestionFile = adapter(QuestionFile).validate_python(
        {
            "question": "When was it?",
            "short": "Its day",
            "kind": "date",
            "topic": "Days",
            "answers": answers,
            "synthesis": "They differ.",
            "author": "editor",
            "updated": "2025-05-02",
        }
        | fields
    )
    return made


def asked(linked: Linked, *files: QuestionFile, articles: int = 3) -> Desk:
    """The canal desk with these questions alone, and with as many articles."""
    some = linked.corpus.articles
    clones = tuple(clone(some[n % 3], n) for n in range(3, articles))
    corpus = dataclasses.replace(
        linked.corpus,
        articles=(*some[:articles], *clones),
        questions={f"q{n}": Sheet(one, lambda *_: Place(path="x")) for n, one in enumerate(files)},
    )
    placed = {one.key: one for found in linked.articles for one in found.evidence}
    questions = comparisons.gather(corpus, placed, linked.measures)
    linked = dataclasses.replace(linked, corpus=corpus, questions=questions)
    return Desk(linked=linked, edition=Edition.AUTO).below(1)


def clone(article: Article, number: int) -> Article:
    record = dataclasses.replace(article.record.value, label=f"Author {number} 2025")
    sheet = dataclasses.replace(article.record, value=record)
    return dataclasses.replace(article, slug=f"author-2025-n{number}", record=sheet)


def slugs(desk: Desk) -> list[str]:
    return [one.slug for one in desk.linked.corpus.articles]


def rows(view: MatrixView) -> list[RowView]:
    return [row for topic in view.topics for row in topic.rows]


def page(view: MatrixView) -> str:
    return body("comparisons", view)


@pytest.fixture
def canal_desk(linked: Linked) -> Desk:
    return Desk(linked=linked, edition=Edition.AUTO).below(1)


def test_every_question_has_a_row_and_every_article_a_cell(canal_desk: Desk) -> None:
    view = matrix_view(canal_desk)
    questions = canal_desk.linked.questions
    assert [row.id for row in rows(view)] == [f"q-{one.id}" for one in questions]
    names = [canal_desk.label(slug) for slug in slugs(canal_desk)]
    assert [link.text for link in view.columns] == names
    for row in rows(view):
        assert [cell.who for cell in row.cells] == names


def test_every_cell_that_says_something_leads_to_its_answer(canal_desk: Desk) -> None:
    view = matrix_view(canal_desk)
    for row, one in zip(rows(view), canal_desk.linked.questions, strict=True):
        ids = {answer.id for answer in question_view(canal_desk, one).answers}
        led = {cell.href.partition("#")[2] for cell in row.cells if cell.href}
        assert led == ids
        assert all(cell.text for cell in row.cells)
        assert all(cell.href.startswith(f"{row.href}#a-") for cell in row.cells if cell.href)


def test_what_is_not_said_is_named_and_has_a_shape(linked: Linked) -> None:
    (row,) = rows(matrix_view(asked(linked, question(says(ONE, date="2019"), silent(TWO)))))
    by_name = {cell.who.split()[0]: cell for cell in row.cells}
    assert by_name["Halewell"].text == "silent"
    assert by_name["Quillane"].text == "not read"
    for cell in (by_name["Halewell"], by_name["Quillane"], row.record):
        assert cell.mark is not None
        assert cell.mark.symbol
        assert cell.href == ""


@pytest.mark.parametrize(
    "table",
    [words.VERDICTS, words.STANCES, words.ANSWER_STATES, words.FITS],
    ids=["verdicts", "stances", "states", "fits"],
)
def test_no_two_shapes_are_alike(table: dict[object, tuple[str, str]]) -> None:
    for column in zip(*table.values(), strict=True):
        assert len(set(column)) == len(table)
        assert all(column)


def test_many_articles_make_a_list_that_counts_the_rest(linked: Linked) -> None:
    count = MOST_LISTED + 6
    clones = [f"author-2025-n{n}" for n in range(3, count)]
    some = question(*(says(slug, date="2019") for slug in clones), silent(ONE))
    view = matrix_view(asked(linked, some, articles=count))
    assert count > MOST_COLUMNS
    assert view.columns == ()
    (row,) = rows(view)
    listed = [f"Author {n} 2025" for n in range(3, 3 + MOST_LISTED)]
    assert [cell.who for cell in row.cells] == listed
    assert row.more == len(clones) - MOST_LISTED
    assert row.rest == "silent: 1, not read: 2"
    assert f"{row.more} more" in page(view)


def test_as_many_articles_as_fit_stand_in_columns(linked: Linked) -> None:
    file = question(says(ONE, date="2019"), silent(TWO))
    assert len(matrix_view(asked(linked, file, articles=MOST_COLUMNS)).columns) == MOST_COLUMNS
    assert matrix_view(asked(linked, file, articles=MOST_COLUMNS + 1)).columns == ()


def test_choices_count_what_they_leave(canal_desk: Desk) -> None:
    view = matrix_view(canal_desk)
    for choices, letter in ((view.verdicts, "v"), (view.kinds, "q")):
        assert sum(one.count for one in choices) == view.question_count == len(rows(view))
        for one in choices:
            fits = [row for row in rows(view) if f"cr-{letter}-{one.id}" in row.classes.split()]
            assert len(fits) == one.count


CELLS = [
    ("date", {"date": "2022-11"}, "November 2022", ""),
    ("date", {}, "Something", ""),
    ("position", {"stance": "leans-towards"}, "leans towards", ""),
    ("fact", {"holds": ["a"]}, "The levy council alone", ""),
    ("fact", {"holds": ["a", "b", "c"]}, "The levy council alone + 2 more", ""),
    ("figure", {"figure": "barges/ledger-2023"}, "18,400 barges", "2023"),
    (
        "fact",
        {"holds": ["a"], "figure": "barges/ledger-2023"},
        "The levy council alone",
        "",
    ),
    ("date", {"date": "2019", "speaker": "A. Clerk"}, "2019", "says A. Clerk"),
    ("date", {"date": "2019", "speaker": "A clerk, and a member of the Board"}, "2019", "others"),
]


@pytest.mark.parametrize(("kind", "answer", "text", "aside"), CELLS)
def test_a_cell_says_it_in_a_few_words(
    linked: Linked, kind: str, answer: dict[str, object], text: str, aside: str
) -> None:
    choices = {
        "a": "The levy council alone",
        "b": "Nobody until the wards were merged in the end",
        "c": "The office at the gate",
    }
    file = question(says(ONE, **answer), silent(TWO), kind=kind, choices=choices)
    (row,) = rows(matrix_view(asked(linked, file)))
    cell = next(one for one in row.cells if one.href)
    assert cell.text == text
    assert cell.aside.startswith(aside)
    assert bool(cell.mark) == (kind == "position")


def test_only_what_conflicts_with_the_record_is_marked(linked: Linked) -> None:
    record = {"says": "In *May*.", "date": "2019-05", "confidence": "high"}
    file = question(says(ONE, date="2018"), says(TWO, date="2019"), says(THREE), record=record)
    (row,) = rows(matrix_view(asked(linked, file)))
    against = {cell.text: cell.against for cell in row.cells}
    assert against["2018"]
    assert against["2018"].label == "conflicts with the record"
    assert against["2019"] is against["Something"] is None
    assert row.record.text == "May 2019"
    assert row.record.href.endswith("/q0.html#record")


@pytest.mark.parametrize(
    ("verdicts", "lead"),
    [
        ("", "0 questions put to 3 articles."),
        ("s", "1 question put to 3 articles: 1 is answered by one article alone."),
        (
            "cccaass",
            "7 questions put to 3 articles: they contradict each other on 3 and agree on 2; "
            "2 are answered by one article alone.",
        ),
        ("n", "1 question put to 3 articles: 1 cannot be compared."),
    ],
)
def test_the_lead_says_how_it_turns_out(linked: Linked, verdicts: str, lead: str) -> None:
    files = {
        "c": question(says(ONE, date="2018"), says(TWO, date="2019")),
        "a": question(says(ONE, date="2018"), says(TWO, date="2018-05")),
        "s": question(says(ONE, date="2018"), silent(TWO)),
        "n": question(says(ONE), says(TWO)),
    }
    assert matrix_view(asked(linked, *(files[one] for one in verdicts))).lead == lead


def test_topics_have_ids_of_their_own(linked: Linked) -> None:
    topics = ["India, China", "India & China", "永久", "平和", "Days", "Toll 8", "Toll", "Toll!"]
    files = [question(says(ONE), silent(TWO), topic=topic) for topic in topics]
    desk = asked(linked, *files)
    view = matrix_view(desk)
    assert [topic.label for topic in view.topics] == topics
    ids = [topic.id for topic in view.topics]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"topic-[a-z0-9-]+", one) for one in ids)
    linked_to = [question_view(desk, one).topic.href for one in desk.linked.questions]
    assert linked_to == [f"../comparisons/index.html#{one}" for one in ids]


def test_the_legend_has_what_occurs_and_nothing_else(linked: Linked) -> None:
    desk = asked(
        linked,
        question(says(ONE, stance="doubts"), silent(TWO), kind="position"),
        question(says(ONE, date="2019"), silent(TWO), silent(THREE)),
    )
    shapes = [mark.label for mark, _ in matrix_view(desk).legend]
    assert shapes == ["silent", "not read", words.STANCES[Stance.DOUBTS][0]]


def test_an_empty_corpus_says_so(linked: Linked) -> None:
    view = matrix_view(asked(linked))
    assert view.topics == ()
    text = page(view)
    assert "No question has been added yet." in text
    assert "<form" not in text
    assert "<table" not in text


def test_cells_do_not_run_into_each_other_in_the_search_index(canal_desk: Desk) -> None:
    assert not re.search(r"</t[dh]><t", page(matrix_view(canal_desk)))


def test_the_page_escapes_what_editors_write(linked: Linked) -> None:
    file = question(
        says(ONE, holds=["a"]),
        silent(TWO),
        kind="fact",
        short="<b> & {x}",
        topic="<i>",
        choices={"a": "<u>"},
    )
    text = page(matrix_view(asked(linked, file)))
    assert "&lt;b&gt; &amp; {x}" in text
    assert "<u>" not in text
    assert '">&lt;i&gt;<a class="headerlink"' in text


def test_it_stays_light(linked: Linked) -> None:
    def weight(count: int) -> int:
        every = [ONE, TWO, THREE, *(f"author-2025-n{n}" for n in range(3, 200))]
        answers = [says(slug, date="2019-05-04", says="A sentence " * 9) for slug in every[:120]]
        answers += [silent(slug) for slug in every[120:]]
        files = [question(*answers, question="What is said of it? " * 4) for _ in range(count)]
        return len(page(matrix_view(asked(linked, *files, articles=200))).encode())

    assert (weight(6) - weight(3)) / 3 < LIGHT


def test_states_cover_all_that_is_not_said() -> None:
    assert set(words.ANSWER_STATES) == set(AnswerState) - {AnswerState.SAYS}
