"""Invented prose from a seed: words of no language, sentences, names."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

SYLLABLES = [one + two for one in "bdfghklmnprst" for two in "aeiou"]
WORDS = 4000
"""Different words of the invented language."""
WORDS_A_SENTENCE = 8
SENTENCES_A_PARAGRAPH = 3
POOL = 60
"""Different sentences of prose that repeats itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What an organisation is called."""

    full: str
    """Its name."""
    short: str
    """The name as it is written in passing."""


class Prose:
    """Writes sentences; either each anew, or the same few over and over."""

    def __init__(self, chance: random.Random, *, varied: bool) -> None:
        """Invent a language.

        Args:
            chance: Where chance comes from.
            varied: Whether every sentence is new, its words as rare and as common as in real
                prose; else a few sentences repeat, and compressed sizes tell of the markup.
        """
        self.chance = chance
        self.words = [
            "".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(WORDS)
        ]
        self._weights = list(accumulate(1 / rank for rank in range(30, WORDS + 30)))
        self._pool = None if varied else [self._sentence() for _ in range(POOL)]

    def sentences(self, count: int) -> list[str]:
        """Return some sentences, no two alike."""
        if self._pool:
            return self.chance.sample(self._pool, count)
        return [self._sentence() for _ in range(count)]

    def paragraph(self, names: Sequence[Name], mentions: int) -> str:
        """Return a paragraph that mentions some of those names, every other time in passing."""
        parts = self.sentences(SENTENCES_A_PARAGRAPH)
        for _ in range(mentions):
            at = self.chance.randrange(len(parts))
            name = self.chance.choice(names)
            form = self.chance.choice((name.full, name.short))
            parts[at] = f"{parts[at][:-1]} {self._link()} {form}."
        return " ".join(parts)

    def body(self, number: int, different: int) -> str:
        """Return the body of a note; where prose repeats itself, one of a few."""
        if self._pool:
            return " ".join(self._pool[number % different :][:SENTENCES_A_PARAGRAPH])
        return " ".join(self.sentences(SENTENCES_A_PARAGRAPH + 2))

    def names(self, count: int) -> list[Name]:
        """Return different names."""
        unique = list(dict.fromkeys(self.words))
        size = len(unique)
        pairs = ((unique[at % size], unique[(at * 7 + 3) % size]) for at in range(count))
        shorts = (f"{one.title()} {two.title()}" for one, two in pairs)
        return [Name(full=f"{short} Office", short=short) for short in shorts]

    def stretch(self, text: str) -> str:
        """Return a few words of a text as they stand there.

        Of varied prose they hold no name: with thousands of quotations somebody else's would often
        stand in an article by chance, and count as quoted there.
        """
        words = text.split()
        while True:
            start = self.chance.randrange(len(words) - 5)
            found = " ".join(words[start : start + self.chance.randint(3, 5)])
            if self._pool or found.islower():
                return found

    def _link(self) -> str:
        """Return what leads to a name; a phrase all articles share would count as quoted in all."""
        return "for the" if self._pool else " ".join(self.chance.choices(self.words, k=2))

    def _sentence(self) -> str:
        words = self.chance.choices(self.words, cum_weights=self._weights, k=WORDS_A_SENTENCE)
        return " ".join(words).capitalize() + "."
