"""Mends editorial files by machine: the one layout, and what else has one right answer.

To add a mend: give its code a function from a file's text to the mended text in `MENDS`, say
“`check --fix`” under the code's Mend in `docs/guide/codes.md`, add a case in
`tests/unit/test_mending.py`: the finding is gone, and the values are what they were.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.problem import Problem
from build_tools.site import files
from build_tools.sources import disk
from build_tools.sources.documents import MAX_BYTES
from build_tools.sources.layout import checking, kinds, lay_out
from build_tools.sources.layout.kinds import File

Mend = Callable[[str, File, str], str | tuple[Problem, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """What became of some files."""

    changed: tuple[Path, ...]
    """Files in another layout than ours: written anew, or not, if nothing was to be written."""
    problems: tuple[Problem, ...]
    """What is wrong with files that were left alone; where nothing is written, also what is to be
    laid out anew.
    """


MENDS: dict[str, Mend] = {checking.CODE: lay_out}
"""What mends a finding of each code; every other needs a person."""


def chosen(corpus: Path, named: Sequence[Path]) -> tuple[tuple[Path, File], ...] | Path:
    """Return the files that are meant, or the first that is no data file of the folder.

    Args:
        corpus: The editorial folder.
        named: Files, or folders for all files in them; all there are where none is named.
    """
    found: dict[Path, File] = {}
    everything = tuple(kinds.files(corpus))
    for one in named or [corpus]:
        below = [
            (path, file) for path, file in everything if _plain(path).is_relative_to(_plain(one))
        ]
        if named and not below:
            return one
        found |= dict(below)
    return tuple(sorted(found.items(), key=lambda item: item[0].as_posix()))


def _plain(path: Path) -> Path:
    """Return a path from the root, without dots; links are not followed."""
    return Path(os.path.normpath(path.absolute()))


def lay_out_all(corpus: Path, some: Iterable[tuple[Path, File]], *, write: bool) -> Mended:
    """Bring files into the one layout; files with mistakes are left alone.

    Args:
        corpus: The editorial folder.
        some: Files in it.
        write: Whether to write them, or only to say what would change.
    """
    changed, problems = [], []
    for path, file in some:
        text = disk.read(path, corpus, MAX_BYTES)
        laid = text if isinstance(text, Problem) else lay_out(text, file, path.as_posix())
        if isinstance(laid, Problem):
            problems.append(laid)
        elif isinstance(laid, tuple):
            problems += laid
        elif laid.encode() != path.read_bytes():
            changed.append(path)
            if write:
                files.write(path.resolve(), laid)
            else:
                problems.append(checking.difference(path.as_posix(), str(text), laid))
    return Mended(changed=tuple(changed), problems=tuple(problems))


def fix(corpus: Path, problems: Iterable[Problem]) -> Iterator[tuple[str, Path]]:
    """Mend what can be mended without a person; yield each code with the file that was written."""
    data = {path.as_posix(): (path, file) for path, file in kinds.files(corpus)}
    for problem in problems:
        if problem.code not in MENDS or problem.place.path not in data:
            continue
        path, file = data[problem.place.path]
        text = disk.read(path, corpus, MAX_BYTES)
        if isinstance(text, str):
            mended = MENDS[problem.code](text, file, path.as_posix())
            if isinstance(mended, str) and files.write(path.resolve(), mended):
                yield problem.code, path
