"""Says what stands in a site's folder and what it was made from, so that it is not made again.

What is said is trusted only where every file of the site is the very one that was put there: same
inode, size and times. A build forgets what stood before it puts a new site in place, and says anew
only afterwards; killed in between, it leaves nothing said, and the next build makes everything.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from build_tools.caching import places

Mark = tuple[int, int, int, int]
"""What tells a file from any other: inode, size, and ns of its last changes."""


@dataclass(frozen=True, slots=True)
class Made:
    """Files that were made together."""

    of: str
    """Hash of everything they depend on; empty where that is not known."""
    paths: tuple[str, ...]
    """Where they stand in the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What was built last."""

    inputs: str
    """Fingerprint of all it was made from; empty where somebody wrote while it was made."""
    told: tuple[str, ...]
    """What the build said at its end."""
    files: dict[str, Mark]
    """Every file of the site, by path."""
    made: dict[str, Made]
    """What made it, by name."""


def recall(site_dir: Path) -> Standing | None:
    """Return what stands in a folder; nothing where that is not known, or no longer true."""
    try:
        said = json.loads(places.standing(site_dir).read_text(encoding="utf-8"))
        found = Standing(
            inputs=said["inputs"],
            told=tuple(said["told"]),
            files={path: (a, b, c, d) for path, (a, b, c, d) in said["files"].items()},
            made={name: Made(of, tuple(paths)) for name, (of, paths) in said["made"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return found if found.files == marks(site_dir) else None


def forget(site_dir: Path) -> None:
    """Forget what stood in a folder, before that changes."""
    with suppress(OSError):
        places.standing(site_dir).unlink(missing_ok=True)


def remember(site_dir: Path, inputs: str, told: tuple[str, ...], made: dict[str, Made]) -> None:
    """Keep what now stands in a folder."""
    tasks = {name: (one.of, one.paths) for name, one in made.items() if one.of}
    said = {"inputs": inputs, "told": told, "files": marks(site_dir), "made": tasks}
    path = places.standing(site_dir)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        near = path.with_suffix(f".{os.getpid()}")
        near.write_text(json.dumps(said), encoding="utf-8")
        near.replace(path)


def marks(site_dir: Path) -> dict[str, Mark]:
    """Return what tells every file of a site from any other, by path."""
    return dict(sorted(_marks(str(site_dir), "")))


def _marks(folder: str, below: str) -> Iterator[tuple[str, Mark]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for one in entries:
            if one.is_dir(follow_symlinks=False):
                yield from _marks(one.path, f"{below}{one.name}/")
            else:
                state = one.stat(follow_symlinks=False)
                times = (state.st_mtime_ns, state.st_ctime_ns)
                yield f"{below}{one.name}", (state.st_ino, state.st_size, *times)
