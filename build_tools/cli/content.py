"""The commands for editors: anchor, add, init, schemas."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from build_tools import editing
from build_tools.cli.common import (
    FINE,
    Commands,
    command,
    finish,
    place,
    tell,
)
from build_tools.linking.republished import Revised
from build_tools.model.misuse import MisuseError
from build_tools.model.problem import Problem
from build_tools.sources.adoption import Outcome, Particulars
from build_tools.views.words import plural

_OUTCOMES = {
    Outcome.NEW: "a new article,",
    Outcome.TIED: "the source text of",
    Outcome.UNCHANGED: "already known and unchanged:",
    Outcome.CHANGED: "a changed version (editors' work untouched; run `crossread anchor`) of",
}


def register(commands: Commands) -> None:
    """Add the commands."""
    anchor = command(commands, "anchor", _anchor, "find every quotation in the source texts")
    anchor.add_argument(
        "--accept",
        nargs="*",
        metavar="ARTICLE#NOTE",
        help="take over the wording in which moved quotations stand now "
        "(default: all of them in which no number changed)",
    )
    add = command(commands, "add", _add, "import op-eds")
    add.add_argument("files", nargs="+", type=Path, metavar="FILE")
    for name in ("slug", "title", "outlet", "date", "url"):
        add.add_argument(f"--{name}", help=f"{name} of the article, where the file does not tell")
    add.add_argument("--author", action="append", default=[], help="an author; may be repeated")
    command(commands, "schemas", _schemas, "write the JSON Schemas of the editorial files")
    init = commands.add_parser("init", help="start a new site", description="start a new site")
    init.add_argument("folder", type=Path, metavar="DIR")
    init.set_defaults(run=_init)


def _anchor(options: argparse.Namespace) -> int:
    here = place(options)
    if options.accept is not None:
        mended, unknown = editing.accept(here, tuple(options.accept))
        for name in mended:
            print(f"{name}: now quotes the words as they stand")
        if unknown:
            message = f"no quotation is called {', '.join(unknown)}"
            raise MisuseError(message)
    desk = editing.anchor(here)
    for line in editing.standings(desk):
        print(line)
    return finish(desk.problems)


def _add(options: argparse.Namespace) -> int:
    given = Particulars(
        slug=options.slug,
        title=options.title,
        authors=tuple(options.author),
        outlet=options.outlet,
        date=options.date,
        url=options.url,
    )
    if len(options.files) > 1 and given != Particulars():
        message = "--slug, --title, --author, --outlet, --date and --url are for one file"
        raise MisuseError(message)
    problems: list[Problem] = []
    for path in options.files:
        result = editing.add(place(options), path, given)
        if isinstance(result, tuple):
            problems += result
            continue
        print(f"{path}: {_OUTCOMES[result.adoption.outcome]} {result.adoption.slug}")
        for one in result.text.stripped:
            print(f"    line {one.line} left out ({one.rule}): {one.text[:70]}")
        if result.adoption.outcome is Outcome.CHANGED:
            for line in _revised(result.revised):
                print(f"    {line}")
    return finish(problems)


def _revised(changes: tuple[Revised, ...] | None) -> Iterator[str]:
    """Yield a line on each paragraph that is not what it was, without its words."""
    if changes is None:
        yield "the earlier version is not at hand; crossread anchor says what was found again"
        return
    for one in changes:
        hanging = f": {plural(one.hanging, 'quotation')} of ours in it" if one.hanging else ""
        if one.old is None:
            yield f"¶{one.new} is new"
        elif one.new is None:
            yield f"¶{one.old} is gone{hanging}"
        elif one.old == one.new:
            yield f"¶{one.new} changed{hanging}"
        else:
            yield f"¶{one.new}, ¶{one.old} before, changed{hanging}"


def _init(options: argparse.Namespace) -> int:
    problems = editing.init(options.folder)
    if not problems:
        tell(f"a new site stands in {options.folder}/; build it there with: crossread build")
    return finish(problems)


def _schemas(options: argparse.Namespace) -> int:
    for name in editing.write_schemas(place(options).corpus):
        print(name)
    return FINE
