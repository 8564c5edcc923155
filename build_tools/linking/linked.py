"""An article with everything that hangs on its words: what pages and downloads are made from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from build_tools.linking import comparisons, events, figures
from build_tools.linking.anchors import Placed, Q, hang
from build_tools.linking.blocks import Block, NumberedNote, blocks
from build_tools.linking.mentions import Found
from build_tools.linking.tying import Glossary, Tied, Untied, sought_notes, tie, untied
from build_tools.model.corpus import Article, Corpus
from build_tools.model.event import Telling
from build_tools.model.figure import Figure
from build_tools.model.lock import Lock, LockedArticle, LockedMention
from build_tools.model.note import Note
from build_tools.model.question import Evidence
from build_tools.model.source import SourceText
from build_tools.sources.mapper import Mapper

__all__ = ["AnyPlaced", "Block", "Linked", "LinkedArticle", "NumberedNote", "bind", "link"]

AnyPlaced = Placed[Note] | Placed[Telling] | Placed[Figure] | Placed[Evidence]
"""Whatever quotes an article and names words of its digest."""


@dataclass(frozen=True, kw_only=True)
class LinkedArticle:
    """An article, read and tied; without slots, so that what follows is worked out when asked."""

    article: Article
    """The editorial data."""
    source: SourceText | None
    """The source text, where it is at hand."""
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
    said: dict[int, Found] = field(default_factory=dict)
    """What the source text mentions, by paragraph; paragraphs without a mention are left out."""
    retold: dict[int, Found] = field(default_factory=dict)
    """What the digest mentions, likewise."""

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The body in order."""
        digest = self.article.digest.value
        return tuple(blocks(digest, self.source, self.notes, self.said, self.retold))

    @property
    def quotations(self) -> tuple[AnyPlaced, ...]:
        """Everything that quotes it."""
        return (*self.notes, *self.tellings, *self.figures, *self.evidence)

    @cached_property
    def paragraphs(self) -> int:
        """How many numbered paragraphs the op-ed has: the text at hand knows best."""
        return len(self.source.numbered) if self.source else self.article.paragraphs

    def block(self, number: int) -> Block | None:
        """Return the block with that paragraph number."""
        return self._by_number.get(number)

    @cached_property
    def _by_number(self) -> dict[int, Block]:
        return {one.number: one for one in reversed(self.blocks)}


@dataclass(frozen=True, kw_only=True)
class Linked:
    """A corpus with all its ties; without slots, so that articles are found by their slugs."""

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
        return self._by_slug.get(slug)

    @cached_property
    def _by_slug(self) -> dict[str, LinkedArticle]:
        return {one.article.slug: one for one in self.articles}

    def lock(self) -> Lock:
        """Return what a new anchors.lock holds."""
        return {one.article.slug: one.lock for one in self.articles if one.lock}

    def with_article(self, new: LinkedArticle) -> Linked:
        """Return the same corpus with an article, tied anew, in the place of the one it was."""
        corpus = self.corpus.with_article(new.article)
        slug = new.article.slug
        articles = tuple(new if one.article.slug == slug else one for one in self.articles)
        old = self.article(slug)
        if old and _crossing(old) == _crossing(new):
            return replace(self, corpus=corpus, articles=articles)
        return _gather(corpus, articles)


def link(corpus: Corpus, texts: dict[str, SourceText], lock: Lock, mapper: Mapper = map) -> Linked:
    """Tie notes, terms and voices to the words of every article.

    Args:
        corpus: The editorial data.
        texts: The source texts at hand, by slug.
        lock: What earlier readings of the source texts found.
        mapper: Ties the articles, one by one where nothing else is said.
    """
    glossary = Glossary(corpus.entries)
    articles = untied(corpus, texts, lock)
    tied = mapper(partial(tie, glossary), articles)
    bound = (bind(one, found, corpus) for one, found in zip(articles, tied, strict=True))
    return _gather(corpus, tuple(bound))


def _gather(corpus: Corpus, articles: tuple[LinkedArticle, ...]) -> Linked:
    """Return a corpus with what leads from article to article."""
    measures = figures.gather(corpus, _by_key(one.figures for one in articles))
    return Linked(
        corpus=corpus,
        articles=articles,
        events=events.gather(corpus, {one.article.slug: one.tellings for one in articles}),
        measures=measures,
        questions=comparisons.gather(corpus, _by_key(one.evidence for one in articles), measures),
    )


def _crossing(one: LinkedArticle) -> tuple[object, ...]:
    """Return what of an article other articles are compared with."""
    return one.tellings, one.figures, one.evidence


def _by_key(placed: Iterable[tuple[Placed[Q], ...]]) -> dict[str, Placed[Q]]:
    return {one.key: one for several in placed for one in several}


def bind(one: Untied, tied: Tied, corpus: Corpus) -> LinkedArticle:
    """Return an article with what was found in its words laid over it."""
    text = one.source.text if one.source else ""
    lock = tied.lock or one.locked
    known = lock.mentions if lock else ()
    return LinkedArticle(
        article=one.article,
        source=one.source,
        notes=hang(sought_notes(one.article), tied.notes, text),
        tellings=hang(one.quoting.tellings, tied.tellings, text),
        figures=hang(one.quoting.figures, tied.figures, text),
        evidence=hang(one.quoting.evidence, tied.evidence, text),
        mentions=tuple(said for said in known if said.term in corpus.terms),
        lock=lock,
        stale=lock is not None and lock.ties != tied.ties,
        said=tied.said,
        retold=tied.retold,
    )
