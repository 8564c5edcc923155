"""The command line: reads what was asked, calls what does it, says what came of it.

To add a command: write a module with `register`, add it to `_COMMANDS`, describe it in
`docs/guide/commands.md`, add tests in `tests/unit/test_commands.py`.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence

from build_tools.cli import checking, commenting, content, exchange, reviewing, sites, suggesting
from build_tools.cli.common import MISUSE, PROBLEMS, MisuseError, Run, tell
from build_tools.sources import revisions, texts

_COMMANDS = (sites, checking, content, exchange, reviewing, commenting, suggesting)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may know less than UTF-8
    options = parser().parse_args(arguments)
    run: Run = options.run
    try:
        return run(options)
    except (MisuseError, revisions.NoSuchRevision, texts.NoSuchFolder) as error:
        tell(str(error))
        return MISUSE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on
        return PROBLEMS
    except OSError as error:
        tell(f"cannot go on: {error.strerror or error}: {error.filename or ''}".rstrip(": "))
        return PROBLEMS


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    found = argparse.ArgumentParser(
        prog="crossread", description="Turns op-eds into an annotated research site."
    )
    commands = found.add_subparsers(required=True, metavar="COMMAND")
    for one in _COMMANDS:
        one.register(commands)
    return found
