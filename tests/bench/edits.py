"""One note changed, nothing changed: what the next build costs, and whether its site is right."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

from tests.bench.contenders import crossread
from tests.bench.ratios import paired
from tests.bench.rounds import Scale, corpus
from tests.bench.sections import Options, Section, Target, table, target
from tests.bench.spending import clear, spend

STEP = 37
"""From one edited article to the next: no two are neighbours."""
GIVEN = frozenset({"annotations", "sources"})
BUILD = crossread("build")


def reword(place: Path, article: int, words: str) -> None:
    """Write another body for the first note of an article."""
    path = place / "annotations" / "articles" / f"author-2024-n{article}" / "notes.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(r"(?m)^    body: .*$", f"    body: {words}", text, count=1), encoding="utf-8"
    )


def edits(options: Options) -> Section:
    """Return what builds after an edit cost, and whether they give the bytes of a clean build.

    Each round begins with a cold build, which is the clean build to hold the last edit against.
    """
    articles = options.middle
    place = options.work / "edited"
    shutil.copytree(corpus(options.work / "corpora", Scale(articles)), place)
    spent: dict[str, list[float]] = {"cold": [], "nothing": [], "note": []}
    stood: dict[str, str] = {}
    wrong: list[str] = []

    def build(kind: str) -> None:
        spent[kind].append(spend(BUILD, place).wall)

    def compare(what: str) -> None:
        now = contents(place / "site")
        paths = now.keys() | stood.keys()
        wrong.extend(
            f"{what}: {path}" for path in sorted(paths) if now.get(path) != stood.get(path)
        )

    for turn in range(options.runs + 1):
        clear(place, GIVEN)
        build("cold")
        if turn:
            compare("after an edit")
        stood = contents(place / "site")
        if turn == options.runs:
            break
        build("nothing")
        compare("nothing changed")
        reword(place, turn * STEP % articles, f"Changed in round {turn}.")
        build("note")
        stood = contents(place / "site")
    cold = spent["cold"][: options.runs]
    nothing, note = paired(spent["nothing"], cold), paired(spent["note"], cold)
    rows = [("nothing changed", str(nothing)), ("the body of one note changed", str(note))]
    return Section(
        title="Edits",
        text=table((f"the next build of {articles:,} articles", "÷ cold build"), rows),
        figures={"articles": articles, "seconds": spent, "wrong": wrong},
        targets=(
            target(f"one note edited ÷ cold build, {articles:,} articles", 0.15, note),
            target(f"nothing changed ÷ cold build, {articles:,} articles", 0.05, nothing),
            Target(
                name="files that differ from those of a clean build",
                most="0",
                measured=str(len(wrong)) + "".join(f"; {one}" for one in wrong[:3]),
                met=not wrong,
                holds=True,
            ),
        ),
    )


def contents(site: Path) -> dict[str, str]:
    """Return a hash of every file of a site, by path."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }
