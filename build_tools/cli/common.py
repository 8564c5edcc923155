"""What the commands share: exit codes, where things lie, how they speak."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from build_tools.model.address import is_site_address
from build_tools.model.engine import Engine
from build_tools.model.misuse import MisuseError
from build_tools.model.problem import Problem, errors
from build_tools.sources.workplace import Workplace, source_folder

FINE, PROBLEMS, MISUSE = 0, 1, 2
"""Exit codes; argparse uses the last."""

ADDRESS = "CROSSREAD_ADDRESS"
"""Names where the site will be published, for workflows."""

Run = Callable[[argparse.Namespace], int]
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


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


def takes_engine(one: argparse.ArgumentParser) -> None:
    """Let a command that builds be told how."""
    one.add_argument(
        "--history", action="store_true", help="tell what became of each note, as git remembers"
    )
    one.add_argument("--engine", type=Engine, default=Engine.MKDOCS, choices=list(Engine))


def takes_address(one: argparse.ArgumentParser) -> None:
    """Let a command be told where the site will be published."""
    one.add_argument(
        "--address", metavar="URL", help=f"where it will be published (default: ${ADDRESS})"
    )


def place(options: argparse.Namespace) -> Workplace:
    """Return the folders a command works on."""
    if not options.corpus.is_dir():
        message = f"{options.corpus} is not a folder; name one with --corpus"
        raise MisuseError(message)
    return Workplace(
        corpus=options.corpus,
        sources=source_folder(options.sources, options.corpus.absolute()),
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
    if problems or form != "text":
        from build_tools import report  # a command that has nothing to say need not wait for it

        print(report.FORMATS[form](problems), end="")
    return PROBLEMS if errors(problems) else FINE


def tell(line: str) -> None:
    """Say what is being done, apart from what a command prints."""
    print(f"crossread: {line}", file=sys.stderr, flush=True)
