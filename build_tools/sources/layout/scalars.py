"""Scalars in the one layout: plain where that reads back, else quoted; long ones folded."""

from __future__ import annotations

import re

from build_tools.sources.documents import plain
from build_tools.sources.edits import UNSEEN, scalar
from build_tools.sources.layout.tree import Leaf, Style

WIDTH = 120
"""Longest line, in characters; only what cannot be broken is longer."""


def inline(leaf: Leaf, *, flow: bool) -> str:
    """Return a scalar on one line.

    Args:
        leaf: The scalar.
        flow: Whether it stands between brackets, where commas and brackets part values.
    """
    if leaf.style is Style.PLAIN and not isinstance(plain(leaf.value), str):
        return leaf.value or ("null" if flow else "")  # a number, yes or no, nothing: as typed
    return scalar(leaf.value, flow=flow)


def block(leaf: Leaf, prefix: int, indent: int) -> tuple[str, list[str]]:
    """Return what stands in the line of the key, and the lines below it.

    Args:
        leaf: The scalar.
        prefix: Characters in that line before the value.
        indent: How far lines below are indented.
    """
    value = leaf.value
    if leaf.style is Style.LITERAL and _literal(value):
        body = value.removesuffix("\n").split("\n")
        return ("|" if value.endswith("\n") else "|-"), _indented(body, indent)
    said = inline(leaf, flow=False)
    fits = prefix + len(said) <= WIDTH and "\n" not in value
    wanted = leaf.style is Style.FOLDED or not (fits or " " not in value.strip())
    if wanted and _folds(value):
        head = ">" if value.endswith("\n") else ">-"
        return head, _indented(folded(value.removesuffix("\n"), WIDTH - indent), indent)
    return said, []


def folded(value: str, width: int) -> list[str]:
    """Return text as the lines of a folded scalar; a line end of the text is a blank line."""
    lines: list[str] = []
    for number, paragraph in enumerate(value.split("\n")):
        if number:
            lines.append("")
        lines += _wrapped(paragraph, width)
    return lines


def _wrapped(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    for piece in re.findall("[^ ]+(?: {2,}[^ ]+)*", paragraph):
        if lines and len(lines[-1]) + 1 + len(piece) <= width:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return lines


def _folds(value: str) -> bool:
    """Tell whether text reads back from a folded scalar: no line begins or ends with a space."""
    lines = value.removesuffix("\n").split("\n")
    return bool(
        lines[0]
        and lines[-1]
        and all(one == one.strip() for one in lines)
        and not UNSEEN.search(value.replace("\n", ""))
    )


def _literal(value: str) -> bool:
    lines = value.removesuffix("\n").split("\n")
    return bool(
        lines[0]
        and lines[-1]
        and not lines[0].startswith(" ")
        and all(one == one.rstrip() for one in lines)
        and not UNSEEN.search(value.replace("\n", ""))
    )


def _indented(lines: list[str], indent: int) -> list[str]:
    return [f"{' ' * indent}{one}" if one else "" for one in lines]
