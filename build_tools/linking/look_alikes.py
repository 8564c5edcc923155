"""What is easily taken for something else: terms, events, and the notes that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools import prose
from build_tools.linking.anchors import Placed
from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.model.corpus import Sheet
from build_tools.model.note import Note, NoteKind
from build_tools.model.term import RelationKind, TermFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two things to keep apart."""

    first: str
    """Id of one of them."""
    second: str
    """Id of the other."""
    reason: str = ""
    """Why, in an editor's words; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """A note that warns of a look-alike."""

    article: LinkedArticle
    """The article it stands on."""
    placed: Placed[Note]
    """The note and its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Warnings:
    """The notes that warn of look-alikes."""

    of: dict[Pair, tuple[Warned, ...]]
    """Those about a pair of terms, in the order of the corpus."""
    rest: tuple[Warned, ...]
    """Those about none."""


def terms(corpus: Mapping[str, Sheet[TermFile]]) -> tuple[Pair, ...]:
    """Return the pairs of terms of which one at least declares the other a look-alike, each once.

    Of the reasons that both give, the first term's is kept.
    """
    reasons: dict[tuple[str, str], str] = {}
    for key, sheet in corpus.items():
        for one in sheet.value.relations:
            if one.kind is RelationKind.LOOK_ALIKE and one.term in corpus and one.term != key:
                pair = (min(key, one.term), max(key, one.term))
                reasons[pair] = reasons.get(pair) or one.note or ""
    return tuple(
        Pair(first=first, second=second, reason=reasons[first, second])
        for first, second in sorted(reasons)
    )


def by_term(corpus: Mapping[str, Sheet[TermFile]]) -> dict[str, tuple[str, ...]]:
    """Return for each term what it must not be taken for, whichever of the two says so."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in terms(corpus):
        found[one.first].append(one.second)
        found[one.second].append(one.first)
    return {key: tuple(others) for key, others in found.items()}


def events(linked: Linked) -> tuple[Pair, ...]:
    """Return the pairs of events of which one at least names the other, each once, by date."""
    order = {one.id: at for at, one in enumerate(linked.events)}
    pairs = {
        tuple(sorted((one.id, other), key=order.__getitem__))
        for one in linked.events
        for other in one.sheet.value.look_alikes
        if other in order and other != one.id
    }
    in_order = sorted(pairs, key=lambda pair: [order[key] for key in pair])
    return tuple(Pair(first=first, second=second) for first, second in in_order)


def notes(linked: Linked) -> tuple[Warned, ...]:
    """Return the notes that warn of a look-alike, in the order of the corpus."""
    return tuple(
        Warned(article=one, placed=placed)
        for one in linked.articles
        for placed in one.notes
        if placed.item.kind is NoteKind.LOOK_ALIKE
    )


def warnings(linked: Linked) -> Warnings:
    """Return the notes that warn of a look-alike, by the pairs of terms they are about."""
    pairs = terms(linked.corpus.terms)
    by_term: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_term[pair.first].append(pair)
        by_term[pair.second].append(pair)
    of: defaultdict[Pair, list[Warned]] = defaultdict(list)
    rest: list[Warned] = []
    for one in notes(linked):
        near = dict.fromkeys(
            pair for key in _linked_terms(one.placed.item) for pair in by_term.get(key, ())
        )
        about = [pair for pair in near if speaks_of(one, pair)]
        for pair in about:
            of[pair].append(one)
        if not about:
            rest.append(one)
    return Warnings(of={pair: tuple(some) for pair, some in of.items()}, rest=tuple(rest))


def speaks_of(warned: Warned, pair: Pair) -> bool:
    """Tell whether a note is about a pair of terms.

    It is where it links to one of them, and links to the other too or hangs on a paragraph that
    mentions it.
    """
    linked = set(_linked_terms(warned.placed.item))
    paragraph = warned.placed.paragraph
    here = {one.term for one in warned.article.mentions if one.paragraph == paragraph}
    both = {pair.first, pair.second}
    return bool(both & linked) and both <= linked | here


def _linked_terms(note: Note) -> Iterator[str]:
    for target in prose.links(note.body):
        if target.startswith("term:"):
            yield target.removeprefix("term:")
