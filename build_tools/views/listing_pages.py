"""Makes the views of home, lists, people and sources."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from build_tools.model.fields import Citation
from build_tools.model.note import Note, State
from build_tools.model.term import TermFile
from build_tools.views import words
from build_tools.views.article_page import kinds
from build_tools.views.desk import Desk
from build_tools.views.listing import (
    ArticlesView,
    GlossaryView,
    HomeView,
    PeopleView,
    PersonView,
    SourcesView,
    WorkView,
)
from build_tools.views.parts import Link, TermCard
from build_tools.views.portrait import cards

TERMS_AT_HOME = 16
"""Terms on the home page: as many as fit in two rows."""


def home_view(desk: Desk) -> HomeView:
    """Return what the home page shows."""
    site = desk.linked.corpus.site.value
    notes = _notes(desk)
    often = sorted(
        (key for key, usage in desk.usage.items() if usage.count()),
        key=lambda key: (-len(desk.usage[key].articles), -desk.usage[key].count(), key),
    )
    return HomeView(
        title=site.title,
        description=site.description,
        root=desk.root,
        private=desk.private,
        about=desk.prose(site.about),
        articles=cards(desk),
        kinds=kinds(notes),
        terms=tuple(desk.card(key) for key in often[:TERMS_AT_HOME]),
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
        private=desk.private,
        articles=cards(desk),
        kinds=kinds(_notes(desk)),
    )


def glossary_view(desk: Desk) -> GlossaryView:
    """Return what the glossary's index shows."""
    terms = desk.linked.corpus.terms
    groups: defaultdict[str, list[TermCard]] = defaultdict(list)
    for key in sorted(terms, key=lambda one: (_filed(terms[one].value.name), one)):
        groups[_initial(terms[key].value.name)].append(desk.card(key))
    counts = Counter(words.TERM_KINDS[sheet.value.kind] for sheet in terms.values())
    return GlossaryView(
        title="Glossary",
        description="Every name and term the articles use, defined, with all its mentions.",
        root=desk.root,
        private=desk.private,
        groups=tuple((letter, tuple(groups[letter])) for letter in sorted(groups)),
        kinds=tuple(sorted(counts.items())),
    )


def _filed(name: str) -> str:
    """Return the name as an index files it: quotation marks and case do not count."""
    return name.casefold().lstrip("“‘\"'(")


def _initial(name: str) -> str:
    initial = _filed(name)[:1].upper()
    return initial if initial.isalpha() else "#"


def people_view(desk: Desk) -> PeopleView:
    """Return what the page on people shows."""
    notes, terms = _notes(desk), [sheet.value for sheet in desk.linked.corpus.terms.values()]
    texts: list[Note | TermFile] = [*notes, *terms]
    wrote = Counter(one.author for one in texts)
    reviewed = Counter(one.reviewer for one in texts if one.state is State.REVIEWED)
    return PeopleView(
        title="People",
        description="Who writes and reviews the notes, and where the work stands.",
        root=desk.root,
        private=desk.private,
        people=tuple(
            PersonView(
                id=f"person-{one.id}",
                name=one.name,
                role=one.role,
                about=desk.prose(one.about),
                url=one.url or "",
                orcid=one.orcid or "",
                wrote=wrote[one.id],
                reviewed=reviewed[one.id],
            )
            for one in desk.linked.corpus.people.value.people
        ),
        states=tuple(
            (
                words.STATES[state],
                sum(one.state is state for one in notes),
                sum(one.state is state for one in terms),
            )
            for state in State
        ),
    )


def sources_view(desk: Desk) -> SourcesView:
    """Return what the bibliography shows."""
    cited: defaultdict[str, list[Link]] = defaultdict(list)
    for key, link in _citations(desk):
        if link not in cited[key]:
            cited[key].append(link)
    works = desk.linked.corpus.works.values()
    return SourcesView(
        title="Sources",
        description="Every work the notes and definitions rest on.",
        root=desk.root,
        private=desk.private,
        works=tuple(
            WorkView(
                key=one.id,
                citation=words.work_line(one),
                url=one.URL or "",
                remark=one.note or "",
                cited_by=tuple(cited[one.id]),
            )
            for one in sorted(works, key=lambda one: (words.work_label(one).casefold(), one.id))
        ),
    )


def _notes(desk: Desk) -> tuple[Note, ...]:
    return tuple(placed.item for one in desk.linked.articles for placed in one.notes)


def _citations(desk: Desk) -> Iterator[tuple[str, Link]]:
    """Yield each citation with a link to what makes it."""
    for one in desk.linked.articles:
        label = one.article.label
        record = Link(href=desk.article_href(one.article.slug), text=label)
        yield from _keys(one.article.record.value.sources, record)
        for number, placed in enumerate(one.notes, 1):
            href = desk.article_href(one.article.slug, f"n-{placed.item.id}")
            yield from _keys(placed.item.sources, Link(href=href, text=f"{label}, note {number}"))
    for key, sheet in desk.linked.corpus.terms.items():
        term = sheet.value
        link = Link(href=desk.term_href(key), text=term.short or term.name)
        yield from _keys(term.sources, link)
        for relation in term.relations:
            yield from _keys(relation.sources, link)
        for contested in term.contested:
            for position in contested.positions:
                yield from _keys(position.sources, link)


def _keys(sources: tuple[Citation, ...], link: Link) -> Iterator[tuple[str, Link]]:
    for one in sources:
        yield one.key, link
