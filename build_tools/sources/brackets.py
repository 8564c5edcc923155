"""Reads plain mappings and lists between brackets on one line, as `lines.py` reads the rest."""

from __future__ import annotations

import re

from build_tools.sources.plain import MAX_DEPTH, Plain, plain

_TOKEN = re.compile(
    r"""\ *(?:([\[\]{},])
    |(?: "((?:[^"\\]|\\["\\])*)"
       | '((?:[^']|'')*)'
       | ((?:-(?=\w)|[^\s\-?:,\[\]{}\#&*!|>'"%@`])[^,\[\]{}:\#]*
          (?:(?::(?=[\w/])|(?<!\ )\#)[^,\[\]{}:\#]*)*)
     )(:\ )?)""",
    re.VERBOSE,
)
_ESCAPED = re.compile(r"\\(.)")
_AFTER = re.compile(" *| +#.*")

_Token = re.Match[str]


class OtherwiseWrittenError(Exception):
    """A text is not plain: it may be right or wrong, the parser will know."""


def read(text: str, depth: int) -> dict[str, Plain] | list[Plain]:
    """Return what a text that begins with a bracket says.

    Args:
        text: The rest of the line.
        depth: How deep it is nested.

    Raises:
        OtherwiseWrittenError: If it is not plain.
    """
    reader = _Reader(text)
    found = reader.collection(depth)
    if not _AFTER.fullmatch(text, reader.at):
        raise OtherwiseWrittenError
    return found


def quoted(double: str | None, single: str | None) -> str:
    """Return what stands between quotation marks of either kind."""
    if single is not None:
        return single.replace("''", "'")
    said = double or ""
    return _ESCAPED.sub(r"\1", said) if "\\" in said else said


class _Reader:
    """Goes through the tokens once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.at = 0
        """How far it was read."""
        self._token = self._next()

    def collection(self, depth: int) -> dict[str, Plain] | list[Plain]:
        """Return the mapping or list that begins here."""
        opening = self._token[1]
        if depth >= MAX_DEPTH or opening not in {"[", "{"}:
            raise OtherwiseWrittenError
        self._token = self._next()
        return self._list(depth + 1) if opening == "[" else self._mapping(depth + 1)

    def _list(self, depth: int) -> list[Plain]:
        found: list[Plain] = []
        while self._token[1] != "]":
            found.append(self._value(depth))
            self._pass("]")
        return found

    def _mapping(self, depth: int) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        while self._token[1] != "}":
            word = self._token
            key = _said(word)
            if not word[5] or key in found:
                raise OtherwiseWrittenError
            self._token = self._next()
            found[key] = self._value(depth)
            self._pass("}")
        return found

    def _value(self, depth: int) -> Plain:
        token = self._token
        if token[1]:
            return self.collection(depth)
        if token[5]:
            raise OtherwiseWrittenError
        said = _said(token)
        return said if token[4] is None else plain(said)

    def _pass(self, closing: str) -> None:
        """Go from a value to the next one or to the closing bracket."""
        self._token = self._next()
        if self._token[1] == ",":
            self._token = self._next()
        elif self._token[1] != closing:
            raise OtherwiseWrittenError

    def _next(self) -> _Token:
        token = _TOKEN.match(self._text, self.at)
        if token is None:
            raise OtherwiseWrittenError
        self.at = token.end()
        return token


def _said(token: _Token) -> str:
    """Return the words of a scalar, whatever their quotation marks."""
    word: str | None = token[4]
    return word.rstrip(" ") if word is not None else quoted(token[2], token[3])
