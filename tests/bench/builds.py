"""Whole builds: everything this program does, beside what its peers take for the bare articles."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.build_tables import tables
from tests.bench.contenders import OURS
from tests.bench.ratios import paired, spread
from tests.bench.rounds import FEW, MANY, Results, Scale, run
from tests.bench.sections import Options, Section, Target, target


def builds(options: Options) -> Section:
    """Return what whole builds cost."""
    results = run(options)
    return Section(
        title="Whole builds",
        text="\n".join(tables(results)),
        figures={
            str(scale): {name: entry.figures() for name, entry in found.items()}
            for scale, found in results.entries.items()
        },
        targets=tuple(_targets(results)),
    )


def _targets(results: Results) -> Iterator[Target]:
    for count in results.last:
        scale, at = Scale(count), f"{count:,} articles"
        ours, stock = results.entries[scale][OURS], results.stock(scale)
        whole = results.ratio(scale, OURS, lambda cost: cost.wall)
        own = paired([one.own for one in ours.stages], [one.wall for one in stock.costs])
        memory = spread([ours.together / stock.together])
        yield target(f"whole build, {at} ÷ stock", 1.0, whole)
        yield target(f"all but the engine, {at} ÷ stock build", 0.25, own)
        yield target(f"peak memory of all processes, {at} ÷ stock", 1.2, memory)
    if len(results.last) > 1:
        less, more = results.last
        most = 1.1 * more / less
        yield target(f"build of {more:,} ÷ {less:,} articles", most, results.growth(OURS))
    many, few = (results.entries[Scale(results.middle, terms)][OURS].costs for terms in (MANY, FEW))
    ratio = paired([one.wall for one in many], [one.wall for one in few])
    yield target(f"{MANY:,} terms ÷ {FEW}, {results.middle:,} articles", 1.3, ratio)
