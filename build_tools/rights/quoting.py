"""What a file quotes: read apart from all other files, and small enough to be kept.

Who quotes too much can only be told when every file was read (`judging`); a file that did not
change need not be read again as long as the texts are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from build_tools.model.record import Rights
from build_tools.rights.passages import Lines, Passage, passages
from build_tools.rights.rows import SEED, Texts
from build_tools.rights.words import words_of

IDIOM = 7
"""Longest unmarked run that counts as a name or set phrase and not towards what is quoted."""


class Long(NamedTuple):
    """A passage that may break a limit."""

    number: int
    """Its place among the passages of the file."""
    line: int
    """Line of the file it begins on."""
    words: str
    """Its words, spaces between."""
    quoted: bool
    """Whether it is marked as a quotation."""
    near: tuple[str, ...]
    """Of running text: the slugs of texts with which it shares a long row of words."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """What a file quotes."""

    marked: tuple[str, ...]
    """The words of each marked quotation, once, spaces between; single words belong to nobody."""
    long: tuple[Long, ...]
    """Passages that may break a limit, in order."""


class Reader:
    """Reads files for what they may quote of some texts."""

    def __init__(self, texts: Mapping[str, Iterable[str]], rights: Iterable[Rights]) -> None:
        """Take in the texts.

        Args:
            texts: Their words, by slug.
            rights: What their records allow.
        """
        allowed = tuple(rights)
        self._marked = min(one.quoted_run for one in allowed)
        unmarked = min(IDIOM, *(one.unmarked_run for one in allowed))
        self.texts = Texts(texts, max(SEED, unmarked + 1))
        self._near = lru_cache(maxsize=4096)(self._read)  # data say again what pages say
        self._known = Lines(self._heeds)

    def read(self, path: str, content: str) -> Quotes:
        """Return what a file quotes.

        Args:
            path: Its path, whose suffix tells how it is read.
            content: What is in it.
        """
        marked: dict[str, None] = {}
        long: list[Long] = []
        for number, one in enumerate(passages(path, content, self._known)):
            if one.quoted:
                words = words_of(one.text)
                if len(words) > 1:
                    marked[" ".join(words)] = None
                if len(words) > self._marked:
                    long.append(Long(number, one.line, " ".join(words), quoted=True, near=()))
            elif near := self._near(one.text):
                words = words_of(one.text)
                long.append(Long(number, one.line, " ".join(words), quoted=False, near=near))
        return Quotes(tuple(marked), tuple(long))

    def _heeds(self, one: Passage) -> bool:
        """Tell whether a passage may be found to quote something."""
        return one.quoted or bool(self._near(one.text))

    def _read(self, text: str) -> tuple[str, ...]:
        return self.texts.near(words_of(text))
