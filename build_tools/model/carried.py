"""Lets values be pickled in a fraction of the time, where thousands go from build to build."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


def carried(kind: type[T]) -> type[T]:
    """Pickle the objects of a frozen dataclass with slots as the bare values of their fields.

    What dataclasses come with does the same, and asks for the fields of the class each time.
    """
    names = [one.name for one in fields(kind)]  # type: ignore[arg-type]  # says the decorator's name
    setters = tuple(getattr(kind, name).__set__ for name in names)
    values = attrgetter(*names)
    alone = len(names) == 1

    def state(self: T) -> tuple[Any, ...]:
        return (values(self),) if alone else values(self)

    def restore(self: T, given: tuple[Any, ...]) -> None:
        for put, one in zip(setters, given):  # noqa: B905  # as strict as slow
            put(self, one)

    kind.__getstate__ = state  # type: ignore[assignment, method-assign]
    kind.__setstate__ = restore  # type: ignore[attr-defined]
    return kind
