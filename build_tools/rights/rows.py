"""Rows of words: which of many texts share a long one with a passage.

A shared row of the length that matters holds every so-manieth short row of the passage, wherever it
begins: only these are looked for among all short rows of the texts, in a table that now and then
says yes where it should say no (Bloom, "Space/time trade-offs in hash coding with allowable
errors", CACM 13, 1970). Where it says yes, words are compared.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

SEED = 4
"""Words in a row that begin a run; a shorter one is looked for only as a whole quotation."""

ROOM = 16
"""Places in the table for each row: it errs once in so many times."""

Row = tuple[str, ...]
"""So many words in a row."""


def rows_of(words: Sequence[str], length: int = SEED, step: int = 1) -> zip[Row]:
    """Return every row of so many words, or every so-manieth, in order."""
    return zip(*(words[at::step] for at in range(length)), strict=False)


class Texts:
    """Texts as rows of words, to find those that share a long row with a passage."""

    def __init__(self, texts: Mapping[str, Iterable[str]], shortest: int) -> None:
        """Take in the texts.

        Args:
            texts: Their words, by slug.
            shortest: Words in a row from which on a shared row is long; at least `SEED`.
        """
        self.slugs = tuple(texts)
        self._shortest = shortest
        known: dict[str, str] = {}
        self._words = [""]  # which no word equals, before and after each text
        self._starts: list[int] = []
        for words in texts.values():
            self._starts.append(len(self._words))
            self._words += [known.setdefault(word, word) for word in words]
            self._words.append("")
        self._step = shortest - SEED + 1
        self._last: dict[int, int] = {}
        self._earlier = array("l")
        self._table = bytearray(1 << (ROOM * len(self._words)).bit_length())
        self._mask = len(self._table) - 1
        for row in rows_of(self._words):
            self._table[hash(row) & self._mask] = 1
        for number, row in enumerate(rows_of(self._words, step=self._step)):
            seed = hash(row)
            self._earlier.append(self._last.get(seed, -1))
            self._last[seed] = number

    def words(self, slug: str) -> list[str]:
        """Return the words of a text."""
        start = self._starts[self.slugs.index(slug)]
        return self._words[start : self._words.index("", start)]

    def near(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the slugs of the texts that share a long row with a passage."""
        found: set[int] = set()
        for number, seed in enumerate(map(hash, rows_of(words, step=self._step))):
            if self._table[seed & self._mask]:
                found.update(self._around(words, number * self._step))
        return tuple(self.slugs[one] for one in sorted(found))

    def _around(self, words: Sequence[str], middle: int) -> Iterator[int]:
        """Yield the texts that share a long row with the words around a place."""
        start = max(0, middle - self._step + 1)
        for at, row in enumerate(rows_of(words[start : middle + self._step + SEED - 1]), start):
            number = self._last.get(hash(row), -1)
            while number >= 0:
                place = number * self._step
                if self._shared(words, at, place) >= self._shortest:
                    yield bisect_right(self._starts, place) - 1
                number = self._earlier[number]

    def _shared(self, words: Sequence[str], at: int, place: int) -> int:
        """Return how many words around two places are the same."""
        end = 0
        while at + end < len(words) and words[at + end] == self._words[place + end]:
            end += 1
        start = 0
        while start < at and words[at - start - 1] == self._words[place - start - 1]:
            start += 1
        return start + end
