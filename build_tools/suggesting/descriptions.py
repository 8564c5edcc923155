"""Words that probably mean a term without naming it.

Three signs: words of the term's name in another order or form ("wardens of the locks");
an office that the text, or the term's definition, gives a person ("the foreign minister"); a noun
that points back to the last thing of its kind ("the group"), which is a guess where two lie near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools.linking.matcher import variants
from build_tools.model.span import Span
from build_tools.model.term import TermFile, TermKind
from build_tools.suggesting import echoes
from build_tools.suggesting.echoes import FoundDescription
from build_tools.suggesting.glossary import Glossary
from build_tools.suggesting.languages.words import Words
from build_tools.suggesting.reading import Paragraph, Text, stems
from build_tools.suggesting.runs import Run

LEAST = 0.3
"""Certainty under which a guess is not worth reading."""
_POINTED = {*echoes.ECHOED, TermKind.ORGANISATION}
"""Kinds of things that "the group" and "this report" point back to."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A term named in the text."""

    paragraph: int
    at: int
    term: str


def find(text: Text, runs: tuple[Run, ...], glossary: Glossary) -> tuple[FoundDescription, ...]:
    """Return likely mentions by description, in the order of the text; the surest of each place."""
    words = text.words
    if not words.known:
        return ()
    named = _named(text, glossary)
    offices = _offices(text, runs, glossary)
    found = list(echoes.find(text, glossary))
    for here in text.paragraphs:
        found += _by_office(here, words, offices, glossary)
        found += _by_kind(here, words, named, glossary)
    return _surest(found)


def _named(text: Text, glossary: Glossary) -> tuple[_Place, ...]:
    return tuple(
        _Place(here.number, hit.span.start, candidate.term)
        for here in text.paragraphs
        for hit in glossary.hits(here.text)
        for candidate in hit.candidates
    )


def _offices(text: Text, runs: tuple[Run, ...], glossary: Glossary) -> dict[str, str]:
    """Return the people known by an office in this text: `foreign minister` → id of the term."""
    offices: dict[str, str] = {}
    for run in runs:
        people = [
            one
            for one in glossary.covering(run.written)
            if glossary.terms[one].kind is TermKind.PERSON
        ]
        if run.office and len(people) == 1:
            plain = run.office.lower().split()
            if plain[-1] in text.words.roles:
                offices.setdefault(" ".join(plain[-2:]), people[0])
                offices.setdefault(" ".join(plain), people[0])
    return offices


def _by_office(
    here: Paragraph, words: Words, offices: Mapping[str, str], glossary: Glossary
) -> Iterator[FoundDescription]:
    """Yield "the foreign minister", and "the Pakistani foreign minister", where that is known."""
    hits = [hit.span for hit in glossary.hits(here.text)]
    pointing = "|".join(sorted(words.definite))
    for office, term in sorted(offices.items(), key=lambda one: (-len(one[0]), one)):
        for match in re.finditer(
            rf"\b(?i:(?:{pointing})\s)(?:[\w’'-]+\s)?{re.escape(office)}(?!\w)", here.text
        ):
            span = Span(*match.span())
            if not any(one.overlaps(span) for one in hits):
                yield FoundDescription(
                    paragraph=here.number,
                    span=span,
                    terms=(term,),
                    why=f"the office of {glossary.terms[term].name} in this text",
                    certainty=0.8,
                )


def _by_kind(
    here: Paragraph, words: Words, named: tuple[_Place, ...], glossary: Glossary
) -> Iterator[FoundDescription]:
    """Yield nouns that point back, with what of that kind was named just before."""
    hits = [hit.span for hit in glossary.hits(here.text)]
    for match in words.pointing.finditer(here.text) if words.pointing else ():
        span = Span(*match.span())
        if any(one.overlaps(span) for one in hits):
            continue
        before = [one for one in named if (one.paragraph, one.at) < (here.number, match.start())]
        noun = match["noun"]
        meant = _capital(noun, before, glossary) or _near(noun, here, before, words, glossary)
        terms = tuple(dict.fromkeys(reversed(meant)))[:3]
        if terms:
            alone = len(terms) == 1
            yield FoundDescription(
                paragraph=here.number,
                span=span,
                terms=terms,
                why="points back to the last of its kind" + ("" if alone else "; several lie near"),
                certainty=0.5 if alone else 0.32,
            )


def _capital(noun: str, before: list[_Place], glossary: Glossary) -> list[str]:
    """Return what "the Order" may be: whatever was named whose name ends so, however far away."""
    if not noun[0].isupper():
        return []
    return [one.term for one in before if _ends_in(glossary.terms[one.term], noun)]


def _near(
    noun: str, here: Paragraph, before: list[_Place], words: Words, glossary: Glossary
) -> list[str]:
    """Return what "the group" may be: what is one by its name or definition, named close by."""
    kind, stem = words.generic.get(noun.lower()), set(stems(noun, words))
    if kind not in _POINTED:
        return []
    return [
        one.term
        for one in before
        if here.number - one.paragraph <= 1
        and glossary.terms[one.term].kind is kind
        and stem & set(stems(_said_of(glossary.terms[one.term]), words))
    ]


def _ends_in(term: TermFile, noun: str) -> bool:
    return any(one.text.endswith(f" {noun}") for one in variants(term))


def _said_of(term: TermFile) -> str:
    return f"{term.name} {term.definition}"


def _surest(found: list[FoundDescription]) -> tuple[FoundDescription, ...]:
    """Return one finding a place: where several overlap, the surest with the others as rivals."""
    kept: list[FoundDescription] = []
    for one in sorted(found, key=lambda one: (-one.certainty, one.paragraph, one.span, one.terms)):
        same = [
            two for two in kept if two.paragraph == one.paragraph and two.span.overlaps(one.span)
        ]
        again = any(
            two.paragraph == one.paragraph and set(two.terms) & set(one.terms) for two in kept
        )
        if one.certainty >= LEAST and not same and not again:
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: (one.paragraph, one.span)))
