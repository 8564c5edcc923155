"""Builds the same articles with this program and with its peers, over and over.

All set-ups take turns, round by round, each run a process of its own and with nothing kept from
the one before. So each of our runs has a run of every peer beside it, and ratios are of those.
"""

from __future__ import annotations

import dataclasses
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.contenders import OURS, STOCK, Contender, contenders, crossread
from tests.bench.corpus import Size, make
from tests.bench.ratios import Spread, paired
from tests.bench.sections import Options
from tests.bench.spending import Cost, clear, peak, spend, weight
from tests.bench.stages import Stages, stages

FEW, MANY = 50, 1000
"""Terms in the glossary."""


@dataclass(frozen=True, slots=True, order=True)
class Scale:
    """How large a corpus is."""

    articles: int
    terms: int = FEW

    def __str__(self) -> str:
        """Return it in words; few terms go without saying."""
        terms = f", {self.terms:,} terms" if self.terms != FEW else ""
        return f"{self.articles:,} articles{terms}"


@dataclass(slots=True, kw_only=True)
class Entry:
    """A set-up at one size, and what its runs cost."""

    contender: Contender
    place: Path
    """The folder of its project."""
    given: frozenset[str]
    """What lies there before anything ran."""
    costs: list[Cost] = field(default_factory=list)
    stages: list[Stages] = field(default_factory=list)
    """Of this program only."""
    together: int = 0
    """Bytes that all its processes hold at the peak."""
    written: int = 0
    """Bytes of its site."""

    def cold(self) -> None:
        """Clear away what the last run left, caches too."""
        clear(self.place, self.given)

    def figures(self) -> dict[str, Any]:
        """Return what was measured, for JSON."""
        return {
            "costs": [dataclasses.asdict(one) for one in self.costs],
            "stages": [dataclasses.asdict(one) for one in self.stages],
            "together": self.together,
            "written": self.written,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What all runs cost."""

    entries: dict[Scale, dict[str, Entry]]
    """The set-ups at each size, by name."""
    last: tuple[int, ...]
    """The one or two largest sizes."""
    middle: int
    """The size at which terms are added."""

    def ratio(self, scale: Scale, name: str, of: Callable[[Cost], float]) -> Spread:
        """Return what a set-up costs beside the stock one."""
        ours, theirs = self.entries[scale][name], self.stock(scale)
        return paired([of(one) for one in ours.costs], [of(one) for one in theirs.costs])

    def stock(self, scale: Scale) -> Entry:
        """Return the stock set-up that builds as many articles."""
        return self.entries[Scale(scale.articles)][STOCK]

    def growth(self, name: str) -> Spread:
        """Return how many times as long the largest build takes as the one before it."""
        less, more = (self.entries[Scale(count)][name].costs for count in self.last)
        return paired([one.wall for one in more], [one.wall for one in less])


def corpus(folder: Path, scale: Scale) -> Path:
    """Make a corpus as editors have it, lock and all, unless it is there; return its folder."""
    place = folder / f"{scale.articles}-articles-{scale.terms}-terms"
    if not place.exists():
        size = Size(
            articles=scale.articles,
            notes=15,
            terms=scale.terms,
            events=scale.articles // 2,
            measures=scale.articles // 10,
            questions=scale.articles // 25,
            withheld=2,
            varied=True,
        )
        make(place, size)
        anchor = crossread("anchor", "--sources", "sources")
        subprocess.run(anchor, cwd=place, check=True, stdout=subprocess.DEVNULL)
    return place


def run(options: Options) -> Results:
    """Run every set-up at every size, as often as was asked for, and once before to see memory."""
    scales = [*(Scale(count) for count in options.articles), Scale(options.middle, MANY)]
    entries = {scale: dict(_entries(scale, options.work)) for scale in scales}
    every = [entry for found in entries.values() for entry in found.values()]
    for entry in every:
        entry.together = peak(entry.contender.command, entry.place)
        entry.written = weight(entry.place / entry.contender.site)
    for turn in range(options.runs):
        first = turn % len(every)
        for entry in every[first:] + every[:first]:
            entry.cold()
            entry.costs.append(spend(entry.contender.command, entry.place))
            if entry.contender.name == OURS:
                entry.cold()
                entry.stages.append(stages(("build",), entry.place))
    return Results(entries=entries, last=options.articles[-2:], middle=options.middle)


def _entries(scale: Scale, work: Path) -> Iterator[tuple[str, Entry]]:
    made = corpus(work / "corpora", scale)
    for contender in contenders():
        if scale.terms == FEW or contender.name == OURS:  # abbreviations take seconds a page
            place = work / f"{scale.articles}-{scale.terms}" / contender.name.replace(" ", "-")
            place.mkdir(parents=True)
            contender.lay_out(made, place)
            given = frozenset(one.name for one in place.iterdir())
            yield contender.name, Entry(contender=contender, place=place, given=given)
