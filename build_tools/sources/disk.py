"""Reads one text file of an editorial folder, whatever stands in its place."""

from __future__ import annotations

import os
from pathlib import Path

from build_tools.model.problem import Place, Problem


def is_there(path: Path) -> bool:
    """Tell whether a name is taken, be it by a link that leads nowhere."""
    return os.path.lexists(path)


def read(path: Path, inside: Path, most: int) -> str | Problem:
    """Return a file's text less its byte order mark, or what keeps it from being read.

    Only regular files are opened: a pipe or a device would keep us waiting for ever.

    Args:
        path: The file.
        inside: The folder that no link may leave.
        most: Largest size in bytes.
    """
    try:
        target = path.resolve()
        if not target.is_relative_to(inside.resolve()):
            return problem("CR206", path, "is a link that leaves the folder")
        if not target.is_file():
            return problem("CR207", path, _not_a_file(target))
        if target.stat().st_size > most:
            return problem("CR201", path, f"is larger than {most:,} bytes")
        with target.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
        return problem("CR207", path, f"cannot be read: {reason(error)}")
    if len(data) > most:
        return problem("CR201", path, f"is larger than {most:,} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return problem("CR207", path, f"is not UTF-8 (byte {error.start})")


def listing(folder: Path) -> tuple[Path, ...] | Problem:
    """Return what stands in a folder, in order of names; nothing where there is no folder."""
    if not is_there(folder):
        return ()
    try:
        return tuple(sorted(folder.iterdir()))
    except OSError as error:
        return problem("CR207", folder, f"cannot be read: {reason(error)}")


def is_folder(path: Path) -> bool:
    """Tell whether a path is a folder; what cannot be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Tell whether a path is a regular file; what cannot be looked at is none."""
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


def _not_a_file(target: Path) -> str:
    if not is_there(target):
        return "is a link that leads nowhere"
    return "is no regular file"


def as_written(path: Path) -> str:
    """Return a file's text with its line ends as they are, for edits that leave the rest alone."""
    with path.open(encoding="utf-8", newline="") as opened:
        return opened.read()
