"""Finds every form of every term in a text in one pass.

Aho and Corasick, "Efficient string matching: an aid to bibliographic search", CACM 18 (1975):
the time depends on the length of the text, not on the number of terms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from build_tools.anchoring import fold_case, normalise, quotation
from build_tools.model.span import Span
from build_tools.model.term import Match, TermFile, Variant

_PARTICLE_BEFORE = re.compile(r"-[^\W\d_A-Z]{1,2}-$")
"""`Tehrik-e-`: what follows is the rest of a name, not a name of its own."""
_INITIALS_AFTER = re.compile(r"-[A-Z]{1,2}(?!\w)")
"""`-K`: what came before was the beginning of an abbreviation."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term that a form may mean."""

    term: str
    """Id of the term."""
    variant: Variant
    """The variant that matched."""
    spelling: str
    """The variant in comparable spelling, upper and lower case kept."""


class Hit(NamedTuple):
    """A form of one or more terms, found in a text; a plain tuple, for there are thousands."""

    span: Span
    """Where, in code points of the text that was searched."""
    form: str
    """The words as they stand there."""
    candidates: tuple[Candidate, ...]
    """The terms that go by this form."""


def variants(term: TermFile) -> tuple[Variant, ...]:
    """Return every form of a term, name and abbreviation included, each once."""
    listed = {one.text: one for one in term.variants}
    for text in (term.name, term.short):
        if text and text not in listed:
            listed[text] = Variant(text=text)
    return tuple(listed.values())


class Matcher:
    """All variants of all terms, ready to be found."""

    def __init__(self, terms: Mapping[str, TermFile]) -> None:
        """Prepare the search.

        Args:
            terms: Terms by id.
        """
        self.terms = frozenset(terms)
        by_pattern: dict[str, list[Candidate]] = defaultdict(list)
        for key, term in terms.items():
            for variant in variants(term):
                spelling = quotation(variant.text)
                by_pattern[fold_case(spelling)].append(Candidate(key, variant, spelling))
        self._candidates = tuple(tuple(found) for found in by_pattern.values())
        self._automaton = AhoCorasick(list(by_pattern)) if by_pattern else None

    def find(self, text: str) -> tuple[Hit, ...]:
        """Return the forms in `text` from left to right, longest first, none overlapping."""
        if self._automaton is None:
            return ()
        normal = normalise(text)
        found = []
        for pattern, start, end in self._automaton.find_matches_as_indexes(
            fold_case(normal.text), overlapping=True
        ):
            if _bounded(normal.text, start, end):
                written = normal.text[start:end]
                fitting = [one for one in self._candidates[pattern] if _same_case(one, written)]
                if fitting:
                    found.append((start, -end, fitting))
        hits, reached = [], 0
        for start, minus_end, fitting in sorted(found):  # no two have start and end in common
            if start >= reached:
                reached = -minus_end
                span = normal.to_source(Span(start, reached))
                hits.append(Hit(span, span.of(text), tuple(fitting)))
        return tuple(hits)


def _bounded(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch is a word or words of its own and not part of a longer name."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if _is_word(before) or _is_word(after):
        return False
    if before == "-" and _PARTICLE_BEFORE.search(text, max(0, start - 4), start):
        return False
    return not (after == "-" and _INITIALS_AFTER.match(text, end))


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _same_case(one: Candidate, written: str) -> bool:
    wanted = one.spelling
    if one.variant.match is Match.EXACT:
        return written == wanted
    if one.variant.match is Match.ANY or wanted.islower():
        return True
    # A small first letter may have become a capital at the beginning of a sentence.
    return written == wanted or written == wanted[0].upper() + wanted[1:]
