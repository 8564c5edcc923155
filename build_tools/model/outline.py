"""Says which pages a site has: from names alone, before anything is read or written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.page import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """The names of what has a page of its own."""

    articles: tuple[str, ...]
    """Slugs of the articles."""
    histories: tuple[str, ...] = ()
    """Slugs of those whose past is told."""
    terms: tuple[str, ...] = ()
    """Ids of the terms."""
    questions: tuple[str, ...] = ()
    """Ids of the questions."""
    course: bool = False
    """Whether there is a page for a class."""


def sheets(there: Inventory) -> Iterator[Sheet]:
    """Yield every generated page of a site."""
    singles = (HOME, ARTICLES, GLOSSARY, TIMELINE, FIGURES, COVERAGE, COMPARISONS)
    yield from (*singles, PEOPLE, STATUS, SEARCH, SOURCES)
    if there.course:
        yield COURSE
    yield from map(article, there.articles)
    yield from map(history, there.histories)
    yield from map(term, there.terms)
    yield from map(question, there.questions)


def article(slug: str) -> Sheet:
    """Return the page of an article."""
    return _sheet(f"articles/{slug}", "article", ARTICLES.path)


def history(slug: str) -> Sheet:
    """Return the page that tells what became of an article's notes."""
    return _sheet(f"history/{slug}", "listing", ARTICLES.path)


def term(key: str) -> Sheet:
    """Return the page of a term."""
    return _sheet(f"glossary/{key}", "listing", GLOSSARY.path)


def question(key: str) -> Sheet:
    """Return the page of a question."""
    return _sheet(f"comparisons/{key}", "comparisons", COMPARISONS.path)


def _sheet(name: str, template: str, section: str = "") -> Sheet:
    path = f"{name}.html"
    return Sheet(path=path, template=f"{template}.html", section=section or path)


HOME = _sheet("index", "listing")
ARTICLES = _sheet("articles/index", "listing")
GLOSSARY = _sheet("glossary/index", "listing")
TIMELINE = _sheet("timeline", "timeline")
FIGURES = _sheet("figures", "figures")
COVERAGE = _sheet("coverage", "coverage")
COMPARISONS = _sheet("comparisons/index", "comparisons")
COURSE = _sheet("class", "listing")
PEOPLE = _sheet("people", "listing")
STATUS = _sheet("status", "status")
SEARCH = _sheet("search", "search")
SOURCES = _sheet("sources", "listing")
