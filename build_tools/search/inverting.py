"""Turns what can be found around: from each word and each term to the places that have it.

An inverted index as in Zobel and Moffat, "Inverted files for text search engines", ACM Computing
Surveys 38 (2006). Words of one stem share their places (Porter's Snowball, in the site's own
language), so that a query for "attack" finds "attacks" and no stemmer runs in the browser.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import snowballstemmer

from build_tools.search.entries import Entry, Named, Place
from build_tools.search.folding import compounds, name_key, sound, words

COMMON_SHARE = 0.4
"""Share of all places above which a word tells nothing, in a large collection."""
LARGE = 2000
"""Places from which on a collection is large; in a small one every word is worth keeping."""
TITLE_WEIGHT = 3
"""Weight of a word that a place is known by; others count how often they stand there, up to 2."""
SOUND = "~"
"""Stands before a name as it sounds, apart from names as they are written."""

_STEMMERS = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
"""Stemmers by the language of the site; in any other each word is its own stem."""


@dataclass(frozen=True, slots=True)
class Posting:
    """That a place has a word, and how much this counts."""

    place: int
    """Number of the place, in the order of the entries."""
    weight: int
    """0 to 3."""


@dataclass(frozen=True, slots=True)
class Family:
    """Words of one stem."""

    words: tuple[str, ...]
    """In the order of the alphabet."""
    postings: tuple[Posting, ...]
    """Where any of them stands, by place."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A place that mentions a term."""

    place: int
    """Number of the place."""
    times: int
    """How often."""
    form: str
    """The words for it that stand there first, names before descriptions; empty where none do."""
    described: bool
    """Whether they describe it without naming it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermPlaces:
    """Where a term is mentioned."""

    entry: int
    """Number of its own entry."""
    keys: tuple[str, ...]
    """Every name it goes by, written as one word."""
    places: tuple[Mentioned, ...]
    """By place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Everything a query needs."""

    entries: tuple[Entry, ...]
    """What is found."""
    families: tuple[Family, ...]
    """By their first word."""
    names: dict[str, tuple[int, ...]]
    """Entries of the terms that go by a name, the most mentioned first; names as one word."""
    terms: tuple[TermPlaces, ...]
    """By entry."""
    common: tuple[str, ...]
    """Words that stand almost everywhere and are not looked for."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place, in the order of the entries: its index is its number."""
        return tuple(place for entry in self.entries for place in entry.places)


def invert(entries: tuple[Entry, ...], language: str) -> Index:
    """Return the index of entries.

    Args:
        entries: What is to be found.
        language: BCP 47 code of our own texts.
    """
    terms = _terms(entries)
    families, common = _families(entries, _stemmer(language))
    return Index(
        entries=entries,
        families=families,
        names=_names(entries, {one.entry: len(one.places) for one in terms}),
        terms=terms,
        common=common,
    )


def _stemmer(language: str) -> Callable[[list[str]], list[str]]:
    name = _STEMMERS.get(language.split("-")[0].lower())
    return snowballstemmer.stemmer(name).stemWords if name else list


def _families(
    entries: Iterable[Entry], stem: Callable[[list[str]], list[str]]
) -> tuple[tuple[Family, ...], tuple[str, ...]]:
    postings: defaultdict[str, dict[int, int]] = defaultdict(dict)
    number = 0
    for entry in entries:
        for place in entry.places:
            for word, weight in _weights(place).items():
                postings[word][number] = weight
            number += 1
    alike: defaultdict[str, list[str]] = defaultdict(list)
    vocabulary = sorted(postings)
    for word, root in zip(vocabulary, stem(vocabulary), strict=True):
        alike[root].append(word)
    families, common = [], []
    for group in alike.values():
        together = _together(postings, group)
        if number >= LARGE and len(together) > COMMON_SHARE * number:
            common += group
        else:
            families.append(Family(tuple(group), together))
    return tuple(families), tuple(sorted(common))


def _weights(place: Place) -> dict[str, int]:
    """Return the words a place has, each with its weight."""
    shown = f"{place.text} {place.quote}"
    counts = Counter(words(shown) + compounds(shown))
    weights = {word: min(count, TITLE_WEIGHT) - 1 for word, count in counts.items()}
    known_by = words(place.keywords) + compounds(place.keywords)
    weights.update(dict.fromkeys(known_by, TITLE_WEIGHT))
    return {word: weight for word, weight in weights.items() if len(word) > 1 or word.isdigit()}


def _together(postings: dict[str, dict[int, int]], group: list[str]) -> tuple[Posting, ...]:
    if len(group) == 1:
        return tuple(Posting(*one) for one in postings[group[0]].items())
    weights: dict[int, int] = {}
    for word in group:
        for place, weight in postings[word].items():
            weights[place] = max(weight, weights.get(place, 0))
    return tuple(Posting(place, weights[place]) for place in sorted(weights))


def _names(entries: tuple[Entry, ...], popularity: dict[int, int]) -> dict[str, tuple[int, ...]]:
    """Return who goes by each name, as it is written and as it sounds."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, entry in enumerate(entries):
        for name in entry.names:
            key = name_key(name)
            found[key].add(number)
            found[SOUND + sound(key)].add(number)
    return {
        key: tuple(sorted(found[key], key=lambda one: (-popularity[one], one)))
        for key in sorted(found)
        if key.strip(SOUND)
    }


def _terms(entries: tuple[Entry, ...]) -> tuple[TermPlaces, ...]:
    own = {entry.term: number for number, entry in enumerate(entries) if entry.term}
    places: defaultdict[str, list[Mentioned]] = defaultdict(list)
    number = 0
    for entry in entries:
        for place in entry.places:
            said: defaultdict[str, list[Named]] = defaultdict(list)
            for named in place.named:
                said[named.term].append(named)
            for term, forms in said.items():
                first = min(forms, key=lambda one: (not one.form, one.described))
                places[term].append(Mentioned(number, len(forms), first.form, first.described))
            number += 1
    return tuple(
        TermPlaces(
            entry=number,
            keys=tuple(sorted({name_key(name) for name in entries[number].names} - {""})),
            places=tuple(places[term]),
        )
        for term, number in own.items()
    )
