"""An article with everything that hangs on its words: what pages and downloads are made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from build_tools import prose
from build_tools.linking import comparisons, events, figures
from build_tools.linking.anchors import Placed, Q, Sought, Standing, lock_quotes, place
from build_tools.linking.finding import find_words
from build_tools.linking.matcher import Matcher
from build_tools.linking.mentions import NOTHING, Found, find_mentions
from build_tools.linking.quotations import Quotations, gather
from build_tools.linking.voices import speeches
from build_tools.model.corpus import Article, Corpus
from build_tools.model.event import Telling
from build_tools.model.figure import Figure
from build_tools.model.lock import Lock, LockedArticle, LockedMention, LockedQuote
from build_tools.model.note import Note
from build_tools.model.question import Evidence
from build_tools.model.rich import Rich
from build_tools.model.source import BlockKind, SourceText
from build_tools.model.span import Span

AnyPlaced = Placed[Note] | Placed[Telling] | Placed[Figure] | Placed[Evidence]
"""Whatever quotes an article and names words of its digest."""

RULES = "1"
"""Version of the rules that find mentions; raising it asks every lock for a new reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedNote:
    """A note with its number on the page and its places in both texts."""

    number: int
    """Number on the page, from 1."""
    placed: Placed[Note]
    """The note and its place in the source text."""
    in_full: Span | None
    """Its words in the op-ed's paragraph; nothing without the source text."""
    in_digest: Span | None
    """Its words in the digest's paragraph; nothing where it hangs on the paragraph's end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, list item or subhead with what hangs on it."""

    kind: BlockKind
    """What it is."""
    number: int
    """Paragraph number; 0 for a subhead."""
    digest: Rich
    """Our words; empty where the paragraph is not retold yet, or for a subhead of the source."""
    full: str
    """The op-ed's words; empty without the source text."""
    notes: tuple[NumberedNote, ...] = ()
    """Notes that lie in it."""
    digest_found: Found = NOTHING
    """Mentions in the digest."""
    full_found: Found = NOTHING
    """Mentions in the op-ed's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedArticle:
    """An article, read and tied."""

    article: Article
    """The editorial data."""
    source: SourceText | None
    """The source text, where it is at hand."""
    blocks: tuple[Block, ...]
    """The body in order."""
    notes: tuple[Placed[Note], ...]
    """All notes in the order of the text."""
    tellings: tuple[Placed[Telling], ...]
    """What it tells of events, in the order of the text."""
    figures: tuple[Placed[Figure], ...]
    """The numbers it claims, in the order of the text."""
    evidence: tuple[Placed[Evidence], ...]
    """What its answers to questions rest on, in the order of the text."""
    mentions: tuple[LockedMention, ...]
    """Mentions in the source text: read there, or known from the lock."""
    lock: LockedArticle | None
    """What is known of the source text: read now, or from the lock; nothing if never read."""
    stale: bool
    """True where mentions come from a lock older than the glossary or the ties."""

    @property
    def quotations(self) -> tuple[AnyPlaced, ...]:
        """Everything that quotes it."""
        return (*self.notes, *self.tellings, *self.figures, *self.evidence)

    @property
    def paragraphs(self) -> int:
        """How many numbered paragraphs the op-ed has: the text at hand knows best."""
        return len(self.source.numbered) if self.source else self.article.paragraphs

    def block(self, number: int) -> Block | None:
        """Return the block with that paragraph number."""
        return next((one for one in self.blocks if one.number == number), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A corpus with all its ties."""

    corpus: Corpus
    """The editorial data."""
    articles: tuple[LinkedArticle, ...]
    """In the order of the corpus."""
    events: tuple[events.Event, ...] = ()
    """By date."""
    measures: tuple[figures.Measure, ...] = ()
    """What is counted, by name of the file."""
    questions: tuple[comparisons.Question, ...] = ()
    """By topic in the order of the files, then by name of the file."""

    def article(self, slug: str) -> LinkedArticle | None:
        """Return the article with that slug."""
        return next((one for one in self.articles if one.article.slug == slug), None)

    def lock(self) -> Lock:
        """Return what a new anchors.lock holds."""
        return {one.article.slug: one.lock for one in self.articles if one.lock}


def link(corpus: Corpus, texts: dict[str, SourceText], lock: Lock) -> Linked:
    """Tie notes, terms and voices to the words of every article.

    Args:
        corpus: The editorial data.
        texts: The source texts at hand, by slug.
        lock: What earlier readings of the source texts found.
    """
    terms = {key: sheet.value for key, sheet in corpus.terms.items()}
    matcher = Matcher(terms)
    glossary_print = "".join(repr(term.variants) + term.name for term in terms.values())
    quoting = gather(corpus)
    articles = tuple(
        _link(
            one,
            quoting.get(one.slug, Quotations()),
            texts.get(one.slug),
            lock.get(one.slug),
            matcher,
            glossary_print,
        )
        for one in corpus.articles
    )
    measures = figures.gather(corpus, _by_key(one.figures for one in articles))
    return Linked(
        corpus=corpus,
        articles=articles,
        events=events.gather(corpus, {one.article.slug: one.tellings for one in articles}),
        measures=measures,
        questions=comparisons.gather(corpus, _by_key(one.evidence for one in articles), measures),
    )


def _by_key(placed: Iterable[tuple[Placed[Q], ...]]) -> dict[str, Placed[Q]]:
    return {one.key: one for several in placed for one in several}


def _link(
    article: Article,
    quoting: Quotations,
    source: SourceText | None,
    locked: LockedArticle | None,
    matcher: Matcher,
    glossary_print: str,
) -> LinkedArticle:
    notes = (
        Sought(key=note.id, item=note, sheet=article.notes, steps=("notes", index))
        for index, note in enumerate(article.notes.value.notes)
    )
    placed = place(notes, article.slug, source, locked)
    tellings = place(quoting.tellings, article.slug, source, locked)
    numbers = place(quoting.figures, article.slug, source, locked)
    evidence = place(quoting.evidence, article.slug, source, locked)
    found = _source_mentions(article, source, matcher)
    blocks = _blocks(article, source, placed, found, matcher)
    ties = RULES + glossary_print + repr(article.ties.value)
    ties_print = hashlib.sha256(ties.encode()).hexdigest()[:16]
    if source:
        locked = LockedArticle(
            text=source.digest,
            ties=ties_print,
            notes=lock_quotes(article.slug, placed, source),
            quotes=_lock_quotes(article.slug, source, tellings, numbers, evidence),
            mentions=_lock_mentions(found),
        )
    return LinkedArticle(
        article=article,
        source=source,
        blocks=blocks,
        notes=placed,
        tellings=tellings,
        figures=numbers,
        evidence=evidence,
        mentions=tuple(one for one in locked.mentions if one.term in matcher.terms)
        if locked
        else (),
        lock=locked,
        stale=locked is not None and locked.ties != ties_print,
    )


def _source_mentions(
    article: Article, source: SourceText | None, matcher: Matcher
) -> dict[int, Found]:
    """Return what each paragraph of the source text mentions, by paragraph number."""
    ties = article.ties.value
    found = {}
    for number, block in enumerate(source.numbered if source else (), 1):
        voices = [one for one in ties.voices if one.paragraph == number]
        found[number] = find_mentions(
            matcher, block.text, number, ties, speeches=speeches(block.text, voices)
        )
    return found


def _lock_quotes(
    slug: str, source: SourceText, *several: tuple[Placed[Any], ...]
) -> tuple[LockedQuote, ...]:
    found = (one for placed in several for one in lock_quotes(slug, placed, source))
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.id)))


def _lock_mentions(found: dict[int, Found]) -> tuple[LockedMention, ...]:
    return tuple(
        LockedMention(
            term=one.term,
            paragraph=number,
            start=one.span.start,
            form=one.form,
            voice=one.voice,
            how=one.how.value,
        )
        for number in sorted(found)
        for one in found[number].mentions
    )


def _blocks(
    article: Article,
    source: SourceText | None,
    placed: tuple[Placed[Note], ...],
    found: dict[int, Found],
    matcher: Matcher,
) -> tuple[Block, ...]:
    by_paragraph: dict[int, list[tuple[int, Placed[Note]]]] = {}
    for number, one in enumerate(placed, 1):
        by_paragraph.setdefault(one.paragraph, []).append((number, one))
    starts = [span.start for span in source.paragraph_spans()] if source else []
    blocks = []
    for kind, number, full, markdown in _outline(article, source):
        digest = prose.line(markdown)
        notes = tuple(
            NumberedNote(
                number=note_number,
                placed=one,
                in_full=one.span.shifted(-starts[number - 1]) if full and one.span else None,
                in_digest=_in_digest(one, digest.text),
            )
            for note_number, one in by_paragraph.get(number, ())
            if number
        )
        retold = find_mentions(matcher, digest.text, number, article.ties.value, retold=True)
        blocks.append(
            Block(
                kind=kind,
                number=number,
                digest=digest,
                full=full,
                notes=notes,
                digest_found=retold if number else NOTHING,
                full_found=found.get(number, NOTHING),
            )
        )
    return tuple(blocks)


def _outline(article: Article, source: SourceText | None) -> list[tuple[BlockKind, int, str, str]]:
    """Return kind, number, the op-ed's words and our Markdown of each block in order.

    The source text, where at hand, decides what there is; the digest lends its subheads.
    """
    digest = article.digest.value
    if source is None:
        return [(one.kind, one.number, "", one.markdown) for one in digest.blocks]
    heads = [one.markdown for one in digest.blocks if one.kind is BlockKind.SUBHEAD]
    outline: list[tuple[BlockKind, int, str, str]] = []
    number = head = 0
    for block in source.blocks:
        if block.kind is BlockKind.SUBHEAD:
            ours = heads[head] if head < len(heads) else ""
            outline.append((block.kind, 0, block.text, ours))
            head += 1
        else:
            number += 1
            retold = digest.paragraph(number)
            outline.append((block.kind, number, block.text, retold.markdown if retold else ""))
    return outline


def _in_digest(one: Placed[Note], text: str) -> Span | None:
    """Return where a note hangs in the digest: on its words there, else on the same quotation."""
    if one.standing is Standing.LOST:
        return None
    return find_words(text, one.item.digest or one.item.quote)
