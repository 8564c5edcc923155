"""Makes the views of the pages of reference: people and sources."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from build_tools.linking import upkeep
from build_tools.linking.linked import LinkedArticle
from build_tools.model.fields import Citation
from build_tools.model.note import State
from build_tools.views import words
from build_tools.views.desk import Desk
from build_tools.views.parts import Link
from build_tools.views.reference import PeopleView, PersonView, SourcesView, WorkView


def people_view(desk: Desk) -> PeopleView:
    """Return what the page on people shows."""
    texts = upkeep.texts(desk.linked)
    sorts = tuple(dict.fromkeys(one.sort for one in texts))
    in_state = Counter((one.item.state, one.sort) for one in texts)
    wrote = Counter(one.item.author for one in texts)
    reviewed = Counter(one.item.reviewer for one in texts if one.item.state is State.REVIEWED)
    return PeopleView(
        title="People",
        description="Who writes and reviews the notes, and where the work stands.",
        root=desk.root,
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
        kinds=tuple(words.SORTS[sort] for sort in sorts),
        states=tuple(
            (words.STATES[state], tuple(in_state[state, sort] for sort in sorts)) for state in State
        ),
    )


def sources_view(desk: Desk) -> SourcesView:
    """Return what the bibliography shows."""
    cited = cited_by(desk)
    works = desk.linked.corpus.works.values()
    return SourcesView(
        title="Sources",
        description="Every work the notes and definitions rest on.",
        root=desk.root,
        works=tuple(
            WorkView(
                key=one.id,
                citation=words.work_line(one),
                url=one.URL or "",
                remark=one.note or "",
                cited_by=tuple(cited.get(one.id, ())),
                times=sum(cited.get(one.id, {}).values()),
            )
            for one in sorted(works, key=lambda one: (words.work_label(one).casefold(), one.id))
        ),
    )


def cited_by(desk: Desk) -> dict[str, dict[Link, int]]:
    """Return what cites each work, and how often, by citation key.

    Works that nothing cites are left out.
    """
    cited: defaultdict[str, dict[Link, int]] = defaultdict(dict)
    for key, link, times in _citations(desk):
        cited[key].setdefault(link, times)
    return dict(cited)


def _citations(desk: Desk) -> Iterator[tuple[str, Link, int]]:
    """Yield each citation with a link to what makes it, and how many it stands for."""
    for one in desk.linked.articles:
        href, label = desk.article_href(one.article.slug), one.article.label
        for citation in one.article.record.value.sources:
            yield citation.key, Link(href=href, text=label), 1
        yield from _in_short(desk, one) if desk.index.many else _in_notes(desk, one)
    for key, link in _elsewhere(desk):
        yield key, link, 1


def _in_notes(desk: Desk, one: LinkedArticle) -> Iterator[tuple[str, Link, int]]:
    """Yield what each note of an article cites."""
    for number, placed in enumerate(one.notes, 1):
        href = desk.article_href(one.article.slug, f"n-{placed.item.id}")
        link = Link(href=href, text=f"{one.article.label}, note {number}")
        yield from ((citation.key, link, 1) for citation in placed.item.sources)


def _in_short(desk: Desk, one: LinkedArticle) -> Iterator[tuple[str, Link, int]]:
    """Yield what the notes of an article cite, each work once, with a link to the first note."""
    first: dict[str, str] = {}
    times: Counter[str] = Counter()
    for placed in one.notes:
        for key in {citation.key for citation in placed.item.sources}:
            first.setdefault(key, placed.item.id)
            times[key] += 1
    for key, note in first.items():
        href = desk.article_href(one.article.slug, f"n-{note}")
        said = f"{one.article.label}, {words.plural(times[key], 'note')}"
        yield key, Link(href=href, text=said), times[key]


def _elsewhere(desk: Desk) -> Iterator[tuple[str, Link]]:
    """Yield what everything but articles and notes cites."""
    for key, sheet in desk.linked.corpus.terms.items():
        term = sheet.value
        link = Link(href=desk.term_href(key), text=term.short or term.name)
        yield from _keys(term.sources, link)
        for relation in term.relations:
            yield from _keys(relation.sources, link)
        for contested in term.contested:
            for position in contested.positions:
                yield from _keys(position.sources, link)

    yield from _compared(desk)


def _compared(desk: Desk) -> Iterator[tuple[str, Link]]:
    """Yield what the record of events, figures and questions cites."""
    for event in desk.linked.events:
        if event.sheet.value.record:
            link = Link(href=desk.event_href(event.id), text=event.sheet.value.label)
            yield from _keys(event.sheet.value.record.sources, link)
    for measure in desk.linked.measures:
        link = Link(href=desk.measure_href(measure.id), text=measure.sheet.value.counts)
        for figure in measure.sheet.value.record:
            yield from _keys(figure.sources, link)
    for question in desk.linked.questions:
        if question.sheet.value.record:
            link = Link(href=desk.question_href(question.id), text=question.sheet.value.short)
            yield from _keys(question.sheet.value.record.sources, link)


def _keys(sources: tuple[Citation, ...], link: Link) -> Iterator[tuple[str, Link]]:
    for one in sources:
        yield one.key, link
