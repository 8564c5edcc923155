"""Plans the pages of a site: one job each, so that they can be shared out or left alone."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import TypeVar

from build_tools.linking.comparisons import Question
from build_tools.linking.linked import Linked
from build_tools.model import outline
from build_tools.model.edition import Edition
from build_tools.model.output import Output
from build_tools.model.page import Page, Sheet
from build_tools.model.past import Past
from build_tools.pages.printing import Templates
from build_tools.pages.writing import Writer, environment
from build_tools.views import heads, structured, structured_lists
from build_tools.views.article_page import article_view
from build_tools.views.course_page import course_view
from build_tools.views.coverage_page import coverage_view
from build_tools.views.desk import Desk
from build_tools.views.heads import Found
from build_tools.views.history_page import history_view
from build_tools.views.ledger_page import ledger_view
from build_tools.views.listing_pages import articles_view, glossary_view, home_view
from build_tools.views.matrix_page import matrix_view
from build_tools.views.moved import moved
from build_tools.views.parts import PageView
from build_tools.views.question_page import question_view
from build_tools.views.reference_pages import people_view, sources_view
from build_tools.views.search_page import search_view
from build_tools.views.status_page import status_view
from build_tools.views.term_page import term_view
from build_tools.views.timeline_page import timeline_view

View = TypeVar("View", bound=PageView)


class Needs(Enum):
    """What of the editorial data a page is made from; of the rest all pages may show anything."""

    ARTICLE = auto()
    """Of articles: its own, and what the records and mentions of others say."""
    NO_NOTES = auto()
    """Of articles: anything but notes."""
    ALL = auto()
    """Anything."""


@dataclass(frozen=True, slots=True)
class Job:
    """A page to be made."""

    sheet: Sheet
    """Which page."""
    make: Callable[[], Page]
    """Makes it; no job needs another to be done before."""
    needs: Needs = Needs.ALL
    """What it is made from."""
    article: str = ""
    """Slug of the article it is about; empty where it is about none alone."""
    also: Callable[[], str] = str
    """Tells what else decides how it looks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that is to be made of a corpus for its readers."""

    desk: Desk
    """The site as its home page sees it."""
    jobs: tuple[Job, ...]
    """The pages."""
    moved: tuple[Output, ...]
    """Pages that were given up and lead elsewhere: finished, for they need no frame."""

    def titles(self, paths: Container[str]) -> dict[str, str]:
        """Return the titles of some pages, by path."""
        return {job.sheet.path: job.make().title for job in self.jobs if job.sheet.path in paths}


def plan(
    linked: Linked,
    edition: Edition,
    past: Past | None = None,
    templates: Templates | None = None,
) -> Plan:
    """Plan the pages of a site; only what several of them share is worked out here.

    Args:
        linked: The corpus with its ties.
        edition: Which text to show.
        past: What became of the notes over time, where that is to be told.
        templates: What they are filled into, where somebody has them at hand.
    """
    desk = Desk(linked=linked, edition=edition, past=past or {})
    writer = Writer(desk=desk, moved=moved(desk), templates=templates or environment())
    planner = _Planner(writer=writer, feed=any(one.notes for one in linked.articles))
    gone = writer.templates.get_template("moved.html.j2")
    return Plan(
        desk=desk,
        jobs=(*_lists(planner), *_tables(planner), *_articles(planner), *_terms(planner)),
        moved=tuple(Output(one.path, gone.render(view=one)) for one in writer.moved.pages),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Planner:
    """Plans jobs."""

    writer: Writer
    """What pages are made with."""
    feed: bool
    """Whether there are notes, and so a feed, which every page names."""

    @property
    def desk(self) -> Desk:
        """The site as its home page sees it."""
        return self.writer.desk

    def job(
        self,
        sheet: Sheet,
        template: str,
        look: Callable[[], View],
        found: Callable[[View], Found] = lambda _: heads.NOTHING,
        *,
        needs: Needs = Needs.ALL,
        article: str = "",
        also: Callable[[], str] = str,
    ) -> Job:
        """Return the job of a page: what it shows is looked up when it is made."""

        def make() -> Page:
            view = look()
            return self.writer.page(sheet, template, view, found(view))

        def others() -> str:
            led = self.writer.moved.lines.get(sheet.path, ())
            return f"{self.feed} {led} {also()}"

        return Job(sheet, make, needs, article, others)


def _lists(planner: _Planner) -> Iterator[Job]:
    """Yield the pages that list and explain."""
    desk, below = planner.desk, planner.desk.below(1)
    yield planner.job(
        outline.HOME, "home", lambda: home_view(desk), lambda _: structured_lists.home(desk)
    )
    yield planner.job(outline.ARTICLES, "articles", lambda: articles_view(below))
    yield planner.job(
        outline.GLOSSARY,
        "glossary",
        lambda: glossary_view(below),
        lambda _: structured_lists.glossary(desk),
        needs=Needs.NO_NOTES,
    )
    yield planner.job(outline.PEOPLE, "people", lambda: people_view(desk))
    yield planner.job(outline.SEARCH, "search", lambda: search_view(desk), needs=Needs.NO_NOTES)
    yield planner.job(outline.SOURCES, "sources", lambda: sources_view(desk))
    if course := desk.linked.corpus.course:
        yield planner.job(outline.COURSE, "class", lambda: course_view(desk, course))


def _tables(planner: _Planner) -> Iterator[Job]:
    """Yield the pages that set articles side by side, and those of the questions."""
    desk, below = planner.desk, planner.desk.below(1)

    def data(name: str) -> Callable[[PageView], Found]:
        return lambda view: structured_lists.dataset(desk, view, name)

    yield planner.job(
        outline.TIMELINE,
        "timeline",
        lambda: timeline_view(desk),
        data("events"),
        needs=Needs.NO_NOTES,
    )
    yield planner.job(
        outline.FIGURES, "figures", lambda: ledger_view(desk), data("figures"), needs=Needs.NO_NOTES
    )
    yield planner.job(
        outline.COMPARISONS,
        "comparisons",
        lambda: matrix_view(below),
        data("comparisons"),
        needs=Needs.NO_NOTES,
    )
    yield planner.job(outline.COVERAGE, "coverage", lambda: coverage_view(desk))
    yield planner.job(outline.STATUS, "status", lambda: status_view(desk))
    for one in desk.linked.questions:
        yield _question(planner, one)


def _question(planner: _Planner, one: Question) -> Job:
    desk, sheet = planner.desk, outline.question(one.id)
    view = partial(question_view, desk.below(1), one)
    return planner.job(
        sheet, "question", view, lambda _: structured.question(desk, one), needs=Needs.NO_NOTES
    )


def _articles(planner: _Planner) -> Iterator[Job]:
    """Yield the page of every article, and of its past where that is told."""
    desk, below = planner.desk, planner.desk.below(1)
    for one in desk.linked.articles:
        slug = one.article.slug
        yield planner.job(
            outline.article(slug),
            "article",
            partial(article_view, below, one),
            partial(structured.article, desk, one),
            needs=Needs.ARTICLE,
            article=slug,
        )
        if slug in desk.past:
            past = partial(history_view, below, one)
            yield planner.job(
                outline.history(slug), "history", past, needs=Needs.ARTICLE, article=slug
            )


def _terms(planner: _Planner) -> Iterator[Job]:
    """Yield the page of every term."""
    desk, below = planner.desk, planner.desk.below(1)
    for key in desk.linked.corpus.terms:
        yield planner.job(
            outline.term(key),
            "term",
            partial(term_view, below, key),
            partial(structured.term, desk, key),
            needs=Needs.NO_NOTES,
            also=partial(_notes_on, desk, key),
        )


def _notes_on(desk: Desk, term: str) -> str:
    """Return what a term's page shows of notes."""
    return str([(one.article.slug, *note) for one, *note in desk.index.notes_on.get(term, ())])
