"""The commands that make sites: build, serve."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from build_tools import building
from build_tools.cli.common import (
    FINE,
    Commands,
    command,
    finish,
    place,
    takes_address,
    takes_engine,
    tell,
)
from build_tools.model.edition import Edition
from build_tools.model.problem import Problem


def register(commands: Commands) -> None:
    """Add the commands."""
    build = command(commands, "build", _build, "build the site")
    serve = command(commands, "serve", _serve, "show the site on this machine, follow every edit")
    serve.add_argument("--port", type=int, default=8000)
    for one in (build, serve):
        one.add_argument("--edition", type=Edition, default=Edition.AUTO, choices=list(Edition))
    build.add_argument("--site-dir", type=Path, default=Path("site"), metavar="DIR")
    takes_engine(build)
    takes_address(build)


def _build(options: argparse.Namespace) -> int:
    found = building.build(place(options), options.site_dir, options.edition, options.engine, tell)
    return finish(found)


def _serve(options: argparse.Namespace) -> int:
    from build_tools import serving

    tell("stop with Ctrl+C")
    serving.serve(place(options), options.edition, options.port, _say, tell)
    return FINE


def _say(problems: Sequence[Problem]) -> None:
    from build_tools import report

    print(report.text(problems), end="", file=sys.stderr, flush=True)
