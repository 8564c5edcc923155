"""Writes files so that a reader never sees half of one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from build_tools.model.output import Output

OWN_MARK = "data/articles.json"
"""A file every site of ours has."""


def write(path: Path, text: str) -> bool:
    """Write a file in one step, only if its content differs; tell whether it did."""
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True


def write_all(folder: Path, outputs: Iterable[Output]) -> None:
    """Write outputs below a folder."""
    for one in outputs:
        write(folder / one.path, one.text)


@contextmanager
def workshop(folder: Path) -> Iterator[Path]:
    """Lend a new folder below `folder`, on the same disk as the site, and clear it away after."""
    folder.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(dir=folder))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)
        with suppress(OSError):
            folder.rmdir()  # unless another build is at work there


def keep_copy(path: Path, folder: Path, name: str) -> Path | None:
    """Keep a copy of a file in a folder under a new name, unless its content is there already.

    A copy never replaces another: a second version gets a number. Returns where the copy lies, or
    nothing where none was needed.
    """
    data = path.read_bytes()
    if path.resolve().is_relative_to(folder.resolve()):
        return None
    for number in range(1, 1000):
        place = folder / f"{name}{'' if number == 1 else f'.{number}'}{path.suffix.lower()}"
        if not place.exists():
            folder.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
            return place
        if place.read_bytes() == data:
            return None
    msg = f"{folder} holds a thousand versions of {name}"
    raise FileExistsError(msg)


def is_ours(place: Path) -> bool:
    """Tell whether a folder may be replaced by a site: it is not there, empty, or a site of ours.

    A name typed wrong must not cost anybody their files.
    """
    if not place.exists():
        return True
    return place.is_dir() and (not any(place.iterdir()) or (place / OWN_MARK).is_file())


def replace_folder(new: Path, place: Path) -> None:
    """Put the folder `new` where `place` is; what was there is gone only when it stands."""
    place.parent.mkdir(parents=True, exist_ok=True)
    new.chmod(0o755)
    old = new.with_name(f"{new.name}.old")
    if place.exists():
        place.replace(old)
    try:
        new.replace(place)
    except OSError:
        if old.exists():
            old.replace(place)
        raise
    shutil.rmtree(old, ignore_errors=True)
