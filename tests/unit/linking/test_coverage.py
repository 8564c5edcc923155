"""Coverage: whose form of a name is whose, who is alone with what, what is told apart."""

from __future__ import annotations

import dataclasses

import pytest

from build_tools import pipeline
from build_tools.linking import coverage, look_alikes
from build_tools.linking.concordance import Usage, usages
from build_tools.linking.coverage import NameUse
from build_tools.linking.linked import Linked
from build_tools.linking.look_alikes import Pair
from build_tools.model.lock import LockedMention
from build_tools.model.question import AnswerState
from build_tools.sources.workplace import Workplace


def said(form: str, voice: str = "author", how: str = "name") -> LockedMention:
    return LockedMention(term="x", paragraph=1, start=0, form=form, voice=voice, how=how)


def used(**articles: list[LockedMention]) -> Usage:
    return Usage(by_article={slug: tuple(found) for slug, found in articles.items()})


def name(**articles: list[LockedMention]) -> NameUse | None:
    return next(iter(coverage.names({"x": used(**articles)})), None)


def test_every_mention_by_name_is_counted_once(linked: Linked) -> None:
    usage = usages(linked)
    for one in coverage.names(usage):
        told = [
            mention
            for article in linked.articles
            for mention in article.mentions
            if mention.term == one.term and mention.how == "name"
        ]
        assert one.total == len(told)
        for form in one.forms:
            for slug, written in form.by_article.items():
                article = linked.article(slug)
                assert article is not None
                here = [
                    mention.voice
                    for mention in article.mentions
                    if (mention.term, mention.form, mention.how) == (one.term, form.form, "name")
                ]
                assert written.own == here.count("author")
                assert written.all == len(here)


def test_one_form_is_no_disagreement() -> None:
    assert name(a=[said("ISKP")], b=[said("ISKP")]) is None
    assert name(a=[said("Free passage"), said("free passage")]) is None
    assert name(a=[said("Wardens’ Union")], b=[said("Wardens' Union")]) is None
    assert name(a=[said("ISKP"), said("the branch", how="description")]) is None
    assert name(a=[said("Al Qaeda")], b=[said("al-Qaida")]) is not None


def test_an_article_prefers_what_it_writes_most_in_its_own_voice() -> None:
    found = name(
        a=[said("ISKP"), said("IS-K", "Kugelman"), said("IS-K", "Kugelman")],
        b=[said("IS-K", "quoted")],
    )
    assert found is not None
    assert found.preferred == {"a": "ISKP"}
    assert found.articles == {"a", "b"}


def test_of_equals_an_article_prefers_what_others_write() -> None:
    found = name(a=[said("AAA Long Name"), said("TTP")], b=[said("TTP")])
    assert found is not None
    assert found.preferred == {"a": "TTP", "b": "TTP"}
    assert found.choices == 1


def test_a_form_that_only_others_say_is_told_from_the_authors_own() -> None:
    found = name(a=[said("ISKP"), said("ISIS", "statement"), said("ISIS", "quoted")])
    assert found is not None
    forms = {one.form: one for one in found.forms}
    assert forms["ISIS"].only_quoted
    assert forms["ISIS"].speakers == ("statement", "quoted")
    assert forms["ISIS"].by_article["a"].quoted == 2
    assert not forms["ISKP"].only_quoted
    assert forms["ISKP"].speakers == ()


def test_what_articles_differ_on_most_comes_first() -> None:
    found = coverage.names(
        {
            "alone": used(a=[said("p"), said("q"), said("r"), said("s")]),
            "agreed": used(a=[said("p"), said("p"), said("q")], b=[said("p")]),
            "split": used(a=[said("p")], b=[said("q")]),
            "three": used(a=[said("p")], b=[said("q")], c=[said("r")]),
            "one": used(a=[said("p")]),
            "none": used(),
        }
    )
    assert [one.term for one in found] == ["three", "split", "alone", "agreed"]


def test_what_an_article_has_alone_no_other_has(linked: Linked) -> None:
    usage = usages(linked)
    found = {one.article: one for one in coverage.alone(linked, usage)}
    assert list(found) == [one.article.slug for one in linked.articles]
    for slug, one in found.items():
        for key in one.terms:
            assert usage[key].articles == (slug,)
        for event in one.events:
            assert event.articles == (slug,)
        for question in one.questions:
            others = [
                given.answer
                for given in question.given
                if given.answer.article != slug and given.answer.state is AnswerState.SAYS
            ]
            assert others == []
    everything = [key for one in found.values() for key in one.terms]
    assert len(everything) == len(set(everything))
    assert sum(len(one.events) for one in found.values()) == sum(
        len(event.articles) == 1 for event in linked.events
    )


def test_every_figure_has_a_source_or_is_named_as_bare(linked: Linked) -> None:
    cited, bare = coverage.cited(linked), coverage.unsourced(linked)
    with_source = [claim for by in cited.values() for some in by.values() for claim in some]
    without = [claim for some in bare.values() for claim in some]
    assert len(with_source) + len(without) == sum(len(one.counted) for one in linked.measures)
    assert all(one.figure.counted_by for _, one in with_source)
    assert not any(one.figure.counted_by for _, one in without)
    for body, by in cited.items():
        for slug, some in by.items():
            assert {one.figure.counted_by for _, one in some} == {body}
            assert {one.figure.article for _, one in some} == {slug}


def test_figures_stand_in_the_order_of_the_text(linked: Linked) -> None:
    for some in coverage.unsourced(linked).values():
        paragraphs = [one.placed.paragraph for _, one in some]
        assert paragraphs == sorted(paragraphs)


def test_an_unread_article_is_not_an_empty_one(linked: Linked) -> None:
    first, *rest = linked.articles
    unread = dataclasses.replace(first, lock=None, mentions=())
    found = coverage.read(dataclasses.replace(linked, articles=(unread, *rest)))
    assert found == {one.article.slug for one in rest}


def test_a_pair_of_look_alikes_comes_once_and_holds_both_ways(linked: Linked) -> None:
    terms = linked.corpus.terms
    pairs = look_alikes.terms(terms)
    assert pairs == (
        Pair(
            first="canal-levy-board", second="nahr-basin-board", reason="both are called the Board"
        ),
    )
    assert look_alikes.by_term(terms) == {
        "canal-levy-board": ("nahr-basin-board",),
        "nahr-basin-board": ("canal-levy-board",),
    }
    assert len(look_alikes.events(linked)) == 1


@pytest.mark.parametrize("declared_by", ["canal-levy-board", "nahr-basin-board"])
def test_a_look_alike_declared_by_one_side_binds_both(canal: Workplace, declared_by: str) -> None:
    path = canal.corpus / "glossary" / f"{declared_by}.yml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "look-alike" not in line), "utf-8")
    linked = pipeline.read(canal).linked
    assert linked is not None
    assert look_alikes.by_term(linked.corpus.terms)[declared_by] != ()


def test_a_note_speaks_of_the_pair_it_links_to(linked: Linked) -> None:
    pair = look_alikes.terms(linked.corpus.terms)[0]
    speaks = {
        one.placed.item.id: look_alikes.speaks_of(one, pair) for one in look_alikes.notes(linked)
    }
    assert speaks == {"two-boards": True, "cafe": False}
