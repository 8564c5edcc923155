"""Words that echo a term's name: the same words in another order or form."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools.linking.finding import comparable
from build_tools.linking.matcher import variants
from build_tools.model.span import Span
from build_tools.model.term import TermFile, TermKind
from build_tools.suggesting.glossary import Glossary
from build_tools.suggesting.languages.words import Words
from build_tools.suggesting.reading import Paragraph, Text, stems, tokens

WINDOW = 7
"""Most words between the first and the last that mean one term."""
ENOUGH = 0.6
"""Share of the weight of a term's name that its description must carry."""
HELP = 0.15
"""What a word of the definition adds to that share; two at most count."""
ECHOED = {TermKind.EVENT, TermKind.DOCUMENT, TermKind.LAW}
"""Kinds of things that op-eds tell of without their names; a body or a place they name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDescription:
    """Words that probably mean a term."""

    paragraph: int
    """Where."""
    span: Span
    """The words, in code points of the paragraph."""
    terms: tuple[str, ...]
    """Ids of what it may mean, the likeliest first."""
    why: str
    """What that rests on."""
    certainty: float
    """How likely the first is right, 0 to 1."""


Stretch = tuple[float, Span, frozenset[str]]
"""How much of a name's weight some words carry, where they stand, and which they are."""


@dataclass(frozen=True, slots=True)
class _Profile:
    """What is said of a term."""

    forms: tuple[frozenset[str], ...]
    """Stems of each form of its name."""
    told: frozenset[str]
    """Stems of its definition."""


def find(text: Text, glossary: Glossary) -> Iterator[FoundDescription]:
    """Yield the best stretch of each sentence for each term whose name it echoes."""
    words = text.words
    profiles = {key: _profile(term, words) for key, term in glossary.terms.items()}
    weights = _weights(text, profiles)
    by_stem: defaultdict[str, set[str]] = defaultdict(set)
    for key, profile in profiles.items():
        if glossary.terms[key].kind in ECHOED:
            for stem in frozenset[str]().union(*profile.forms):
                by_stem[stem].add(key)
    for here in text.paragraphs:
        hits = glossary.hits(here.text)
        names = [hit.span for hit in hits if len(hit.form.split()) > 1]
        named = {one.term for hit in hits for one in hit.candidates}
        for sentence in here.sentences:
            said = [
                (token, part)
                for token in tokens(here.text, sentence)
                if not any(one.covers(token) for one in names)  # those words are another's name
                for part in stems(token.of(here.text), words)
            ]
            present = {part for _, part in said}
            for key in sorted({key for part in present for key in by_stem.get(part, ())}):
                profile, term = profiles[key], glossary.terms[key]
                found = (_stretch(said, form, profile.told, weights) for form in profile.forms)
                best = max(found, key=lambda one: one[0], default=_NO_STRETCH)
                if echo := _echo(here, key, term, best, named=key in named):
                    yield echo


def _profile(term: TermFile, words: Words) -> _Profile:
    dull = {stem for month in words.months for stem in stems(month, words)}
    forms = {
        frozenset(
            stem for stem in stems(one.text, words) if not stem.isdigit() and stem not in dull
        )
        for one in variants(term)
    }
    told = frozenset(stems(term.definition, words))
    return _Profile(tuple(sorted((one for one in forms if one), key=sorted)), told)


def _weights(text: Text, profiles: Mapping[str, _Profile]) -> dict[str, float]:
    """Return how telling each stem is: the fewer names and sentences have it, the more."""
    counts = Counter(stem for one in profiles.values() for stem in frozenset().union(*one.forms))
    said = Counter(
        stem
        for here in text.paragraphs
        for sentence in here.sentences
        for stem in set(stems(sentence.of(here.text), text.words))
    )
    total = len(profiles) + 1
    return {
        stem: math.log(1 + total / count) / (1 + math.log(max(1, said[stem])))
        for stem, count in counts.items()
    }


def _echo(
    here: Paragraph, key: str, term: TermFile, stretch: Stretch, *, named: bool
) -> FoundDescription | None:
    """Return a stretch as a mention; nothing where it is too little or the name itself."""
    worth, span, shared = stretch
    forms = {comparable(one.text) for one in variants(term)}
    if worth < ENOUGH or comparable(span.of(here.text)) in forms:
        return None
    return FoundDescription(
        paragraph=here.number,
        span=span,
        terms=(key,),
        why=f"shares {', '.join(sorted(shared))} with “{term.name}”",
        certainty=min(0.85, 0.25 + 0.5 * worth) - 0.15 * named - 0.15 * (len(shared) == 1),
    )


_NO_STRETCH: Stretch = (0.0, Span(0, 0), frozenset())


def _stretch(
    said: list[tuple[Span, str]],
    form: frozenset[str],
    told: frozenset[str],
    weights: Mapping[str, float],
) -> Stretch:
    """Return how much of a name's weight the best stretch of a sentence carries, and where.

    At least two words of the name, or one and two of the definition, must be there.
    """
    whole = sum(weights[one] for one in form)
    places = [index for index, (_, part) in enumerate(said) if part in form]
    best = _NO_STRETCH
    for at, first in enumerate(places):
        for last in places[at:]:
            if last - first >= WINDOW:
                break
            shared = form & {part for _, part in said[first : last + 1]}
            around = {part for _, part in said[max(0, first - 3) : last + 4]}
            helped = min(2, len((told - form) & around))
            if len(shared) + (helped == 2) < 2:
                continue
            loose = last - first + 1 - len(shared)
            worth = sum(weights[one] for one in shared) / whole + HELP * helped - 0.04 * loose
            if worth > best[0]:
                best = (worth, Span(said[first][0].start, said[last][0].end), frozenset(shared))
    return best
