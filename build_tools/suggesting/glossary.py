"""The terms, what finds them, and which of them a strange form may belong to."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import fuzz, process

from build_tools.linking.finding import comparable
from build_tools.linking.matcher import Hit, Matcher, variants
from build_tools.model.term import TermFile, TermKind
from build_tools.suggesting import abbreviations
from build_tools.suggesting.abbreviations import is_short
from build_tools.suggesting.languages.words import Words

ALIKE = 85
"""Likeness of two spellings of one name, 0 to 100: Majid and Majeed Brigade have 86."""


@dataclass(frozen=True)  # no slots: what is worked out from the terms is kept
class Glossary:
    """The terms and what finds them."""

    terms: dict[str, TermFile]
    """Terms by id."""
    matcher: Matcher
    """All their forms."""
    _kept: dict[str, tuple[Hit, ...]] = field(default_factory=dict, repr=False, compare=False)
    """What was found before: every finder asks for the same paragraphs."""

    def hits(self, text: str) -> tuple[Hit, ...]:
        """Return the forms in a text, from left to right."""
        if text not in self._kept:
            self._kept[text] = self.matcher.find(text)
        return self._kept[text]

    @cached_property
    def forms(self) -> dict[str, tuple[str, str]]:
        """Every form of every term, typography and case aside: the term, and the form itself."""
        found: dict[str, tuple[str, str]] = {}
        for key, term in self.terms.items():
            for one in variants(term):
                found.setdefault(comparable(one.text), (key, one.text))
        return found

    @cached_property
    def surnames(self) -> dict[str, str]:
        """The last word of each person's name, typography and case aside, and the term."""
        people = ((key, one) for key, one in self.terms.items() if one.kind is TermKind.PERSON)
        found: dict[str, str] = {}
        for key, one in people:
            found.setdefault(comparable(one.name).rpartition(" ")[2], key)
        return found

    def covering(self, form: str) -> frozenset[str]:
        """Return the ids of the terms that go by a form as a whole."""
        for hit in self.hits(form):
            if comparable(hit.form) == comparable(form):
                return frozenset(one.term for one in hit.candidates)
        return frozenset()


def kin(name: str, words: Words, glossary: Glossary) -> tuple[str | None, str]:
    """Return the term that a name is probably another form of, and why."""
    plain = comparable(name)
    near = process.extractOne(plain, glossary.forms.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    if near:
        key, form = glossary.forms[near[0]]
        return key, f"spelled almost like “{form}”"
    if plain in glossary.surnames:
        key = glossary.surnames[plain]
        return key, f"the last word of “{glossary.terms[key].name}”"
    for key, term in glossary.terms.items() if is_short(name) else ():
        if _stands_for(name, term.name, words):
            return key, f"the initials of “{term.name}”"
    return None, ""


def _stands_for(short: str, long: str, words: Words) -> bool:
    pairs = abbreviations.find(f"{long} ({short})", words)
    return bool(pairs) and comparable(pairs[0].long) == comparable(long)
