"""Reads YAML and JSON written by strangers, remembering where everything stands.

Only plain data comes in: mappings, sequences and scalars of the YAML 1.2 core schema. Aliases,
tags, duplicate keys, deep nesting and large files are refused, so that no file can make the
program build objects, expand itself or exhaust memory. Dates stay the strings they were typed as.

The tree is built here from the parser's events: its own builder recurses without a limit and
takes the interpreter down on a file of a hundred kilobytes of brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn, Protocol, cast

import yaml

from build_tools.model.problem import Place, Problem
from build_tools.sources import characters

MAX_BYTES = 2_000_000
"""Largest file read: some 10,000 notes."""
MAX_DEPTH = 12
"""Deepest nesting; our own files need five."""
MAX_SHOWN = 60
"""Characters of offending words that a message shows."""
EXAMPLE = "title: Plain text, or 'quoted' where it holds a colon"

Plain = dict[str, Any] | list[Any] | str | int | float | bool | None

_INTEGER = re.compile(r"[-+]?\d{1,15}", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", re.ASCII)
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


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


@dataclass(frozen=True, slots=True)
class Document:
    """A file's plain data and the tree it came from."""

    path: str
    """Path as shown to people."""
    root: Node | None
    """The tree; nothing for an empty file."""
    shift: int = 0
    """Code points before what the parser counts: 1 after a byte order mark."""

    @property
    def value(self) -> Plain:
        """The data."""
        return self.root.value if self.root else None

    def at(self, *steps: str | int) -> Place:
        """Return where a value stands, or where its nearest existing parent does."""
        node = self._nearest(steps)
        return _place(self.path, node.start) if node else Place(path=self.path)

    def key_at(self, *steps: str | int) -> Place:
        """Return where the last key of a path stands, for messages about the key itself."""
        node = self._nearest(steps[:-1])
        mark = node.keys.get(str(steps[-1])) if node and steps else None
        return _place(self.path, mark) if mark else self.at(*steps)

    def span_at(self, *steps: str | int) -> tuple[int, int]:
        """Return where a value stands in the file's text, in code points.

        Raises:
            KeyError: If there is no such value.
        """
        node = self.root
        for step in steps:
            node = node.children.get(step) if node else None
        if node is None:
            raise KeyError(steps)
        return node.start.index + self.shift, node.end.index + self.shift

    def _nearest(self, steps: tuple[str | int, ...]) -> Node | None:
        node = self.root
        for step in steps:
            child = node.children.get(step) if node else None
            if child is None:
                break
            node = child
        return node


def parse(text: str, path: str) -> Document | tuple[Problem, ...]:
    """Return the data of a YAML or JSON text, or every problem that keeps it from being read."""
    place = Place(path=path)
    if len(text.encode(errors="replace")) > MAX_BYTES:
        return (_problem("CR201", place, f"is larger than {MAX_BYTES:,} bytes"),)
    if unseen := characters.in_file(text, path, "CR208"):
        return unseen
    reader = _Reader(path)
    try:
        root = reader.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except _Stop:
        return tuple(reader.problems)
    except yaml.MarkedYAMLError as error:
        return (*reader.problems, _syntax(error, path))
    except (yaml.YAMLError, UnicodeError) as error:
        said = str(error).splitlines()[0][:120]
        return (*reader.problems, _problem("CR202", place, f"is not YAML: {said}"))
    return tuple(reader.problems) or Document(path, root, int(text.startswith("\ufeff")))


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
        self.problems.append(_problem(code, _place(self.path, _start(event)), message, words))

    def _stop(self, code: str, event: yaml.Event, message: str) -> NoReturn:
        self._add(code, event, message)
        raise _Stop


def plain(word: str) -> Plain:
    """Return the value of an unquoted scalar in the YAML 1.2 core schema."""
    if word.lower() in _WORDS:
        return _WORDS[word.lower()]
    if re.match(r"[-+]?0\d", word):
        return word  # 007 is a name, not a number
    if _INTEGER.fullmatch(word):
        return int(word)
    return float(word) if _FLOAT.fullmatch(word) else word


def _tagged(event: yaml.CollectionStartEvent | yaml.ScalarEvent) -> bool:
    return event.tag not in {None, "!"}


def _start(event: yaml.Event) -> Mark:
    return cast("Mark", event.start_mark)


def _end(event: yaml.Event) -> Mark:
    return cast("Mark", event.end_mark)


def _place(path: str, mark: Mark) -> Place:
    return Place(path=path, line=mark.line + 1, column=mark.column + 1)


def _syntax(error: yaml.MarkedYAMLError, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = _place(path, mark) if mark else Place(path=path)
    what = (error.problem or "cannot be read").replace("\\t", "a tab")
    return _problem("CR202", place, f"is not YAML here: {what}")


def _problem(code: str, place: Place, message: str, words: str = "") -> Problem:
    words = words[:MAX_SHOWN]
    return Problem(code=code, place=place, message=message, words=words, example=EXAMPLE)
