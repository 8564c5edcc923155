"""Reads the text files of an editorial folder, whatever stands in their place.

Only regular files are opened: a pipe or a device would keep us waiting for ever.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was found."""

    path: str
    """Path as shown to people."""
    content: bytes | Problem | None
    """Its bytes, or what keeps them from being read; nothing where there is no such file."""

    @property
    def text(self) -> str | Problem | None:
        """Its text less the byte order mark."""
        return (
            _decoded(self.content, self.path) if isinstance(self.content, bytes) else self.content
        )


def is_there(path: Path) -> bool:
    """Tell whether a name is taken, be it by a link that leads nowhere."""
    return os.path.lexists(path)


def read(path: Path, inside: Path, most: int) -> str | Problem:
    """Return a file's text less its byte order mark, or what keeps it from being read.

    Args:
        path: The file.
        inside: The folder that no link may leave.
        most: Largest size in bytes.
    """
    content = _content(path, inside, most)
    return _decoded(content, path.as_posix()) if isinstance(content, bytes) else content


def look(path: Path, inside: Path, most: int) -> File:
    """Return a file as it is found; for the arguments see `read`."""
    return File(path.as_posix(), _content(path, inside, most) if is_there(path) else None)


def look_into(folder: Path, names: Iterable[str], inside: Path, most: int) -> tuple[File, ...]:
    """Return files of a folder as they are found, in the order of their names as given.

    One look at the folder tells which are regular files, and those are opened without another.
    Links are followed with care, and so is all in a folder that a link may have led out to.
    """
    try:
        with os.scandir(folder) as entries:
            regular = {one.name for one in entries if one.is_file(follow_symlinks=False)}
    except OSError:
        regular = set()
    if not Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(inside)):
        regular = set()
    return tuple(
        _plainly(folder / name, most) if name in regular else look(folder / name, inside, most)
        for name in names
    )


def _plainly(path: Path, most: int) -> File:
    """Return a file that is known to be regular and to lie where it seems to."""
    try:
        return File(path.as_posix(), _opened(path, path, most))
    except OSError as error:
        return File(path.as_posix(), problem("CR207", path, f"cannot be read: {reason(error)}"))


def listing(folder: Path) -> tuple[os.DirEntry[str], ...] | Problem:
    """Return what stands in a folder, in order of names; nothing where there is no folder."""
    if not is_there(folder):
        return ()
    try:
        with os.scandir(folder) as entries:
            return tuple(sorted(entries, key=lambda one: one.name))
    except OSError as error:
        return problem("CR207", folder, f"cannot be read: {reason(error)}")


def is_folder(path: Path | os.DirEntry[str]) -> bool:
    """Tell whether something is a folder; what cannot be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path | os.DirEntry[str]) -> bool:
    """Tell whether something is a regular file; what cannot be looked at is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def problem(code: str, path: Path, message: str) -> Problem:
    """Return a problem with a whole file."""
    return Problem(code=code, place=Place(path=path.as_posix()), message=message)


def reason(error: Exception) -> str:
    """Return what the system says of a failure, in its own few words."""
    told = error.strerror if isinstance(error, OSError) else None
    return (told or "a link that leads to itself").lower()


def as_written(path: Path) -> str:
    """Return a file's text with its line ends as they are, for edits that leave the rest alone."""
    with path.open(encoding="utf-8", newline="") as opened:
        return opened.read()


def _content(path: Path, inside: Path, most: int) -> bytes | Problem:
    """Return the bytes of a file that is not yet known to be one, nor to lie where it seems to."""
    try:
        target = path.resolve()
        if not target.is_relative_to(inside.resolve()):
            return problem("CR206", path, "is a link that leaves the folder")
        if not target.is_file():
            return problem("CR207", path, _not_a_file(target))
        return _opened(target, path, most)
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
        return problem("CR207", path, f"cannot be read: {reason(error)}")


def _opened(target: Path, path: Path, most: int) -> bytes | Problem:
    """Return the bytes of a regular file, unless they are too many."""
    with open(target, "rb", buffering=0) as file:  # noqa: PTH123  # a third of the time of a Path
        small = os.fstat(file.fileno()).st_size <= most
        content = file.read() if small else b""
    if small and len(content) <= most:
        return content
    return problem("CR201", path, f"is larger than {most:,} bytes")


def _decoded(content: bytes, path: str) -> str | Problem:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 (byte {error.start})"
        return Problem(code="CR207", place=Place(path=path), message=message)


def _not_a_file(target: Path) -> str:
    if not is_there(target):
        return "is a link that leads nowhere"
    return "is no regular file"
