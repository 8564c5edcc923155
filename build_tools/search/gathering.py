"""Gathers what can be found from the linked corpus, and from pages written by hand.

Nothing is gathered that the edition does not show: a paragraph's words are those on its page. The
forms of names are those of the op-ed, as in the glossary's tables.

To let something else be found: write a function that yields its entries, add it to `rest`, add
tests in `tests/unit/search/test_gathering.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from build_tools.linking.linked import Block, Linked, LinkedArticle
from build_tools.linking.matcher import Matcher, variants
from build_tools.linking.mentions import How
from build_tools.model.corpus import Article
from build_tools.model.lock import LockedMention
from build_tools.model.output import Output
from build_tools.search import records
from build_tools.search.entries import Entry, Kind, Named, Place
from build_tools.search.handwritten import handwritten
from build_tools.search.naming import names, plain
from build_tools.views import words
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.particulars import byline


def matcher(linked: Linked) -> Matcher:
    """Return what tells the terms that a text names."""
    return Matcher(linked.corpus.entries)


def gather(desk: Desk, matcher: Matcher, pages: Iterable[Output]) -> Iterator[Entry]:
    """Yield everything that can be found.

    Args:
        desk: The site, seen from its root.
        matcher: Tells the terms that a text names.
        pages: Pages written by hand, in Markdown.
    """
    yield from terms(desk)
    yield from (article(desk, one, matcher) for one in desk.linked.articles)
    yield from rest(desk, matcher, pages)


def terms(desk: Desk) -> Iterator[Entry]:
    """Yield the terms of the glossary."""
    return (_term(desk, key) for key in desk.linked.corpus.terms)


def rest(desk: Desk, matcher: Matcher, pages: Iterable[Output]) -> Iterator[Entry]:
    """Yield what is neither a term nor an article."""
    yield from records.events(desk, matcher)
    yield from records.figures(desk, matcher)
    yield from records.questions(desk, matcher)
    yield from records.sources(desk, matcher)
    yield from records.course(desk, matcher)
    yield from handwritten(pages)


def _term(desk: Desk, key: str) -> Entry:
    term = desk.linked.corpus.terms[key].value
    native = term.native.text if term.native else ""
    called = dict.fromkeys((term.name, term.short or "", native, *(v.text for v in variants(term))))
    contested = (
        f"{one.point} {' '.join(f'{side.holder}: {plain(side.says)}' for side in one.positions)}"
        for one in term.contested
    )
    text = " ".join((plain(term.definition), plain(term.detail), *contested))
    return Entry(
        title=f"{term.name} ({term.short})" if term.short else term.name,
        href=desk.term_href(key),
        detail=words.TERM_KINDS[term.kind],
        term=key,
        names=tuple(filter(None, called)),
        places=(
            Place(
                kind=Kind.TERM,
                text=text.strip(),
                keywords=" · ".join(filter(None, called)),
                named=(Named(key), *(Named(one.term) for one in term.relations)),
            ),
        ),
    )


def article(desk: Desk, one: LinkedArticle, matcher: Matcher) -> Entry:
    """Return an article with its paragraphs and notes."""
    article, record = one.article, one.article.record.value
    full = desk.shows_full(one)
    said: defaultdict[int, list[LockedMention]] = defaultdict(list)
    for mention in one.mentions:
        said[mention.paragraph].append(mention)
    places = [
        Place(
            kind=Kind.ARTICLE,
            text=record.thesis or "",
            keywords=" · ".join(
                (record.title, article.label, byline(article), record.outlet, *record.aliases)
            ),
        )
    ]
    for block in one.blocks:
        if block.number:
            places.append(_paragraph(block, said[block.number], full=full))
            places += _notes(block, matcher)
    return Entry(
        title=record.title,
        href=desk.article_href(article.slug),
        detail=_detail(article),
        places=tuple(places),
    )


def _detail(article: Article) -> str:
    record = article.record.value
    return f"{byline(article)}, {record.outlet}, {in_words(record.date)}"


def _paragraph(block: Block, said: Iterable[LockedMention], *, full: bool) -> Place:
    named = chain(
        (Named(one.term, one.form, one.how == How.DESCRIPTION) for one in said),
        (
            Named(one.term, one.form, one.how is How.DESCRIPTION)
            for one in block.digest_found.mentions
        ),
    )
    return Place(
        kind=Kind.ARTICLE,
        text=block.full if full and block.full else block.digest.text,
        fragment=f"p{block.number}",
        label=f"¶{block.number}",
        named=tuple(dict.fromkeys(named)),
    )


def _notes(block: Block, matcher: Matcher) -> Iterator[Place]:
    for numbered in block.notes:
        note = numbered.placed.item
        yield Place(
            kind=Kind.NOTE,
            text=plain(note.body),
            fragment=f"n-{note.id}",
            label=f"{words.KIND_LABELS[note.kind][0]} on ¶{block.number}",
            quote=note.quote,
            named=names(matcher, note.body, note.quote),
        )
