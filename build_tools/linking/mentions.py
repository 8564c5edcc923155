"""Decides which words of a paragraph mention which term.

A form that only one term goes by is that term. A form that several go by is decided by an
editor's line, else by the one rule that fits, else not at all: it is reported, never guessed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from build_tools.anchoring import normalise
from build_tools.linking.finding import comparable, find_words
from build_tools.linking.matcher import Hit, Matcher
from build_tools.linking.voices import Speech, voice_at
from build_tools.model.span import Span
from build_tools.model.term import When
from build_tools.model.ties import Described, Excluded, Resolved, TieFile

_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9])")


class How(StrEnum):
    """How a term is mentioned."""

    NAME = "name"
    DESCRIPTION = "description"


class Mention(NamedTuple):
    """One occurrence of a term in a paragraph; a plain tuple, for there are thousands of them."""

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


class Undecided(NamedTuple):
    """A form that several things go by, with nothing to tell which."""

    span: Span
    """Where, in code points of the paragraph."""
    form: str
    """The words as they stand there."""
    terms: tuple[str, ...]
    """What it may mean."""


class Found(NamedTuple):
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
    here = _lines(ties, paragraph)
    mentions, undecided = [], []
    seen: defaultdict[str, int] = defaultdict(int)
    for hit in matcher.find(text):
        seen[hit.form] += 1
        terms = _decide(hit, seen[hit.form], text, here)
        if len(terms) == 1:
            voice = voice_at(speeches, hit.span)
            mentions.append(Mention(terms[0], hit.span, hit.form, voice, How.NAME))
        elif terms:
            undecided.append(Undecided(hit.span, hit.form, terms))
    for tie in ties.described:
        if tie.paragraph == paragraph:
            span = find_words(text, described_words(tie, retold=retold))
            if span and not any(
                one.term == tie.term and one.span.overlaps(span) for one in mentions
            ):
                voice = voice_at(speeches, span)
                mentions.append(Mention(tie.term, span, span.of(text), voice, How.DESCRIPTION))
                mentions.sort(key=lambda one: (one.span.start, -one.span.end))
    if not (mentions or undecided):
        return NOTHING
    return Found(tuple(mentions), tuple(undecided))


def described_words(tie: Described, *, retold: bool) -> str:
    """Return the words that mean a term by description, in the op-ed or in our digest."""
    return tie.digest or tie.text if retold else tie.text


@dataclass(frozen=True, slots=True)
class _Lines:
    """The editors' lines that concern one paragraph, with the forms they are about."""

    excluded: tuple[tuple[str, Excluded], ...]
    """Forms that do not mean a term."""
    resolved: tuple[tuple[str, Resolved], ...]
    """Forms that do; the most particular line comes first."""


_NO_LINES = _Lines((), ())


def _lines(ties: TieFile, paragraph: int) -> _Lines:
    if not (ties.excluded or ties.resolved):
        return _NO_LINES
    resolved = [
        (comparable(line.text), line)
        for line in ties.resolved
        if not line.paragraphs or paragraph in line.paragraphs
    ]
    resolved.sort(key=lambda item: (item[1].nth is None, not item[1].paragraphs))
    excluded = (
        (comparable(line.text), line)
        for line in ties.excluded
        if not line.paragraphs or paragraph in line.paragraphs
    )
    return _Lines(tuple(excluded), tuple(resolved))


def _decide(hit: Hit, nth: int, text: str, here: _Lines) -> tuple[str, ...]:
    """Return the terms a form can mean after all that is known: one, several or none."""
    left = hit.candidates
    if here is not _NO_LINES:
        form = comparable(hit.form)
        no = {line.term for words, line in here.excluded if words == form}
        left = tuple(one for one in left if one.term not in no)
        said = _resolved(form, nth, here)
        if said and any(one.term == said for one in left):
            return (said,)
    terms = tuple(dict.fromkeys([one.term for one in left]))
    if len(terms) == 1 and not any(one.variant.shared for one in left):
        return terms
    ruled = {
        one.term for one in left if one.variant.when and _fits(one.variant.when, text, hit.span)
    }
    if len(ruled) == 1:
        return tuple(ruled)
    # A lone candidate stands for "this or something that is no term": two answers, so undecided.
    return (*terms, "") if len(terms) == 1 else terms


def _resolved(form: str, nth: int, here: _Lines) -> str | None:
    """Return the term an editor's line names; the most particular line counts."""
    fitting = (
        line.term for words, line in here.resolved if words == form and line.nth in {None, nth}
    )
    return next(fitting, None)


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
