"""Where results are kept: in the user's own cache, as the system has it, never in a project."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import platformdirs

VARIABLE = "CROSSREAD_CACHE"
"""Names another folder."""


def folder() -> Path:
    """Return the folder of all that is kept."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else platformdirs.user_cache_path("crossread", appauthor=False)


def results() -> Path:
    """Return the file of results."""
    return folder() / "results.db"


def compiled() -> str | None:
    """Return the folder of compiled templates; nothing where there can be none."""
    found = folder() / "templates"
    try:
        found.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return str(found)


def drawn() -> Path:
    """Return the folder of what engines drew."""
    return folder() / "drawn"


def standing(site_dir: Path) -> Path:
    """Return the file that says what stands in a site's folder and what it was made from."""
    name = hashlib.sha256(os.fsencode(site_dir.resolve())).hexdigest()
    return folder() / "standing" / f"{name[:32]}.json"
