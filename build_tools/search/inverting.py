"""Turns what can be found around: from each word and each term to the places that have it.

An inverted index as in Zobel and Moffat, "Inverted files for text search engines", ACM Computing
Surveys 38 (2006), put together part by part: nothing is kept of a part but numbers and words.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from build_tools.search.folding import name_key, sound
from build_tools.search.parts import Part

COMMON_SHARE = 0.4
"""Share of all places above which a word tells nothing, in a large collection."""
LARGE = 2000
"""Places from which on a collection is large; in a small one every word is worth keeping."""
SOUND = "~"
"""Stands before a name as it sounds, apart from names as they are written."""

Postings = Iterable[int]
"""Numbers of places times 4, plus a weight of 0 to 3, ascending."""


def _numbers() -> array[int]:
    """Return an empty row of numbers, four bytes each."""
    return array("I")


@dataclass(slots=True)
class TermPlaces:
    """Where a term is mentioned."""

    postings: array[int] = field(default_factory=_numbers)
    """By place; weights say how often."""
    forms: dict[tuple[str, bool], int] = field(default_factory=lambda: {("", False): 0})
    """Words for it, with whether they describe it without naming it, numbered."""
    said: list[int] = field(default_factory=list)
    """For each place the number of the form that stands there first."""


@dataclass(slots=True)
class Index:
    """Everything a query needs, as far as parts were added."""

    sizes: list[int] = field(default_factory=list)
    """How many places each entry has."""
    kinds: list[str] = field(default_factory=list)
    """Kinds of the places of each entry."""
    lengths: list[str] = field(default_factory=list)
    """Lengths of the places of each entry."""
    stems: dict[str, str] = field(default_factory=dict)
    """The stem of each word."""
    words: defaultdict[str, array[int]] = field(default_factory=lambda: defaultdict(_numbers))
    """Where each word stands."""
    mentioned: defaultdict[str, TermPlaces] = field(default_factory=lambda: defaultdict(TermPlaces))
    """Where each term is mentioned, by id."""
    owners: dict[str, int] = field(default_factory=dict)
    """Number of each term's own entry, by id."""
    called: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Every name of each term, by id."""
    places: int = 0
    """How many places there are."""

    def entries(self, parts: Iterable[Part]) -> Iterator[tuple[int, str]]:
        """Add parts; yield number and text of the entry of each."""
        for number, one in enumerate(parts, len(self.sizes)):
            self._add_words(one)
            self._add_terms(one, number)
            self.places += len(one.kinds)
            self.sizes.append(len(one.kinds))
            self.kinds.append(one.kinds)
            self.lengths.append(one.lengths)
            yield number, one.entry

    def _add_words(self, one: Part) -> None:
        self.stems.update(zip(one.words.split(), one.stems.split(), strict=True))
        weights = iter(one.weights)
        for place, line in enumerate(one.lines.split("\n"), self.places):
            first = 4 * place
            for word, weight in zip(line.split(), weights, strict=False):
                self.words[word].append(first + weight)

    def _add_terms(self, one: Part, number: int) -> None:
        first = 4 * self.places
        for term, said in one.terms.items():
            known = self.mentioned[term]
            for posting, form, described in said:
                known.postings.append(first + posting)
                known.said.append(known.forms.setdefault((form, described), len(known.forms)))
        if one.term:
            self.owners[one.term] = number
            self.called[one.term] = one.names

    def families(self) -> tuple[dict[str, Postings], list[str]]:
        """Return where any word of each stem stands; and words that stand almost everywhere.

        Those tell nothing, and are not looked for.
        """
        alike: defaultdict[str, list[str]] = defaultdict(list)
        for word, root in self.stems.items():
            alike[root].append(word)
        found = {root: self._together(words) for root, words in alike.items()}
        most = COMMON_SHARE * self.places if self.places >= LARGE else self.places
        common = {root for root, postings in found.items() if len(postings) > most}
        return (
            {root: postings for root, postings in found.items() if root not in common},
            sorted(word for root in common for word in alike[root]),
        )

    def _together(self, words: list[str]) -> Collection[int]:
        """Return where any of some words stands; where several do, the weightiest counts."""
        if len(words) == 1:
            return self.words[words[0]]
        postings = sorted(chain.from_iterable(self.words[word] for word in words))
        return {posting >> 2: posting for posting in postings}.values()

    def names(self) -> dict[str, list[int]]:
        """Return the entries of the terms that go by each name, the most mentioned first.

        Names are one word, as they are written and as they sound.
        """
        found: defaultdict[str, set[int]] = defaultdict(set)
        popularity: dict[int, int] = {}
        for term, number in self.owners.items():
            popularity[number] = len(self.mentioned[term].postings)
            for name in self.called[term]:
                key = name_key(name)
                found[key].add(number)
                found[SOUND + sound(key)].add(number)
        return {
            key: sorted(found[key], key=lambda one: (-popularity[one], one))
            for key in sorted(found)
            if key.strip(SOUND)
        }

    def terms(self) -> Iterator[tuple[int, list[str], TermPlaces]]:
        """Yield each term's own entry, its names as one word, and where it is mentioned."""
        for term, number in self.owners.items():
            keys = sorted({name_key(name) for name in self.called[term]} - {""})
            yield number, keys, self.mentioned[term]
