"""Gathers what can be found from the linked corpus, and from pages written by hand.

Nothing is gathered that the edition does not show: a paragraph's words are those on its page. The
forms of names are those of the op-ed, as in the glossary's tables.

To let something else be found: write a function that yields its entries, add it to `gather`, add
tests in `tests/unit/search/test_gathering.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.linking.linked import Block, LinkedArticle
from build_tools.linking.matcher import Matcher, variants
from build_tools.linking.mentions import How
from build_tools.model.corpus import Article
from build_tools.model.output import Output
from build_tools.search import records
from build_tools.search.entries import Entry, Kind, Named, Place
from build_tools.search.handwritten import handwritten
from build_tools.search.naming import names, plain
from build_tools.views import words
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.particulars import byline


def gather(desk: Desk, pages: Iterable[Output]) -> tuple[Entry, ...]:
    """Return everything that can be found.

    Args:
        desk: The site, seen from its root.
        pages: Pages written by hand, in Markdown.
    """
    matcher = Matcher({key: sheet.value for key, sheet in desk.linked.corpus.terms.items()})
    return (
        *(_term(desk, key) for key in desk.linked.corpus.terms),
        *(_article(desk, one, matcher) for one in desk.linked.articles),
        *records.events(desk, matcher),
        *records.figures(desk, matcher),
        *records.questions(desk, matcher),
        *records.sources(desk, matcher),
        *records.course(desk, matcher),
        *handwritten(pages),
    )


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


def _article(desk: Desk, one: LinkedArticle, matcher: Matcher) -> Entry:
    article, record = one.article, one.article.record.value
    full = desk.shows_full(one)
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
            places.append(_paragraph(one, block, full=full))
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


def _paragraph(one: LinkedArticle, block: Block, *, full: bool) -> Place:
    text = block.full if full and block.full else block.digest.text
    said = [
        Named(found.term, found.form, found.how == How.DESCRIPTION)
        for found in one.mentions
        if found.paragraph == block.number
    ]
    retold = [
        Named(found.term, found.form, found.how is How.DESCRIPTION)
        for found in block.digest_found.mentions
    ]
    return Place(
        kind=Kind.ARTICLE,
        text=text,
        fragment=f"p{block.number}",
        label=f"¶{block.number}",
        named=tuple(dict.fromkeys((*said, *retold))),
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
