"""Packs a bundle so that the same content gives the same bytes."""

from __future__ import annotations

import datetime
import hashlib
import io
import zipfile
from collections.abc import Iterable

from build_tools.model.output import Output

EARLIEST = datetime.date(1980, 1, 1)
"""The first day an archive can tell."""

_MODE = 0o100644 << 16
_UNIX = 3
_HARDEST = 9


def pack(folder: str, parts: Iterable[Output], day: datetime.date) -> bytes:
    """Return an archive with one folder.

    Names are sorted, and times, modes and compression do not depend on who packs, where and when.

    Args:
        folder: Name of the folder.
        parts: What lies in it.
        day: The time of every file.
    """
    when = max(day, EARLIEST)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for one in sorted(parts, key=lambda part: part.path):
            entry = zipfile.ZipInfo(
                f"{folder}/{one.path}", (when.year, when.month, when.day, 0, 0, 0)
            )
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _MODE
            archive.writestr(entry, one.content, compresslevel=_HARDEST)
    return held.getvalue()


def checksum(name: str, data: bytes) -> str:
    """Return the checksum of a file in the form `sha256sum -c` reads."""
    return f"{hashlib.sha256(data).hexdigest()}  {name}\n"
