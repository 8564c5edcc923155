"""Runs the engine that turns staged pages into a site.

To add an engine: give it a command in `COMMANDS`; everything it needs is in the staged folder.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

from build_tools.model.engine import Engine
from build_tools.model.problem import Place, Problem
from build_tools.site.moment import moment
from build_tools.site.stage import Stage

SHOWN_LINES = 30
"""Lines of the engine's last words that a message shows."""

COMMANDS: dict[Engine, tuple[str, ...]] = {
    Engine.MKDOCS: ("mkdocs", "build", "--strict", "--clean", "-f"),
    Engine.ZENSICAL: ("zensical", "build", "--strict", "--clean", "-f"),
}
"""Module and arguments of each engine; the configuration follows."""


def run(engine: Engine, stage: Stage) -> Problem | None:
    """Build the staged site; return what went wrong, if anything did.

    Args:
        engine: Which engine.
        stage: What to build.
    """
    environment: Mapping[str, str] = {
        **os.environ,
        "SOURCE_DATE_EPOCH": moment(),
        "PYTHONHASHSEED": "0",
        "NO_COLOR": "1",
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", *COMMANDS[engine], stage.config.name]
    done = subprocess.run(
        command,
        cwd=stage.folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode == 0 and (stage.built / "index.html").is_file():
        return None
    if "No module named" in done.stdout:
        example = f"pip install 'crossread[{engine}]'"
        message = f"the engine {engine} is not installed"
        return Problem(
            code="CR702", place=Place(path=engine.value), message=message, example=example
        )
    said = "\n".join(done.stdout.strip().splitlines()[-SHOWN_LINES:])
    return Problem(
        code="CR701",
        place=Place(path=stage.config.as_posix()),
        message=f"the engine {engine} did not build the site; it said:\n{said}",
    )
