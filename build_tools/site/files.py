"""Writes files, and puts whole sites in place, so that nobody sees half of one or loses any."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from build_tools.model.output import Output

OWN_MARK = "data/articles.json"
"""A file every site of ours has."""


def write(path: Path, content: str | bytes) -> bool:
    """Write a file in one step, only if its content differs; tell whether it did."""
    data = content.encode() if isinstance(content, str) else content
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


def put(folder: Path, output: Output) -> None:
    """Write an output below a folder that nobody looks at yet."""
    path = folder / output.path
    try:
        path.write_bytes(output.content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.content)


def write_all(folder: Path, outputs: Iterable[Output]) -> None:
    """Write outputs below a folder."""
    for one in outputs:
        write(folder / one.path, one.content)


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


def may_replace(place: Path, keep: Iterable[Path]) -> bool:
    """Tell whether a build may replace a folder with a site.

    A name typed wrong must not cost anybody their files: the folder must be missing, empty or a
    site of ours, no link to another, and apart from everything that is to be kept.

    Args:
        place: The folder, as it was typed.
        keep: Folders that `place` must not be, hold or lie in. The folder the command runs in is
            kept too, but `place` may lie in it.
    """
    try:
        if place.is_symlink():
            return False
        here = place.resolve()
        if Path.cwd().resolve().is_relative_to(here):
            return False
        for one in (folder.resolve() for folder in keep):
            if one.is_relative_to(here) or here.is_relative_to(one):
                return False
        above = next(one for one in here.parents if one.exists())
        return above.is_dir() and is_ours(here) and is_ours(_aside(here))
    except (OSError, RuntimeError):  # not to be looked into, or a link that goes round in circles
        return False


def is_ours(place: Path) -> bool:
    """Tell whether a folder is not there, empty, or a site of ours."""
    if place.is_symlink():
        return False
    if not place.exists():
        return True
    return place.is_dir() and (not any(place.iterdir()) or (place / OWN_MARK).is_file())


def restore(place: Path) -> None:
    """Mend what a build left that was killed while it put its site in place.

    The last good site is put back where none stands, else it is cleared away.
    """
    old = _aside(place)
    if not old.is_dir() or not is_ours(old):
        return
    if place.exists():
        shutil.rmtree(old, ignore_errors=True)
    else:
        old.replace(place)


def replace_folder(new: Path, place: Path) -> None:
    """Put the folder `new` where `place` is; what was there is gone only when it stands.

    Between the two renames the old site waits beside the place, where `restore` finds it.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    restore(place)
    new.chmod(0o755)
    old = _aside(place)
    if place.exists():
        place.replace(old)
    try:
        _move(new, place)
    except BaseException:
        if old.exists() and not place.exists():
            old.replace(place)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _aside(place: Path) -> Path:
    """Return where the old site waits while the new one is put in place."""
    return place.with_name(f".{place.name}.old")


def _move(new: Path, place: Path) -> None:
    """Rename a folder; from another disk it is copied first, so that the site appears at once."""
    try:
        new.replace(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        with tempfile.TemporaryDirectory(dir=place.parent, prefix=f".{place.name}.") as near:
            copy = Path(near, "site")
            shutil.copytree(new, copy)
            copy.replace(place)
