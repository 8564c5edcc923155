"""The commands that hand a site out: bundle, deployable."""

from __future__ import annotations

import argparse
from pathlib import Path

from build_tools import bundling, deploying
from build_tools.cli.common import ADDRESS, Commands, command, finish, place, tell
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine


def register(commands: Commands) -> None:
    """Add the commands."""
    bundle = command(commands, "bundle", _bundle, "make the offline bundle")
    bundle.add_argument("--edition", type=Edition, default=Edition.DIGEST, choices=list(Edition))
    bundle.add_argument("--out", type=Path, default=Path("dist"), metavar="DIR")
    bundle.add_argument(
        "--history", action="store_true", help="tell what became of each note, as git remembers"
    )
    bundle.add_argument("--engine", type=Engine, default=Engine.MKDOCS, choices=list(Engine))
    deployable = command(
        commands, "deployable", _deployable, "say why a built site must not be put on the web"
    )
    deployable.add_argument("--site-dir", type=Path, default=Path("site"), metavar="DIR")
    for one in (bundle, deployable):
        one.add_argument(
            "--address", metavar="URL", help=f"where it will be published (default: ${ADDRESS})"
        )


def _bundle(options: argparse.Namespace) -> int:
    found = bundling.bundle(place(options), options.out, options.edition, options.engine, tell)
    return finish(found)


def _deployable(options: argparse.Namespace) -> int:
    problems = deploying.deployable(place(options), options.site_dir)
    if not problems:
        tell(f"{options.site_dir}/ may be put on the web")
    return finish(problems)
