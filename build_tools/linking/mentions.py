"""Decides which words of a paragraph mention which term.

A form that only one term goes by is that term. A form that several go by is decided by an
editor's line, else by the one rule that fits, else not at all: it is reported, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from build_tools.anchoring import normalise
from build_tools.linking.finding import comparable, find_words
from build_tools.linking.matcher import Candidate, Hit, Matcher
from build_tools.linking.voices import AUTHOR, Speech, voice_at
from build_tools.model.span import Span
from build_tools.model.term import When
from build_tools.model.ties import Described, Excluded, Resolved, TieFile

_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9])")


class How(StrEnum):
    """How a term is mentioned."""

    NAME = "name"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One occurrence of a term in a paragraph."""

    term: str
    """Id of the term."""
    span: Span
    """Where, in code points of the paragraph."""
    form: str
    """The words as they stand there."""
    voice: str
    """`author`, or who is quoted."""
    how: How
    """By name or by description."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """A form that several things go by, with nothing to tell which."""

    span: Span
    """Where, in code points of the paragraph."""
    form: str
    """The words as they stand there."""
    terms: tuple[str, ...]
    """What it may mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a paragraph mentions."""

    mentions: tuple[Mention, ...] = ()
    """By place, outer before inner."""
    undecided: tuple[Undecided, ...] = ()
    """Forms that need a rule or an editor's line."""


NOTHING = Found()
"""A paragraph that mentions nothing."""


def find_mentions(
    matcher: Matcher,
    text: str,
    paragraph: int,
    ties: TieFile,
    *,
    speeches: tuple[Speech, ...] = (),
    retold: bool = False,
) -> Found:
    """Return the mentions in one paragraph.

    Args:
        matcher: All terms.
        text: The paragraph's words.
        paragraph: Its number.
        ties: The editors' lines on this article.
        speeches: Quoted stretches of this paragraph.
        retold: Whether `text` is our digest and not the op-ed.
    """
    mentions, undecided = [], []
    seen: dict[str, int] = {}
    for hit in matcher.find(text):
        nth = seen[hit.form] = seen.get(hit.form, 0) + 1
        terms = _decide(hit, nth, text, paragraph, ties)
        if len(terms) == 1:
            mentions.append(_mention(terms[0], hit.span, text, speeches, How.NAME))
        elif terms:
            undecided.append(Undecided(span=hit.span, form=hit.form, terms=terms))
    for tie in ties.described:
        if tie.paragraph == paragraph:
            span = find_words(text, described_words(tie, retold=retold))
            named = any(
                one.term == tie.term and span and one.span.overlaps(span) for one in mentions
            )
            if span and not named:
                mentions.append(_mention(tie.term, span, text, speeches, How.DESCRIPTION))
    mentions.sort(key=lambda one: (one.span.start, -one.span.end))
    return Found(mentions=tuple(mentions), undecided=tuple(undecided))


def described_words(tie: Described, *, retold: bool) -> str:
    """Return the words that mean a term by description, in the op-ed or in our digest."""
    return tie.digest or tie.text if retold else tie.text


def _mention(term: str, span: Span, text: str, speeches: tuple[Speech, ...], how: How) -> Mention:
    voice = voice_at(speeches, span) if speeches else AUTHOR
    return Mention(term=term, span=span, form=span.of(text), voice=voice, how=how)


def _decide(hit: Hit, nth: int, text: str, paragraph: int, ties: TieFile) -> tuple[str, ...]:
    """Return the terms a form can mean after all that is known: one, several or none."""
    left = [one for one in hit.candidates if not _excluded(one, hit, paragraph, ties.excluded)]
    said = _resolved(hit, nth, paragraph, ties.resolved)
    if said and any(one.term == said for one in left):
        return (said,)
    terms = tuple(dict.fromkeys(one.term for one in left))
    if len(terms) == 1 and not any(one.variant.shared for one in left):
        return terms
    ruled = {
        one.term for one in left if one.variant.when and _fits(one.variant.when, text, hit.span)
    }
    if len(ruled) == 1:
        return tuple(ruled)
    # A lone candidate stands for "this or something that is no term": two answers, so undecided.
    return (*terms, "") if len(terms) == 1 else terms


def _excluded(one: Candidate, hit: Hit, paragraph: int, lines: Iterable[Excluded]) -> bool:
    return any(
        line.term == one.term
        and comparable(line.text) == comparable(hit.form)
        and (not line.paragraphs or paragraph in line.paragraphs)
        for line in lines
    )


def _resolved(hit: Hit, nth: int, paragraph: int, lines: Iterable[Resolved]) -> str | None:
    """Return the term an editor's line names; the most particular line counts."""
    fitting = [
        line
        for line in lines
        if comparable(line.text) == comparable(hit.form)
        and (not line.paragraphs or paragraph in line.paragraphs)
        and line.nth in {None, nth}
    ]
    fitting.sort(key=lambda line: (line.nth is None, not line.paragraphs))
    return fitting[0].term if fitting else None


def _fits(when: When, text: str, span: Span) -> bool:
    before = normalise(text[: span.start], fold=True).text.rstrip()
    after = normalise(text[span.end :], fold=True).text.lstrip()
    sentence = normalise(_sentence(text, span), fold=True).text
    return (
        any(_ends_with(before, one) for one in when.before)
        or any(_has_word(after, one, at_start=True) for one in when.after)
        or any(_has_word(sentence, one, at_start=False) for one in when.near)
    )


def _ends_with(text: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(comparable(words))}$", text))


def _has_word(text: str, words: str, *, at_start: bool) -> bool:
    pattern = rf"(?<!\w){re.escape(comparable(words))}(?!\w)"
    return bool(re.match(pattern, text) if at_start else re.search(pattern, text))


def _sentence(text: str, span: Span) -> str:
    start = max((one.end() for one in _SENTENCE_END.finditer(text, 0, span.start)), default=0)
    end = _SENTENCE_END.search(text, span.end)
    return text[start : end.start() + 1 if end else len(text)]
