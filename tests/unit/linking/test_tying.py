"""Tying one article is a pure function whose outcome travels well."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from build_tools.linking.linked import Linked, bind, link
from build_tools.linking.tying import Glossary, Tied, Untied, tie, untied
from build_tools.model.corpus import Corpus
from build_tools.model.source import SourceText


def texts_of(linked: Linked) -> dict[str, SourceText]:
    return {one.article.slug: one.source for one in linked.articles if one.source}


def terms_of(corpus: Corpus) -> dict[str, Any]:
    return {key: sheet.value for key, sheet in corpus.terms.items()}


def through_a_pipe(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value, protocol=5))


@pytest.fixture
def articles(linked: Linked) -> tuple[Untied, ...]:
    return untied(linked.corpus, texts_of(linked), {})


def test_ties_name_nothing_they_were_made_from(
    linked: Linked, articles: tuple[Untied, ...]
) -> None:
    glossary = Glossary(terms_of(linked.corpus))
    for one in articles:
        tied = tie(glossary, one)
        sent = pickle.dumps(tied, protocol=5)
        assert pickle.loads(sent) == tied
        for module in (b"model.corpus", b"model.note", b"model.source", b"sources"):
            assert b"build_tools." + module not in sent


def test_a_glossary_finds_the_same_in_another_process(
    linked: Linked, articles: tuple[Untied, ...]
) -> None:
    glossary = Glossary(terms_of(linked.corpus))
    other = through_a_pipe(glossary)
    assert [tie(glossary, one) for one in articles] == [tie(other, one) for one in articles]


def test_a_lock_that_stands_is_not_told_again(linked: Linked, articles: tuple[Untied, ...]) -> None:
    glossary, lock = Glossary(terms_of(linked.corpus)), linked.lock()
    for one in articles:
        told = tie(glossary, one).lock
        again = replace(one, locked=lock.get(one.article.slug))
        if one.source:
            assert told == again.locked
            assert tie(glossary, again).lock is None
        assert bind(again, tie(glossary, again), linked.corpus).lock == again.locked


def test_articles_may_be_tied_elsewhere(linked: Linked) -> None:
    def elsewhere(work: Callable[[Untied], Tied], some: Sequence[Untied]) -> Iterable[Tied]:
        return [through_a_pipe(work(one)) for one in reversed(some)][::-1]

    again = link(linked.corpus, texts_of(linked), {}, elsewhere)
    assert again == link(linked.corpus, texts_of(linked), {})


def test_an_article_tied_anew_takes_its_old_place(linked: Linked) -> None:
    corpus, texts = linked.corpus, texts_of(linked)
    first, *rest = linked.articles
    record = replace(first.article.record.value, label="Another name")
    article = replace(first.article, record=replace(first.article.record, value=record))
    glossary = Glossary(terms_of(corpus))
    new = next(
        bind(one, tie(glossary, one), corpus)
        for one in untied(corpus.with_article(article), texts, linked.lock())
        if one.article.slug == article.slug
    )
    now = linked.with_article(new)
    assert now.articles == (new, *rest)
    assert now == link(corpus.with_article(article), texts, linked.lock())
    assert linked.articles[0] is first


def test_what_quotes_an_article_follows_it(linked: Linked) -> None:
    one = next(one for one in linked.articles if one.tellings)
    none = replace(one, tellings=())
    assert sum(len(event.told) for event in linked.with_article(none).events) == sum(
        len(event.told) for event in linked.events
    ) - len(one.tellings)
    assert linked.with_article(none).with_article(one) == linked


def test_articles_are_found_by_their_slugs(linked: Linked) -> None:
    for one in linked.articles:
        assert linked.article(one.article.slug) is one
        assert linked.corpus.article(one.article.slug) is one.article
        for block in one.blocks:
            if block.number:
                assert one.block(block.number) is block
    assert linked.article("nobody-2000") is None
    assert linked.corpus.article("nobody-2000") is None
    assert replace(linked, articles=()).article(linked.articles[0].article.slug) is None
