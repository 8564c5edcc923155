"""Makes the tables of names and terms by article."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.linking.coverage import FormUse, NameUse, Written
from build_tools.linking.voices import QUOTED
from build_tools.model.term import TermKind
from build_tools.views import words
from build_tools.views.coverage import (
    ColumnView,
    HeatView,
    NameView,
    TallyRow,
    TallyView,
)
from build_tools.views.desk import Desk
from build_tools.views.parts import Link

MOST_COLUMNS = 12
"""Articles that stand in columns; more make a list in each row."""
FEW_COLUMNS = 6
"""Articles whose columns fit beside the names on a wide screen."""
MOST_ROWS = 40
"""Rows of a table, articles in a list: more would be a page nobody reads."""
MOST_FORMS = 8
"""Forms of one term that are shown; its own page has all."""
MOST_CELLS = 8
"""Articles in a row's list."""
SHOWN = 8
"""What a list shows before its tail is folded."""
LEVELS = 5
"""Steps of the scale."""

KINDS: tuple[tuple[str, tuple[TermKind, ...]], ...] = (
    ("People and organisations", (TermKind.PERSON, TermKind.ORGANISATION)),
    ("Places", (TermKind.PLACE,)),
    (
        "Events, laws, documents and ideas",
        (TermKind.EVENT, TermKind.LAW, TermKind.DOCUMENT, TermKind.CONCEPT),
    ),
)
"""Sorts of terms that share a table."""


def columns(desk: Desk, read: frozenset[str]) -> tuple[ColumnView, ...]:
    """Return the articles as heads of columns."""
    return tuple(
        ColumnView(
            link=Link(href=desk.article_href(one.article.slug), text=one.article.label),
            facts=f"{origin.words:,} words" if (origin := one.article.record.value.origin) else "",
            read=one.article.slug in read,
        )
        for one in desk.linked.articles
    )


def name_view(desk: Desk, one: NameUse, read: frozenset[str]) -> NameView:
    """Return a term with the forms it goes by."""
    href = desk.term_href(one.term)
    return NameView(
        term=Link(href=href, text=term_name(desk, one.term)),
        verdict=verdict(one),
        forms=tuple(_form_row(desk, one.term, form, read) for form in one.forms[:MOST_FORMS]),
        more=max(0, len(one.forms) - MOST_FORMS),
        all_href=f"{href}#forms",
    )


def verdict(one: NameUse) -> str:
    """Return how far the articles agree on a form: only what authors write themselves counts."""
    forms, articles = words.plural(len(one.forms), "form"), len(one.preferred)
    if not articles:
        return f"{forms}, all of them only in quotations"
    if len(one.articles) == 1:
        return f"{forms} in one article"
    if articles == 1:
        return f"{forms}; one article alone writes it in its own voice"
    if one.choices == 1:
        every = "both" if articles == 2 else f"all {articles}"
        return f"{forms}; {every} articles prefer {next(iter(one.preferred.values()))}"
    if one.choices == articles:
        return f"{forms}; no two articles prefer the same one"
    return f"{forms}; {articles} articles prefer {one.choices} different ones"


def heat_views(desk: Desk, read: frozenset[str]) -> tuple[HeatView, ...]:
    """Return the tables of terms and articles; sorts of which no term is mentioned are left out."""
    views = []
    for title, kinds in KINDS:
        keys = [
            key
            for key, sheet in desk.linked.corpus.terms.items()
            if sheet.value.kind in kinds and desk.usage[key].count()
        ]
        keys.sort(key=lambda key: (-desk.usage[key].count(), term_name(desk, key).casefold()))
        if keys:
            rows = tuple(_heat_row(desk, key, read) for key in keys[:MOST_ROWS])
            views.append(HeatView(title=title, rows=rows, left_out=max(0, len(keys) - MOST_ROWS)))
    return tuple(views)


def steps() -> tuple[tuple[int, str], ...]:
    """Return the scale: each step begins at twice the count of the one before."""
    ends = [(1 << level - 1, (1 << level) - 1) for level in range(1, LEVELS)]
    labels = [str(low) if low == high else f"{low}–{high}" for low, high in ends]
    labels.append(f"{1 << LEVELS - 1} or more")
    return tuple(enumerate(labels, 1))


def level(count: int) -> int:
    """Return the step of the scale a count stands on: equal ratios look equally far apart."""
    return min(LEVELS, count.bit_length())


def compact(desk: Desk) -> bool:
    """Tell whether articles are too many for columns."""
    return len(desk.linked.articles) > MOST_COLUMNS


def fits(desk: Desk) -> bool:
    """Tell whether articles are so few that tables fit a wide screen."""
    return len(desk.linked.articles) <= FEW_COLUMNS


def folds_at(count: int, shown: int) -> int:
    """Return how much of a list is seen at once: a fold for one line takes as much room as it."""
    return shown if count > shown + 1 else count


def term_name(desk: Desk, key: str) -> str:
    """Return a term's name with its abbreviation."""
    term = desk.linked.corpus.terms[key].value
    return f"{term.name} ({term.short})" if term.short else term.name


def _form_row(desk: Desk, term: str, use: FormUse, read: frozenset[str]) -> TallyRow:
    cells, more = _cells(desk, term, use.by_article, read)
    remark = f"only in quotations: {_speakers(desk, use)}" if use.only_quoted else ""
    label = Link(href="", text=use.form)
    return TallyRow(label=label, remark=remark, cells=cells, more=more, total=use.total)


def _speakers(desk: Desk, use: FormUse) -> str:
    named = [desk.body(one) for one in use.speakers if one != QUOTED]
    said = [one.text for one in named if one]
    if len(named) < len(use.speakers):
        said.append("a speaker who is not named")
    return ", ".join(said)


def _heat_row(desk: Desk, term: str, read: frozenset[str]) -> TallyRow:
    usage = desk.usage[term]
    counts = {slug: Written(own=usage.count(slug), quoted=0) for slug in usage.articles}
    cells, more = _cells(desk, term, counts, read)
    label = Link(href=desk.term_href(term), text=term_name(desk, term))
    return TallyRow(label=label, remark="", cells=cells, more=more, total=usage.count())


def _cells(
    desk: Desk, term: str, written: Mapping[str, Written], read: frozenset[str]
) -> tuple[tuple[TallyView, ...], int]:
    """Return a row's cells and how many are left out."""
    nothing = Written(own=0, quoted=0)
    if compact(desk):
        slugs = sorted(written, key=lambda slug: -written[slug].all)
        slugs, rest = slugs[:MOST_CELLS], slugs[MOST_CELLS:]
    else:
        slugs, rest = [one.article.slug for one in desk.linked.articles], []
    cells = (
        TallyView(
            link=Link(href=desk.mentions_href(term, slug), text=desk.label(slug)),
            count=(found := written.get(slug, nothing)).all,
            quoted=found.quoted,
            level=level(found.all),
            read=slug in read,
        )
        for slug in slugs
    )
    return tuple(cells), len(rest)
