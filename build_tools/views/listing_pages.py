"""Makes the views of home and of the lists of articles and terms."""

from __future__ import annotations

from collections import Counter, defaultdict

from build_tools.linking.linked import LinkedArticle
from build_tools.model.note import Note
from build_tools.model.question import Verdict
from build_tools.views import words
from build_tools.views.article_page import kinds
from build_tools.views.desk import Desk
from build_tools.views.listing import (
    ArticleLine,
    ArticlesView,
    GlossaryView,
    HomeView,
)
from build_tools.views.parts import Link, TermUse
from build_tools.views.portrait import cards, line

TERMS_AT_HOME = 16
"""Terms on the home page: as many as fit in two rows."""
QUESTIONS_AT_HOME = 8
"""Questions on the home page."""
LATEST_AT_HOME = 20
"""Articles on the home page, where there are many."""


def home_view(desk: Desk) -> HomeView:
    """Return what the home page shows."""
    site = desk.linked.corpus.site.value
    notes = _notes(desk)
    often = sorted(
        (key for key, usage in desk.usage.items() if usage.count()),
        key=lambda key: (-len(desk.usage[key].articles), -desk.usage[key].count(), key),
    )
    clash = [one for one in desk.linked.questions if one.verdict is Verdict.CONTRADICT]
    return HomeView(
        title=site.title,
        description=site.description,
        root=desk.root,
        about=desk.prose(site.about),
        articles=cards(desk, _at_home(desk)),
        complete=not desk.index.many,
        kinds=kinds(notes),
        contradictions=tuple(
            Link(href=desk.question_href(one.id), text=one.sheet.value.question)
            for one in clash[:QUESTIONS_AT_HOME]
        ),
        contradiction_count=len(clash),
        question_count=len(desk.linked.questions),
        terms=tuple(desk.term(key) for key in often[:TERMS_AT_HOME]),
        article_count=len(desk.linked.articles),
        term_count=len(desk.linked.corpus.terms),
        note_count=len(notes),
    )


def articles_view(desk: Desk) -> ArticlesView:
    """Return what the list of articles shows."""
    site = desk.linked.corpus.site.value
    return ArticlesView(
        title="Articles",
        description=f"All articles in {site.title}, by date.",
        root=desk.root,
        articles=() if desk.index.many else cards(desk, desk.linked.articles),
        kinds=() if desk.index.many else kinds(_notes(desk)),
        years=_years(desk) if desk.index.many else (),
    )


def glossary_view(desk: Desk) -> GlossaryView:
    """Return what the glossary's index shows."""
    terms = desk.linked.corpus.terms
    groups: defaultdict[str, list[TermUse]] = defaultdict(list)
    for key in sorted(terms, key=lambda one: (_filed(terms[one].value.name), one)):
        groups[_initial(terms[key].value.name)].append(desk.term(key))
    counts = Counter(words.TERM_KINDS[sheet.value.kind] for sheet in terms.values())
    return GlossaryView(
        title="Glossary",
        description="Every name and term the articles use, defined, with all its mentions.",
        root=desk.root,
        groups=tuple((letter, tuple(groups[letter])) for letter in sorted(groups)),
        kinds=tuple(sorted(counts.items())),
    )


def _at_home(desk: Desk) -> tuple[LinkedArticle, ...]:
    """Return the articles that home shows: of many the latest, newest first."""
    articles = desk.linked.articles
    return articles[: -LATEST_AT_HOME - 1 : -1] if desk.index.many else articles


def _years(desk: Desk) -> tuple[tuple[str, tuple[ArticleLine, ...]], ...]:
    years: defaultdict[str, list[ArticleLine]] = defaultdict(list)
    for one in desk.linked.articles:
        years[one.article.record.value.date[:4]].append(line(desk, one))
    return tuple((year, tuple(lines)) for year, lines in years.items())


def _filed(name: str) -> str:
    """Return the name as an index files it: quotation marks and case do not count."""
    return name.casefold().lstrip("“‘\"'(")


def _initial(name: str) -> str:
    initial = _filed(name)[:1].upper()
    return initial if initial.isalpha() else "#"


def _notes(desk: Desk) -> tuple[Note, ...]:
    return tuple(placed.item for one in desk.linked.articles for placed in one.notes)
