"""What one entry gives to the index, made apart from all others: its places count from 0.

A part can be made in another process, or kept for as long as its entry does not change.
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
from build_tools.search.stems import stemmer

LENGTHS = (8, 16, 32, 64, 128, 256)
"""Words from which on a place counts as one step longer; a long one needs more to be about."""

to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Writes what stands in a file."""
_DIGITS = {kind: str(number) for number, kind in enumerate(Kind)}


Mentioned = tuple[int, str, bool]
"""A place that mentions a term: number of the place times 4, plus how often, from 0 for once to 3;
the words for it that stand there first, names before descriptions, empty where none do; whether
they describe it without naming it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What an entry gives to the index: few and plain values, quick to be pickled."""

    entry: str
    """The entry as it stands in a file."""
    kinds: str
    """Kind of each place, a digit."""
    lengths: str
    """How long each place is, a digit."""
    lines: str
    """The words that each place has, spaces between, a line a place."""
    weights: bytes
    """How much each counts there, 0 to 3."""
    words: str
    """All words of the entry, spaces between."""
    stems: str
    """The stem of each, spaces between."""
    terms: dict[str, list[Mentioned]]
    """Where each term is mentioned."""
    term: str
    """For a term's own entry: its id."""
    names: tuple[str, ...]
    """For a term's own entry: every name it goes by."""


def part(entry: Entry, language: str) -> Part:
    """Return what an entry gives to the index.

    Args:
        entry: What is to be found.
        language: BCP 47 code of our own texts.
    """
    weights = [_weights(place) for place in entry.places]
    words = dict.fromkeys(chain.from_iterable(weights))
    return Part(
        entry=to_json(_as_json(entry)),
        kinds="".join([_DIGITS[place.kind] for place in entry.places]),
        lengths="".join([_length(place) for place in entry.places]),
        lines="\n".join(map(" ".join, weights)),
        weights=bytes(chain.from_iterable(one.values() for one in weights)),
        words=" ".join(words),
        stems=" ".join(map(stemmer(language), words)),
        terms=_terms(entry.places),
        term=entry.term,
        names=entry.names,
    )


def _weights(place: Place) -> dict[str, int]:
    """Return the words that a place has.

    One weighs 0, 1 or 2 where it stands once, twice or more often, and 3 where the place is known
    by it.
    """
    counts = Counter(_words(place.text))
    if place.quote:
        counts.update(_words(place.quote))
    weights = {word: 0 if n == 1 else 1 if n == 2 else 2 for word, n in counts.items()}
    if place.keywords:
        weights |= dict.fromkeys(_words(place.keywords), 3)
    return weights


def _words(text: str) -> Iterable[str]:
    return chain.from_iterable(map(pieces, text.split()))


def _terms(places: Iterable[Place]) -> dict[str, list[Mentioned]]:
    """Return where each term is mentioned, and by which words."""
    found: defaultdict[str, list[Mentioned]] = defaultdict(list)
    for number, place in enumerate(places):
        said: defaultdict[str, list[Named]] = defaultdict(list)
        for named in place.named:
            said[named.term].append(named)
        for term, forms in said.items():
            first = min(forms, key=_rank) if len(forms) > 1 else forms[0]
            posting = 4 * number + min(len(forms), 4) - 1
            found[term].append((posting, first.form, first.described))
    return found


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


def _length(place: Place) -> str:
    return str(bisect_right(LENGTHS, len(place.text.split())))
