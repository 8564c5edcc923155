"""Pages are known by name before they are made."""

from __future__ import annotations

import dataclasses

from build_tools import pages
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition


def test_the_outline_of_a_site_needs_its_names_alone(linked: Linked) -> None:
    past = {"ostrick-2025-toll": {}}
    there = pages.Inventory(
        articles=tuple(one.article.slug for one in linked.articles),
        histories=tuple(past),
        terms=tuple(linked.corpus.terms),
        questions=tuple(one.id for one in linked.questions),
        course=linked.corpus.course is not None,
    )
    jobs = pages.plan(linked, Edition.AUTO, past).jobs
    assert {job.sheet for job in jobs} == set(pages.sheets(there))
    assert len({job.sheet.path for job in jobs}) == len(jobs)


def test_no_course_no_page(linked: Linked) -> None:
    corpus = dataclasses.replace(linked.corpus, course=None)
    jobs = pages.plan(dataclasses.replace(linked, corpus=corpus), Edition.AUTO).jobs
    assert "class.html" not in {job.sheet.path for job in jobs}


def test_jobs_do_not_need_each_other(linked: Linked) -> None:
    first = pages.plan(linked, Edition.AUTO).jobs
    second = pages.plan(linked, Edition.AUTO).jobs
    assert [job.make() for job in first] == [job.make() for job in reversed(second)][::-1]


def test_headings_are_remembered_as_they_are_printed(linked: Linked) -> None:
    for page in pages.render(linked, Edition.AUTO):
        title, *sections = page.contents
        assert (title.id, title.level) == ("title", 1)
        assert title.title == " ".join(page.title.split())
        for one in sections:
            assert f'<h{one.level} id="{one.id}">' in page.body
        assert page.body.count('class="headerlink"') == len(page.contents)
