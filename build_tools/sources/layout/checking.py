"""Says which files of an editorial folder are not in the one layout."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import zip_longest
from pathlib import Path

from build_tools.model.problem import Place, Problem, Severity
from build_tools.sources import disk
from build_tools.sources.documents import MAX_BYTES, MAX_SHOWN
from build_tools.sources.layout import is_laid_out, lay_out
from build_tools.sources.layout.kinds import files

CODE = "CR331"


def unlike(folder: Path, spoilt: Collection[str]) -> Iterator[Problem]:
    """Yield a warning for each file in another layout.

    Args:
        folder: The editorial folder.
        spoilt: Paths of the files that are known to have mistakes: they are left to others.
    """
    for path, file in files(folder):
        shown = path.as_posix()
        text = disk.read(path, folder, MAX_BYTES) if shown not in spoilt else None
        if not isinstance(text, str) or is_laid_out(text, file):
            continue
        laid = lay_out(text, file, shown)
        if isinstance(laid, str):
            yield difference(shown, text, laid)
        else:
            yield from (one for one in laid if one.code == CODE)


def difference(path: str, text: str, laid: str) -> Problem:
    """Return the warning about a file, at the first line that is to be another."""
    pairs = list(zip_longest(text.splitlines(), laid.splitlines(), fillvalue=""))
    at = next((n for n, (one, other) in enumerate(pairs) if one != other), 0)
    is_there, wanted = pairs[at] if pairs else ("", "")
    return Problem(
        code=CODE,
        place=Place(path=path, line=min(at + 1, max(1, len(text.splitlines())))),
        message="is not in the one layout; `crossread fmt` brings it there",
        words=is_there.strip()[:MAX_SHOWN],
        example=wanted.strip()[:MAX_SHOWN],
        severity=Severity.WARNING,
    )
