"""Many articles: pages say less of each, leave none out, and cost no more an article than few."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import chain

import pytest

from build_tools.linking import look_alikes
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition
from build_tools.views.article_page import article_view
from build_tools.views.coverage_page import coverage_view
from build_tools.views.coverage_tables import MOST_ROWS
from build_tools.views.desk import Desk
from build_tools.views.index import MANY
from build_tools.views.listing_pages import LATEST_AT_HOME, articles_view, home_view
from build_tools.views.question_page import question_view
from build_tools.views.reference_pages import sources_view
from build_tools.views.term_page import term_view
from tests.rendering import body
from tests.unit.views.crowds import times


def desk_of(linked: Linked) -> Desk:
    return Desk(linked=linked, edition=Edition.AUTO)


@pytest.fixture(scope="module")
def few(linked: Linked) -> Desk:
    return desk_of(times(linked, MANY))


@pytest.fixture(scope="module")
def many(linked: Linked) -> Desk:
    return desk_of(times(linked, MANY + 1))


def test_home_shows_all_articles_or_the_latest(few: Desk, many: Desk) -> None:
    slugs = [one.article.slug for one in many.linked.articles]
    assert [one.slug for one in home_view(few).articles] == slugs[:MANY]
    latest = home_view(many)
    assert [one.slug for one in latest.articles] == slugs[::-1][:LATEST_AT_HOME]
    assert max(bar.x + bar.width for one in latest.articles for bar in one.bars) > 990
    onward = '<a href="articles/index.html">All 61 articles</a>'
    assert onward in body("home", latest)
    assert onward[:30] not in body("home", home_view(few))


def test_the_list_of_articles_has_all_with_portraits_or_in_a_line_each(
    few: Desk, many: Desk
) -> None:
    assert len(articles_view(few).articles) == MANY
    assert articles_view(few).years == ()
    view = articles_view(many)
    lines = list(chain.from_iterable(lines for _, lines in view.years))
    assert {one.href for one in lines} == {
        many.article_href(one.article.slug) for one in many.linked.articles
    }
    assert [year for year, _ in view.years] == sorted(
        {one.article.record.value.date[:4] for one in many.linked.articles}
    )
    assert {one.facts for one in lines} == {one.facts for one in articles_view(few).articles}
    text = body("articles", view)
    assert "<svg" not in text
    assert text.count("<li>") == MANY + 1


def test_a_term_has_every_mention_somewhere(linked: Linked) -> None:
    crowd = desk_of(times(linked, 3 * MANY)).below(1)
    key = max(crowd.usage, key=lambda key: len(crowd.usage[key].by_article))
    view, usage = term_view(crowd, key), crowd.usage[key]
    assert len(usage.by_article) > MANY
    assert len(view.mentions) == MANY
    ids = {id for id, *_ in view.mentions} | {one.id for one in view.places}
    assert ids == {f"in-{slug}" for slug in usage.by_article}
    least = min(sum(one.times for one in found) for *_, found in view.mentions)
    assert all(one.count <= least for one in view.places)
    text = body("term", view)
    assert all(f'id="{id}"' in text for id in ids)
    assert text.count("<th ") == 3 + len(view.forms)
    assert [row.total for row in view.forms] == [
        sum(one.form == row.form for found in usage.by_article.values() for one in found)
        for row in view.forms
    ]


def test_a_work_is_cited_as_often_in_short_as_one_by_one(many: Desk) -> None:
    at_length = desk_of(many.linked)
    vars(at_length.index)["many"] = False
    told = {work.key: work for work in sources_view(at_length).works}
    for work in sources_view(many).works:
        assert work.times == told[work.key].times == len(told[work.key].cited_by)
        assert len(work.cited_by) <= work.times
    short = sum(len(work.cited_by) for work in sources_view(many).works)
    assert short < sum(len(work.cited_by) for work in told.values())


def test_a_question_counts_many_unread_articles_and_names_few(many: Desk) -> None:
    for question in many.linked.questions:
        view = question_view(many.below(1), question)
        assert view.unread == ()
        assert f"{view.unread_count} article" in body("question", view) or not view.unread_count


def test_notes_on_look_alikes_are_found_as_if_each_were_held_against_each(many: Desk) -> None:
    pairs = look_alikes.terms(many.linked.corpus.terms)
    notes = look_alikes.notes(many.linked)
    found = look_alikes.warnings(many.linked)
    for pair in pairs:
        about = tuple(one for one in notes if look_alikes.speaks_of(one, pair))
        assert found.of.get(pair, ()) == about
    rest = [one for one in notes if not any(look_alikes.speaks_of(one, pair) for pair in pairs)]
    assert list(found.rest) == rest
    view = coverage_view(many)
    assert len(view.warnings) == min(MOST_ROWS, len(rest))
    assert len(view.warnings) + view.warnings_left_out == len(rest)


def test_an_article_needs_nothing_of_what_others_mention(linked: Linked) -> None:
    desk = desk_of(linked)
    below = desk.below(1)
    assert below.index is desk.index
    article_view(below, linked.articles[0])
    gathered = set(vars(desk.index)) - {"linked", "edition"}
    assert not gathered & {"usage", "notes_on", "relations_to", "events_with"}


def test_a_page_costs_the_same_among_few_and_among_many(linked: Linked) -> None:
    def steps(count: int) -> int:
        desk = desk_of(times(linked, count)).below(1)
        one = desk.linked.articles[6]
        article_view(desk, one)  # what is gathered once is gathered now
        return calls(lambda: article_view(desk, one))

    assert steps(300) == steps(30)


def calls(work: Callable[[], object]) -> int:
    """Return how many functions a piece of work calls."""
    count = 0

    def called(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
