"""Reads digest.md: numbered paragraphs, list items and subheads.

¶1 A paragraph in our own words.

## A subhead

- ¶2 A list item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.model.corpus import Digest, DigestBlock, Sheet
from build_tools.model.fields import PROSE_LENGTH
from build_tools.model.problem import Place, Problem
from build_tools.model.source import BlockKind
from build_tools.sources import characters
from build_tools.sources.documents import MAX_BYTES, MAX_SHOWN

EXAMPLE = "¶7 The author argues that …"

_NUMBERED = re.compile(r"(?P<item>- )?¶ ?(?P<number>\d{1,4})(?:\s+|$)(?P<text>.*)", re.DOTALL)


def parse(text: str, path: str) -> Sheet[Digest] | tuple[Problem, ...]:
    """Return the digest, or every problem with its layout."""
    if len(text.encode()) > MAX_BYTES:
        place = Place(path=path)
        return (Problem(code="CR201", place=place, message=f"is larger than {MAX_BYTES:,} bytes"),)
    blocks: list[DigestBlock] = []
    problems = list(characters.in_file(text, path, "CR224"))
    for line, raw in _chunks(text.removeprefix("\ufeff")):
        block = _block(raw, line)
        if block is None:
            problems.append(_problem("CR220", path, line, "is a paragraph without a number", raw))
        else:
            blocks.append(block)
    problems += _misnumbered(blocks, path)
    problems += _too_long(blocks, path)
    if problems:
        return tuple(problems)
    lines = {block.number: block.line for block in blocks}
    return Sheet(Digest(blocks=tuple(blocks)), _Lines(path, lines).at)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Where the paragraphs of a digest stand."""

    path: str
    """Path as shown to people."""
    lines: dict[int, int]
    """The line that each begins on, by its number."""

    def at(self, *steps: str | int) -> Place:
        """Return where a paragraph stands, or the top of the file."""
        number = steps[0] if steps and isinstance(steps[0], int) else 0
        return Place(path=self.path, line=self.lines.get(number, 1))


def _chunks(text: str) -> list[tuple[int, str]]:
    """Return blocks between blank lines, and list items apart, with the line each begins on."""
    chunks: list[tuple[int, list[str]]] = []
    fresh = True
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            fresh = True
        elif fresh or line.startswith(("¶", "- ¶", "## ")):
            chunks.append((number, [line.strip()]))
            fresh = line.startswith("## ")
        else:
            chunks[-1][1].append(line.strip())
    return [(number, " ".join(lines)) for number, lines in chunks]


def _block(raw: str, line: int) -> DigestBlock | None:
    if raw.startswith("## "):
        return DigestBlock(kind=BlockKind.SUBHEAD, number=0, markdown=raw[3:].strip(), line=line)
    match = _NUMBERED.fullmatch(raw)
    if not match:
        return None
    kind = BlockKind.ITEM if match["item"] else BlockKind.PARAGRAPH
    text = match["text"].strip()
    return DigestBlock(kind=kind, number=int(match["number"]), markdown=text, line=line)


def _misnumbered(blocks: list[DigestBlock], path: str) -> list[Problem]:
    problems, last = [], 0
    for block in blocks:
        if block.kind is BlockKind.SUBHEAD:
            continue
        if block.number <= last:
            message = f"¶{block.number} comes after ¶{last}; numbers rise, each once"
            problems.append(_problem("CR221", path, block.line, message, block.markdown))
        last = max(last, block.number)
    return problems


def _too_long(blocks: list[DigestBlock], path: str) -> list[Problem]:
    return [
        _problem(
            "CR223",
            path,
            block.line,
            f"has {len(block.markdown):,} characters; a paragraph has at most {PROSE_LENGTH:,}",
            block.markdown,
        )
        for block in blocks
        if len(block.markdown) > PROSE_LENGTH
    ]


def _problem(code: str, path: str, line: int, message: str, words: str) -> Problem:
    place = Place(path=path, line=line)
    return Problem(
        code=code, place=place, message=message, words=words[:MAX_SHOWN], example=EXAMPLE
    )
