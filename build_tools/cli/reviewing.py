"""The command that says what a change does: review."""

from __future__ import annotations

import argparse
from pathlib import Path

from build_tools import reviewing
from build_tools.cli.common import (
    FINE,
    PROBLEMS,
    Commands,
    command,
    finish,
    place,
    tell,
)
from build_tools.site import files

FORMATS = {"markdown": reviewing.markdown, "json": reviewing.as_json, "html": reviewing.page}
"""Every way to tell of a change."""
FILES = {"review.md": "markdown", "review.json": "json", "review.html": "html"}
"""What `--out` writes."""


def register(commands: Commands) -> None:
    """Add the command."""
    review = command(commands, "review", _review, "say what a change does, in editors' words")
    review.add_argument(
        "--base", metavar="REV", help="the earlier revision (default: HEAD, the last commit)"
    )
    review.add_argument(
        "--head", metavar="REV", help="the later revision (default: the working tree)"
    )
    review.add_argument(
        "--since-fork",
        action="store_true",
        help="compare with the commit at which the later revision left the earlier one",
    )
    review.add_argument("--format", choices=list(FORMATS), default="markdown")
    review.add_argument(
        "--out", type=Path, metavar="DIR", help=f"write {', '.join(FILES)} there instead"
    )
    review.add_argument(
        "--fail-on-broken-links",
        action="store_true",
        help="end with 1 where links of readers would break",
    )


def _review(options: argparse.Namespace) -> int:
    found = reviewing.review(
        place(options), options.base, options.head, since_fork=options.since_fork
    )
    if not isinstance(found, reviewing.Review):
        return finish(found)
    if options.out:
        for name, form in FILES.items():
            files.write(options.out / name, FORMATS[form](found))
        tell(f"{reviewing.headline(found)}: {options.out}/")
    else:
        print(FORMATS[options.format](found), end="")
    broken = options.fail_on_broken_links and found.links.broken
    return PROBLEMS if broken else FINE
