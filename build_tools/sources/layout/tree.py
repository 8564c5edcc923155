"""Reads YAML that `documents` has vetted into a tree that keeps every comment with its neighbour.

A comment in a line of its own belongs to what follows it in the same list or mapping; where nothing
follows there, it is the foot of that list or mapping. Which of them is told by how far it is
indented. A comment at the end of a line belongs to what the line says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import cast

import yaml

from build_tools.sources.nodes import Mark


class Style(Enum):
    """How a scalar is written."""

    PLAIN = None
    SINGLE = "'"
    DOUBLE = '"'
    FOLDED = ">"
    LITERAL = "|"


@dataclass(slots=True, kw_only=True)
class Leaf:
    """A scalar."""

    value: str
    """Its text, as the parser reads it."""
    style: Style
    """How it is written."""


@dataclass(slots=True, kw_only=True)
class Branch:
    """A mapping or a list."""

    is_mapping: bool
    """Whether its parts have keys."""
    flow: bool
    """Whether it is written between brackets."""
    lines: int = 1
    """Over how many lines the brackets reach."""
    parts: list[Part] = field(default_factory=list)
    """What it holds."""
    foot: list[str] = field(default_factory=list)
    """Comments after the last part."""


@dataclass(slots=True, kw_only=True)
class Part:
    """An item of a list, or a key with its value."""

    key: Leaf | None
    """The key; nothing for an item."""
    before: list[str]
    """Comments above it, from top to bottom; an empty one is a blank line."""
    value: Leaf | Branch | None = None
    """The value; nothing only while it is being read."""
    after: list[str] = field(default_factory=list)
    """Comments at the end of its line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment of a file."""

    index: int
    """Offset in code points."""
    line: int
    """Line, from 0."""
    column: int
    """Column, from 0."""
    text: str
    """The comment with its mark, less spaces at its end."""
    alone: bool
    """Whether it has a line of its own."""


def read(text: str) -> Branch | Leaf | list[str]:
    """Return the tree of a text without byte order mark; of one without values its comments."""
    reader = _Reader(text)
    for event in reader.events:
        if isinstance(event, yaml.NodeEvent):
            whole = Part(key=None, before=[])
            reader.value(event, whole, column=-1)
            value = cast("Branch | Leaf", whole.value)
            if isinstance(value, Branch):
                value.foot += whole.after + reader.above(len(text), 0)
            return value
    return reader.above(len(text), 0)


def comments(text: str) -> tuple[Comment, ...]:
    """Return the comments of a text, in order."""
    events = yaml.parse(text, Loader=yaml.CSafeLoader)
    return _comments(text, [one for one in events if isinstance(one, yaml.ScalarEvent)])


def _comments(text: str, scalars: list[yaml.ScalarEvent]) -> tuple[Comment, ...]:
    found: list[Comment] = []
    starts = [0, *(one.end() for one in re.finditer("\n", text))]
    line = at = 0
    gaps = []
    for scalar in scalars:
        start, end = _mark(scalar.start_mark).index, _mark(scalar.end_mark).index
        gaps.append((at, start))
        if scalar.style in {"|", ">"}:
            gaps.append((start + 1, text.find("\n", start) % (len(text) + 1)))
        at = end
    for begin, end in (*gaps, (at, len(text))):
        for match in re.finditer(r"#[^\n]*", text[begin:end]):
            index = begin + match.start()
            while line + 1 < len(starts) and starts[line + 1] <= index:
                line += 1
            alone = not text[starts[line] : index].strip()
            said = match[0].rstrip()
            column = index - starts[line]
            found.append(Comment(index=index, line=line, column=column, text=said, alone=alone))
    return tuple(found)


class _Reader:
    """Turns events into branches and hands out the comments on the way."""

    def __init__(self, text: str) -> None:
        events = list(yaml.parse(text, Loader=yaml.CSafeLoader))
        self.events: Iterator[yaml.Event] = iter(events)
        self._text = text
        self._lines = text.split("\n")
        scalars = [one for one in events if isinstance(one, yaml.ScalarEvent)]
        self._left = list(reversed(_comments(text, scalars)))
        self._last: Part | None = None
        self._line = -1

    def value(self, event: yaml.Event, part: Part, column: int) -> None:
        """Read a node into a part of a branch at a column."""
        if isinstance(event, yaml.ScalarEvent):
            self._fit(part, event)
            part.value = self._leaf(event, part)
            return
        start = cast("yaml.CollectionStartEvent", event)
        branch = Branch(
            is_mapping=isinstance(event, yaml.MappingStartEvent), flow=bool(start.flow_style)
        )
        part.value = branch
        if branch.flow:
            self._fit(part, event)
            self._passed(part, _mark(event.start_mark).line)
        here = _mark(event.start_mark).column
        self._parts(branch, here, column)

    def _parts(self, branch: Branch, column: int, parent: int) -> None:
        first = self._line
        for event in self.events:
            start = _mark(event.start_mark)
            if isinstance(event, yaml.CollectionEndEvent):
                if branch.flow:
                    branch.foot += self.above(start.index, 0)
                    branch.lines += start.line - first
                    self._line = start.line
                else:
                    branch.foot += self.above(start.index, column + (column == parent))
                return
            before = self.above(start.index, 0, then=start.line)
            part = Part(key=None, before=before)
            branch.parts.append(part)
            if branch.is_mapping:
                key = cast("yaml.ScalarEvent", event)
                part.key = Leaf(value=key.value, style=Style(key.style or None))
                self._passed(part, _mark(key.end_mark).line)
                event = next(self.events)
            self.value(event, part, column)
            if isinstance(part.value, Branch) and part.value.flow:
                self._last = part

    def _leaf(self, event: yaml.ScalarEvent, part: Part) -> Leaf:
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        style = Style(event.style or None)
        if style in {Style.FOLDED, Style.LITERAL}:
            self._passed(part, start.line)
            self.above(start.index + len(self._lines[start.line]) - start.column, 0)
            body = self._text[start.index : end.index].rstrip()
            self._passed(part, start.line + body.count("\n"))
            return Leaf(value=event.value, style=style)
        self._passed(part, end.line)
        return Leaf(value=event.value, style=style)

    def _passed(self, part: Part, line: int) -> None:
        self._last, self._line = part, line

    def _fit(self, part: Part, event: yaml.Event) -> None:
        """Take comments between a key and its value to the key: they have no place of their own."""
        part.before += [one for one in self.above(_mark(event.start_mark).index, 0) if one]

    def above(self, index: int, column: int, then: int | None = None) -> list[str]:
        """Take the comments before an offset that are indented at least so far.

        Those at the end of a line go to what the line says; those alone are returned.

        Args:
            index: The offset.
            column: How far they must be indented.
            then: Line of what follows, where a blank line before it counts.
        """
        taken: list[str] = []
        while self._left and self._left[-1].index < index:
            one = self._left[-1]
            if one.alone and one.column < column:
                break
            self._left.pop()
            if not one.alone and self._last and one.line <= self._line:
                self._last.after.append(one.text)
                continue
            taken += self._blank(one.line)
            taken.append(one.text)
            self._line = one.line
        if then is not None:
            taken += self._blank(then)
        return taken

    def _blank(self, line: int) -> list[str]:
        """Return a blank line if there is one between what was read last and a line."""
        between = self._lines[self._line + 1 : line]
        return [""] if self._line >= 0 and any(not one.strip() for one in between) else []


def _mark(mark: object) -> Mark:
    return cast("Mark", mark)
