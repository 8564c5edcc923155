"""Draws events that are too many to be drawn one by one: heaps by kind and time, with numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping

from build_tools.linking.events import Event
from build_tools.model.event import EventKind
from build_tools.views import words
from build_tools.views.drawing import anchor
from build_tools.views.picture import CellView
from build_tools.views.scale import Scale

CELL, ROW = 44.0, 38.0
"""Width and height that a heap of events is given at least."""
LEAST, MORE = 9.0, 8.0
"""Radius of the smallest heap, and how much larger the largest is."""


def heaps(
    events: list[Event],
    scale: Scale,
    headings: Mapping[str, str],
    kinds: Mapping[EventKind, str],
) -> tuple[tuple[CellView, ...], tuple[tuple[float, str], ...]]:
    """Return heaps of events, a row for each kind, and the heights and names of the rows."""
    edges = _edges(scale)
    found: defaultdict[tuple[EventKind, int], list[Event]] = defaultdict(list)
    for event in events:
        column = max(0, bisect_right(edges, scale.at(anchor(event.date))) - 1)
        found[event.sheet.value.kind, min(column, len(edges) - 2)].append(event)
    present = [kind for kind in kinds if any(one is kind for one, _ in found)]
    most = max(len(heap) for heap in found.values())
    cells = []
    for (kind, column), heap in sorted(found.items(), key=lambda item: (item[0][1], item[0][0])):
        first, last = (anchor(heap[n].date).year for n in (0, -1))
        years = str(first) if first == last else f"{first}–{last}"
        cells.append(
            CellView(
                x=round((edges[column] + edges[column + 1]) / 2, 1),
                y=present.index(kind) * ROW + ROW / 2,
                radius=round(LEAST + MORE * (len(heap) / most) ** 0.5, 1),
                count=len(heap),
                kind=kind.value,
                href=headings[heap[0].id],
                title=f"{kinds[kind]}, {years}: {words.plural(len(heap), 'event')}",
            )
        )
    return tuple(cells), tuple((n * ROW + ROW / 2, kinds[kind]) for n, kind in enumerate(present))


def _edges(scale: Scale) -> list[float]:
    """Return where columns begin, and where the last one ends: as many a band as have room."""
    edges = [
        band.x + band.width * n / max(1, int(band.width // CELL))
        for band in scale.bands
        for n in range(max(1, int(band.width // CELL)))
    ]
    return [*edges, scale.bands[-1].x + scale.bands[-1].width]
