"""Draws an article as a row of paragraphs with its notes above them: a way in by picture."""

from __future__ import annotations

from build_tools.linking.linked import LinkedArticle
from build_tools.views import words
from build_tools.views.article_page import kind_view
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.listing import ArticleCard, Bar, Dot
from build_tools.views.particulars import byline

WIDTH = 1000.0
"""Width of the longest article, in the picture's units."""
GAP = 4.0
"""Space between two paragraphs."""
STEP = 16.0
"""Room a note takes in either direction."""
FOOT = 22.0
"""Height of the row of paragraphs."""


def cards(desk: Desk) -> tuple[ArticleCard, ...]:
    """Return every article with its portrait, all drawn to one scale.

    Paragraphs are as wide as our digest of them is long, so that every edition shows one picture.
    """
    longest = max((_length(one) for one in desk.linked.articles), default=1)
    return tuple(_card(desk, one, WIDTH / longest) for one in desk.linked.articles)


def _length(one: LinkedArticle) -> int:
    return max(1, sum(len(block.digest.text) for block in one.blocks if block.number))


def _card(desk: Desk, one: LinkedArticle, scale: float) -> ArticleCard:
    article, record = one.article, one.article.record.value
    slug = article.slug
    bars, dots, rows, x = [], [], 1, 0.0
    for block in one.blocks:
        if not block.number:
            continue
        room = len(block.digest.text) * scale
        width = max(2.0, room - GAP)
        href = desk.article_href(slug, f"p{block.number}")
        bars.append(Bar(href=href, number=block.number, x=round(x, 1), width=round(width, 1)))
        columns = max(1, int(width // STEP))
        for index, note in enumerate(block.notes):
            kind = kind_view(note.placed.item.kind)
            column, row = index % columns, index // columns
            here = min(columns, len(block.notes) - row * columns)
            rows = max(rows, row + 1)
            dots.append(
                Dot(
                    href=desk.article_href(slug, f"n-{note.placed.item.id}"),
                    kind=kind,
                    x=round(x + width * (column + 0.5) / here, 1),
                    y=-(FOOT + STEP * (row + 0.75)),
                    title=f"{kind.label}, ¶{block.number}: {note.placed.item.quote}",
                )
            )
        x += room
    height = FOOT + STEP * (rows + 0.5)
    placed = tuple(_lowered(dot, height) for dot in dots)
    mentioned = {mention.term for mention in one.mentions}
    notes = words.plural(len(dots), "note")
    paragraphs = words.plural(len(bars), "paragraph")
    return ArticleCard(
        slug=slug,
        href=desk.article_href(slug),
        title=record.title,
        byline=byline(article),
        outlet=record.outlet,
        date=in_words(record.date),
        date_iso=words.iso(record.date),
        thesis=record.thesis or "",
        facts=f"{paragraphs} · {notes} · {words.plural(len(mentioned), 'term')}",
        width=WIDTH,
        height=height,
        bars=tuple(bars),
        dots=placed,
        portrait=f"{paragraphs} drawn as bars, {notes} as marks above them",
    )


def _lowered(dot: Dot, height: float) -> Dot:
    y = round(height + dot.y, 1)
    return Dot(href=dot.href, kind=dot.kind, x=dot.x, y=y, title=dot.title)
