"""The command that takes annotations in: import-notes."""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from build_tools.cli.common import Commands, command, finish, place, tell
from build_tools.exchanging import Imported, Wanted, import_notes
from build_tools.sources import characters

MOST_NAMED = 5
"""Annotations left out for one reason that are named."""


def register(commands: Commands) -> None:
    """Add the command."""
    one = command(
        commands,
        "import-notes",
        _import_notes,
        "import annotations of Hypothesis and others as drafts of notes",
    )
    one.add_argument("files", nargs="+", type=Path, metavar="FILE")
    one.add_argument("--article", required=True, metavar="SLUG", help="the article they are about")
    one.add_argument("--author", metavar="ID", help="who answers for them: an id of people.yml")
    one.add_argument(
        "--group",
        action="append",
        default=[],
        metavar="GROUP",
        help="import the annotations of this group too; may be repeated",
    )


def _import_notes(options: argparse.Namespace) -> int:
    wanted = Wanted(
        article=options.article,
        files=tuple(options.files),
        author=options.author,
        groups=frozenset(options.group),
    )
    done = import_notes(place(options), wanted)
    for note in done.added:
        line = f"{options.article}#{note['id']}: ¶{note['paragraph']} «{note['quote']}»"
        print(characters.cleaned(line))
    _say_left(done)
    if done.added:
        count = len(done.added)
        drafts = "1 draft" if count == 1 else f"{count} drafts"
        tell(f"{drafts} added to notes.yml; read them, then run: crossread anchor")
    return finish(done.problems)


def _say_left(done: Imported) -> None:
    """Say what was left out, by reason."""
    reasons = defaultdict(list)
    for one, why in done.left:
        reasons[why].append(one.name)
    for why, names in reasons.items():
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        print(f"{len(names)} left out ({why}): {', '.join(names[:MOST_NAMED])}{more}")
