"""Prints what pages weigh and how fast they are, and what a build spends, beside the budgets.

make bench            measures, prints Markdown, writes .bench/results.json
"""

from __future__ import annotations

import dataclasses
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from build_tools import exports, pages, pipeline
from build_tools.model.record import Edition
from build_tools.pipeline import Workplace
from build_tools.site.engine import Engine
from tests.bench.corpus import Size, make
from tests.bench.pages import Load, measure, missing
from tests.bench.searching import Cost, costs
from tests.bench.serving import served
from tests.bench.suggesting import all_scores

OUT = Path(".bench")
KIB = 1024
ARTICLES = 500
"""Articles a search has to go through."""
BUDGETS: dict[str, dict[str, float]] = {
    "largest real page": {
        "html": 36 * KIB,
        "scripts": 4 * KIB,
        "styles": 5 * KIB,
        "paint": 2000,
        "shift": 0.02,
        "strangers": 0,
    },
    "60 notes": {
        "html": 20 * KIB,
        "scripts": 4 * KIB,
        "styles": 5 * KIB,
        "paint": 2000,
        "shift": 0.02,
        "strangers": 0,
    },
    "600 notes": {
        "html": 70 * KIB,
        "scripts": 4 * KIB,
        "styles": 5 * KIB,
        "paint": 2500,
        "shift": 0.02,
        "strangers": 0,
    },
}
"""What a page may cost at most: bytes in gzip, milliseconds, layout shift, requests elsewhere.

Made pages weigh our markup: their notes repeat themselves. The real page weighs what editors wrote
too, with every event, comparison and pop-up beside it.
"""


def main() -> int:
    """Measure, print, and return 1 where a budget is broken."""
    if reason := missing():
        print(f"bench: {reason}; set CHROMIUM or install one", file=sys.stderr)
        return 1
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        loads = dict(_loads(Path(folder)))
        stages = dict(_stages(Path(folder) / "fifty"))
        searches = dict(costs(Path(folder) / "many", ARTICLES))
    broken = [
        (name, figure)
        for name, load in loads.items()
        for figure, most in BUDGETS[name].items()
        if getattr(load, figure) > most
    ]
    print(_page_table(loads))
    print(_stage_table(stages))
    print(_search_table(searches))
    print(all_scores(_measured()))
    results = {
        "pages": {k: dataclasses.asdict(v) for k, v in loads.items()},
        "stages": stages,
        "searches": {k: dataclasses.asdict(v) for k, v in searches.items()},
    }
    (OUT / "results.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    for name, figure in broken:
        print(f"over budget: {figure} of the page with the {name}")
    return 1 if broken else 0


def _measured() -> list[tuple[str, Path, Path | None]]:
    """Return the corpora whose suggestions are held against what editors accepted."""
    named = os.environ.get("CROSSREAD_SOURCES")
    canal = Path("tests/corpus/canal")
    return [
        ("the five", Path("annotations"), Path(named) if named else None),
        ("canal", canal / "annotations", canal / "sources"),
    ]


def _loads(folder: Path) -> Iterator[tuple[str, Load]]:
    real = Workplace(corpus=Path("annotations"), sources=folder / "none")
    places = {"largest real page": real}
    for notes in (60, 600):
        name = f"{notes} notes"
        make(folder / "made" / name, Size(articles=1, notes=notes))
        corpus = folder / "made" / name / "annotations"
        places[name] = Workplace(corpus=corpus, sources=folder / "none")
    for name, place in places.items():
        site = folder / name.replace(" ", "-")
        edition, engine = Edition.AUTO, Engine.MKDOCS
        problems = pipeline.build(place, site, edition, engine, lambda _: None)
        assert problems == (), problems
        articles = [one for one in (site / "articles").glob("*.html") if one.stem != "index"]
        largest = max(articles, key=lambda path: path.stat().st_size)
        with served(site) as address:
            yield name, measure(site, largest.relative_to(site).as_posix(), address)


def _stages(folder: Path) -> Iterator[tuple[str, float]]:
    """Yield each stage of a build of fifty articles as a share of the engine's own time."""
    make(folder, Size(articles=50, notes=15))
    place = Workplace(corpus=folder / "annotations", sources=folder / "sources")
    pipeline.read(place)  # languages and trafilatura load once; what counts is each article
    spent = {}
    start = time.perf_counter()
    desk = pipeline.read(place)
    assert desk.linked is not None
    spent["read, anchor, link"] = time.perf_counter() - start
    start = time.perf_counter()
    [*pages.render(desk.linked, Edition.AUTO), *exports.export(desk.linked, Edition.AUTO)]
    spent["pages and downloads"] = time.perf_counter() - start
    start = time.perf_counter()
    pipeline.build(place, folder / "site", Edition.AUTO, Engine.MKDOCS, lambda _: None)
    whole = time.perf_counter() - start
    engine = whole - sum(spent.values())
    yield from ((name, seconds / engine) for name, seconds in spent.items())


def _page_table(loads: dict[str, Load]) -> str:
    lines = ["| page | figure | measured | budget |", "|---|---|---|---|"]
    for name, load in loads.items():
        for figure, value in dataclasses.asdict(load).items():
            most = BUDGETS[name].get(figure)
            budget = "–" if most is None else _shown(figure, most)
            lines.append(f"| {name} | {figure} | {_shown(figure, value)} | {budget} |")
    return "\n".join(lines) + "\n"


def _stage_table(stages: dict[str, float]) -> str:
    lines = ["| stage, 50 articles of 15 notes | share of the engine's time |", "|---|---|"]
    lines += [f"| {name} | {share:.2f} |" for name, share in stages.items()]
    return "\n".join(lines) + "\n"


def _search_table(searches: dict[str, Cost]) -> str:
    head = f"| search in {ARTICLES} articles | first result | fetched | longest freeze |"
    lines = [head, "|---|---|---|---|"]
    for name, cost in searches.items():
        first = "never" if cost.first is None else f"{cost.first:.0f} ms"
        lines.append(f"| {name} | {first} | {cost.fetched / KIB:.0f} KiB | {cost.longest:.0f} ms |")
    return "\n".join(lines) + "\n"


def _shown(figure: str, value: float) -> str:
    if figure in {"html", "scripts", "styles"}:
        return f"{value / KIB:.1f} KiB"
    return f"{value:.3f}" if figure == "shift" else f"{value:.0f}"


if __name__ == "__main__":
    sys.exit(main())
