"""A stretch of what is published, and how marked quotations are told apart in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

APART = " ǂquotationǂ "
"""Stands where a quotation was taken out: a word that no source has, so that the words on either
side do not run together."""

_QUOTED = re.compile(r"“[^“”]*”")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of what is published."""

    text: str
    """The words."""
    quoted: bool
    """Whether it is marked as a quotation."""
    line: int
    """Line of the file it begins on."""


def split(text: str, *, quoted: bool, line: int) -> Iterator[Passage]:
    """Yield a text once as a whole, unless quoted, and its marked quotations apart."""
    if quoted:
        yield Passage(text, quoted=True, line=line)
        return
    for match in _QUOTED.finditer(text):
        yield Passage(match[0], quoted=True, line=line)
    rest = _QUOTED.sub(APART, text)
    if rest.strip():
        yield Passage(rest, quoted=False, line=line)
