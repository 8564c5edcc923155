"""Compares two revisions: values in, values out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from build_tools.linking.linked import Linked
from build_tools.model.problem import Problem
from build_tools.reviewing.asking import Ask, asks
from build_tools.reviewing.changes import Change
from build_tools.reviewing.coverage import Row, coverage
from build_tools.reviewing.links import Links, links
from build_tools.reviewing.of_articles import articles
from build_tools.reviewing.of_events import events
from build_tools.reviewing.of_figures import figures
from build_tools.reviewing.of_notes import notes
from build_tools.reviewing.of_questions import questions
from build_tools.reviewing.of_rest import rest
from build_tools.reviewing.of_terms import terms
from build_tools.reviewing.owners import Owned
from build_tools.reviewing.pairing import Paired, pair

TELLERS: tuple[Callable[[Paired], Iterator[Change]], ...] = (
    articles,
    notes,
    terms,
    events,
    figures,
    questions,
    rest,
)
"""Who tells of changes, in the order they are told in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoilt:
    """A file that could not be read, in one of the two revisions."""

    head: bool
    """Whether in the later one."""
    problem: Problem
    """What is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a change does."""

    changes: tuple[Change, ...] = ()
    """Everything that is not as it was."""
    links: Links = field(default_factory=Links)
    """What becomes of the links of readers."""
    coverage: tuple[Row, ...] = ()
    """What hangs on each article."""
    asks: tuple[Ask, ...] = ()
    """Who must look at what."""
    people: tuple[tuple[str, str], ...] = ()
    """Ids and names of those who are asked."""
    owned: tuple[Owned, ...] = ()
    """Who owns the files that changed."""
    spoilt: tuple[Spoilt, ...] = ()
    """What could not be read, and so was left out on both sides."""
    texts: bool = False
    """Whether a source text was at hand: else the lock speaks for them."""
    base: str = ""
    """The earlier revision, as it was named."""
    head: str = ""
    """The later one; empty for the working tree."""
    base_commit: str = ""
    """Full name of its commit."""
    head_commit: str = ""
    """The same of the later one; empty for the working tree."""


def compare(before: Linked, after: Linked, left_out: frozenset[str] = frozenset()) -> Review:
    """Return what changed from one corpus to another.

    Args:
        before: The earlier one.
        after: The later one.
        left_out: What could not be read in one of them: `glossary/tram`, `articles/doe-2024`,
            `bibliography.json`.
    """
    both = pair(without(before, left_out), without(after, left_out))
    changes = tuple(change for tell in TELLERS for change in tell(both))
    asked = asks(both, changes)
    known = {one.id: one.name for one in both.before.corpus.people.value.people}
    known |= {one.id: one.name for one in both.after.corpus.people.value.people}
    return Review(
        changes=changes,
        links=links(both, changes),
        coverage=coverage(both),
        asks=asked,
        people=tuple(
            (one, known.get(one, one)) for one in sorted({one.person for one in asked} - {""})
        ),
        texts=any(one.source for one in both.after.articles),
    )


def without(linked: Linked, left_out: frozenset[str]) -> Linked:
    """Return a corpus less some of its files."""
    if not left_out:
        return linked
    corpus = linked.corpus

    def there(folder: str, keys: Iterable[str]) -> frozenset[str]:
        gone = left_out if folder not in left_out else {f"{folder}/{key}" for key in keys}
        return frozenset(key for key in keys if f"{folder}/{key}" not in gone)

    slugs = there("articles", [one.slug for one in corpus.articles])
    terms, known = there("glossary", [*corpus.terms]), there("events", [*corpus.events])
    counted, asked = there("figures", [*corpus.measures]), there("questions", [*corpus.questions])
    return replace(
        linked,
        corpus=replace(
            corpus,
            articles=tuple(one for one in corpus.articles if one.slug in slugs),
            terms={key: sheet for key, sheet in corpus.terms.items() if key in terms},
            events={key: sheet for key, sheet in corpus.events.items() if key in known},
            measures={key: sheet for key, sheet in corpus.measures.items() if key in counted},
            questions={key: sheet for key, sheet in corpus.questions.items() if key in asked},
            works={} if "bibliography.json" in left_out else corpus.works,
            course=None if "class.yml" in left_out else corpus.course,
            aliases=None if "aliases.yml" in left_out else corpus.aliases,
        ),
        articles=tuple(
            replace(one, mentions=tuple(said for said in one.mentions if said.term in terms))
            for one in linked.articles
            if one.article.slug in slugs
        ),
        events=tuple(one for one in linked.events if one.id in known),
        measures=tuple(one for one in linked.measures if one.id in counted),
        questions=tuple(one for one in linked.questions if one.id in asked),
    )
