"""Everything the finders find in one article, before it is compared with what editors have."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.linking.matcher import Matcher
from build_tools.suggesting import (
    abbreviations,
    attributions,
    counts,
    descriptions,
    names,
    reading,
    runs,
    times,
    voicing,
)
from build_tools.suggesting.attributions import Attribution
from build_tools.suggesting.counts import FoundFigure
from build_tools.suggesting.echoes import FoundDescription
from build_tools.suggesting.glossary import Glossary
from build_tools.suggesting.names import FoundName
from build_tools.suggesting.reading import Text
from build_tools.suggesting.times import FoundDate
from build_tools.suggesting.voicing import FoundVoice


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What one text holds."""

    text: Text
    """The text."""
    names: tuple[FoundName, ...]
    """Names and abbreviations the glossary lacks, the surest first."""
    dates: tuple[tuple[int, FoundDate], ...]
    """Dates by paragraph."""
    figures: tuple[tuple[int, FoundFigure], ...]
    """Figures by paragraph."""
    said: tuple[Attribution, ...]
    """Who is said to say something."""
    voices: tuple[FoundVoice, ...]
    """Quoted words without a speaker."""
    descriptions: tuple[FoundDescription, ...]
    """Likely mentions by description."""


def glossary_of(linked: Linked) -> Glossary:
    """Return the terms of a corpus, ready to be found."""
    terms = linked.corpus.entries
    return Glossary(terms, Matcher(terms))


def read(one: LinkedArticle) -> Text | None:
    """Return an article ready to be searched; nothing where its source text is not at hand."""
    record = one.article.record.value
    if one.source is None or not one.source.numbered:
        return None
    return reading.read(one.article.slug, one.source, record.language, record.date)


def numbers(
    text: Text, glossary: Glossary
) -> tuple[tuple[tuple[int, FoundDate], ...], tuple[tuple[int, FoundFigure], ...]]:
    """Return the dates and the figures of a text, each with its paragraph."""
    dated: list[tuple[int, FoundDate]] = []
    counted: list[tuple[int, FoundFigure]] = []
    for here in text.paragraphs:
        found = times.find(here.text, text.words, text.date)
        hits = glossary.hits(here.text)
        named = [hit.span for hit in hits if any(one.isdigit() for one in hit.form)]
        dated += [(here.number, one) for one in found]
        counted += [(here.number, one) for one in counts.find(here, text.words, found, named)]
    return tuple(dated), tuple(counted)


def gather(one: LinkedArticle, text: Text, glossary: Glossary) -> Findings:
    """Return what the finders find in an article."""
    runs_found = runs.find(text)
    pairs = [
        (here.number, pair)
        for here in text.paragraphs
        for pair in abbreviations.find(here.text, text.words)
    ]
    said = attributions.find(text, runs_found, glossary)
    dated, counted = numbers(text, glossary)
    known = one.article.ties.value.voices
    return Findings(
        text=text,
        names=names.find(text, runs_found, pairs, glossary),
        dates=dated,
        figures=counted,
        said=said,
        voices=voicing.find(text, said, known, glossary),
        descriptions=descriptions.find(text, runs_found, glossary),
    )
