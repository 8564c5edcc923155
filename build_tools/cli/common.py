"""What the commands share: exit codes, where things lie, how they speak."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from build_tools import pipeline, report
from build_tools.model.problem import Problem
from build_tools.model.settings import is_site_address
from build_tools.sources import texts

FINE, PROBLEMS, MISUSE = 0, 1, 2
"""Exit codes; argparse uses the last."""

ADDRESS = "CROSSREAD_ADDRESS"
"""Names where the site will be published, for workflows."""

Run = Callable[[argparse.Namespace], int]
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


class MisuseError(Exception):
    """The command was called in a way that makes no sense."""


def command(commands: Commands, name: str, run: Run, text: str) -> argparse.ArgumentParser:
    """Add a command that works on an editorial folder; return its parser."""
    one = commands.add_parser(name, help=text, description=text)
    one.add_argument(
        "--corpus",
        type=Path,
        default=Path("annotations"),
        metavar="DIR",
        help="editorial folder (default: annotations)",
    )
    one.add_argument(
        "--sources",
        type=Path,
        metavar="DIR",
        help="source texts (default: $CROSSREAD_SOURCES, else sources/)",
    )
    one.set_defaults(run=run)
    return one


def place(options: argparse.Namespace) -> pipeline.Workplace:
    """Return the folders a command works on."""
    if not options.corpus.is_dir():
        message = f"{options.corpus} is not a folder; name one with --corpus"
        raise MisuseError(message)
    sources = texts.folder(options.sources, options.corpus.absolute())
    return pipeline.Workplace(
        corpus=options.corpus,
        sources=sources,
        address=_address(options),
        history=getattr(options, "history", False),
    )


def _address(options: argparse.Namespace) -> str | None:
    """Return where the site will be published, if a command or the environment says so."""
    given: str | None = getattr(options, "address", None) or os.environ.get(ADDRESS)
    if not given:
        return None
    if not is_site_address(given):
        message = f"{given} is no address of a site, such as https://reader.example/ops/"
        raise MisuseError(message)
    return given


def finish(problems: Sequence[Problem], form: str = "text") -> int:
    """Print problems in one of the forms of `report`; return the exit code they ask for."""
    print(report.FORMATS[form](problems), end="")
    return PROBLEMS if pipeline.errors(problems) else FINE


def tell(line: str) -> None:
    """Say what is being done, apart from what a command prints."""
    print(f"crossread: {line}", file=sys.stderr, flush=True)
