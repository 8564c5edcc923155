"""What views look up again and again: gathered when first asked for, then kept.

To add something: a cached property here. It says by what it is looked up, and costs nothing to
pages that do not ask for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from build_tools import prose
from build_tools.linking import look_alikes
from build_tools.linking.comparisons import Given, Question
from build_tools.linking.concordance import Usage, usages
from build_tools.linking.events import Event
from build_tools.linking.figures import Counted, Measure
from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.linking.pairs import Pair
from build_tools.model.edition import Edition
from build_tools.model.figure import Claimed
from build_tools.model.record import Publish
from build_tools.model.settings import Person
from build_tools.model.term import Relation
from build_tools.views import words

MANY = 60
"""Articles that a page tells of one by one at length; of more it tells the most, or in short."""

K = TypeVar("K")
V = TypeVar("V")


def shows_private(linked: Linked, edition: Edition) -> bool:
    """Tell whether an edition shows text that may not be published."""
    return edition is Edition.FULL and any(
        one.source and one.article.record.value.rights.publish is not Publish.FULL
        for one in linked.articles
    )


@dataclass(frozen=True, kw_only=True)
class Index:
    """A corpus by what pages ask for."""

    linked: Linked
    """The corpus with its ties."""
    edition: Edition
    """Which text this build shows."""

    @cached_property
    def private(self) -> bool:
        """Whether this build shows text that may not be published."""
        return shows_private(self.linked, self.edition)

    @cached_property
    def many(self) -> bool:
        """Whether articles are too many for a page to tell of each at length."""
        return len(self.linked.articles) > MANY

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each article in the corpus, from 0, by slug."""
        return {one.slug: at for at, one in enumerate(self.linked.corpus.articles)}

    @cached_property
    def labels(self) -> dict[str, str]:
        """Short names of articles, by slug."""
        return {one.slug: one.label for one in self.linked.corpus.articles}

    @cached_property
    def people(self) -> dict[str, Person]:
        """Editors and reviewers, by id."""
        return {one.id: one for one in self.linked.corpus.people.value.people}

    @cached_property
    def works(self) -> dict[str, str]:
        """Short forms of the works of the bibliography, by citation key."""
        return {key: words.work_label(one) for key, one in self.linked.corpus.works.items()}

    @cached_property
    def filed(self) -> dict[str, int]:
        """The place of each term by its name, by id."""
        terms = self.linked.corpus.terms
        order = sorted(terms, key=lambda key: (terms[key].value.name.casefold(), key))
        return {key: at for at, key in enumerate(order)}

    @cached_property
    def usage(self) -> dict[str, Usage]:
        """Who mentions which term, by its id."""
        return usages(self.linked)

    @cached_property
    def look_alikes(self) -> dict[str, tuple[str, ...]]:
        """Ids of what each term must not be taken for; terms without look-alikes are left out."""
        return look_alikes.by_term(self.linked.corpus.terms)

    @cached_property
    def relations_to(self) -> dict[str, tuple[tuple[str, Relation], ...]]:
        """The ties that others declare to each term, with their ids."""
        return _grouped(
            (one.term, (key, one))
            for key, sheet in self.linked.corpus.terms.items()
            for one in sheet.value.relations
        )

    @cached_property
    def notes_on(self) -> dict[str, tuple[tuple[LinkedArticle, str, str], ...]]:
        """The notes whose text links to each term: article, note's id and quotation."""
        return _grouped(
            (target.removeprefix("term:"), (one, placed.item.id, placed.item.quote))
            for one in self.linked.articles
            for placed in one.notes
            for target in dict.fromkeys(prose.links(placed.item.body))
            if target.startswith("term:")
        )

    @cached_property
    def events_of(self) -> dict[str, tuple[Event, ...]]:
        """The events each article tells of, by slug."""
        return _grouped((slug, one) for one in self.linked.events for slug in one.articles)

    @cached_property
    def events_with(self) -> dict[str, tuple[Event, ...]]:
        """The events each term took part in, by its id."""
        return _grouped(
            (key, one)
            for one in self.linked.events
            for key in dict.fromkeys(one.sheet.value.actors)
        )

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """What is counted, by name of the file."""
        return {one.id: one for one in self.linked.measures}

    @cached_property
    def figures(self) -> dict[str, tuple[Measure, Claimed]]:
        """Every figure with what it counts, as answers name it: `measure/figure`."""
        return {
            f"{one.id}/{claim.id}": (one, claim)
            for one in self.linked.measures
            for claim in (*one.sheet.value.figures, *one.sheet.value.record)
        }

    @cached_property
    def figures_of(self) -> dict[str, tuple[tuple[Measure, Counted], ...]]:
        """The figures each article claims, with what they count, by slug."""
        return _grouped(
            (counted.figure.article, (one, counted))
            for one in self.linked.measures
            for counted in one.counted
        )

    @cached_property
    def pairs_of(self) -> dict[tuple[str, str], tuple[Pair, ...]]:
        """The pairs each figure stands in, by the ids of what is counted and of the figure."""
        return _grouped(
            ((one.id, claim.id), pair)
            for one in self.linked.measures
            for pair in one.pairs
            for claim in (pair.first, pair.second)
        )

    @cached_property
    def topics(self) -> dict[str, str]:
        """Element ids of the topics of questions: made of their letters, else of their numbers."""
        ids: dict[str, str] = {}
        topics = dict.fromkeys(one.sheet.value.topic for one in self.linked.questions)
        for number, topic in enumerate(topics, 1):
            letters = re.sub(r"[^a-z0-9]+", "-", topic.lower()).strip("-")
            name = f"topic-{letters or number}"
            while name in ids.values():
                name = f"{name}-{number}"
            ids[topic] = name
        return ids

    @cached_property
    def turns(self) -> dict[str, int]:
        """The place of each question among all, from 0, by id."""
        return {one.id: at for at, one in enumerate(self.linked.questions)}

    @cached_property
    def said(self) -> dict[str, tuple[Given, ...]]:
        """The answers of the articles that say something, by id of the question."""
        return {one.id: one.said for one in self.linked.questions}

    @cached_property
    def answers_of(self) -> dict[str, tuple[tuple[Question, Given], ...]]:
        """What each article says to which question, by slug."""
        return _grouped(
            (given.answer.article, (one, given))
            for one in self.linked.questions
            for given in self.said[one.id]
        )


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Return values by key, in the order they come in."""
    found: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
