"""Makes the tables of figures by who counted."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.linking.coverage import Claim
from build_tools.model.figure import FigureKind
from build_tools.views import coverage_tables as tables
from build_tools.views.coverage import CitedCell, CitedRow, FigureLine, UnsourcedView
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.numbers import claimed
from build_tools.views.parts import Link

MOST_FIGURES = 6
"""Figures of one body in one article."""


def cited_row(desk: Desk, body: str, by_article: Mapping[str, tuple[Claim, ...]]) -> CitedRow:
    """Return who cites a body for which figures."""
    slugs = [one.article.slug for one in desk.linked.articles]
    if tables.compact(desk):
        slugs = sorted(by_article, key=lambda slug: -len(by_article[slug]))
    shown = slugs[: tables.MOST_COLUMNS]
    return CitedRow(
        body=desk.body(body) or Link(href="", text=body),
        cells=tuple(_cited_cell(desk, slug, by_article.get(slug, ())) for slug in shown),
        more=len(slugs) - len(shown),
    )


def unsourced_view(desk: Desk, slug: str, claims: tuple[Claim, ...]) -> UnsourcedView:
    """Return the figures of an article that name nobody who counted."""
    lines = tuple(figure_line(desk, one) for one in claims[: tables.MOST_ROWS])
    at = tables.folds_at(len(lines), tables.SHOWN)
    return UnsourcedView(
        article=Link(href=desk.article_href(slug), text=desk.label(slug)),
        count=len(claims),
        shown=lines[:at],
        folded=lines[at:],
        left_out=len(claims) - len(lines),
    )


def figure_line(desk: Desk, claim: Claim) -> FigureLine:
    """Return a figure in a line."""
    measure, counted = claim
    file, figure, paragraph = measure.sheet.value, counted.figure, counted.placed.paragraph
    amount = figure.kind is FigureKind.AMOUNT
    speaker = desk.body(figure.speaker)
    said = f"said by {speaker.text}" if speaker else ""
    scope = file.scopes.get(figure.scope, "") if figure.scope else ""
    period = in_words(figure.period) if figure.period else ""
    return FigureLine(
        link=Link(
            href=desk.figure_href(measure.id, figure.id),
            # The unit is a plural: one of them goes without.
            text=f"{claimed(figure)} {file.unit}"
            if amount and figure.value != 1
            else claimed(figure),
        ),
        about=file.counts,
        detail=" · ".join(part for part in (scope, period, said) if part),
        passage=Link(href=desk.article_href(figure.article, f"p{paragraph}"), text=f"¶{paragraph}"),
    )


def _cited_cell(desk: Desk, slug: str, claims: tuple[Claim, ...]) -> CitedCell:
    groups: dict[str, list[FigureLine]] = {}
    for claim in claims[:MOST_FIGURES]:
        line = figure_line(desk, claim)
        groups.setdefault(line.about, []).append(line)
    return CitedCell(
        article=Link(href=desk.article_href(slug), text=desk.label(slug)),
        groups=tuple((about, tuple(lines)) for about, lines in groups.items()),
        more=max(0, len(claims) - MOST_FIGURES),
    )
