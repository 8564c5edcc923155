"""Surroundings remembered as one byte for each word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import repeat
from typing import Self

from build_tools.anchoring.reading import Reading, read, words
from build_tools.anchoring.surroundings import both_sides, leading, places, reach
from build_tools.model.span import Span

PRINTED_WORDS = 12
"""Words remembered on either side of a quotation."""

_NEAR_PRINTS = 5
"""Prints next to the quotation that are also compared by themselves: where a sentence was cut out
whole, the sentences beyond it are still there, and only its nearest words are missing."""

_CHANCE_PRINTS = 0.12
"""Share of word prints that any two stretches of prose have in common once aligned."""


@dataclass(frozen=True, slots=True)
class PrintedContext:
    """Surroundings remembered without keeping the words.

    Source texts are in copyright, so what a repository remembers of them must not let anybody
    read them. Each word leaves an 8-bit hash: with 256 values for all words of a language, one
    print stands for hundreds of words, and no dictionary can turn a row of prints back into a
    sentence; yet a dozen in a row are as good as unique when compared with a text at hand.
    """

    before: bytes = b""
    """Prints of the words before the quotation, in reading order."""
    after: bytes = b""
    """Prints of the words after it, in reading order."""
    salt: str = ""
    """What the prints were salted with; only prints of the same salt compare."""

    @classmethod
    def of(cls, text: str, span: Span, salt: str) -> Self:
        """Return the memory of what surrounds a quotation.

        Args:
            text: The source text.
            span: Where the quotation lies in it, in code points.
            salt: Any string; the same one has to be used for the same text later.
        """
        reading = read(text)
        place = reading.normal.from_source(span)
        before = reading.words_before(place.start, PRINTED_WORDS)
        after = reading.words_after(place.end, PRINTED_WORDS)
        return cls(_prints(before, salt), _prints(after, salt), salt)

    @classmethod
    def from_hex(cls, value: str, salt: str) -> Self:
        """Return the memory that `to_hex` wrote.

        Raises:
            ValueError: If `value` is not of the form `<hex>-<hex>`, such as `3fa0-11`.
        """
        before, dash, after = value.partition("-")
        if not dash:
            message = f"{value!r} is no printed context: write <hex>-<hex>, such as 3fa0-11"
            raise ValueError(message)
        return cls(bytes.fromhex(before), bytes.fromhex(after), salt)

    def to_hex(self) -> str:
        """Return the prints as `<before>-<after>` in hexadecimal, without the salt."""
        return f"{self.before.hex()}-{self.after.hex()}"

    @property
    def known(self) -> bool:
        """Whether anything is remembered at all."""
        return bool(self.before or self.after)

    def similarity(self, reading: Reading, span: Span) -> float:
        """Compare the prints of the words around a place with those remembered."""
        before = _prints(reading.words_before(span.start, reach(self.before)), self.salt)
        after = _prints(reading.words_after(span.end, reach(self.after)), self.salt)
        return both_sides(
            leading(self.before[::-1], before[::-1], _NEAR_PRINTS),
            leading(self.after, after, _NEAR_PRINTS),
            _CHANCE_PRINTS,
        )

    def stands_in(self, reading: Reading) -> bool:
        """Tell whether the words remembered on one side stand in a text, all in a row.

        Only a full row of prints is unique, so a side that was cut short tells nothing.
        """
        prints = _all_prints(reading.folded, self.salt)
        sides = (self.before, self.after)
        return any(len(one) == PRINTED_WORDS and one in prints for one in sides)

    def places(self, reading: Reading, quote: str) -> list[Span]:
        """Align the prints of quotation and surroundings with those of the text."""
        prints = _all_prints(reading.folded, self.salt)
        at = words(reading.folded)
        found = places(self.before, _all_prints(quote, self.salt), self.after, prints)
        return [Span(at[place.start].start, at[place.end - 1].end) for place in found]


@lru_cache(maxsize=16)
def _all_prints(folded: str, salt: str) -> bytes:
    return _prints((word.of(folded) for word in words(folded)), salt)


def _prints(some: Iterable[str], salt: str) -> bytes:
    return bytes(map(_print, some, repeat(salt)))


@lru_cache(maxsize=4096)
def _print(word: str, salt: str) -> int:
    salted = _salted(salt).copy()
    salted.update(word.encode(errors="surrogatepass"))
    return salted.digest()[0]


@lru_cache
def _salted(salt: str) -> blake2b:
    """Return a hash that has taken in the salt: to take it in for each word costs as much again."""
    return blake2b(digest_size=1, key=salt.encode()[:64])
