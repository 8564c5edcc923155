"""Running text out of a tree of elements, block by block."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from build_tools.sources.importing.tidying import tidy


class Element(Protocol):
    """What we use of an lxml element."""

    tag: str
    """Name."""
    text: str | None
    """Text before the first child."""
    tail: str | None
    """Text after the element."""
    sourceline: int | None
    """Line of the file, where the parser knows it."""

    def get(self, key: str) -> str | None:
        """Return an attribute."""

    def iter(self, *tags: str) -> Iterator[Element]:
        """Return the element and all in it, in document order."""


_BREAKS = frozenset({"br", "lb"})
_ITEMS = frozenset({"item", "li"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """The text between two block boundaries."""

    line: int
    """Line of the file, from 1."""
    inside: tuple[tuple[str, str], ...]
    """Block elements around it, outermost first: name and `rend`."""
    text: str
    """Tidied."""
    opens: bool
    """Whether it is the first text of a list item."""
    broken: bool
    """Whether a line break, not the end of an element, closed it."""


def segments(
    root: Element, blocks: Collection[str], skipped: Collection[str] = ()
) -> Iterator[Segment]:
    """Yield the text of `root` cut at the elements named in `blocks`, less those `skipped`."""
    inside: list[tuple[str, str]] = []
    held: list[str] = []
    line, deaf, opens = 1, 0, False
    for event, element in _walk(root):
        name, starts = element.tag, event == "start"
        if name in blocks:
            if text := tidy("".join(held)):
                broken = name in _BREAKS
                yield Segment(
                    line=line, inside=tuple(inside), text=text, opens=opens, broken=broken
                )
                opens = False
            held, line = [], element.sourceline or line
            opens = starts if name in _ITEMS else opens
            inside = [*inside, (name, element.get("rend") or "")] if starts else inside[:-1]
        if name in skipped:
            deaf += 1 if starts else -1
        said = element.text if starts else element.tail
        held.append(("" if deaf else said) or "")
    if text := tidy("".join(held)):
        yield Segment(line=line, inside=(), text=text, opens=False, broken=False)


def _walk(root: Element) -> Iterator[tuple[str, Element]]:
    # Comments come with neither event; the text behind them belongs to what is around them.
    etree = import_module("lxml.etree")
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction, etree.Entity)
    return iter(etree.iterwalk(root, events=("start", "end")))
