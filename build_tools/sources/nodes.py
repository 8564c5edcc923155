"""Reads YAML with its parser: where every value stands, and everything that is wrong.

Aliases, tags, duplicate keys and deep nesting are refused. The tree is built here from the
parser's events: its own builder recurses without a limit and takes the interpreter down on a file
of a hundred kilobytes of brackets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NoReturn, Protocol, cast

import yaml

from build_tools.model.problem import Place, Problem
from build_tools.sources import characters
from build_tools.sources.plain import MAX_DEPTH, Plain, plain

MAX_SHOWN = 60
"""Characters of offending words that a message shows."""
EXAMPLE = "title: Plain text, or 'quoted' where it holds a colon"
KEPT = 128
"""Trees kept for those who ask where something stands: few files have mistakes."""


class Mark(Protocol):
    """A place in a text, as the parser tells it."""

    index: int
    """Offset in code points."""
    line: int
    """Line, from 0."""
    column: int
    """Column in code points, from 0."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value with the place it was written at."""

    value: Plain
    """The value, plain through and through."""
    start: Mark
    """Where it begins."""
    end: Mark
    """Where it ends."""
    children: dict[str | int, Node]
    """What it holds, by key or index; empty for a scalar."""
    keys: dict[str, Mark]
    """Where each key of a mapping stands."""


def read(text: str, path: str) -> Node | tuple[Problem, ...] | None:
    """Return the tree of a text, nothing for an empty one, or every problem with it."""
    reader = _Reader(path)
    try:
        root = reader.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except _Stop:
        return tuple(reader.problems)
    except yaml.MarkedYAMLError as error:
        return (*reader.problems, _syntax(error, path))
    except (yaml.YAMLError, UnicodeError) as error:
        said = str(error).splitlines()[0][:120]
        return (*reader.problems, problem("CR202", Place(path=path), f"is not YAML: {said}"))
    return tuple(reader.problems) or root


@lru_cache(maxsize=KEPT)
def tree(text: str) -> Node | None:
    """Return the tree of a text that has no mistakes."""
    found = read(text, "")
    return found if isinstance(found, Node) else None


def place(path: str, mark: Mark) -> Place:
    """Return the place of a mark in a file."""
    return Place(path=path, line=mark.line + 1, column=mark.column + 1)


def problem(code: str, where: Place, message: str, words: str = "") -> Problem:
    """Return a problem with the YAML of a file."""
    words = words[:MAX_SHOWN]
    return Problem(code=code, place=where, message=message, words=words, example=EXAMPLE)


class _Stop(Exception):
    """Nothing after this point can be read sensibly."""


class _Reader:
    """Turns the parser's events into nodes and gathers what is wrong on the way."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        """Return the only document of a stream; nothing where it is empty."""
        root = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self._stop("CR202", event, "holds a second document; keep one")
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, 0)
        return root

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        if depth > MAX_DEPTH:
            self._stop("CR203", event, f"is nested more than {MAX_DEPTH} deep")
        if isinstance(event, yaml.AliasEvent):
            self._stop("CR204", event, "uses a YAML alias (*name); write the text out instead")
        if isinstance(event, yaml.CollectionStartEvent | yaml.ScalarEvent) and _tagged(event):
            self._add("CR204", event, f"uses the YAML tag `{event.tag}`; plain values only")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, events, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, events, depth)
        scalar = cast("yaml.ScalarEvent", event)
        self._see(scalar)
        value = scalar.value if scalar.style else plain(scalar.value)
        return Node(value, _start(event), _end(event), {}, {})

    def _sequence(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                children: dict[str | int, Node] = dict(enumerate(items))
                values = [item.value for item in items]
                return Node(values, _start(start), _end(event), children, {})
            items.append(self._node(event, events, depth + 1))
        raise _Stop

    def _mapping(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        children: dict[str | int, Node] = {}
        keys: dict[str, Mark] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                values = {str(key): child.value for key, child in children.items()}
                return Node(values, _start(start), _end(event), children, keys)
            if not isinstance(event, yaml.ScalarEvent):
                self._stop("CR202", event, "has a key that is not a word")
            key: str = event.value
            self._see(event)
            if key in keys:
                self._add("CR205", event, f"gives `{key}` twice; keep one", key)
            keys[key] = _start(event)
            children[key] = self._node(next(events), events, depth + 1)
        raise _Stop

    def _see(self, event: yaml.ScalarEvent) -> None:
        """Note a character that was written as an escape and that nobody would see."""
        if message := characters.in_value(event.value):
            self._add("CR208", event, message)

    def _add(self, code: str, event: yaml.Event, message: str, words: str = "") -> None:
        self.problems.append(problem(code, place(self.path, _start(event)), message, words))

    def _stop(self, code: str, event: yaml.Event, message: str) -> NoReturn:
        self._add(code, event, message)
        raise _Stop


def _tagged(event: yaml.CollectionStartEvent | yaml.ScalarEvent) -> bool:
    return event.tag not in {None, "!"}


def _start(event: yaml.Event) -> Mark:
    return cast("Mark", event.start_mark)


def _end(event: yaml.Event) -> Mark:
    return cast("Mark", event.end_mark)


def _syntax(error: yaml.MarkedYAMLError, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    where = place(path, mark) if mark else Place(path=path)
    what = (error.problem or "cannot be read").replace("\\t", "a tab")
    return problem("CR202", where, f"is not YAML here: {what}")
