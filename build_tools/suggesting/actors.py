"""Who may speak in a paragraph, and who of them does a verb."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.model.span import Span
from build_tools.model.term import TermKind
from build_tools.suggesting.glossary import Glossary
from build_tools.suggesting.languages.words import Words
from build_tools.suggesting.reading import Paragraph
from build_tools.suggesting.runs import Run

_APPOSED = re.compile(r",[^,]{3,120},\s*|,[^,]{3,80},[^,]{3,60},\s*|\s\([^)]+\)\s*")
SPEAKING_KINDS = {TermKind.PERSON, TermKind.ORGANISATION, TermKind.DOCUMENT}
"""Kinds of terms that can say something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody or something that may speak."""

    span: Span
    """Where it is named, in code points of the paragraph."""
    label: str
    """How to name it: the words as they stand there."""
    term: str | None
    """Id of the term, where it is one."""
    named: bool
    """False for "he" and "analysts"."""


def actors(
    here: Paragraph, words: Words, runs: tuple[Run, ...], glossary: Glossary, quoted: list[Span]
) -> list[Actor]:
    """Return who may speak in a paragraph outside quotation marks, by place, names first."""
    hits = glossary.hits(here.text)
    found: list[Actor] = []
    for run in runs:
        if run.paragraph == here.number:
            terms = [
                candidate.term
                for hit in hits
                if run.span.overlaps(hit.span)
                for candidate in hit.candidates
                if len(hit.candidates) == 1
            ]
            people = [one for one in terms if glossary.terms[one].kind is TermKind.PERSON]
            known = people or terms
            ends = [hit.span.end for hit in hits if run.span.overlaps(hit.span)]
            span = Span(run.span.start, max(run.span.end, *ends)) if ends else run.span
            term = known[-1] if known else None
            found.append(Actor(span=span, label=run.written, term=term, named=True))
    for hit in hits:
        terms = [one.term for one in hit.candidates]
        speaking = len(terms) == 1 and glossary.terms[terms[0]].kind in SPEAKING_KINDS
        if speaking and not any(one.span.overlaps(hit.span) for one in found):
            found.append(Actor(span=hit.span, label=hit.form, term=terms[0], named=True))
    for match in words.speakers.finditer(here.text) if words.speakers else ():
        span = Span(*match.span())
        if not any(one.span.overlaps(span) for one in found):
            found.append(Actor(span=span, label=match[0], term=None, named=False))
    outside = (one for one in found if not any(two.overlaps(one.span) for two in quoted))
    return sorted(outside, key=lambda one: one.span)


def subject(
    here: Paragraph, words: Words, actors: list[Actor], verb: Span, quoted: list[Span]
) -> Actor | None:
    """Return who does a verb: who stands right before it, before an apposition, or right after."""
    sentence = here.sentence(verb.start)
    start = max((one.end for one in quoted if one.end <= verb.start), default=0)
    before = [
        one
        for one in actors
        if max(start, sentence.start) <= one.span.start and one.span.end <= verb.start
    ]
    for fits in (_attached, _direct, _relative, _apposed):
        for one in reversed(before) if fits is _direct else before:
            if fits(one, here.text[one.span.end : verb.start], words):
                return one
    closed = any(verb.start - 4 <= one.end + 1 <= verb.start for one in quoted)
    after = [one for one in actors if 0 < one.span.start - verb.end <= 5]
    return after[0] if closed and after else None


def _attached(one: Actor, gap: str, words: Words) -> bool:
    """Tell whether nobody in particular does a verb after a place: "experts in Washington say"."""
    return not one.named and bool(words.attached and words.attached.fullmatch(gap))


def _direct(_: Actor, gap: str, words: Words) -> bool:
    """Tell whether nothing but adverbs stands before the verb."""
    return not gap.strip() or bool(words.adverbs and words.adverbs.fullmatch(gap.lstrip()))


def _relative(_: Actor, gap: str, words: Words) -> bool:
    """Tell whether a clause about the speaker runs on to the verb: ", who had openly said"."""
    return bool(words.relative and words.relative.fullmatch(gap))


def _apposed(_: Actor, gap: str, words: Words) -> bool:
    """Tell whether only an explanation between commas or brackets stands before the verb."""
    apposed = _APPOSED.match(gap)
    return bool(apposed) and _direct(_, gap[apposed.end() :] if apposed else "", words)


def is_pronoun(actor: Actor, words: Words) -> bool:
    """Tell whether a speaker is only "he" or "they"."""
    return actor.label.lower() in words.function_words


def person(actors: list[Actor], words: Words, glossary: Glossary) -> Actor | None:
    """Return the last person among actors; a name of unknown kind may be one."""
    for one in reversed(actors):
        term = glossary.terms.get(one.term or "")
        unknown = term is None and one.label.lower() not in words.everyday_names
        if (term and term.kind is TermKind.PERSON) or (
            unknown and len(one.label.split()) in {2, 3}
        ):
            return one
    return None
