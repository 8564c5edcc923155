"""Tells from what all files quote which of them copies too much, and of which text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from build_tools.rights.quoting import IDIOM, Long, Quotes
from build_tools.rights.rows import SEED, Row, rows_of
from build_tools.rights.words import words_of

Order = tuple[int, int]
"""Number of a file, and of a passage in it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row that stand in a passage and in a source text."""

    order: Order
    """Which passage."""
    path: str
    """The file it stands in."""
    passage: Long
    """The passage."""
    words: Row
    """The words."""


@dataclass(slots=True)
class Account:
    """What is quoted on the whole site, of whichever text."""

    short: set[Row] = field(default_factory=set)
    """Marked quotations that are too short to begin a run."""
    marked: set[Row] = field(default_factory=set)
    """All other marked quotations."""
    long: defaultdict[Row, list[tuple[Order, str, Long]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """Passages that may break a limit, by their words."""
    begun: defaultdict[Row, set[Row]] = field(default_factory=lambda: defaultdict(set))
    """All of these but the short ones, by the rows that stand in them."""

    @classmethod
    def of(cls, found: Iterable[tuple[str, Quotes]]) -> Account:
        """Return the account of files.

        Args:
            found: The path of each, and what it quotes.
        """
        account = cls()
        for number, (path, quotes) in enumerate(found):
            for said in quotes.marked:
                words = tuple(said.split())
                (account.marked if len(words) >= SEED else account.short).add(words)
            for one in quotes.long:
                account.long[tuple(one.words.split())].append(((number, one.number), path, one))
        for words in account.marked | account.long.keys():
            for row in rows_of(words):
                account.begun[row].add(words)
        return account


class Source:
    """A source text, and what is quoted of it."""

    def __init__(self, slug: str, words: list[str], account: Account) -> None:
        """Look everything up that is quoted on the site.

        Args:
            slug: The article.
            words: Its words.
            account: What is quoted.
        """
        self.slug = slug
        self.words = words
        self.quoted: set[int] = set()
        """Places of the words that are quoted somewhere."""
        self.stretches: list[Stretch] = []
        """What passages that may break a limit have in common with it."""
        self._places: defaultdict[Row, list[int]] = defaultdict(list)
        for at, row in enumerate(rows_of(words)):
            if row in account.begun:
                self._places[row].append(at)
        self._enter_short(account.short)
        for passage in {one for row in self._places for one in account.begun[row]}:
            self._enter(passage, account)

    def without(self, phrases: Iterable[str]) -> int:
        """Return how many words are quoted, those of some phrases not counted."""
        wanted = {tuple(words_of(phrase)) for phrase in phrases} - {()}
        return len(
            self.quoted.difference(
                place
                for length in {len(words) for words in wanted}
                for at, row in enumerate(rows_of(self.words, length))
                if row in wanted
                for place in range(at, at + length)
            )
        )

    def _enter_short(self, quotations: Collection[Row]) -> None:
        """Take note of where quotations first stand as a whole."""
        for length in {len(one) for one in quotations}:
            seen: set[Row] = set()
            for at, row in enumerate(rows_of(self.words, length)):
                if row in quotations and row not in seen:
                    seen.add(row)
                    self.quoted.update(range(at, at + length))

    def _enter(self, words: Row, account: Account) -> None:
        """Take note of what a passage has in common with the text."""
        passages = [
            (order, path, one)
            for order, path, one in account.long.get(words, ())
            if one.quoted or self.slug in one.near
        ]
        marked = words in account.marked
        for at, place, length in self._runs(words):
            if marked or (passages and length > IDIOM):
                self.quoted.update(range(place, place + length))
            run = words[at : at + length]
            self.stretches += [Stretch(order, path, one, run) for order, path, one in passages]

    def _runs(self, words: Row) -> Iterator[tuple[int, int, int]]:
        """Yield (start in `words`, start in the text, length) of each longest common run."""
        at = 0
        while at <= len(words) - SEED:
            places = self._places.get(words[at : at + SEED], ())
            found = ((self._length(words, at, place), place) for place in places)
            length, place = max(found, default=(0, 0))
            if length:
                yield at, place, length
            at += max(1, length)

    def _length(self, words: Row, at: int, place: int) -> int:
        length = SEED
        while (
            at + length < len(words)
            and place + length < len(self.words)
            and words[at + length] == self.words[place + length]
        ):
            length += 1
        return length
