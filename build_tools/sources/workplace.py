"""The folders a command works on."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.misuse import MisuseError
from build_tools.sources import disk

VARIABLE = "CROSSREAD_SOURCES"
"""Environment variable that names the folder of source texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """The folders a command works on."""

    corpus: Path
    """The editorial folder."""
    sources: Path
    """Where source texts are looked for."""
    address: str | None = None
    """Where the site will be published, if not where its settings say."""
    history: bool = False
    """Whether pages tell what became of each note, as the repository remembers it."""

    @property
    def project(self) -> Path:
        """The folder that holds the editorial one: its configuration and its own parts."""
        return self.corpus.absolute().parent


def source_folder(chosen: Path | None, corpus: Path) -> Path:
    """Return the folder to look in: the one chosen, the environment's, or `sources/`.

    Args:
        chosen: What the command line says.
        corpus: The editorial folder; `sources/` lies beside it.

    Raises:
        MisuseError: If a folder is named and is not there; `sources/` may be missing.
    """
    variable = os.environ.get(VARIABLE)
    named = chosen or (Path(variable) if variable else None)
    if named is None:
        return corpus.parent / "sources"
    if not disk.is_folder(named):
        by = "--sources" if chosen else VARIABLE
        message = f"{by} names {named.as_posix()}, and there is no such folder"
        raise MisuseError(message)
    return named
