"""Prints a tree of comments and values in the one layout."""

from __future__ import annotations

from collections.abc import Hashable

from build_tools.sources.edits import scalar
from build_tools.sources.layout.order import holds, keys
from build_tools.sources.layout.scalars import WIDTH, block, inline
from build_tools.sources.layout.tree import Branch, Leaf, Part, Style

STEP = 2
"""How far a list or mapping is indented below its key."""


def lines(branch: Branch, kind: Hashable, indent: int) -> list[str]:
    """Return a mapping or list in lines of its own, a part below the other.

    Args:
        branch: The mapping or list.
        kind: The type of the model that it, or each of its items, is of.
        indent: How far its parts are indented.
    """
    printed: list[str] = []
    for part in _ordered(branch, kind):
        if not _on_one_line(part, kind, indent):
            _raise_comments(part, kind)
        comments = _comments(part.before, indent)
        if printed or not comments or comments[0]:
            printed += comments
        else:
            printed += comments[1:]  # no blank line right after the key
        printed += _part(part, kind if part.key is None else _kind_of(part.key, kind), indent)
    foot = _comments(branch.foot, indent)
    return printed + (foot if printed else [one for one in foot if one])


def _part(part: Part, kind: Hashable, indent: int) -> list[str]:
    head = f"{' ' * indent}{_key(part)}"
    after = f"  {' '.join(part.after)}" if part.after else ""
    value = part.value
    if isinstance(value, Leaf):
        said, below = block(value, len(head), indent + STEP)
        return [f"{head}{said}".rstrip() + after, *below]
    assert value is not None, "a part of a tree that was read whole"
    if _on_one_line(part, kind, indent):
        return [f"{head}{_flow(value, kind)}{after}", *_comments(value.foot, indent)]
    below = lines(value, kind, indent + STEP)
    if part.key is not None:
        return [f"{head.rstrip()}{after}", *below]
    rest = below[0][indent + STEP :]
    return [f"{' ' * indent}- {rest}", *below[1:]]


def _on_one_line(part: Part, kind: Hashable, indent: int) -> bool:
    """Tell whether a list or mapping stands in the line of its key: one in brackets does.

    Brackets over several lines are joined where they fit into one, else given up.
    """
    value = part.value
    if not isinstance(value, Branch) or not value.parts:
        return True
    if not value.flow or _has_comments(value):
        return False
    return value.lines == 1 or indent + len(_key(part)) + len(_flow(value, kind)) <= WIDTH


def _ordered(branch: Branch, kind: Hashable) -> list[Part]:
    """Return the parts of a mapping in the order of the model; what it does not know comes last."""
    model = holds(kind)
    if not branch.is_mapping or model is None:
        return branch.parts
    rank = {key: at for at, key in enumerate(keys(model))}
    return sorted(branch.parts, key=lambda part: rank.get(_name(part), len(rank)))


def _kind_of(key: Leaf, kind: Hashable) -> Hashable:
    model = holds(kind)
    return keys(model).get(key.value) if model else None


def _flow(value: Branch | Leaf, kind: Hashable) -> str:
    """Return a value between brackets on one line."""
    if isinstance(value, Leaf):
        return inline(value, flow=True)
    said = []
    for part in _ordered(value, kind):
        assert part.value is not None, "a part of a tree that was read whole"
        inside = kind if part.key is None else _kind_of(part.key, kind)
        said.append((f"{_name_of(part)}: " if part.key else "") + _flow(part.value, inside))
    start, end = "{}" if value.is_mapping else "[]"
    return f"{start}{', '.join(said)}{end}"


def _has_comments(branch: Branch) -> bool:
    """Tell whether there are comments within brackets, which need lines of their own."""
    return bool(branch.foot) or any(any(part.before) or _inner(part) for part in branch.parts)


def _inner(part: Part) -> bool:
    below = isinstance(part.value, Branch) and _has_comments(part.value)
    return bool(part.after) or below


def _raise_comments(part: Part, kind: Hashable) -> None:
    """Put the comments on what follows an item's dash above the dash, as they cannot follow it."""
    value = part.value
    if part.key is not None or not isinstance(value, Branch) or not value.parts:
        return
    first = _ordered(value, kind)[0]
    _raise_comments(first, kind)
    part.before += [one for one in first.before if one] + part.after
    first.before, part.after = [], []


def _comments(said: list[str], indent: int) -> list[str]:
    return [f"{' ' * indent}{one}" if one else "" for one in said]


def _key(part: Part) -> str:
    return "- " if part.key is None else f"{_name_of(part)}: "


def _name(part: Part) -> str:
    return part.key.value if part.key else ""


def _name_of(part: Part) -> str:
    key = part.key
    if key is None:
        return ""
    return key.value if key.style is Style.PLAIN and "\n" not in key.value else scalar(key.value)
