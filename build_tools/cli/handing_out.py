"""The commands that hand a site out: bundle, deployable."""

from __future__ import annotations

import argparse
from pathlib import Path

from build_tools import bundling, deploying
from build_tools.cli.common import (
    Commands,
    command,
    finish,
    place,
    takes_address,
    takes_engine,
    tell,
)
from build_tools.model.edition import Edition


def register(commands: Commands) -> None:
    """Add the commands."""
    bundle = command(commands, "bundle", _bundle, "make the offline bundle")
    bundle.add_argument("--edition", type=Edition, default=Edition.DIGEST, choices=list(Edition))
    bundle.add_argument("--out", type=Path, default=Path("dist"), metavar="DIR")
    takes_engine(bundle)
    deployable = command(
        commands, "deployable", _deployable, "say why a built site must not be put on the web"
    )
    deployable.add_argument("--site-dir", type=Path, default=Path("site"), metavar="DIR")
    for one in (bundle, deployable):
        takes_address(one)


def _bundle(options: argparse.Namespace) -> int:
    found = bundling.bundle(place(options), options.out, options.edition, options.engine, tell)
    return finish(found)


def _deployable(options: argparse.Namespace) -> int:
    problems = deploying.deployable(place(options), options.site_dir)
    if not problems:
        tell(f"{options.site_dir}/ may be put on the web")
    return finish(problems)
