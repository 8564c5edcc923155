"""Makes the views of the pages of reference: people and sources."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from build_tools.linking.checks import Edited
from build_tools.model.fields import Citation
from build_tools.model.note import State
from build_tools.views import words
from build_tools.views.desk import Desk
from build_tools.views.parts import Link
from build_tools.views.reference import PeopleView, PersonView, SourcesView, WorkView


def people_view(desk: Desk) -> PeopleView:
    """Return what the page on people shows."""
    edited = _edited(desk)
    texts = [one for several in edited.values() for one in several]
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
        kinds=tuple(edited),
        states=tuple(
            (
                words.STATES[state],
                tuple(sum(one.state is state for one in several) for several in edited.values()),
            )
            for state in State
        ),
    )


def _edited(desk: Desk) -> dict[str, list[Edited]]:
    """Return everything that has an author and a state, by kind; kinds that occur."""
    corpus = desk.linked.corpus
    texts: dict[str, list[Edited]] = {
        "Notes": [note for one in corpus.articles for note in one.notes.value.notes],
        "Terms": [sheet.value for sheet in corpus.terms.values()],
        "Events": [sheet.value for sheet in corpus.events.values()],
        "Figures": [sheet.value for sheet in corpus.measures.values()],
        "Questions": [sheet.value for sheet in corpus.questions.values()],
    }
    return {kind: several for kind, several in texts.items() if several}


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
