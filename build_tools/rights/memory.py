"""Remembers what texts quote, by what stands in them, so that none is read twice.

A file that is put together of parts, as a download of all notes is, is read part by part: what was
found in a part where it was made holds wherever it is put. Whatever a file holds beside its parts
is read with the file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from build_tools.model.output import Output
from build_tools.rights.guard import Guard
from build_tools.rights.passages import is_data
from build_tools.rights.quoting import Quotes


@dataclass(frozen=True, slots=True)
class Read:
    """A text that was read: a file, or a part of one."""

    path: str
    """The file."""
    mark: bytes
    """Hash of the text, of how it was read and for whom."""
    quotes: Quotes
    """What it quotes."""
    above: int = 0
    """Lines above it in the file."""

    @property
    def placed(self) -> tuple[str, Quotes]:
        """The file, and what it quotes where it stands in it."""
        if not (self.above and self.quotes.long):
            return self.path, self.quotes
        long = (one._replace(line=one.line + self.above) for one in self.quotes.long)
        return self.path, replace(self.quotes, long=tuple(long))


class Memory:
    """A guard that remembers."""

    def __init__(self, guard: Guard, reader: str) -> None:
        """Remember nothing yet.

        Args:
            guard: Who reads.
            reader: Tells this program from every other, and from itself before it was changed.
        """
        self.guard = guard
        self._begin = hashlib.blake2b(f"{reader} {guard.mark}".encode(), digest_size=16)
        self._known: dict[bytes, Quotes] = {}

    def learn(self, found: Iterable[Read]) -> None:
        """Remember what was read elsewhere or earlier."""
        self._known.update((one.mark, one.quotes) for one in found)

    def read(self, output: Output) -> Iterator[Read]:
        """Yield what a page or download quotes, and what each of its parts does.

        Raises:
            ValueError: If something is named as a part that does not stand in it.
        """
        data = is_data(output.path)
        empty, rest, at, lines = "null" if data else "", [], 0, 0
        for part in output.parts:
            start = output.text.index(part, at)
            rest += [output.text[at:start], empty, "\n" * part.count("\n")]
            lines += output.text.count("\n", at, start)
            yield self.part(output.path, part, above=lines)
            lines, at = lines + part.count("\n"), start + len(part)
        yield self._read(output.path, "".join((*rest, output.text[at:])))

    def part(self, path: str, text: str, above: int = 0) -> Read:
        """Return what a part of a file quotes: one or more items of data, or rows of a table."""
        return self._read(path, f"[{text}]" if is_data(path) else text, above)

    def _read(self, path: str, text: str, above: int = 0) -> Read:
        mark = self._begin.copy()
        mark.update(f"{PurePosixPath(path).suffix}\0{text}".encode())
        known = self._known.get(mark.digest())
        return Read(path, mark.digest(), known or self.guard.read(path, text), above)
