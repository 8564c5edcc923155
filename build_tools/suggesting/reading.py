"""An op-ed cut into paragraphs, sentences and words, with what is known of its language and day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Protocol, cast

from build_tools.model import dates
from build_tools.model.dates import Dated
from build_tools.model.fields import QUOTE_WORDS
from build_tools.model.source import SourceText
from build_tools.model.span import Span
from build_tools.suggesting.languages import words_of
from build_tools.suggesting.languages.words import Words

WORD = re.compile(r"[^\W_]+(?:[.’'-](?=[^\W_])[^\W_]+)*(?:(?<=\b\w\.\w)\.)?")
"""A word, inner hyphens, apostrophes and stops included: `Tehreek-e-Taliban`, `wardens'`, `U.S.`"""
_RUN = re.compile(r"\S+")
_LOOSE = " .,;:—–-“”\"‘’'()[]"
"""What a quotation neither begins nor ends with."""
_END = re.compile(r"[.!?…][”’\"')\]“]*\s+(?=[“‘”\"'(\[–—]?[^\W\d_a-z])|[.!?…][”’\"')\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A numbered paragraph."""

    number: int
    """Its number."""
    text: str
    """Its words."""
    sentences: tuple[Span, ...]
    """Its sentences, in code points of the paragraph."""

    def sentence(self, at: int) -> Span:
        """Return the sentence an offset lies in."""
        return next((one for one in self.sentences if at < one.end), self.sentences[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An op-ed, ready to be searched."""

    slug: str
    """The article."""
    words: Words
    """What is known of its language."""
    date: Dated | None
    """When it appeared; nothing where that is not known to the day, or roughly so."""
    paragraphs: tuple[Paragraph, ...]
    """Its numbered paragraphs."""
    whole: str
    """The canonical text."""

    def paragraph(self, number: int) -> Paragraph:
        """Return the paragraph of that number."""
        return self.paragraphs[number - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Some words of a paragraph."""

    paragraph: int
    """Its number."""
    span: Span
    """Where in it, in code points."""
    words: str
    """The words as they stand there."""


def read(slug: str, source: SourceText, language: str, published: str) -> Text:
    """Return an article ready to be searched.

    Args:
        slug: The article.
        source: Its text.
        language: Its language, as a BCP 47 code.
        published: Its date, in EDTF.
    """
    words = words_of(language)
    date = dates.parse(published)
    return Text(
        slug=slug,
        words=words,
        date=date if date.start == date.end else None,
        paragraphs=tuple(
            Paragraph(number=number, text=block.text, sentences=sentences(block.text, words))
            for number, block in enumerate(source.numbered, 1)
        ),
        whole=source.text,
    )


def sentences(text: str, words: Words) -> tuple[Span, ...]:
    """Return the sentences of a paragraph; a shortened word ends none."""
    spans, start = [], 0
    for end in _END.finditer(text):
        last = text[start : end.start()].rpartition(" ")[2].lstrip("“‘\"'(").lower()
        is_stop = text[end.start()] == "."
        if is_stop and end.end() < len(text) and (last in words.shortened or len(last) == 1):
            continue
        spans.append(Span(start, end.end()))
        start = end.end()
    if start < len(text) or not spans:
        spans.append(Span(start, len(text)))
    return tuple(spans)


def tokens(text: str, within: Span | None = None) -> Iterator[Span]:
    """Yield the words of a text, or of a stretch of it."""
    start, end = (0, len(text)) if within is None else (within.start, within.end)
    for match in WORD.finditer(text, start, end):
        yield Span(*match.span())


def quotation(text: Text, paragraph: int, span: Span, least: int = 1) -> str:
    """Return a quotation around some words that stands in the whole text only once.

    It grows word by word within the sentence, on both sides in turn and rather not over a comma,
    until it has `least` words and is found once, or has as many words as a quotation may have.
    """
    here = text.paragraph(paragraph)
    sentence = here.sentence(span.start)
    runs = [Span(*one.span()) for one in _RUN.finditer(here.text, sentence.start, sentence.end)]
    inside = [index for index, one in enumerate(runs) if one.overlaps(span)]
    if not inside:
        return short(span.of(here.text))
    low, high = inside[0], min(inside[-1], inside[0] + QUOTE_WORDS - 1)
    while True:
        words = here.text[runs[low].start : runs[high].end].strip(_LOOSE)
        count = high - low + 1
        whole = (low, high) == (0, len(runs) - 1)
        if whole or count >= QUOTE_WORDS or (count >= least and text.whole.count(words) == 1):
            return words
        if _grows_right(here.text, runs, low, high):
            high += 1
        else:
            low -= 1


def _grows_right(text: str, runs: list[Span], low: int, high: int) -> bool:
    """Tell on which side a quotation grows by a word: where no punctuation lies, else in turn."""
    if low == 0 or high == len(runs) - 1:
        return low == 0
    left, right = _stops(runs[low - 1].of(text)), _stops(runs[high].of(text))
    return left if left != right else (high - low) % 2 == 0


def _stops(run: str) -> bool:
    """Tell whether a word is followed by punctuation."""
    return run[-1] in ",;:.!?)—–”’"


def short(words: str, most: int = QUOTE_WORDS) -> str:
    """Return words of an op-ed cut to what may be quoted."""
    return " ".join(words.split()[:most])


class _Stems(Protocol):
    def stemWord(self, word: str) -> str: ...


@lru_cache
def stemming(language: str) -> Callable[[str], str]:
    """Return what takes a word to its stem; to lower case where the language has no stemmer."""
    if not language:
        return str.lower
    stemmer = cast("_Stems", import_module("snowballstemmer").stemmer(language))
    return lru_cache(maxsize=65536)(lambda word: stemmer.stemWord(word.lower()))


def stems(text: str, words: Words) -> list[str]:
    """Return the stems of the words of a text that carry meaning, parts of compounds apart."""
    stem = stemming(words.stemmer)
    parts = re.findall(r"[^\W_]+(?:[’']s\b)?", text)
    cleaned = (re.sub(r"[’']s$", "", one).lower() for one in parts)
    return [stem(one) for one in cleaned if one not in words.function_words and len(one) > 1]
