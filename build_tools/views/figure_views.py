"""Makes the views of single figures, and puts in words what they say."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from build_tools.linking.anchors import Placed, Standing
from build_tools.linking.figures import Measure
from build_tools.model import dates
from build_tools.model.fields import Passage
from build_tools.model.figure import Claimed, Figure, FigureKind, MeasureFile, RecordFigure
from build_tools.views import words
from build_tools.views.dates_in_words import in_words, spoken
from build_tools.views.desk import Desk
from build_tools.views.ledger import FigureView, ScopeView
from build_tools.views.numbers import claimed
from build_tools.views.parts import Link

NO_SCOPE = "what exactly is not said"
"""Stands for the scope of a figure that names none, where others do."""


def unit_of(claim: Claimed, file: MeasureFile) -> str:
    """Return the unit of an amount; nothing for a change or where there is no number."""
    numbers = (claim.value, claim.low, claim.high)
    amount = claim.kind is FigureKind.AMOUNT and any(one is not None for one in numbers)
    return file.unit if amount else ""


def with_unit(claim: Claimed, file: MeasureFile) -> str:
    """Return a claim's number as a sentence has it: "nearly 200 people", "+60 %"."""
    return f"{claimed(claim)} {unit_of(claim, file)}".rstrip()


def scope_of(claim: Claimed, file: MeasureFile) -> str:
    """Return what exactly is counted; nothing where the measure makes no difference."""
    return file.scopes.get(claim.scope or "", NO_SCOPE) if file.scopes else ""


def measured(claim: Claimed) -> str:
    """Return from when a change is measured; nothing for an amount."""
    if claim.kind is FigureKind.AMOUNT:
        return ""
    if claim.baseline is None:
        return "from when is not said"
    since = in_words(claim.baseline)
    stretch = since.startswith(("until ", "since ", "from ", "between "))
    return f"measured from {'the time ' if stretch else ''}{since}"


def is_dated(claim: Claimed) -> bool:
    """Tell whether a claim says for what time it holds."""
    date = dates.parse(claim.period) if claim.period else None
    return date is not None and not (date.open_start and date.open_end)


def time_order(claim: Claimed) -> tuple[bool, str, str]:
    """Return what puts claims in order of time, the undated last."""
    if claim.period is None or not is_dated(claim):
        return True, "", ""
    date = dates.parse(claim.period)
    start = date.end if date.open_start else date.start
    return False, start.isoformat(), date.end.isoformat()


def in_order(measure: Measure) -> tuple[Claimed, ...]:
    """Return all figures by scope, place and time; claims before what is on record."""
    file = measure.sheet.value
    scopes = {key: at for at, key in enumerate(file.scopes)}

    def key(one: Claimed) -> tuple[object, ...]:
        scope = scopes.get(one.scope or "", len(scopes))
        change, recorded = one.kind is FigureKind.CHANGE, isinstance(one, RecordFigure)
        return scope, one.place or "", change, time_order(one), recorded

    return tuple(sorted((*(one.figure for one in measure.counted), *file.record), key=key))


def passage_of(desk: Desk, claim: Claimed, measure: Measure) -> Link | None:
    """Return where an article claims it; nothing for what is on record."""
    if not isinstance(claim, Figure):
        return None
    placed = _placed(claim, measure)
    paragraph = placed.paragraph if placed else claim.paragraph
    return desk.passage(Passage(article=claim.article, paragraph=paragraph))


def scope_views(desk: Desk, measure: Measure) -> tuple[ScopeView, ...]:
    """Return all figures of a measure, by what exactly they count."""
    file = measure.sheet.value
    groups = groupby(in_order(measure), key=lambda one: scope_of(one, file))
    return tuple(
        ScopeView(label=label, figures=tuple(figure_view(desk, one, measure) for one in group))
        for label, group in groups
    )


def figure_view(desk: Desk, claim: Claimed, measure: Measure) -> FigureView:
    """Return a figure as its section shows it."""
    view = FigureView(
        id=f"f-{measure.id}--{claim.id}",
        number=claimed(claim),
        unit=unit_of(claim, measure.sheet.value),
        measured=measured(claim),
        period=spoken(claim.period) if claim.period else (),
        reckoned="",
        place=claim.place or "",
        counter=desk.body(claim.counted_by),
        unsourced=isinstance(claim, Figure) and claim.source is None,
        speaker=None,
        passage=None,
        quote="",
        doubt="",
        says="",
        sources=(),
        confidence="",
        confidence_label="",
    )
    if isinstance(claim, Figure):
        return _claimed_view(desk, view, claim, measure)
    return _recorded_view(desk, view, claim) if isinstance(claim, RecordFigure) else view


def _claimed_view(desk: Desk, view: FigureView, figure: Figure, measure: Measure) -> FigureView:
    placed = _placed(figure, measure)
    standing = placed.standing if placed else Standing.UNVERIFIED
    return replace(
        view,
        reckoned=_reckoned(figure),
        speaker=desk.body(figure.speaker),
        passage=passage_of(desk, figure, measure),
        quote=figure.quote,
        doubt="" if standing is Standing.EXACT else words.STANDINGS[standing],
        says=figure.says or "",
    )


def _recorded_view(desk: Desk, view: FigureView, record: RecordFigure) -> FigureView:
    return replace(
        view,
        says=record.says or "",
        sources=desk.sources(record.sources),
        confidence=record.confidence.value,
        confidence_label=words.CONFIDENCE[record.confidence],
    )


def _placed(figure: Figure, measure: Measure) -> Placed[Figure] | None:
    return next((one.placed for one in measure.counted if one.figure.id == figure.id), None)


def _reckoned(figure: Figure) -> str:
    """Return how the article's own words became a period: “since March”, counted from 19 May."""
    said = f"“{figure.from_words}”" if figure.from_words else ""
    if not figure.relative_to:
        return said
    base = f"counted from {in_words(figure.relative_to)}"
    return f"{said}, {base}" if said else base
