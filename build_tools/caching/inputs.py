"""Everything a build depends on, by content: the same inputs give the same site, byte for byte.

Times are not trusted: a clock may be set back, a file copied with its date. Every file is read and
hashed by each build, which takes some 30 µs a file. Times serve one end only: to see that a file
was left alone *while* it was read (`Inputs.stable_with`).
"""

from __future__ import annotations

import hashlib
import math
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

OWN = Path(__file__).resolve().parent.parent
"""This program."""
SILENT = frozenset({".git", "__pycache__", ".DS_Store"})
"""Names that say nothing to a build."""
BLOCK = 1 << 20
SETTLED = 2_000_000_000
"""Nanoseconds after which another change of a file is sure to have another time: FAT counts by two
seconds, the kernel by its ticks."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a file was when it was looked at."""

    content: str
    """Its hash; for what is no regular file, what it is."""
    state: tuple[int, ...]
    """Inode, size, and times of change in ns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything a build depends on."""

    files: dict[str, Sight]
    """Every file, by path."""
    settings: tuple[str, ...]
    """What was asked for, and what the environment says."""
    began: int = field(default=0, compare=False)
    """When the look at them began, in ns."""

    @property
    def fingerprint(self) -> str:
        """One hash for all of it."""
        found = hashlib.sha256(repr((self.settings, program())).encode())
        for path, sight in self.files.items():
            found.update(f"\0{path}\0{sight.content}".encode(errors="surrogateescape"))
        return found.hexdigest()

    def stable_with(self, later: Inputs) -> bool:
        """Tell whether nobody touched a file between two looks, not even to put it back after."""
        return self == later


def look(places: Iterable[Path], settings: Iterable[str], earlier: Inputs | None = None) -> Inputs:
    """Return all files in and below some places as they are now.

    Args:
        places: Where.
        settings: What else a build depends on.
        earlier: A look of the same build: what was left alone since is not read again.
    """
    began, settled = time.time_ns(), earlier.began - SETTLED if earlier else 0
    known = earlier.files if earlier else {}
    paths = (path for place in places for path in _walk(str(place)))
    files = {path: _sight(path, known.get(path), settled) for path in paths}
    return Inputs(files=files, settings=tuple(settings), began=began)


def _walk(place: str) -> Iterator[str]:
    """Yield every file in and below a place, in order; links are followed, circles are not."""
    if os.path.isdir(place):  # noqa: PTH112  # plain strings throughout: thousands of files
        yield from _below(place, ())
    else:
        yield place


def _below(folder: str, above: tuple[str, ...]) -> Iterator[str]:
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        with os.scandir(folder) as entries:
            found = sorted((one.name, one.is_dir()) for one in entries if one.name not in SILENT)
    except OSError:
        yield folder
        return
    for name, is_folder in found:
        path = f"{folder}/{name}"
        if is_folder:
            yield from _below(path, (*above, real))
        else:
            yield path


def _sight(path: str, known: Sight | None, settled: int) -> Sight:
    """Return what a file is.

    Args:
        path: Where it is.
        known: What it was in an earlier look.
        settled: Whoever was last touched before has other times as soon as anybody touches it.
    """
    try:
        state = os.stat(path)  # noqa: PTH116
        if not stat.S_ISREG(state.st_mode):
            return Sight(f"mode {state.st_mode}", ())
        if known and known.state == _state(state) and _last(state) < settled:
            return known
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            content = hashlib.blake2b(digest_size=20)
            while block := file.read(BLOCK):
                content.update(block)
            state = os.fstat(file.fileno())
    except OSError as error:
        return Sight(f"error {error.errno}", ())
    return Sight(content.hexdigest(), _state(state))


def _last(found: os.stat_result) -> float:
    """Return when a file was last touched; `st_ctime` tells that under POSIX alone."""
    return max(found.st_mtime_ns, found.st_ctime_ns) if os.name == "posix" else math.inf


def _state(found: os.stat_result) -> tuple[int, ...]:
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def content(folder: Path) -> str:
    """Return a hash of all files below a folder, wherever that is."""
    found = hashlib.sha256()
    for path, sight in look([folder], ()).files.items():
        name = path.removeprefix(str(folder))
        found.update(f"\0{name}\0{sight.content}".encode(errors="surrogateescape"))
    return found.hexdigest()


@cache
def program() -> str:
    """Return a hash of what would make the site: this program, Python, and every library here."""
    found = hashlib.sha256(f"{sys.version}\0{sys.platform}".encode())
    for path, sight in look([OWN], ()).files.items():
        found.update(f"\0{path}\0{sight.content}".encode())
    for folder in sys.path:
        found.update("\0".join(sorted(_libraries(folder))).encode())
    return found.hexdigest()


def _libraries(folder: str) -> Iterator[str]:
    """Yield the names of installed libraries with their versions (PyPA, "Recording installed")."""
    try:
        names = os.listdir(folder or ".")  # noqa: PTH208
    except OSError:
        return
    yield from (name for name in names if name.endswith((".dist-info", ".egg-info")))
