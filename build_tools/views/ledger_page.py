"""Makes the view of the ledger of figures."""

from __future__ import annotations

from collections import Counter

from build_tools.linking.figures import Measure
from build_tools.model.figure import Nature, PairLabel
from build_tools.views import words
from build_tools.views.desk import Desk
from build_tools.views.figure_views import scope_views
from build_tools.views.ledger import LedgerView, MeasureView, SortView
from build_tools.views.ledger_rows import SORTS, rows
from build_tools.views.pair_views import growth_views, pairs_views
from build_tools.views.parts import Link
from build_tools.views.plotting import plot

PAIRS_A_LABEL, PAIRS_A_PAGE = (40, 20, 10, 5), 900
"""Pairs listed for each label of a measure: the most that keep the page below so many in all."""

NATURES = {
    Nature.TOTAL: "a total, which adds up over time",
    Nature.LEVEL: "a level, which stands at a moment",
}
"""Sorts of count, in words."""


def ledger_view(desk: Desk) -> LedgerView:
    """Return what the page of figures shows."""
    site = desk.linked.corpus.site.value
    measures = tuple(sorted(desk.linked.measures, key=_weight))
    most = _most(measures)
    return LedgerView(
        title="Figures",
        description=f"Every number that articles in {site.title} claim, and how they compare.",
        root=desk.root,
        lead=_lead(measures),
        sorts=tuple(SortView(id=key, label=label) for key, (label, _) in SORTS.items()),
        rows=rows(desk, measures),
        measures=tuple(_measure(desk, one, most) for one in measures),
    )


def _most(measures: tuple[Measure, ...]) -> int:
    """Return how many pairs are listed for each label of a measure."""
    counts = [count for one in measures for count in Counter(p.label for p in one.pairs).values()]
    fits = (cap for cap in PAIRS_A_LABEL if sum(min(cap, n) for n in counts) <= PAIRS_A_PAGE)
    return next(fits, PAIRS_A_LABEL[-1])


def _weight(one: Measure) -> tuple[int, int, str, str]:
    """Return what puts first whatever most articles count."""
    return -len(one.articles), -len(one.counted), one.sheet.value.counts.casefold(), one.id


def _lead(measures: tuple[Measure, ...]) -> str:
    claims = [one.figure for measure in measures for one in measure.counted]
    recorded = sum(len(one.sheet.value.record) for one in measures)
    conflicts = sum(pair.label is PairLabel.CONFLICTING for one in measures for pair in one.pairs)
    unsourced = sum(one.source is None for one in claims)
    parts = [
        f"{words.plural(len(claims), 'figure')} in {words.plural(len(measures), 'measure')}",
        f", with {recorded} of the public record beside them" if recorded else "",
        "; no pair conflicts"
        if not conflicts
        else f"; {words.plural(conflicts, 'pair')} {_verb('conflict', conflicts)}",
        f"; {words.plural(unsourced, 'figure')} {_verb('name', unsourced)} no source"
        if unsourced
        else "; every figure names its source",
    ]
    return "".join(parts) + "."


def _verb(verb: str, count: int) -> str:
    return f"{verb}s" if count == 1 else verb


def _measure(desk: Desk, measure: Measure, most: int) -> MeasureView:
    file, terms = measure.sheet.value, desk.linked.corpus.terms
    about = (desk.body(key) for key in file.about if key in terms)
    growths, more = growth_views(desk, measure)
    return MeasureView(
        id=f"m-{measure.id}",
        pairs_id=f"p-{measure.id}",
        counts=file.counts,
        facts=" · ".join(
            part for part in (f"In {file.unit}", NATURES[file.nature], file.place) if part
        ),
        about=tuple(one for one in about if isinstance(one, Link)),
        remark=desk.prose(file.remark),
        plot=plot(desk, measure),
        scopes=scope_views(desk, measure),
        pairs=pairs_views(desk, measure, most),
        growths=growths,
        more_growths=more,
        state=file.state.value,
        state_label=words.STATES[file.state],
        author=desk.author(file.author),
        reviewer=desk.person(file.reviewer),
    )
