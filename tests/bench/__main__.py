"""Prints what pages weigh, how fast they are and what a build spends, each beside its target.

    python -m tests.bench [PART…] [--articles 50,500,2000] [--runs N] [--out DIR] [--write]

Every part adds what it found to `results.json`. `--write` puts all that is known there into
docs/guide/speed.md. Only bytes can fail: whether a budget holds, and whether a build after an edit
gives what a clean one gives. Times depend on the machine; the table says whether they were met.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench import records
from tests.bench.builds import builds
from tests.bench.edits import edits
from tests.bench.pages import missing, pages
from tests.bench.searching import searching
from tests.bench.sections import Options, Section, targets_table
from tests.bench.serve import serve
from tests.bench.suggesting import suggestions

PARTS = {
    "builds": builds,
    "edits": edits,
    "serve": serve,
    "pages": pages,
    "search": searching,
    "suggestions": suggestions,
}
BROWSED = {"serve", "pages", "search"}
"""Parts that need a browser."""


def main() -> int:
    """Measure, print, and return 1 where a budget of bytes or a build is broken."""
    asked = _arguments()
    if BROWSED.intersection(asked.parts) and (reason := missing()):
        print(f"bench: {reason}; set CHROMIUM or install one", file=sys.stderr)
        return 1
    found: dict[str, Section] = {}
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        options = Options(articles=asked.articles, runs=asked.runs, work=Path(folder))
        for name in asked.parts:
            print(f"measuring {name}", file=sys.stderr, flush=True)
            found[name] = PARTS[name](options)
            print(f"## {found[name].title}\n\n{found[name].text}", flush=True)
            records.keep(asked.out, name, found[name])
    targets = [one for section in found.values() for one in section.targets]
    print(targets_table(targets))
    if asked.write:
        records.publish(asked.out, tuple(PARTS))
    return int(any(one.holds and not one.met for one in targets))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all if none")
    parser.add_argument("--articles", type=_sizes, default=(50, 500, 2000), metavar="N,N…")
    parser.add_argument("--runs", type=int, default=5, help="runs each figure is the median of")
    parser.add_argument("--out", type=Path, default=Path(".bench"), metavar="DIR")
    parser.add_argument("--write", action="store_true", help="put the tables into the guide")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    asked.parts = [name for name in PARTS if name in asked.parts or not asked.parts]
    return asked


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(sorted({int(part) for part in text.split(",")}))


if __name__ == "__main__":
    sys.exit(main())
