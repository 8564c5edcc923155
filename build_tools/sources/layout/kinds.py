"""Which files of an editorial folder are data, and of what kind each is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from build_tools.sources import disk

_TOP = {"site.yml": "site", "people.yml": "people", "class.yml": "class"}
_EACH = {"glossary": "term", "events": "event", "figures": "measure", "questions": "question"}
_OF_ARTICLES = ("article", "notes", "mentions", "argument")
_BIBLIOGRAPHY = "bibliography.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """What sort of editorial file something is."""

    kind: str
    """Name of its schema."""
    depth: int
    """How many folders below the editorial folder it lies."""

    @property
    def is_json(self) -> bool:
        """Whether it is JSON and not YAML."""
        return self.kind == "bibliography"


def kind_of(path: str) -> File | None:
    """Return what sort of file a path in an editorial folder names; nothing if it is no data."""
    parts = PurePosixPath(path).parts
    if len(parts) == 1:
        if parts[0] == _BIBLIOGRAPHY:
            return File(kind="bibliography", depth=0)
        return File(kind=_TOP[parts[0]], depth=0) if parts[0] in _TOP else None
    if any(one.startswith(".") for one in parts):
        return None
    name = PurePosixPath(parts[-1])
    if len(parts) == 2 and parts[0] in _EACH and name.suffix in {".yml", ".yaml"}:
        return File(kind=_EACH[parts[0]], depth=1)
    of_article = len(parts) == 3 and parts[0] == "articles" and name.suffix == ".yml"
    return File(kind=name.stem, depth=2) if of_article and name.stem in _OF_ARTICLES else None


def files(folder: Path) -> Iterator[tuple[Path, File]]:
    """Yield every data file of an editorial folder in the order of paths."""
    for path in sorted(_entries(folder)):
        file = kind_of(path.relative_to(folder).as_posix())
        if file:
            yield path, file


def _entries(folder: Path) -> Iterator[Path]:
    yield from _listed(folder)
    for name in _EACH:
        yield from _listed(folder / name)
    for one in _listed(folder / "articles"):
        if disk.is_folder(one):
            yield from _listed(one)


def _listed(folder: Path) -> tuple[Path, ...]:
    found = disk.listing(folder)
    return tuple(folder / one.name for one in found) if isinstance(found, tuple) else ()
