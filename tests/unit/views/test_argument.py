"""An article's argument is an outline; a class gets a page of its own, if there is one."""

from __future__ import annotations

import dataclasses

import pytest

from build_tools import pages
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition
from build_tools.site import config
from build_tools.views.argument import argument_view
from build_tools.views.course_page import course_view
from build_tools.views.desk import Desk


@pytest.fixture(scope="module")
def desk(linked: Linked) -> Desk:
    return Desk(linked=linked, edition=Edition.AUTO, root="../")


def test_steps_stand_under_what_they_support(desk: Desk) -> None:
    article = desk.linked.corpus.article("ostrick-2025-toll")
    assert article is not None
    steps = argument_view(desk, article.argument.value)
    assert [one.says[:8] for one in steps] == ["The old ", "The toll", "Keep the"]
    (purse,) = steps[1].support
    assert purse.grounds[0].label == "No ground given"
    assert purse.grounds[0].what is None
    assert steps[2].role.label == "Recommendation"


def test_a_ground_leads_to_its_term_and_each_step_to_its_paragraphs(desk: Desk) -> None:
    article = desk.linked.corpus.article("ostrick-2025-toll")
    assert article is not None
    fair = argument_view(desk, article.argument.value)[1]
    assert [(one.href, one.text) for one in fair.passages] == [("#p3", "¶3")]
    authority, reasoning = fair.grounds
    assert authority.what and authority.what.href == "../glossary/ilse-varrow.html"
    assert reasoning.what and reasoning.what.href == ""


def test_an_article_without_an_argument_has_no_outline(desk: Desk) -> None:
    article = desk.linked.corpus.article("quillane-2025-towpath")
    assert article is not None
    assert argument_view(desk, article.argument.value) == ()


def test_a_class_reads_all_articles_by_date(desk: Desk) -> None:
    assert desk.linked.corpus.course is not None
    view = course_view(desk, desk.linked.corpus.course)
    assert [one.article.text for one in view.readings] == [
        one.record.value.title for one in desk.linked.corpus.articles
    ]
    assert "¶2" in view.readings[0].look_for
    assert not view.readings[1].look_for
    assert "question" not in view.discussion[0][1]  # links lead to addresses
    assert "comparisons/toll-position.html" in view.discussion[0][1]


def test_without_a_class_there_is_neither_page_nor_line_in_the_navigation(linked: Linked) -> None:
    corpus = dataclasses.replace(linked.corpus, course=None)
    made = pages.render(dataclasses.replace(linked, corpus=corpus), Edition.AUTO)
    paths = {one.sheet.path.replace(".html", ".md") for one in made}
    assert "class.md" not in paths
    base = {"theme": {"name": "material"}, "nav": [{"Class": "class.md"}, {"Home": "index.md"}]}
    assert config.filled(base, linked.corpus.site.value, paths)["nav"] == [{"Home": "index.md"}]
    assert config.filled(base, linked.corpus.site.value, {*paths, "class.md"})["nav"] == base["nav"]
