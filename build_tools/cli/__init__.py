"""The command line: reads what was asked, calls what does it, says what came of it.

To add a command: write a module with `register`, name its commands in `_COMMANDS`, describe it in
`docs/guide/commands.md`, add tests in `tests/unit/test_commands.py`.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence

from build_tools.cli.common import MISUSE, PROBLEMS, Run, tell
from build_tools.model.misuse import MisuseError

_COMMANDS = {
    "building": ("build", "serve"),
    "handing_out": ("bundle", "deployable"),
    "checking": ("check", "fmt"),
    "content": ("anchor", "add", "init", "schemas"),
    "exchange": ("import-notes",),
    "reviewing": ("review",),
    "commenting": ("comment",),
    "suggesting": ("suggest",),
}
"""Modules with their commands: only the one that is asked for is loaded."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may know less than UTF-8
    given = sys.argv[1:] if arguments is None else arguments
    options = parser(given[0] if given else "").parse_args(given)
    run: Run = options.run
    try:
        return run(options)
    except MisuseError as error:
        tell(str(error))
        return MISUSE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on
        return PROBLEMS
    except OSError as error:
        tell(f"cannot go on: {error.strerror or error}: {error.filename or ''}".rstrip(": "))
        return PROBLEMS


def parser(asked: str = "") -> argparse.ArgumentParser:
    """Return the parser of the command that is asked for, or of all where it is none of them."""
    found = argparse.ArgumentParser(
        prog="crossread", description="Turns op-eds into an annotated research site."
    )
    commands = found.add_subparsers(required=True, metavar="COMMAND")
    wanted = [name for name, names in _COMMANDS.items() if asked in names] or _COMMANDS
    for name in wanted:
        importlib.import_module(f"build_tools.cli.{name}").register(commands)
    return found
