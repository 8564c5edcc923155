"""Turns what can be found around: from each word and each term to the places that have it.

An inverted index as in Zobel and Moffat, "Inverted files for text search engines", ACM Computing
Surveys 38 (2006), put together part by part: nothing is kept of a part but numbers and words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from build_tools.search.folding import name_key, sound
from build_tools.search.parts import Form, Part, Said
from build_tools.search.rows import Growing, count

COMMON_SHARE = 0.4
"""Share of all places above which a word tells nothing, in a large collection."""
LARGE = 2000
"""Places from which on a collection is large; in a small one every word is worth keeping."""
SOUND = "~"
"""Stands before a name as it sounds, apart from names as they are written."""


@dataclass(slots=True)
class Wording:
    """By which words a term is mentioned."""

    forms: dict[Form, int] = field(default_factory=lambda: {("", False): 0})
    """All of them, numbered."""
    said: list[int] = field(default_factory=list)
    """For each place that mentions it the number of the form that stands there first."""

    def add(self, said: Said) -> None:
        """Add what a part says."""
        forms, at = said
        numbers = [self.forms.setdefault(form, len(self.forms)) for form in forms]
        self.said.extend([numbers[number] for number in at])


@dataclass(slots=True)
class Index:
    """Everything a query needs, as far as parts were added."""

    sizes: list[int] = field(default_factory=list)
    """How many places each entry has."""
    kinds: list[str] = field(default_factory=list)
    """Kinds of the places of each entry."""
    lengths: list[str] = field(default_factory=list)
    """Lengths of the places of each part."""
    stemmed: set[str] = field(default_factory=set)
    """Each word; where its stem is another, with a colon and that."""
    words: Growing = field(default_factory=Growing)
    """Where the words of each stem stand."""
    mentions: Growing = field(default_factory=Growing)
    """Where each term is mentioned, by id."""
    wordings: defaultdict[str, Wording] = field(default_factory=lambda: defaultdict(Wording))
    """By which words, by id."""
    owners: dict[str, int] = field(default_factory=dict)
    """Number of each term's own entry, by id."""
    called: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Every name of each term, by id."""
    places: int = 0
    """How many places there are."""

    def entries(self, parts: Iterable[Part]) -> Iterator[tuple[int, str]]:
        """Add parts; yield number and text of each entry."""
        for one in parts:
            number = len(self.sizes)
            self._add(one)
            yield from enumerate(one.entries, number)

    def _add(self, one: Part) -> None:
        self.stemmed.update(one.stems.split())
        self.words.add(one.families, self.places)
        self.mentions.add(one.terms, self.places)
        for term, said in zip(one.terms.keys.split(), one.said, strict=True):
            self.wordings[term].add(said)
        for term, (number, names) in one.called.items():
            self.owners[term] = len(self.sizes) + number
            self.called[term] = names
        self.places += len(one.lengths)
        self.sizes.extend(map(len, one.kinds))
        self.kinds.extend(one.kinds)
        self.lengths.append(one.lengths)

    def stems(self) -> dict[str, str]:
        """Return the stem of each word."""
        pairs = (one.partition(":") for one in self.stemmed)
        return {word: root or word for word, _, root in pairs}

    def families(self) -> tuple[dict[str, str], frozenset[str]]:
        """Return where any word of each stem stands, written; and stems almost everywhere.

        Those tell nothing, and are not looked for.
        """
        found = self.words.written()
        most = COMMON_SHARE * self.places if self.places >= LARGE else self.places
        common = frozenset(root for root, text in found.items() if count(text) > most)
        return {root: text for root, text in found.items() if root not in common}, common

    def names(self) -> dict[str, list[int]]:
        """Return the entries of the terms that go by each name, the most mentioned first.

        Names are one word, as they are written and as they sound.
        """
        found: defaultdict[str, set[int]] = defaultdict(set)
        popularity: dict[int, int] = {}
        for term, number in self.owners.items():
            popularity[number] = len(self.wordings[term].said)
            for name in self.called[term]:
                key = name_key(name)
                found[key].add(number)
                found[SOUND + sound(key)].add(number)
        return {
            key: sorted(found[key], key=lambda one: (-popularity[one], one))
            for key in sorted(found)
            if key.strip(SOUND)
        }

    def terms(self) -> Iterator[tuple[int, list[str], str, Wording]]:
        """Yield each term's own entry, its names as one word, and where it is mentioned, how."""
        mentions = self.mentions.written()
        for term, number in self.owners.items():
            keys = sorted({name_key(name) for name in self.called[term]} - {""})
            yield number, keys, mentions.get(term, ""), self.wordings[term]
