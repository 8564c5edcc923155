"""Reads YAML and JSON written by strangers, remembering where everything stands.

Only plain data comes in: mappings, sequences and scalars of the YAML 1.2 core schema. Aliases,
tags, duplicate keys, deep nesting and large files are refused, so that no file can make the
program build objects, expand itself or exhaust memory. Dates stay the strings they were typed as.

Most files are laid out plainly, and are read so (`lines.py`, `json_text.py`). The parser
(`nodes.py`) reads all others, says what is wrong, and is asked where something stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.carried import carried
from build_tools.model.problem import Place, Problem
from build_tools.sources import characters, json_text, lines, nodes
from build_tools.sources.nodes import MAX_SHOWN, Mark, Node
from build_tools.sources.plain import Plain, plain

MAX_BYTES = 2_000_000
"""Largest file read: some 10,000 notes."""

__all__ = [
    "MAX_BYTES",
    "MAX_SHOWN",
    "Document",
    "Mark",
    "Node",
    "Places",
    "Plain",
    "parse",
    "plain",
]


@carried
@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a file stand. It is parsed for that only when somebody asks."""

    path: str
    """Path as shown to people."""
    text: str
    """What stands in the file: free of mistakes."""

    @property
    def root(self) -> Node | None:
        """The tree; nothing for an empty file."""
        return nodes.tree(self.text)

    def at(self, *steps: str | int) -> Place:
        """Return where a value stands, or where its nearest existing parent does."""
        node = self._nearest(steps)
        return nodes.place(self.path, node.start) if node else Place(path=self.path)

    def key_at(self, *steps: str | int) -> Place:
        """Return where the last key of a path stands, for messages about the key itself."""
        node = self._nearest(steps[:-1])
        mark = node.keys.get(str(steps[-1])) if node and steps else None
        return nodes.place(self.path, mark) if mark else self.at(*steps)

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
        shift = self.text.startswith("\ufeff")  # the parser does not count it
        return node.start.index + shift, node.end.index + shift

    def _nearest(self, steps: tuple[str | int, ...]) -> Node | None:
        node = self.root
        for step in steps:
            child = node.children.get(step) if node else None
            if child is None:
                break
            node = child
        return node


@dataclass(frozen=True, slots=True)
class Document(Places):
    """A file's plain data, and where it stands."""

    value: Plain
    """The data; nothing for an empty file."""


def parse(text: str, path: str) -> Document | tuple[Problem, ...]:
    """Return the data of a YAML or JSON text, or every problem that keeps it from being read."""
    if len(text.encode(errors="replace")) > MAX_BYTES:
        message = f"is larger than {MAX_BYTES:,} bytes"
        return (nodes.problem("CR201", Place(path=path), message),)
    if unseen := characters.in_file(text, path, "CR208"):
        return unseen
    value: Plain = _quickly(text)
    if value is None:
        found = nodes.read(text, path)
        if isinstance(found, tuple):
            return found
        value = found.value if found else None
    return Document(path, text, value)


def _quickly(text: str) -> dict[str, Plain] | list[Plain] | None:
    """Return what a plain text says; nothing where the parser must be asked."""
    if not characters.are_common(text):
        return None
    unix = text.replace("\r\n", "\n")
    if "\r" in unix:
        return None
    return json_text.read(unix) if unix.startswith(("[", "{")) else lines.read(unix)
