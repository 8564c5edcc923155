"""Reads YAML and JSON written by strangers, remembering where everything stands.

Only plain data comes in: mappings, sequences and scalars of the YAML 1.2 core schema. Aliases,
tags, duplicate keys, deep nesting and large files are refused, so that no file can make the
program build objects, expand itself or exhaust memory. Dates stay the strings they were typed as.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, cast

import yaml

from build_tools.model.problem import Place, Problem

MAX_BYTES = 2_000_000
"""Largest file read: some 10,000 notes."""
MAX_DEPTH = 12
"""Deepest nesting; our own files need five."""
MAX_SHOWN = 60
"""Characters of offending words that a message shows."""

Plain = dict[str, Any] | list[Any] | str | int | float | bool | None

_MAY_ALIAS = re.compile(r"[&*]\w")
_INTEGER = re.compile(r"[-+]?\d{1,15}")
_FLOAT = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_SCALAR_TAGS = {"str", "int", "float", "bool", "null", "timestamp", "value", "merge"}


@dataclass(frozen=True, slots=True)
class Document:
    """A file's plain data and the tree it came from."""

    path: str
    """Path as shown to people."""
    value: Plain
    """The data."""
    root: yaml.Node | None
    """The parsed tree; nothing for an empty file."""

    def at(self, *steps: str | int) -> Place:
        """Return where a value stands, or where its nearest existing parent does."""
        node = self.root
        for step in steps:
            child = _child(node, step)
            if child is None:
                break
            node = child
        return _place(self.path, node)

    def key_at(self, *steps: str | int) -> Place:
        """Return where the last key of a path stands, for messages about the key itself."""
        node = self.root
        for step in steps[:-1]:
            node = _child(node, step)
        if isinstance(node, yaml.MappingNode):
            for key, _ in node.value:
                if getattr(key, "value", None) == steps[-1]:
                    return _place(self.path, key)
        return self.at(*steps)

    def span_at(self, *steps: str | int) -> tuple[int, int]:
        """Return where a scalar stands in the file's text, in code points."""
        node = self.root
        for step in steps:
            node = _child(node, step)
        if node is None:
            raise KeyError(steps)
        return node.start_mark.index, node.end_mark.index


def parse(text: str, path: str) -> Document | tuple[Problem, ...]:
    """Return the data of a YAML or JSON text, or every problem that keeps it from being read."""
    if len(text.encode()) > MAX_BYTES:
        return (_problem("CR201", Place(path=path), f"is larger than {MAX_BYTES:,} bytes"),)
    try:
        if _MAY_ALIAS.search(text) and (found := _alias(text, path)):
            return found
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return (_syntax(error, path),)
    except yaml.YAMLError as error:
        return (_problem("CR202", Place(path=path), f"is not YAML: {_first_line(error)}"),)
    except RecursionError:
        return (_problem("CR203", Place(path=path), "is nested too deeply"),)
    reader = _Reader(path)
    value = reader.read(root, 0) if root is not None else None
    return tuple(reader.problems) or Document(path, value, root)


def _alias(text: str, path: str) -> tuple[Problem, ...]:
    """Return a problem with the first alias: found before the tree is built, so none expands."""
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            mark = event.start_mark
            place = Place(path=path, line=mark.line + 1, column=mark.column + 1)
            message = "uses a YAML alias (*name); write the text out instead"
            return (_problem("CR204", place, message),)
    return ()


class _Reader:
    """Turns nodes into data and gathers what is wrong with them."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def read(self, node: yaml.Node, depth: int) -> Plain:
        """Return the data of a node; what is wrong goes to `problems`."""
        if depth > MAX_DEPTH:
            self._add("CR203", node, f"is nested more than {MAX_DEPTH} deep")
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(child, depth + 1) for child in node.value]
        return self._scalar(cast("yaml.ScalarNode", node))

    def _mapping(self, node: yaml.MappingNode, depth: int) -> Plain:
        data: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._add("CR202", key, "has a key that is not a word")
                continue
            if key.value in data:
                self._add("CR205", key, f"gives `{key.value}` twice; keep one", key.value)
                continue
            data[key.value] = self.read(value, depth + 1)
        return data

    def _scalar(self, node: yaml.ScalarNode) -> Plain:
        tag = node.tag.rpartition(":")[2]
        if not node.tag.startswith("tag:yaml.org,2002:") or tag not in _SCALAR_TAGS:
            self._add("CR204", node, f"uses the YAML tag `{node.tag}`; plain values only")
            return None
        return node.value if node.style else plain(node.value)

    def _add(self, code: str, node: yaml.Node, message: str, words: str = "") -> None:
        self.problems.append(_problem(code, _place(self.path, node), message, words))


def plain(word: str) -> Plain:
    """Return the value of an unquoted scalar in the YAML 1.2 core schema."""
    if word.lower() in _WORDS:
        return _WORDS[word.lower()]
    if _INTEGER.fullmatch(word) and not re.match(r"[-+]?0\d", word):
        return int(word)
    if _FLOAT.fullmatch(word) and not re.match(r"[-+]?0\d", word):
        return float(word)
    return word


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if getattr(key, "value", None) == step:
                return cast("yaml.Node", value)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return cast("yaml.Node", node.value[step])
    return None


def _place(path: str, node: yaml.Node | None) -> Place:
    if node is None:
        return Place(path=path)
    return Place(path=path, line=node.start_mark.line + 1, column=node.start_mark.column + 1)


def _syntax(error: yaml.MarkedYAMLError, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(path=path, line=mark.line + 1, column=mark.column + 1) if mark else Place(path=path)
    what = (error.problem or "cannot be read").replace("\\t", "a tab")
    return _problem("CR202", place, f"is not YAML here: {what}")


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0][:120]


def _problem(code: str, place: Place, message: str, words: str = "") -> Problem:
    return Problem(
        code=code,
        place=place,
        message=message,
        words=words[:MAX_SHOWN],
        example="title: Plain text, or 'quoted' where it holds a colon",
    )
