"""Keeps values by the hash of everything they were made from.

A value is looked up by what would be needed to make it again, so nothing kept is ever out of date:
whatever changes has another key. Values are bytes; those who keep them unpickle them, which runs
code: the file therefore lies in the user's own cache (`caching.places`), where no pull request can
put one.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

MOST = 2 * 1024**3
"""Bytes of values that are kept; of more, those go that were of no use for longest."""
SELDOM = 20
"""Builds after which it is noted again that a value is of use; each time would take time."""
PATIENCE = 10.0
"""Seconds to wait while another build writes."""

_SCHEMA = (
    "create table if not exists kept (key blob primary key, "
    "used integer not null, sum blob not null, value blob not null)",  # what is long comes last
    "create index if not exists by_use on kept (used)",
)
_FIND = "select value, sum, used from kept where key = ?"
_KEEP = "insert or replace into kept (key, used, sum, value) values (?, ?, ?, ?)"
_NOW = "(select coalesce(max(used), 0) from kept)"
_SIZE = """
select (page_count - freelist_count) * page_size
from pragma_page_count, pragma_freelist_count, pragma_page_size
"""
"""Bytes of all that is in the file: so many values there are at most."""
_FORGET = """
delete from kept where key in (
  select key from (select key, sum(length(value)) over (order by used desc, key) as held from kept)
  where held > ?)
"""


class _SpoiltError(Exception):
    """A value is not what was kept."""


class Store:
    """Values by key, in one file; where it cannot be used, nothing is kept and nothing is lost."""

    def __init__(self, file: Path, most: int = MOST) -> None:
        """Name the file, which is made when first something is kept.

        Args:
            file: Where.
            most: Bytes of values to keep.
        """
        self._file = file
        self._most = most
        self._used: dict[bytes, int] = {}

    def find(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return those values that are kept, by key."""
        found: dict[bytes, bytes] = {}
        if not self._file.is_file():
            return found
        try:
            with self._open() as database:
                for key in keys:
                    for value, total, used in database.execute(_FIND, (key,)):
                        found[key] = _sound(value, total)
                        self._used[key] = used
        except (sqlite3.Error, OSError, _SpoiltError):
            self._begin_anew()
            return {}
        return found

    def keep(self, values: Mapping[bytes, bytes]) -> None:
        """Keep values, remember which were of use, and forget the rest where it is too much."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._open() as database:
                for statement in _SCHEMA:
                    database.execute(statement)
                ((now,),) = database.execute(f"select {_NOW} + 1")
                used = [(now, key) for key, then in self._used.items() if now - then > SELDOM]
                database.executemany("update kept set used = ? where key = ?", used)
                rows = ((key, now, _sum(value), value) for key, value in values.items())
                database.executemany(_KEEP, rows)
                ((size,),) = database.execute(_SIZE)
                if size > self._most:  # only then is it worth adding up what each takes
                    database.execute(_FORGET, (self._most,))
        except (sqlite3.Error, OSError):
            self._begin_anew()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection; what was written stands as a whole or not at all."""
        database = sqlite3.connect(self._file, timeout=PATIENCE)
        try:
            database.execute("pragma synchronous = off")  # what a fall of power spoils is seen
            with database:
                yield database
        finally:
            database.close()

    def _begin_anew(self) -> None:
        """Remove a file that cannot be used; whoever has it open goes on with it."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)


def _sound(value: bytes, total: bytes) -> bytes:
    if _sum(value) != total:  # disks forget, and SQLite does not look
        raise _SpoiltError
    return value


def _sum(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
