"""The folder bundles are put into: nobody's files are replaced but ours."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from build_tools.bundling.archive import checksum
from build_tools.bundling.crate import NAME as CRATE
from build_tools.model.output import Output
from build_tools.model.problem import Place, Problem
from build_tools.site import files


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOut:
    """Everything a build puts on the shelf."""

    stem: str
    """Name of the files, without ending."""
    archive: bytes
    """The bundle."""
    books: tuple[Output, ...]
    """The books in it, under the names they have there."""

    def files(self) -> Iterator[Output]:
        """Yield what is written, the archive's checksum last."""
        for one in self.books:
            yield Output(Path(one.path).name, data=one.content)
        name = f"{self.stem}.zip"
        yield Output(name, data=self.archive)
        yield Output(f"{name}.sha256", checksum(name, self.archive))


def unfit(out: Path, keep: Iterable[Path]) -> Problem | None:
    """Return why bundles cannot be put into a folder, if they cannot.

    Args:
        out: The folder.
        keep: Folders with files of editors, in which no bundle may lie.
    """
    here = out.resolve()
    inside = any(here.is_relative_to(one.resolve()) for one in keep)
    above = next((one for one in (here, *here.parents) if one.exists()), here)
    if inside or not above.is_dir() or (here / files.OWN_MARK).is_file():
        return Problem(
            code="CR821",
            place=Place(path=out.as_posix()),
            message="is no folder for bundles: it is a file, a site, or lies among editorial files",
            example="--out dist",
        )
    return None


def foreign(out: Path, hand_out: HandOut) -> tuple[Problem, ...]:
    """Return a problem for every file that stands where one of ours would go and is not ours."""
    before = _before(out / f"{hand_out.stem}.zip", hand_out.stem)
    return tuple(
        Problem(
            code="CR820",
            place=Place(path=(out / one.path).as_posix()),
            message="is no file that Crossread put there; nothing was written",
            example="move it away, or name another folder with --out",
        )
        for one in hand_out.files()
        if not _may_replace(out / one.path, one, before)
    )


def put(out: Path, hand_out: HandOut) -> tuple[Path, ...]:
    """Write everything, each file in one step; return where it lies."""
    for one in hand_out.files():
        files.write(out / one.path, one.content)
    return tuple(out / one.path for one in hand_out.files())


def _may_replace(place: Path, new: Output, before: dict[str, bytes]) -> bool:
    if place.is_symlink() or (place.exists() and not place.is_file()):
        return False
    if not place.exists():
        return True
    if place.suffix == ".zip":
        return bool(before)
    held = place.read_bytes()
    if place.suffix == ".sha256":
        name = re.escape(place.stem.encode())
        return re.fullmatch(rb"[0-9a-f]{64}  " + name + rb"\n", held) is not None
    return held in (new.content, before.get(place.name))


def _before(archive: Path, stem: str) -> dict[str, bytes]:
    """Return the crate and the books of a bundle of ours; empty where there is none."""
    try:
        with zipfile.ZipFile(archive) as held:
            names = [name for name in held.namelist() if name.startswith(f"{stem}/book/")]
            return {Path(name).name: held.read(name) for name in (f"{stem}/{CRATE}", *names)}
    except (OSError, KeyError, zipfile.BadZipFile):
        return {}
