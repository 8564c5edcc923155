"""Suggestions for events and figures: new ones, and what this article adds to those there are."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from build_tools.model.figure import FigureKind, Qualifier
from build_tools.model.span import Span
from build_tools.sources.edits import scalar
from build_tools.sources.slugs import free
from build_tools.suggesting.attributions import Attribution
from build_tools.suggesting.counts import FoundFigure
from build_tools.suggesting.draft import (
    BY_AND_WHEN,
    TODO,
    TODO_TEXT,
    Draft,
    dated,
    inline,
    item,
    published,
    slug_of,
    speaker_line,
)
from build_tools.suggesting.gathering import Findings
from build_tools.suggesting.known import Known
from build_tools.suggesting.reading import Text, quotation
from build_tools.suggesting.times import FoundDate

_ACTORS = 3
"""Terms of a sentence that are named as taking part."""
_COUNTED = 0.7
"""What is left of a date's certainty where a number is dated by it, and perhaps nothing else."""
_QUOTE = 4
"""Words a quotation of a date has at least: a bare year is no telling."""
_SOURCED = 0.6
"""Certainty from which who speaks is written down as who counted."""


def events(findings: Findings, known: Known) -> Iterator[Draft]:
    """Yield a suggestion for each date that no telling and no figure's period gives yet."""
    taken = set(known.linked.corpus.events)
    periods = [one.period for _, one in findings.figures if one.period]
    for paragraph, found in findings.dates:
        if known.has_date(paragraph, found):
            continue
        here = findings.text.paragraph(paragraph)
        sentence = here.sentence(found.span.start)
        like = known.event_like(paragraph, sentence, found)
        telling = _telling(findings.text, paragraph, found)
        why = _why(findings.text, paragraph, found)
        certainty = found.certainty
        if found in periods:
            why, certainty = f"{why}; the time of a number", certainty * _COUNTED
        if like:
            file, key, lines = f"events/{like.id}.yml", "told", item(telling)
            agrees = bool(found.dated and found.dated.agrees(like.date))
            other = "" if agrees else f", which is dated {like.date.edtf}"
            why += f"; perhaps “{like.sheet.value.label}”{other}"
            certainty = min(0.95, certainty + 0.1)
        else:
            slug = free(slug_of("event", findings.text.slug, str(paragraph)), taken)
            taken.add(slug)
            file, key = f"events/{slug}.yml", ""
            lines = _event(telling, _actors(known, paragraph, sentence), found)
        yield Draft(
            file=file,
            key=key,
            paragraph=paragraph,
            words=quotation(findings.text, paragraph, found.span, _QUOTE),
            why=why,
            certainty=certainty,
            lines=lines,
        )


def _why(text: Text, paragraph: int, found: FoundDate) -> str:
    said = f"“{found.span.of(text.paragraph(paragraph).text)}”"
    if found.edtf is None:
        return f"{said} counts from the article's date, which is {published(text.date)}"
    if found.relative:
        return f"{said} is {found.edtf}, counted from {published(text.date)}"
    return f"{said} is {found.edtf}"


def _telling(text: Text, paragraph: int, found: FoundDate) -> list[str]:
    return [
        f"article: {text.slug}",
        f"paragraph: {paragraph}",
        f"quote: {scalar(quotation(text, paragraph, found.span, _QUOTE))}",
        *dated(text, paragraph, found, "date"),
    ]


def _event(telling: list[str], actors: tuple[str, ...], found: FoundDate) -> tuple[str, ...]:
    lines = [f"label: {TODO_TEXT}", f"kind: {TODO}"]
    lines.append(telling[3] if found.edtf else f"date: {TODO}")
    if actors:
        lines.append(f"actors: {inline(actors)}")
    lines += ["told:", *(f"  {line}" for line in item(telling)), *BY_AND_WHEN]
    return tuple(lines)


def _actors(known: Known, paragraph: int, sentence: Span) -> tuple[str, ...]:
    """Return the terms a sentence mentions, as a first guess at who took part."""
    found = (
        one.term
        for one in known.article.mentions
        if one.paragraph == paragraph and sentence.start <= one.start < sentence.end
    )
    return tuple(dict.fromkeys(found))[:_ACTORS]


def figures(findings: Findings, known: Known) -> Iterator[Draft]:
    """Yield a suggestion for each number that no figure of its paragraph gives yet."""
    taken = set(known.linked.corpus.measures)
    for paragraph, found in findings.figures:
        if known.has_figure(paragraph, found):
            continue
        here = findings.text.paragraph(paragraph)
        sentence = here.sentence(found.span.start)
        like = known.measure_like(paragraph, sentence, found)
        ids = {one.id for one in like.sheet.value.figures} if like else set()
        entry = _figure(findings, known, paragraph, found, ids)
        why = _counts(found)
        if like:
            file, key, lines = f"figures/{like.id}.yml", "figures", item(entry)
            why += f"; perhaps of “{like.sheet.value.counts}”"
        else:
            slug = free(slug_of(found.unit or "figure", findings.text.slug, str(paragraph)), taken)
            taken.add(slug)
            file, key = f"figures/{slug}.yml", ""
            lines = _measure(entry, _actors(known, paragraph, sentence), found)
        yield Draft(
            file=file,
            key=key,
            paragraph=paragraph,
            words=quotation(findings.text, paragraph, found.span),
            why=why,
            certainty=found.certainty,
            lines=lines,
        )


def _counts(found: FoundFigure) -> str:
    if found.kind is FigureKind.CHANGE:
        return "a change in per cent"
    if not found.unit:
        return "a number; its unit is not beside it"
    return "a share in per cent" if found.unit == "per cent" else f"a number of {found.unit}"


def _measure(entry: list[str], about: tuple[str, ...], found: FoundFigure) -> tuple[str, ...]:
    unit = scalar(found.unit) if found.unit and found.kind is FigureKind.AMOUNT else TODO_TEXT
    lines = [f"counts: {TODO_TEXT}", f"unit: {unit}", f"nature: {TODO}"]
    if about:
        lines.append(f"about: {inline(about)}")
    lines += ["figures:", *(f"  {line}" for line in item(entry)), *BY_AND_WHEN]
    return tuple(lines)


def _figure(
    findings: Findings, known: Known, paragraph: int, found: FoundFigure, ids: set[str]
) -> list[str]:
    text = findings.text
    number = format(abs(found.low), "f")
    lines = [f"id: {free(slug_of(found.unit or 'figure', f'p{paragraph}', number), ids)}"]
    if found.kind is FigureKind.CHANGE:
        lines.append("kind: change")
    lines += [
        f"article: {text.slug}",
        f"paragraph: {paragraph}",
        f"quote: {scalar(quotation(text, paragraph, found.span))}",
    ]
    if found.number.is_range:
        lines += [f"low: {_plain(found.low)}", f"high: {_plain(found.high)}"]
    else:
        lines.append(f"value: {_plain(found.low)}")
    if found.qualifier is not Qualifier.EXACTLY and not found.number.is_range:
        lines.append(f"qualifier: {found.qualifier}")
    if found.period and found.period.edtf:
        lines += dated(text, paragraph, found.period, "period")
    source = _source(findings.said, paragraph, found.span)
    if source:
        lines.append(speaker_line(source.speaker, known.linked.corpus, "counted_by"))
    return lines


def _plain(number: Decimal) -> str:
    """Return a number as the files have it: no exponent, no needless zeros."""
    shown = format(number.normalize(), "f")
    return "0" if shown == "-0" else shown


def _source(said: tuple[Attribution, ...], paragraph: int, span: Span) -> Attribution | None:
    """Return who is said to say a number: somebody in the same sentence."""
    there = (one for one in said if one.paragraph == paragraph and one.sentence.overlaps(span))
    return next((one for one in there if one.certainty >= _SOURCED), None)
