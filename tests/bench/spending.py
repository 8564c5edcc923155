"""What a whole command costs: time, processor, memory, bytes written; each run a new process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

RUNNER = Path(__file__).with_name("runner.py")
CACHE = ".cache"
"""Where a command keeps what it wants to find again, below the folder it runs in."""
HIDDEN = ("CROSSREAD_", "SOURCE_DATE_EPOCH")
"""Beginnings of what the environment must not say to what is measured."""
LAST_LINES = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run of a command cost."""

    wall: float
    """Seconds from start to end."""
    processor: float
    """Seconds of processor time, of all its processes."""
    largest: int
    """Bytes in memory of its largest process, at the peak."""


class FailedError(Exception):
    """A command that was to be measured did not do its work."""

    def __init__(self, command: Sequence[str], log: Path) -> None:
        """Say which, and what it said last.

        Args:
            command: The command.
            log: Where its output went.
        """
        said = log.read_text(encoding="utf-8", errors="replace").splitlines()[-LAST_LINES:]
        super().__init__("\n".join([f"{' '.join(command)} failed; it said:", *said]))


def spend(command: Sequence[str], place: Path) -> Cost:
    """Run a command in a folder and return what it cost.

    Raises:
        FailedError: If it fails.
    """
    found = _run("times", command, place)
    return Cost(wall=found["wall"], processor=found["processor"], largest=int(found["largest"]))


def peak(command: Sequence[str], place: Path) -> int:
    """Run a command in a folder; return the most bytes that all its processes held at once.

    Where the system does not tell, it is those of the largest process.

    Raises:
        FailedError: If it fails.
    """
    found = _run("memory", command, place)
    return int(found["together"] or found["largest"])


def _run(how: str, command: Sequence[str], place: Path) -> dict[str, float]:
    log = place.resolve().with_name(f"{place.name}.log")
    os.sync()  # what others wrote is not to be written while this one is timed
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(RUNNER), how, str(log), *command],
        cwd=place,
        env=environment(place),
        stdout=subprocess.PIPE,
        check=True,
    )
    found: dict[str, float] = json.loads(done.stdout)
    if found["status"] != 0:
        raise FailedError(command, log)
    return found


def environment(place: Path) -> dict[str, str]:
    """Return an environment in which nothing is kept outside the folder, and nothing said."""
    cache = str(place.resolve() / CACHE)
    return {
        **{name: said for name, said in os.environ.items() if not name.startswith(HIDDEN)},
        "XDG_CACHE_HOME": cache,
        "CROSSREAD_CACHE": f"{cache}/crossread",
        "HUGO_CACHEDIR": f"{cache}/hugo",
        "NO_COLOR": "1",
    }


def clear(place: Path, kept: frozenset[str]) -> None:
    """Remove everything from a folder that was not there before anything ran."""
    for one in place.iterdir():
        if one.name not in kept:
            shutil.rmtree(one) if one.is_dir() else one.unlink()


def weight(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
