"""Draws an article as a row of paragraphs with its notes above them: a way in by picture."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.linking.linked import Block, LinkedArticle
from build_tools.views import words
from build_tools.views.article_page import kind_view
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.listing import ArticleCard, ArticleLine, Bar, Dot
from build_tools.views.particulars import byline

WIDTH = 1000.0
"""Width of the longest article, in the picture's units."""
GAP = 4.0
"""Space between two paragraphs."""
STEP = 16.0
"""Room a note takes in either direction."""
FOOT = 22.0
"""Height of the row of paragraphs."""


def cards(desk: Desk, articles: tuple[LinkedArticle, ...]) -> tuple[ArticleCard, ...]:
    """Return articles with their portraits, all drawn to one scale.

    Paragraphs are as wide as our digest of them is long, so that every edition shows one picture.
    """
    longest = max((_length(one) for one in articles), default=1)
    return tuple(_card(desk, one, WIDTH / longest) for one in articles)


def line(desk: Desk, one: LinkedArticle) -> ArticleLine:
    """Return an article without its portrait."""
    record = one.article.record.value
    return ArticleLine(
        href=desk.article_href(one.article.slug),
        title=record.title,
        byline=byline(one.article),
        outlet=record.outlet,
        date=in_words(record.date),
        date_iso=words.iso(record.date),
        facts=_facts(one.paragraphs, len(one.notes), one),
    )


def _length(one: LinkedArticle) -> int:
    return max(1, sum(len(block.digest.text) for block in one.blocks if block.number))


def _card(desk: Desk, one: LinkedArticle, scale: float) -> ArticleCard:
    article, record = one.article, one.article.record.value
    bars: list[Bar] = []
    dots: list[Dot] = []
    height = FOOT + STEP * (_rows(one, scale) + 0.5)
    x = 0.0
    for block in one.blocks:
        if not block.number:
            continue
        room = len(block.digest.text) * scale
        width = _width(block, scale)
        href = desk.article_href(article.slug, f"p{block.number}")
        bars.append(Bar(href=href, number=block.number, x=round(x, 1), width=round(width, 1)))
        dots += _dots(desk, article.slug, block, x, width, height)
        x += room
    notes = words.plural(len(dots), "note")
    paragraphs = words.plural(len(bars), "paragraph")
    return ArticleCard(
        slug=article.slug,
        href=desk.article_href(article.slug),
        title=record.title,
        byline=byline(article),
        outlet=record.outlet,
        date=in_words(record.date),
        date_iso=words.iso(record.date),
        thesis=record.thesis or "",
        facts=_facts(len(bars), len(dots), one),
        width=WIDTH,
        height=height,
        bars=tuple(bars),
        dots=tuple(dots),
        portrait=f"{paragraphs} drawn as bars, {notes} as marks above them",
    )


def _facts(paragraphs: int, notes: int, one: LinkedArticle) -> str:
    terms = len({mention.term for mention in one.mentions})
    counts = ((paragraphs, "paragraph"), (notes, "note"), (terms, "term"))
    return " · ".join(words.plural(count, name) for count, name in counts)


def _width(block: Block, scale: float) -> float:
    return max(2.0, len(block.digest.text) * scale - GAP)


def _columns(width: float) -> int:
    return max(1, int(width // STEP))


def _rows(one: LinkedArticle, scale: float) -> int:
    """Return how many rows the notes of the paragraph with most notes for its width take."""
    numbered = (block for block in one.blocks if block.number)
    return (
        max(
            (-(-len(block.notes) // _columns(_width(block, scale))) for block in numbered),
            default=1,
        )
        or 1
    )


def _dots(
    desk: Desk, slug: str, block: Block, x: float, width: float, height: float
) -> Iterator[Dot]:
    """Yield the notes of a paragraph, row on row from below."""
    columns = _columns(width)
    for index, note in enumerate(block.notes):
        kind = kind_view(note.placed.item.kind)
        row, column = divmod(index, columns)
        here = min(columns, len(block.notes) - row * columns)
        yield Dot(
            href=desk.article_href(slug, f"n-{note.placed.item.id}"),
            kind=kind,
            x=round(x + width * (column + 0.5) / here, 1),
            y=round(height - (FOOT + STEP * (row + 0.75)), 1),
            title=f"{kind.label}, ¶{block.number}: {note.placed.item.quote}",
        )
