"""Upkeep: nothing that is to be done goes unlisted, and nothing done is listed."""

from __future__ import annotations

import dataclasses

import pytest

from build_tools import pipeline
from build_tools.linking import upkeep
from build_tools.linking.anchors import Standing
from build_tools.linking.concordance import usages
from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.linking.upkeep import Sort
from build_tools.model.argument import ArgumentFile
from build_tools.model.corpus import Sheet
from build_tools.model.event import EventFile
from build_tools.model.figure import MeasureFile
from build_tools.model.note import Confidence, Note
from build_tools.model.question import AnswerState, QuestionFile
from build_tools.model.term import TermFile, Variant
from build_tools.sources.workplace import Workplace


def article(linked: Linked, slug: str) -> LinkedArticle:
    found = linked.article(slug)
    assert found is not None
    return found


def with_variants(linked: Linked, term: str, *forms: str) -> Linked:
    sheet = linked.corpus.terms[term]
    variants = tuple(Variant(text=form) for form in forms)
    changed = Sheet(dataclasses.replace(sheet.value, variants=variants), sheet.at)
    corpus = dataclasses.replace(linked.corpus, terms={**linked.corpus.terms, term: changed})
    return dataclasses.replace(linked, corpus=corpus)


def unused(linked: Linked) -> dict[str, list[tuple[str, bool]]]:
    found = upkeep.unused(linked, usages(linked), upkeep.retold_forms(linked))
    return {key: [(one.form, one.retold) for one in forms] for key, forms in found.items()}


def test_all_that_hangs_on_an_article_is_counted_once(linked: Linked) -> None:
    for one in linked.articles:
        loads = upkeep.loads(one)
        assert [load.paragraph for load in loads] == list(range(1, one.paragraphs + 1))
        assert sum(load.notes for load in loads) == len(one.notes)
        assert sum(load.tellings for load in loads) == len(one.tellings)
        assert sum(load.figures for load in loads) == len(one.figures)
        assert sum(load.evidence for load in loads) == len(one.evidence)
        assert sum(load.mentions for load in loads) == len(one.mentions)
        assert sum(load.total for load in loads) == len(one.quotations) + len(one.mentions)


def test_a_paragraph_that_carries_nothing_is_bare(linked: Linked) -> None:
    loads = upkeep.loads(article(linked, "halewell-2025-wardens"))
    assert [load.paragraph for load in loads if not load.total] == [4, 7]


def test_every_text_with_a_state_is_there_once(linked: Linked) -> None:
    texts, corpus = upkeep.texts(linked), linked.corpus
    counts = {sort: sum(one.sort is sort for one in texts) for sort in Sort}
    assert counts == {
        Sort.NOTE: sum(len(one.notes.value.notes) for one in corpus.articles),
        Sort.TERM: len(corpus.terms),
        Sort.EVENT: len(corpus.events),
        Sort.MEASURE: len(corpus.measures),
        Sort.QUESTION: len(corpus.questions),
        Sort.ARGUMENT: 1,
        Sort.COURSE: 1,
    }
    assert len({(one.sort, one.article, one.id) for one in texts}) == len(texts)


def test_an_argument_that_nobody_wrote_is_no_text(linked: Linked) -> None:
    written = [one.article for one in upkeep.texts(linked) if one.sort is Sort.ARGUMENT]
    assert written == ["ostrick-2025-toll"]
    bare = [one for one in linked.corpus.articles if one.slug not in written]
    assert all(one.argument.value == ArgumentFile() for one in bare)


def test_what_is_unconfirmed_is_found_wherever_it_says_so(linked: Linked) -> None:
    found = [(one.sort, one.id) for one in upkeep.unconfirmed(upkeep.texts(linked))]
    assert [id for sort, id in found if sort is Sort.TERM] == ["free-passage"]
    assert [id for sort, id in found if sort is Sort.EVENT] == ["ward-merger"]
    assert [id for sort, id in found if sort is Sort.QUESTION] == ["ward-merger"]
    assert sum(sort is Sort.NOTE for sort, _ in found) == 3


def test_one_unconfirmed_figure_on_record_is_enough(linked: Linked) -> None:
    text = next(
        one for one in upkeep.texts(linked) if (one.sort, one.id) == (Sort.MEASURE, "barges")
    )
    assert isinstance(text.item, MeasureFile)
    first, second = text.item.record
    unsure = dataclasses.replace(second, confidence=Confidence.UNCONFIRMED)
    item = dataclasses.replace(text.item, record=(first, unsure))
    assert upkeep.unconfirmed([text]) == ()
    assert upkeep.unconfirmed_figures(item) == (unsure,)
    changed = dataclasses.replace(text, item=item)
    assert upkeep.unconfirmed([changed]) == (changed,)


@pytest.mark.parametrize("sort", [Sort.EVENT, Sort.QUESTION])
def test_without_a_record_nothing_is_unconfirmed(linked: Linked, sort: Sort) -> None:
    text = next(one for one in upkeep.texts(linked) if (one.sort, one.id) == (sort, "ward-merger"))
    assert isinstance(text.item, EventFile | QuestionFile)
    item = dataclasses.replace(text.item, record=None)
    assert upkeep.unconfirmed([dataclasses.replace(text, item=item)]) == ()


def test_silence_is_reading_too(linked: Linked) -> None:
    unread = {slug: {one.id for one in some} for slug, some in upkeep.unread(linked).items()}
    for question in linked.questions:
        for given in question.given:
            listed = question.id in unread.get(given.answer.article, ())
            assert listed is (given.answer.state is AnswerState.UNREAD)
    assert "chains" not in unread.get("ostrick-2025-toll", ())
    assert unread["halewell-2025-wardens"] == {"chains"}


def test_what_a_digest_lacks_is_not_retold(linked: Linked) -> None:
    one = linked.articles[0]
    assert upkeep.not_retold(one) == ()
    digest = one.article.digest
    kept = tuple(
        dataclasses.replace(block, markdown="") if block.number == 3 else block
        for block in digest.value.blocks
        if block.number != 5
    )
    changed = dataclasses.replace(
        one.article, digest=Sheet(dataclasses.replace(digest.value, blocks=kept), digest.at)
    )
    assert upkeep.not_retold(dataclasses.replace(one, article=changed)) == (3, 5)


@pytest.mark.parametrize("standing", list(Standing))
def test_a_quotation_is_in_doubt_unless_it_stands_exactly(
    linked: Linked, standing: Standing
) -> None:
    one = linked.articles[0]
    assert upkeep.doubtful(one) == ()
    placed = dataclasses.replace(one.evidence[0], standing=standing)
    some = dataclasses.replace(one, evidence=(placed, *one.evidence[1:]))
    assert upkeep.doubtful(some) == (() if standing is Standing.EXACT else (placed,))


def test_doubts_follow_the_text(linked: Linked) -> None:
    one = linked.articles[0]
    unsure = [
        [dataclasses.replace(placed, standing=Standing.LOST) for placed in several]
        for several in (one.notes, one.evidence)
    ]
    some = dataclasses.replace(one, notes=tuple(unsure[0]), evidence=tuple(unsure[1]))
    where = [placed.paragraph for placed in upkeep.doubtful(some)]
    assert where == sorted(where)
    assert len(where) == len(one.notes) + len(one.evidence)


def test_a_term_is_unmentioned_only_if_no_article_has_it(linked: Linked) -> None:
    assert upkeep.unmentioned(usages(linked)) == ()
    without = tuple(
        dataclasses.replace(
            one, mentions=tuple(said for said in one.mentions if said.term != "nahr-gate")
        )
        for one in linked.articles
    )
    some = dataclasses.replace(linked, articles=without)
    assert upkeep.unmentioned(usages(some)) == ("nahr-gate",)
    # It stands in that list already: that its variants are not used goes without saying.
    assert "nahr-gate" not in unused(some)


def test_a_form_is_unused_if_no_article_writes_it_for_its_term(linked: Linked) -> None:
    written = usages(linked)["clb-k"].forms()[0]
    found = unused(with_variants(linked, "clb-k", "Never Written", written, written.upper()))
    assert found["clb-k"] == [("Never Written", False)]
    found = unused(with_variants(linked, "clb-k", written))
    assert "clb-k" not in found


def test_forms_that_differ_by_capitals_alone_are_listed_once(linked: Linked) -> None:
    found = unused(with_variants(linked, "clb-k", "Never’s", "Never's", "never's", "Other"))
    assert found["clb-k"] == [("Never’s", False), ("Other", False)]


def test_a_form_that_our_digests_need_is_marked(linked: Linked) -> None:
    key = "clb-k"
    some = with_variants(linked, key, "Levy Folk", "Never Written")
    retold = {key: frozenset({"levy folk"})}
    found = upkeep.unused(some, usages(some), retold)[key]
    assert [(one.form, one.retold) for one in found] == [
        ("Levy Folk", True),
        ("Never Written", False),
    ]


def test_our_digests_are_searched_for_terms(linked: Linked) -> None:
    retold = upkeep.retold_forms(linked)
    assert "nahr gate" in retold["nahr-gate"]
    assert set(retold) <= set(linked.corpus.terms)


def test_without_texts_or_lock_every_quotation_is_in_doubt(canal: Workplace) -> None:
    (canal.corpus / "anchors.lock").unlink()
    bare = pipeline.read(dataclasses.replace(canal, sources=canal.sources / "none")).linked
    assert bare is not None
    for one in bare.articles:
        assert len(upkeep.doubtful(one)) == len(one.quotations)
        assert not any(load.mentions for load in upkeep.loads(one))
    kinds = {type(one.item) for one in upkeep.texts(bare)}
    assert {Note, TermFile, EventFile, MeasureFile, QuestionFile} < kinds
