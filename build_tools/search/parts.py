"""What some entries give to the index, made apart from all others: their places count from 0.

A part can be made in another process, or kept for as long as its entries do not change.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from build_tools.search.entries import Entry, Kind, Named, Place
from build_tools.search.folding import pieces
from build_tools.search.rows import Rows, rows
from build_tools.search.stems import stemmer

LENGTHS = (8, 16, 32, 64, 128, 256)
"""Words from which on a place counts as one step longer; a long one needs more to be about."""

to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Writes what stands in a file."""
_DIGITS = {kind: str(number) for number, kind in enumerate(Kind)}

Form = tuple[str, bool]
"""Words for a term, empty where there are none; whether they describe it without naming it."""
Said = tuple[tuple[Form, ...], tuple[int, ...]]
"""The forms a term has in some entries; for each place that mentions it the number of the one that
stands there first, names before descriptions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What some entries give to the index: few and plain values, quick to be pickled."""

    entries: tuple[str, ...]
    """The entries as they stand in a file."""
    kinds: tuple[str, ...]
    """Kinds of the places of each entry, a digit a place."""
    lengths: str
    """How long each place is, a digit."""
    stems: str
    """All their words, spaces between; where the stem is another word, with a colon and that."""
    families: Rows
    """Where any word of each stem stands. One weighs 0, 1 or 2 where it stands once, twice or more
    often, and 3 where the place is known by it; where several do, the weightiest counts."""
    terms: Rows
    """Where each term is mentioned: 0 for once to 3."""
    said: tuple[Said, ...]
    """By which words, for each of `terms`."""
    called: dict[str, tuple[int, tuple[str, ...]]]
    """The terms that own an entry, by id: its number, and every name of the term."""


def part(entries: Iterable[Entry], language: str) -> Part:
    """Return what some entries give to the index.

    Args:
        entries: What is to be found.
        language: BCP 47 code of our own texts.
    """
    entries = tuple(entries)
    places = [place for one in entries for place in one.places]
    texts = [place.text.split() for place in places]
    found = _found(map(_weights, places, texts))
    stem = stemmer(language)
    stems = {word: stem(word) or word for word in found}  # of some Greek words nothing is left
    mentioned = _mentioned(places)
    return Part(
        entries=tuple(to_json(_as_json(one)) for one in entries),
        kinds=tuple("".join([_DIGITS[place.kind] for place in one.places]) for one in entries),
        lengths="".join([str(bisect_right(LENGTHS, len(text))) for text in texts]),
        stems=" ".join([_stemmed(*pair) for pair in stems.items()]),
        families=rows(_families(found, stems)),
        terms=rows({term: postings for term, (postings, _) in mentioned.items()}),
        said=tuple(_numbered(forms) for _, forms in mentioned.values()),
        called={one.term: (n, one.names) for n, one in enumerate(entries) if one.term},
    )


def _stemmed(word: str, stem: str) -> str:
    return word if word == stem else f"{word}:{stem}"


def _weights(place: Place, text: list[str]) -> dict[str, int]:
    """Return the words that a place has, and what each weighs there."""
    words = _words(text)
    if place.quote:
        words += _words(place.quote.split())
    weights = {word: 0 if n == 1 else 1 if n == 2 else 2 for word, n in Counter(words).items()}
    if place.keywords:
        weights |= dict.fromkeys(_words(place.keywords.split()), 3)
    return weights


def _words(stretches: list[str]) -> list[str]:
    return list(chain.from_iterable(map(pieces, stretches)))


def _found(weights: Iterable[dict[str, int]]) -> dict[str, list[int]]:
    """Return where each word stands."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, here in enumerate(weights):
        for word, weight in here.items():
            found[word].append(4 * number + weight)
    return found


def _families(found: dict[str, list[int]], stems: dict[str, str]) -> dict[str, list[int]]:
    """Return where any word of each stem stands."""
    families: dict[str, list[int]] = {}
    for word, postings in found.items():
        root = stems[word]
        if root in families:
            both = sorted(families[root] + postings)
            postings = list({posting >> 2: posting for posting in both}.values())  # the last counts
        families[root] = postings
    return families


def _mentioned(places: Iterable[Place]) -> dict[str, tuple[list[int], list[Form]]]:
    """Return where each term is mentioned, and by which words."""
    found: defaultdict[str, tuple[list[int], list[Form]]] = defaultdict(lambda: ([], []))
    for number, place in enumerate(places):
        here: defaultdict[str, list[Named]] = defaultdict(list)
        for named in place.named:
            here[named.term].append(named)
        for term, forms in here.items():
            first = min(forms, key=_rank) if len(forms) > 1 else forms[0]
            postings, said = found[term]
            postings.append(4 * number + min(len(forms), 4) - 1)
            said.append((first.form, first.described))
    return found


def _numbered(forms: list[Form]) -> Said:
    numbers = {form: number for number, form in enumerate(dict.fromkeys(forms))}
    return tuple(numbers), tuple([numbers[form] for form in forms])


def _rank(named: Named) -> tuple[bool, bool]:
    return not named.form, named.described


def _as_json(one: Entry) -> dict[str, object]:
    return {
        "title": one.title,
        "href": one.href,
        "detail": one.detail,
        "places": [_place(place) for place in one.places],
    }


def _place(one: Place) -> dict[str, str]:
    """Return a place with what it has; nothing is written for what is empty."""
    fields = {"at": one.fragment, "label": one.label, "text": one.text, "quote": one.quote}
    return {name: value for name, value in fields.items() if value}
