"""Does work as another process would: everything is pickled on the way there and back."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def elsewhere(work: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
    """Yield what `work` makes of each item."""
    for item in items:
        there, given = pickle.loads(pickle.dumps((work, item)))
        yield pickle.loads(pickle.dumps(there(given)))
