"""How alike two wordings are, in letters and in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from build_tools.anchoring.reading import words
from build_tools.model.span import Span

_WORD_DAMAGE = 0.5
"""Share of its letters that a word may lose and still count as the same word, misspelt."""

_INSERTED_WORD = 3
"""Letters inserted between two words from which on they count as a word of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What became of the words of a quotation."""

    kept: float
    """Words still there, misspelt perhaps, minus words inserted, as a share of all words: at most
    1, and below 0 where more was inserted than kept."""
    misprints: float
    """Share of the edits that only misspell a word which is still there, 0 to 1."""


def alike(quote: str, found: str) -> float:
    """Return the share of characters two wordings have in common, 0 to 1."""
    from rapidfuzz.distance import Levenshtein  # here: where nothing was edited it is not needed

    return Levenshtein.normalized_similarity(quote, found)


def compare(quote: str, found: str) -> Wording:
    """Tell misprints from changes of wording.

    Letters alone cannot tell a copy with three misprints from one with a word exchanged. But an
    author who says something else replaces, drops or adds whole words and leaves the others
    alone, while misprints are strewn over all of them.

    Args:
        quote: The quotation, normalised and folded.
        found: The wording to compare it with, likewise.
    """
    spans = words(quote)
    if not spans:
        return Wording(kept=0.0, misprints=0.0)
    damage, inserted = _edits(spans, quote, found)
    kept = [span for span in spans if damage[span] <= len(span) * _WORD_DAMAGE]
    added = sum(letters >= _INSERTED_WORD for letters in inserted.values())
    edits = damage.total() + inserted.total()
    return Wording(
        kept=(len(kept) - added) / len(spans),
        misprints=sum(damage[span] for span in kept) / max(1, edits),
    )


def _edits(spans: tuple[Span, ...], quote: str, found: str) -> tuple[Counter[Span], Counter[int]]:
    """Count the edits inside each word, and the letters inserted at each place between words."""
    from rapidfuzz.distance import Levenshtein

    owner = {at: span for span in spans for at in range(span.start, span.end)}
    damage: Counter[Span] = Counter()
    inserted: Counter[int] = Counter()
    for edit in Levenshtein.editops(quote, found):
        word = owner.get(edit.src_pos)
        letter = edit.tag != "insert" or found[edit.dest_pos].isalnum()
        if edit.tag == "insert" and (word is None or word.start == edit.src_pos):
            inserted[edit.src_pos] += letter
        elif word is not None and letter:
            damage[word] += 1
    return damage, inserted
