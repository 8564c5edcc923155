"""The commands that make sites: build, serve, bundle, deployable."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from build_tools import bundling, deploying, editing, pipeline, report
from build_tools.cli.common import ADDRESS, FINE, Commands, command, finish, place, tell
from build_tools.model.problem import Problem
from build_tools.model.record import Edition
from build_tools.site.engine import Engine


def register(commands: Commands) -> None:
    """Add the commands."""
    build = command(commands, "build", _build, "build the site")
    serve = command(commands, "serve", _serve, "build the site, show it, follow every edit")
    serve.add_argument("--port", type=int, default=8000)
    for one in (build, serve):
        one.add_argument("--edition", type=Edition, default=Edition.AUTO, choices=list(Edition))
        one.add_argument("--site-dir", type=Path, default=Path("site"), metavar="DIR")
    bundle = command(commands, "bundle", _bundle, "make the offline bundle")
    bundle.add_argument("--edition", type=Edition, default=Edition.DIGEST, choices=list(Edition))
    bundle.add_argument("--out", type=Path, default=Path("dist"), metavar="DIR")
    deployable = command(
        commands, "deployable", _deployable, "say why a built site must not be put on the web"
    )
    deployable.add_argument("--site-dir", type=Path, default=Path("site"), metavar="DIR")
    for one in (build, bundle):
        one.add_argument(
            "--history", action="store_true", help="tell what became of each note, as git remembers"
        )
        one.add_argument("--engine", type=Engine, default=Engine.MKDOCS, choices=list(Engine))
    for one in (build, bundle, deployable):
        one.add_argument(
            "--address", metavar="URL", help=f"where it will be published (default: ${ADDRESS})"
        )


def _build(options: argparse.Namespace) -> int:
    found = pipeline.build(place(options), options.site_dir, options.edition, options.engine, tell)
    return finish(found)


def _serve(options: argparse.Namespace) -> int:
    tell("stop with Ctrl+C")
    editing.serve(place(options), options.site_dir, options.edition, options.port, _serving)
    return FINE


def _serving(problems: Sequence[Problem]) -> None:
    print(report.text(problems), end="", file=sys.stderr, flush=True)


def _bundle(options: argparse.Namespace) -> int:
    found = bundling.bundle(place(options), options.out, options.edition, options.engine, tell)
    return finish(found)


def _deployable(options: argparse.Namespace) -> int:
    problems = deploying.deployable(place(options), options.site_dir)
    if not problems:
        tell(f"{options.site_dir}/ may be put on the web")
    return finish(problems)
