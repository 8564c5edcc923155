"""Two revisions side by side: which file of one is which of the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from build_tools.linking.anchors import Placed
from build_tools.linking.comparisons import Question
from build_tools.linking.figures import Measure
from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.model.corpus import Sheet
from build_tools.model.event import EventFile
from build_tools.model.term import TermFile
from build_tools.reviewing.matching import Matched, Renames, match_named, renames, updated

V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """Two revisions side by side."""

    before: Linked
    """The earlier one."""
    after: Linked
    """The later one."""
    articles: Matched[tuple[str, LinkedArticle]]
    """Articles, by slug."""
    terms: Matched[tuple[str, Sheet[TermFile]]]
    """Terms, by id."""
    events: Matched[tuple[str, Sheet[EventFile]]]
    """Events, by id."""
    measures: Matched[tuple[str, Measure]]
    """What is counted, by id."""
    questions: Matched[tuple[str, Question]]
    """Questions, by id."""
    names: Renames
    """New names by old."""
    was: Mapping[str, Placed[Any]]
    """Where everything beside notes stood that quotes an article, by its name."""
    now: Mapping[str, Placed[Any]]
    """Where it stands."""

    def updated(self, value: V) -> V:
        """Return a value of the earlier revision with the names of the later one."""
        return updated(value, self.names)

    def slug(self, before: str) -> str:
        """Return what an article of the earlier revision is called in the later one."""
        return self.names["article"].get(before, before)

    def slug_before(self, after: str) -> str:
        """Return what an article of the later revision was called in the earlier one."""
        return next((old for old, new in self.names["article"].items() if new == after), after)


def pair(before: Linked, after: Linked) -> Paired:
    """Return two revisions side by side."""
    articles = match_named(
        {one.article.slug: one for one in before.articles},
        {one.article.slug: one for one in after.articles},
        lambda one: (found := one.article.record.value.origin) and found.text,
        lambda one: one.article.record.value.title,
    )
    terms = match_named(
        before.corpus.terms,
        after.corpus.terms,
        lambda one: one.value.name,
        lambda one: one.value.definition,
    )
    events = match_named(
        before.corpus.events,
        after.corpus.events,
        lambda one: one.value.label,
        lambda one: tuple((told.article, told.quote) for told in one.value.told),
    )
    measures = match_named(
        {one.id: one for one in before.measures},
        {one.id: one for one in after.measures},
        lambda one: one.sheet.value.counts,
        lambda one: tuple(counted.id for counted in one.sheet.value.figures),
    )
    questions = match_named(
        {one.id: one for one in before.questions},
        {one.id: one for one in after.questions},
        lambda one: one.sheet.value.question,
        lambda one: one.sheet.value.synthesis,
    )
    return Paired(
        before=before,
        after=after,
        articles=articles,
        terms=terms,
        events=events,
        measures=measures,
        questions=questions,
        names={
            "article": renames(articles),
            "term": renames(terms),
            "event": renames(events),
            "figure": renames(measures),
            "question": renames(questions),
        },
        was=_places(before),
        now=_places(after),
    )


def _places(linked: Linked) -> dict[str, Placed[Any]]:
    """Return where everything beside notes stands that quotes an article, by its name."""
    found: dict[str, Placed[Any]] = {}
    for one in linked.articles:
        for several in (one.tellings, one.figures, one.evidence):
            found |= {placed.key: placed for placed in several}
    return found
