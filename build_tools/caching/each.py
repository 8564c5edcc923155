"""Does the same to many things: what was done before is looked up, the rest shared out."""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from build_tools.caching.inputs import program
from build_tools.caching.store import Store
from build_tools.processes import spread

Item = TypeVar("Item")
Result = TypeVar("Result")

PROTOCOL = 5
"""How everything that is kept is pickled (PEP 574)."""


class Each:
    """A mapper (`sources.mapper`) that keeps results from one build to the next."""

    def __init__(self, store: Store) -> None:
        """Keep results in a store."""
        self._store = store
        self._names: dict[int, tuple[object, bytes]] = {}

    def __call__(
        self, work: Callable[[Item], Result], items: Iterable[Item], /
    ) -> Iterable[Result]:
        """Return what `work` makes of each item, in order.

        A result is found again by the item, the work with all it holds on to, and the program, all
        by content. Equal items may be pickled in two ways; then the work is done once more.
        """
        every = list(items)
        begin = hashlib.blake2b(self._pickled((program(), work)), digest_size=20)
        keys = [self._key(begin, item) for item in every]
        found = self._store.find(keys)
        missing = {key: item for key, item in zip(keys, every, strict=True) if key not in found}
        made = spread(lambda item: pickle.dumps(work(item), PROTOCOL), tuple(missing.values()))
        new = dict(zip(missing, made, strict=True))
        self._store.keep(new)
        found |= new
        results: dict[bytes, Result] = {key: pickle.loads(found[key]) for key in keys}
        for key, one in results.items():
            self._name(one, key)
        return [results[key] for key in keys]

    def _key(self, begin: hashlib.blake2b, item: object) -> bytes:
        key = begin.copy()
        key.update(self._pickled(item))
        return key.digest()

    def _name(self, result: object, key: bytes) -> None:
        """Remember how a result was made: where it is an item again, or in one, that stands for it.

        The parts of a result are named too, for they are what is handed on.
        """
        parts = fields(result) if is_dataclass(result) else ()
        for at, one in enumerate((result, *(getattr(result, part.name) for part in parts))):
            if is_dataclass(one):
                self._names[id(one)] = (one, key + bytes([at]))  # kept, so that no id comes again

    def _pickled(self, item: object) -> bytes:
        """Return an item as bytes, with names in the place of results that we gave ourselves."""
        written = io.BytesIO()
        _Pickler(written, self._names).dump(item)
        return written.getvalue()


class _Pickler(pickle.Pickler):
    """Writes names in the place of objects that have one.

    It is asked about objects of classes alone, not about every text and number as with
    `persistent_id`: what it writes is only compared, never read.
    """

    def __init__(self, file: io.BytesIO, names: dict[int, tuple[object, bytes]]) -> None:
        super().__init__(file, PROTOCOL)
        self._names = names

    def reducer_override(self, one: Any) -> Any:  # noqa: ANN401
        name = self._names.get(id(one))
        return (bytes, (name[1],)) if name else NotImplemented
