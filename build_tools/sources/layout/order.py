"""In which order the keys of a file stand: that of the model, in which one reads."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Hashable, Mapping
from functools import cache

from build_tools.model.figure import Figure
from build_tools.model.question import Answer, RecordAnswer

_FIRST: dict[type, tuple[str, ...]] = {
    Figure: ("id", "article", "paragraph", "quote", "prefix", "suffix", "digest"),
    Answer: ("article", "state", "says"),
    RecordAnswer: ("says",),
}
"""Keys that come before those a type inherits: the passage before its number."""
_LATER: dict[type, tuple[str, ...]] = {
    Answer: ("speaker", "evidence", "checked_by", "checked"),
    RecordAnswer: ("sources", "confidence"),
}
"""Keys that come after them; left to the class itself where it has them there already."""


@cache
def keys(kind: type) -> Mapping[str, Hashable]:
    """Return the keys of a type of the model in order, each with the type of its value."""
    hints = typing.get_type_hints(kind, include_extras=True)
    names = [one.name for one in dataclasses.fields(kind)]
    first, later = _FIRST.get(kind, ()), _LATER.get(kind, ())
    middle = [one for one in names if one not in (*first, *later)]
    return {_alias(hints[name], name): hints[name] for name in (*first, *middle, *later)}


@cache
def holds(kind: Hashable) -> type | None:
    """Return the type of the model that a value, or each item of it, is of; else nothing."""
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return kind
    if typing.get_origin(kind) in {typing.Annotated, tuple}:
        return holds(typing.get_args(kind)[0])
    if typing.get_origin(kind) in {typing.Union, types.UnionType}:
        found = (holds(one) for one in typing.get_args(kind))
        return next((one for one in found if one), None)
    return None


def _alias(hint: Hashable, name: str) -> str:
    """Return the key by which a field goes in files."""
    for one in typing.get_args(hint)[1:] if typing.get_origin(hint) is typing.Annotated else ():
        alias: str | None = getattr(one, "alias", None)
        if alias:
            return alias
    return name
