"""A source text: the op-ed's own words after cleaning."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.carried import carried
from build_tools.model.span import Span

SEPARATOR = "\n\n"
"""What stands between two blocks in the canonical text."""


class BlockKind(StrEnum):
    """What a block of an article's body is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    SUBHEAD = "subhead"


@carried
@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of an article's body."""

    kind: BlockKind
    """Paragraphs and list items are numbered; subheads are not."""
    text: str
    """The words on one line, white space collapsed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stripped:
    """Something the importer took away because it is not the article."""

    line: int
    """Line of the file it stood on, from 1."""
    rule: str
    """Name of the rule that took it, such as `breadcrumb`."""
    text: str
    """What stood there. Shown to the editor, never stored in the repository."""


@carried
@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """An op-ed as its file tells it, cleaned."""

    title: str | None
    """Headline without a re-poster's additions; nothing where the file names none."""
    authors: tuple[str, ...]
    """Byline, one name each, titles such as "By" taken off; empty where unknown."""
    outlet: str | None
    """Who first published it, where the file says so."""
    date: str | None
    """Publication date in EDTF level 0 (`2024-05-19`), where the file says so."""
    language: str | None
    """BCP 47 code, where the file says so."""
    url: str | None
    """Canonical address, where the file says so."""
    blocks: tuple[Block, ...]
    """The body in order."""
    stripped: tuple[Stripped, ...]
    """What was taken away, in file order."""

    @property
    def text(self) -> str:
        """The canonical text that anchors count their code points in."""
        return SEPARATOR.join(block.text for block in self.blocks)

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical text in hex: the version of this text."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def numbered(self) -> tuple[Block, ...]:
        """The blocks that bear a paragraph number: number n is at index n - 1."""
        return tuple(block for block in self.blocks if block.kind is not BlockKind.SUBHEAD)

    def paragraph_spans(self) -> tuple[Span, ...]:
        """Return where paragraph n lies in `text`, at index n - 1."""
        spans, at = [], 0
        for block in self.blocks:
            if block.kind is not BlockKind.SUBHEAD:
                spans.append(Span(at, at + len(block.text)))
            at += len(block.text) + len(SEPARATOR)
        return tuple(spans)
