"""Everything a build depends on, by content: the same inputs give the same site, byte for byte.

Times are not trusted: a clock may be set back, a file copied with its date. Every file is read and
hashed each time, which takes some 30 µs a file. Times serve one end only: to see that a file was
left alone *while* it was read (`Inputs.stable_with`).
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

OWN = Path(__file__).resolve().parent.parent
"""This program."""
SILENT = frozenset({".git", "__pycache__", ".DS_Store"})
"""Names that say nothing to a build."""
BLOCK = 1 << 20


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


def look(places: Iterable[Path], settings: Iterable[str]) -> Inputs:
    """Return all files in and below some places as they are now."""
    files = {path: _sight(path) for place in places for path in _walk(str(place))}
    return Inputs(files=files, settings=tuple(settings))


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


def _sight(path: str) -> Sight:
    try:
        state = os.stat(path)  # noqa: PTH116
        if not stat.S_ISREG(state.st_mode):
            return Sight(f"mode {state.st_mode}", ())
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            content = hashlib.blake2b(digest_size=20)
            while block := file.read(BLOCK):
                content.update(block)
            state = os.fstat(file.fileno())
    except OSError as error:
        return Sight(f"error {error.errno}", ())
    times = (state.st_mtime_ns, state.st_ctime_ns)
    return Sight(content.hexdigest(), (state.st_ino, state.st_size, *times))


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
