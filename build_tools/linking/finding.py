"""Finds given words in a text, typography and case aside."""

from __future__ import annotations

from build_tools.anchoring import normalise
from build_tools.model.span import Span


def comparable(words: str) -> str:
    """Return words without differences of typography and case."""
    return normalise(words, fold=True).text.strip()


def find_words(text: str, words: str) -> Span | None:
    """Return where `words` stand in `text` for the first time, typography and case aside."""
    normal = normalise(text, fold=True)
    wanted = comparable(words)
    at = normal.text.find(wanted)
    return normal.to_source(Span(at, at + len(wanted))) if wanted and at >= 0 else None
