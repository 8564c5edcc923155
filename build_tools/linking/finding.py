"""Finds given words in a text, typography and case aside."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.anchoring import normalise
from build_tools.model.span import Span


def comparable(words: str) -> str:
    """Return words without differences of typography and case."""
    return normalise(words, fold=True).text.strip()


def find_words(text: str, words: str) -> Span | None:
    """Return where `words` stand in `text` for the first time, typography and case aside."""
    return next(find_all_words(text, words), None)


def find_all_words(text: str, words: str) -> Iterator[Span]:
    """Yield each stretch of `text` where `words` stand, typography and case aside."""
    normal = normalise(text, fold=True)
    wanted = comparable(words)
    at = normal.text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        yield normal.to_source(Span(at, end))
        at = normal.text.find(wanted, end)
