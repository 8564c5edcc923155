"""Ties one article to its notes, terms and voices: a pure function of `Untied` and `Glossary`.

What comes back, `Tied`, names nothing it was made from, so that it is quick to hand from process
to process and to keep for the next build; `linked` lays it over the article again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from build_tools import prose
from build_tools.linking.anchors import Anchor, Sought, locked_quotes
from build_tools.linking.blocks import outline
from build_tools.linking.matcher import Matcher
from build_tools.linking.mentions import NOTHING, Found, find_mentions
from build_tools.linking.quotations import Quotations, gather
from build_tools.linking.seeking import op_ed, seek
from build_tools.linking.voices import speeches
from build_tools.model.carried import carried
from build_tools.model.corpus import Article, Corpus
from build_tools.model.lock import Lock, LockedArticle, LockedMention
from build_tools.model.note import Note
from build_tools.model.source import SourceText
from build_tools.model.term import TermFile
from build_tools.model.ties import TieFile

RULES = "1"
"""Version of the rules that find mentions; raising it asks every lock for a new reading."""


class Glossary:
    """All terms, ready to be found in any article."""

    def __init__(self, terms: Mapping[str, TermFile]) -> None:
        """Prepare the search.

        Args:
            terms: Terms by id.
        """
        self._terms = terms
        self.matcher = Matcher(terms)
        names = "".join(repr(term.variants) + term.name for term in terms.values())
        self._hash = hashlib.sha256((RULES + names).encode())

    def print_of(self, ties: TieFile) -> str:
        """Return the print of everything that an article's mentions depend on beside its text."""
        known = self._hash.copy()
        known.update(repr(ties).encode())
        return known.hexdigest()[:16]

    def __reduce__(self) -> tuple[type[Glossary], tuple[Mapping[str, TermFile]]]:
        """Let another process prepare its own: neither the search nor the hash can be sent."""
        return Glossary, (self._terms,)


@carried
@dataclass(frozen=True, slots=True, kw_only=True)
class Untied:
    """An article with all that its ties depend on, the glossary apart."""

    article: Article
    """The editorial data."""
    source: SourceText | None
    """The source text, where it is at hand."""
    locked: LockedArticle | None
    """What an earlier reading of the source text found."""
    quoting: Quotations
    """What quotes it, notes apart."""


@carried
@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """What was found in an article's words."""

    version: str
    """Hash of the source text; empty without it."""
    ties: str
    """Print of everything that mentions depend on."""
    notes: tuple[Anchor, ...]
    """Where each note hangs, in the order of the file; likewise below."""
    tellings: tuple[Anchor, ...]
    """Where what it tells of events stands."""
    figures: tuple[Anchor, ...]
    """Where the numbers it claims stand."""
    evidence: tuple[Anchor, ...]
    """Where the words stand that its answers to questions rest on."""
    said: dict[int, Found]
    """What its source text mentions, by paragraph; paragraphs without a mention are left out."""
    retold: dict[int, Found]
    """What its digest mentions, likewise."""
    lock: LockedArticle | None = None
    """What the lock should say of the source text; nothing where it does, and without the text."""


def untied(corpus: Corpus, texts: Mapping[str, SourceText], lock: Lock) -> tuple[Untied, ...]:
    """Return all articles with what their ties depend on, in the order of the corpus."""
    quoting = gather(corpus)
    return tuple(untie(one, texts, lock, quoting) for one in corpus.articles)


def untie(
    article: Article,
    texts: Mapping[str, SourceText],
    lock: Lock,
    quoting: Mapping[str, Quotations],
) -> Untied:
    """Return one article with what its ties depend on; all else is by slug."""
    slug = article.slug
    return Untied(
        article=article,
        source=texts.get(slug),
        locked=lock.get(slug),
        quoting=quoting.get(slug, Quotations()),
    )


def tie(glossary: Glossary, one: Untied) -> Tied:
    """Return what is found in an article's words: quotations, and mentions of terms."""
    article, quoting = one.article, one.quoting
    text = op_ed(article.slug, one.source)
    ours = _ours(article, one.source)
    tied = Tied(
        version=text.version if text else "",
        ties=glossary.print_of(article.ties.value),
        notes=seek(sought_notes(article), text, one.locked, ours),
        tellings=seek(quoting.tellings, text, one.locked, ours),
        figures=seek(quoting.figures, text, one.locked, ours),
        evidence=seek(quoting.evidence, text, one.locked, ours),
        said=dict(_said(article, one.source, glossary.matcher)),
        retold=dict(_retold(article, ours, glossary.matcher)),
    )
    lock = _locked(one, tied) if one.source else None
    return replace(tied, lock=lock) if lock != one.locked else tied


def sought_notes(article: Article) -> tuple[Sought[Note], ...]:
    """Return the notes of an article as something to be placed, in the order of the file."""
    return tuple(
        Sought(key=note.id, item=note, sheet=article.notes, steps=("notes", index))
        for index, note in enumerate(article.notes.value.notes)
    )


def _locked(one: Untied, tied: Tied) -> LockedArticle:
    """Return what the lock keeps of a source text that was read."""
    quoting = one.quoting
    notes = locked_quotes(sought_notes(one.article), tied.notes)
    quotes = chain(
        locked_quotes(quoting.tellings, tied.tellings),
        locked_quotes(quoting.figures, tied.figures),
        locked_quotes(quoting.evidence, tied.evidence),
    )
    return LockedArticle(
        text=tied.version,
        ties=tied.ties,
        notes=tuple(sorted(notes, key=lambda one: (one.paragraph, one.start, -one.end))),
        quotes=tuple(sorted(quotes, key=lambda one: (one.start, one.end, one.id))),
        mentions=tuple(
            LockedMention(
                term=said.term,
                paragraph=number,
                start=said.span.start,
                form=said.form,
                voice=said.voice,
                how=said.how.value,
            )
            for number, found in tied.said.items()
            for said in found.mentions
        ),
    )


def _said(
    article: Article, source: SourceText | None, matcher: Matcher
) -> Iterator[tuple[int, Found]]:
    """Yield what each paragraph of the source text mentions, with its number."""
    ties = article.ties.value
    for number, block in enumerate(source.numbered if source else (), 1):
        voices = [one for one in ties.voices if one.paragraph == number]
        spoken = speeches(block.text, voices)
        found = find_mentions(matcher, block.text, number, ties, speeches=spoken)
        if found is not NOTHING:
            yield number, found


def _retold(
    article: Article, ours: Mapping[int, str], matcher: Matcher
) -> Iterator[tuple[int, Found]]:
    """Yield what each paragraph of the digest mentions, with its number."""
    for number, text in ours.items():
        found = find_mentions(matcher, text, number, article.ties.value, retold=True)
        if found is not NOTHING:
            yield number, found


def _ours(article: Article, source: SourceText | None) -> dict[int, str]:
    """Return the words of the digest without their markup, by paragraph."""
    digest = outline(article.digest.value, source)
    return {
        number: prose.line(markdown).text
        for _, number, _, markdown in digest
        if number and markdown
    }
