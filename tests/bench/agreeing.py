"""Counts how far suggestions for one article agree with what its editors accepted.

Each function returns what was sought, how much of it was found, what was suggested, and how much of
that is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from build_tools.linking.finding import comparable, find_words
from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.linking.matcher import Matcher, variants
from build_tools.linking.quotations import file_of
from build_tools.model import dates
from build_tools.model.figure import Figure
from build_tools.model.note import NoteKind
from build_tools.model.span import Span
from build_tools.model.term import TermFile
from build_tools.model.ties import Voice
from build_tools.suggesting import crossings, gathering
from build_tools.suggesting.attributions import Attribution
from build_tools.suggesting.counts import FoundFigure
from build_tools.suggesting.gathering import Findings
from build_tools.suggesting.glossary import Glossary
from build_tools.suggesting.known import Known, same_number
from build_tools.suggesting.names import FoundName
from build_tools.suggesting.voicing import FoundVoice

SPOKEN = 0.5
"""Certainty from which reported speech is suggested."""

Counts = tuple[int, int, int, int]


def count_names(
    full: Linked, one: LinkedArticle, findings: Findings, mine: LinkedArticle
) -> Iterator[tuple[str, Counts]]:
    """Yield scores with the terms of other articles known, and with no term known at all."""
    terms = {key: sheet.value for key, sheet in full.corpus.terms.items()}
    elsewhere = {
        (mention.term, comparable(mention.form))
        for other in full.articles
        if other.article.slug != one.article.slug
        for mention in other.mentions
        if mention.how == "name"
    }
    shared = dict(_left(terms, elsewhere))
    for label, known in (("names, other articles' known", shared), ("names, none known", {})):
        glossary = Glossary(known, Matcher(known))
        found = gathering.gather(mine, findings.text, glossary).names
        sought = {
            comparable(mention.form)
            for mention in one.mentions
            if mention.how == "name"
            and any(letter.isupper() for letter in mention.form)
            and not glossary.covering(mention.form)
        }
        yield label, _compared(sought, [_forms(name) for name in found])
        if not known:
            yield "abbreviations explained, none known", _explained(full, one, found)


def _explained(full: Linked, one: LinkedArticle, found: tuple[FoundName, ...]) -> Counts:
    """Return the score against two forms of one term that stand side by side in brackets."""
    source = one.source.numbered if one.source else ()
    sought = set()
    for first, second in pairwise(one.mentions):
        here = (first.term, first.paragraph) == (second.term, second.paragraph)
        text = source[first.paragraph - 1].text
        if here and text[first.start + len(first.form) : second.start].strip() == "(":
            sought.add(frozenset({comparable(first.form), comparable(second.form)}))
    pairs = [frozenset(_forms(name)) for name in found if name.abbreviation]
    got = sum(any(want <= pair for pair in pairs) for want in sought)
    terms = [
        {comparable(form.text) for form in variants(sheet.value)}
        for sheet in full.corpus.terms.values()
    ]
    right = sum(any(pair <= term for term in terms) for pair in pairs)
    return len(sought), got, len(pairs), right


def _left(
    terms: dict[str, TermFile], elsewhere: set[tuple[str, str]]
) -> Iterator[tuple[str, TermFile]]:
    """Yield the terms that other articles mention, with the forms they use."""
    for key, term in terms.items():
        forms = [one for one in variants(term) if (key, comparable(one.text)) in elsewhere]
        if forms:
            yield key, replace(term, name=forms[0].text, short=None, variants=tuple(forms))


def _forms(found: FoundName) -> set[str]:
    return {comparable(one) for one in (found.name, found.short, *found.forms) if one}


def _compared(sought: set[str], found: list[set[str]]) -> Counts:
    def alike(one: str, two: str) -> bool:
        a, b = set(one.split()), set(two.split())
        return len(a & b) / len(a | b) >= 0.6

    got = sum(any(alike(one, form) for forms in found for form in forms) for one in sought)
    right = sum(any(alike(one, form) for form in forms for one in sought) for forms in found)
    return len(sought), got, len(found), right


def count_dates(one: LinkedArticle, findings: Findings, *, exact: bool) -> Counts:
    told = [
        (placed.paragraph, dates.parse(placed.item.date))
        for placed in one.tellings
        if placed.item.date
    ]
    given = list(told)
    for placed in one.figures:
        for when in (placed.item.period, placed.item.baseline):
            given += [(placed.paragraph, dates.parse(when))] if when else []
    found = [(number, date.dated) for number, date in findings.dates if date.dated]

    def same(a: tuple[int, dates.Dated], b: tuple[int, dates.Dated]) -> bool:
        fits = (a[1].start, a[1].end) == (b[1].start, b[1].end) if exact else a[1].agrees(b[1])
        return a[0] == b[0] and fits

    got = sum(any(same(date, other) for other in found) for date in told)
    right = sum(any(same(date, other) for other in given) for date in found)
    return len(told), got, len(findings.dates), right


def count_events(full: Linked, one: LinkedArticle, findings: Findings, known: Known) -> Counts:
    """Return how often a date is put to the event of other articles that an editor put it to."""
    slug = one.article.slug
    others = {event.id for event in full.events if set(event.articles) - {slug}}
    told = {
        (placed.paragraph, file_of(placed)): dates.parse(placed.item.date)
        for placed in one.tellings
        if placed.item.date and file_of(placed) in others
    }
    guesses = set()
    for paragraph, found in findings.dates:
        sentence = findings.text.paragraph(paragraph).sentence(found.span.start)
        if event := known.event_like(paragraph, sentence, found):
            guesses.add((paragraph, event.id))
    every = {(placed.paragraph, file_of(placed)) for placed in one.tellings}
    return len(told), len(told.keys() & guesses), len(guesses), len(every & guesses)


def count_measures(full: Linked, one: LinkedArticle, findings: Findings, known: Known) -> Counts:
    """Return how often a number is put to the file of other articles that an editor put it in."""
    slug = one.article.slug
    others = {measure.id for measure in full.measures if set(measure.articles) - {slug}}
    claimed = [(placed.paragraph, file_of(placed), placed.item) for placed in one.figures]
    sought = [each for each in claimed if each[1] in others]
    guesses = []
    for paragraph, found in findings.figures:
        sentence = findings.text.paragraph(paragraph).sentence(found.span.start)
        if measure := known.measure_like(paragraph, sentence, found):
            guesses.append((paragraph, measure.id, found))

    def same(figure: tuple[int, str, Figure], guess: tuple[int, str, FoundFigure]) -> bool:
        return figure[:2] == guess[:2] and same_number(figure[2], guess[2])

    got = sum(any(same(figure, guess) for guess in guesses) for figure in sought)
    right = sum(any(same(figure, guess) for figure in claimed) for guess in guesses)
    return len(sought), got, len(guesses), right


def count_figures(one: LinkedArticle, findings: Findings) -> Counts:
    claimed = [(placed.paragraph, placed.item) for placed in one.figures]
    found = findings.figures
    got = sum(
        any(at == paragraph and same_number(figure, number) for at, number in found)
        for paragraph, figure in claimed
    )
    right = sum(
        any(at == paragraph and same_number(figure, number) for paragraph, figure in claimed)
        for at, number in found
    )
    return len(claimed), got, len(found), right


def count_voices(
    one: LinkedArticle, findings: Findings, glossary: Glossary, *, named: bool
) -> Counts:
    lines = one.article.ties.value.voices

    def same(line: Voice, voice: FoundVoice) -> bool:
        a, b = comparable(line.opening), comparable(voice.opening)
        at = line.paragraph == voice.paragraph and (a.startswith(b) or b.startswith(a))
        return at and (not named or _is_speaker(line.speaker, voice.speaker, glossary))

    got = sum(any(same(line, voice) for voice in findings.voices) for line in lines)
    right = sum(any(same(line, voice) for line in lines) for voice in findings.voices)
    return len(lines), got, len(findings.voices), right


def _is_speaker(said: str, guess: str | None, glossary: Glossary) -> bool:
    """Tell whether a guess names whom the editor names: by the id, or the last word of the name."""
    if guess is None:
        return False
    name = glossary.terms[guess].name if guess in glossary.terms else guess
    words = comparable(name).split()
    return said == guess or words[-1] in comparable(said).split()


def count_said(one: LinkedArticle, findings: Findings) -> Counts:
    """Return the score against figures with a source, notes on attribution, and voices."""
    starts = one.source.paragraph_spans() if one.source else ()
    sought = [(placed.paragraph, placed.span) for placed in one.figures if placed.item.source]
    sought += [
        (note.paragraph, note.span) for note in one.notes if note.item.kind is NoteKind.ATTRIBUTION
    ]
    for line in one.article.ties.value.voices:
        span = find_words(findings.text.paragraph(line.paragraph).text, line.opening)
        if span:
            start = starts[line.paragraph - 1].start
            sought.append((line.paragraph, span.shifted(start)))
    found = [said for said in findings.said if said.certainty >= SPOKEN]

    def same(want: tuple[int, Span | None], said: Attribution) -> bool:
        span = said.sentence.shifted(starts[said.paragraph - 1].start)
        return want[0] == said.paragraph and bool(want[1] and want[1].overlaps(span))

    got = sum(any(same(want, said) for said in found) for want in sought)
    right = sum(any(same(want, said) for want in sought) for said in found)
    return len(sought), got, len(found), right


def count_described(one: LinkedArticle, findings: Findings) -> Counts:
    ties = one.article.ties.value.described
    found = findings.descriptions
    got = sum(
        any(tie.paragraph == other.paragraph and tie.term in other.terms for other in found)
        for tie in ties
    )
    right = sum(
        any(tie.paragraph == other.paragraph and tie.term in other.terms for tie in ties)
        for other in found
    )
    return len(ties), got, len(found), right


def count_crossings(full: Linked, hidden: Linked, findings: Findings, glossary: Glossary) -> Counts:
    """Return the recall of passages on one event or figure; whatever editors tied is right."""
    slug = findings.text.slug
    sought = set(crossings.same_thing(full, slug))
    tied = set(crossings.tied_passages(full, slug))
    found = {(one.paragraph, one.other) for one in crossings.find(hidden, findings, glossary)}
    return len(sought), len(sought & found), len(found), len(tied & found)
