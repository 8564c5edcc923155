"""A stretch of what is published, and how marked quotations are told apart in it."""

from __future__ import annotations

import re
from typing import NamedTuple

APART = " ǂquotationǂ "
"""Stands where a quotation was taken out: a word that no source has, so that the words on either
side do not run together."""

_QUOTED = re.compile(r"“[^“”]*”")


class Passage(NamedTuple):
    """A stretch of what is published."""

    text: str
    """The words."""
    quoted: bool
    """Whether it is marked as a quotation."""
    line: int
    """Line of the file it begins on."""


def split(text: str, *, quoted: bool, line: int) -> list[Passage]:
    """Return a text once as a whole, unless quoted, and its marked quotations apart."""
    if quoted:
        return [Passage(text, quoted=True, line=line)]
    if "“" not in text:
        return [Passage(text, quoted=False, line=line)] if text and not text.isspace() else []
    found = [Passage(match[0], quoted=True, line=line) for match in _QUOTED.finditer(text)]
    rest = _QUOTED.sub(APART, text)
    if rest.strip():
        found.append(Passage(rest, quoted=False, line=line))
    return found
