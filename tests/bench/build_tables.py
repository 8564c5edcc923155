"""The tables of whole builds: each figure as so many times the stock set-up's."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.bench.contenders import HUGO, OURS, STOCK, find_hugo
from tests.bench.ratios import paired, spread
from tests.bench.rounds import Entry, Results, Scale
from tests.bench.sections import table
from tests.bench.stages import ORDER

MEGA = 1e6
Cell = Callable[[Results, Scale, str], str]
"""What a table says of a set-up at one size."""


def tables(results: Results) -> Iterator[str]:
    """Yield the tables as Markdown."""
    heads = [str(scale) for scale in sorted(results.entries)]
    for name, cell in CELLS.items():
        yield table((name, *heads), _rows(results, cell))
    if len(results.last) > 1:
        less, more = results.last
        names = results.entries[Scale(less)]
        growths = ((name, str(results.growth(name))) for name in names)
        yield table(("growth of the time", f"{more:,} ÷ {less:,}"), growths)
    yield table(("stage, of stock’s processor time", *heads), _stages(results))


def _rows(results: Results, cell: Cell) -> Iterator[list[str]]:
    scales = sorted(results.entries)
    for name in results.entries[Scale(results.middle)]:
        here = [scale for scale in scales if name in results.entries[scale]]
        yield [name, *(cell(results, one, name) if one in here else "" for one in scales)]
    if not find_hugo():
        yield [HUGO, "not here", *("" for _ in scales[1:])]


def _stages(results: Results) -> Iterator[list[str]]:
    scales = sorted(results.entries)
    for stage in ORDER:
        shares = []
        for scale in scales:
            spent = (one.processor.get(stage, 0.0) for one in results.entries[scale][OURS].stages)
            whole = [one.processor for one in results.stock(scale).costs]
            shares.append(f"{paired([*spent], whole).median:.3f}")
        yield [stage, *shares]


def _time(results: Results, scale: Scale, name: str) -> str:
    if name == STOCK:
        return f"1 = {spread([one.wall for one in results.stock(scale).costs]).median:.2f} s"
    return str(results.ratio(scale, name, lambda cost: cost.wall))


def _processor(results: Results, scale: Scale, name: str) -> str:
    if name == STOCK:
        return f"1 = {spread([one.processor for one in results.stock(scale).costs]).median:.2f} s"
    return str(results.ratio(scale, name, lambda cost: cost.processor))


def _together(results: Results, scale: Scale, name: str) -> str:
    return _bytes(results, scale, name, lambda entry: entry.together)


def _largest(results: Results, scale: Scale, name: str) -> str:
    return _bytes(results, scale, name, lambda entry: max(one.largest for one in entry.costs))


def _written(results: Results, scale: Scale, name: str) -> str:
    return _bytes(results, scale, name, lambda entry: entry.written)


def _bytes(results: Results, scale: Scale, name: str, of: Callable[[Entry], int]) -> str:
    whole = of(results.stock(scale))
    if name == STOCK:
        return f"1 = {whole / MEGA:.1f} MB"
    return f"{of(results.entries[scale][name]) / whole:.2f}"


CELLS: dict[str, Cell] = {
    "time": _time,
    "processor time": _processor,
    "peak memory, all processes": _together,
    "peak memory, largest process": _largest,
    "bytes of the site": _written,
}
"""The tables that have a row for each set-up."""
