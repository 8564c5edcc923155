"""What `crossread suggest` finds of what editors accepted, on real op-eds; what it adds to it.

Each article's own annotations are hidden from it: its notes, lines on mentions, tellings, figures
and answers, and for names the terms and forms that no other article uses. What editors then wrote
is what should be found. They never wrote down everything that is there, so precision is a floor:
a suggestion counts as right only if an editor had the same.

    measure(corpus, sources)   scores by kind, or why there are none
    table(scores)              Markdown
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from build_tools import pipeline
from build_tools.linking.finding import comparable, find_words
from build_tools.linking.linked import Linked, LinkedArticle, link
from build_tools.linking.matcher import Matcher, variants
from build_tools.linking.quotations import file_of
from build_tools.model import dates
from build_tools.model.argument import ArgumentFile
from build_tools.model.corpus import Corpus, Sheet
from build_tools.model.note import NoteFile, NoteKind
from build_tools.model.span import Span
from build_tools.model.term import TermFile
from build_tools.model.ties import TieFile
from build_tools.pipeline import Workplace
from build_tools.suggesting import crossings, gathering
from build_tools.suggesting.gathering import Findings
from build_tools.suggesting.glossary import Glossary
from build_tools.suggesting.known import Known, same_number
from build_tools.suggesting.names import FoundName

SPOKEN = 0.5
"""Certainty from which reported speech is suggested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How one kind of suggestion does, over all articles."""

    kind: str
    sought: int
    """What editors accepted."""
    found: int
    """How much of it is suggested."""
    suggested: int
    """What is suggested."""
    right: int
    """How much of that an editor accepted."""

    @property
    def recall(self) -> float:
        return self.found / self.sought if self.sought else 0.0

    @property
    def precision(self) -> float:
        return self.right / self.suggested if self.suggested else 0.0


Counts = tuple[int, int, int, int]


def measure(corpus: Path, sources: Path | None) -> tuple[Score, ...] | str:
    """Return scores over every article whose source text is at hand, or why there are none."""
    if sources is None or not sources.is_dir():
        return "no source texts: CROSSREAD_SOURCES names no folder"
    desk = pipeline.read(Workplace(corpus=corpus, sources=sources))
    if desk.linked is None or not desk.texts:
        return f"no source text of {corpus} in {sources}"
    totals: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in desk.linked.articles:
        if one.source:
            for kind, counts in _article(desk.linked, one, desk.texts):
                totals[kind] = [a + b for a, b in zip(totals[kind], counts, strict=True)]
    return tuple(
        Score(kind=kind, sought=a, found=b, suggested=c, right=d)
        for kind, (a, b, c, d) in totals.items()
    )


def table(scores: tuple[Score, ...]) -> str:
    lines = ["| suggestion | accepted | recall | suggested | precision |", "|---|---|---|---|---|"]
    lines += [
        f"| {one.kind} | {one.sought} | {one.recall:.2f} | {one.suggested} | {one.precision:.2f} |"
        for one in scores
    ]
    return "\n".join(lines) + "\n"


def _article(full: Linked, one: LinkedArticle, texts: dict) -> Iterator[tuple[str, Counts]]:
    slug = one.article.slug
    hidden = link(without(full.corpus, slug), texts, {})
    mine = hidden.article(slug)
    assert mine is not None
    text = gathering.read(mine)
    assert text is not None
    glossary = gathering.glossary_of(hidden)
    findings = gathering.gather(mine, text, glossary)
    yield from _names(full, one, findings, mine)
    yield "dates (agreeing)", _dates(one, findings, exact=False)
    yield "dates (the same EDTF)", _dates(one, findings, exact=True)
    yield "figures", _figures(one, findings)
    yield "voices found", _voices(one, findings, glossary, named=False)
    yield "voices with the right speaker", _voices(one, findings, glossary, named=True)
    yield "reported speech", _said(one, findings)
    yield "mentions by description", _described(one, findings)
    known = Known(hidden, mine, text)
    yield "events of others recognised", _events(full, one, findings, known)
    yield "measures of others recognised", _measures(full, one, findings, known)
    yield "passages to compare", _crossings(full, hidden, findings, glossary)


def without(corpus: Corpus, slug: str) -> Corpus:
    """Return a corpus as it was before anybody had worked on one article."""
    articles = tuple(
        replace(
            one,
            notes=Sheet(NoteFile(notes=()), one.notes.at),
            ties=Sheet(TieFile(), one.ties.at),
            argument=Sheet(ArgumentFile(), one.argument.at),
        )
        if one.slug == slug
        else one
        for one in corpus.articles
    )

    def kept(sheets: dict, field: str) -> dict:
        rest = {}
        for key, sheet in sheets.items():
            left = tuple(one for one in getattr(sheet.value, field) if one.article != slug)
            if left:
                rest[key] = Sheet(replace(sheet.value, **{field: left}), sheet.at)
        return rest

    return replace(
        corpus,
        articles=articles,
        events=kept(corpus.events, "told"),
        measures=kept(corpus.measures, "figures"),
        questions=kept(corpus.questions, "answers"),
    )


def _names(
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


def _dates(one: LinkedArticle, findings: Findings, *, exact: bool) -> Counts:
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


def _events(full: Linked, one: LinkedArticle, findings: Findings, known: Known) -> Counts:
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


def _measures(full: Linked, one: LinkedArticle, findings: Findings, known: Known) -> Counts:
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

    def same(figure: tuple, guess: tuple) -> bool:
        return figure[:2] == guess[:2] and same_number(figure[2], guess[2])

    got = sum(any(same(figure, guess) for guess in guesses) for figure in sought)
    right = sum(any(same(figure, guess) for figure in claimed) for guess in guesses)
    return len(sought), got, len(guesses), right


def _figures(one: LinkedArticle, findings: Findings) -> Counts:
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


def _voices(one: LinkedArticle, findings: Findings, glossary: Glossary, *, named: bool) -> Counts:
    lines = one.article.ties.value.voices

    def same(line, voice) -> bool:
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


def _said(one: LinkedArticle, findings: Findings) -> Counts:
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

    def same(want: tuple[int, Span | None], said) -> bool:
        span = said.sentence.shifted(starts[said.paragraph - 1].start)
        return want[0] == said.paragraph and bool(want[1] and want[1].overlaps(span))

    got = sum(any(same(want, said) for said in found) for want in sought)
    right = sum(any(same(want, said) for want in sought) for said in found)
    return len(sought), got, len(found), right


def _described(one: LinkedArticle, findings: Findings) -> Counts:
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


def _crossings(full: Linked, hidden: Linked, findings: Findings, glossary: Glossary) -> Counts:
    """Return the recall of passages on one event or figure; whatever editors tied is right."""
    slug = findings.text.slug
    sought = set(crossings.same_thing(full, slug))
    tied = set(crossings.tied_passages(full, slug))
    found = {(one.paragraph, one.other) for one in crossings.find(hidden, findings, glossary)}
    return len(sought), len(sought & found), len(found), len(tied & found)


def all_scores(places: Iterable[tuple[str, Path, Path | None]]) -> str:
    """Return the tables of several corpora, or why there is none, as Markdown."""
    parts = []
    for name, corpus, sources in places:
        scores = measure(corpus, sources)
        parts.append(
            f"{name}: {scores}\n" if isinstance(scores, str) else f"{name}\n\n{table(scores)}"
        )
    return "\n".join(parts)
