"""What each block of the body is: paragraph, list item or subhead."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model.source import Block, BlockKind
from build_tools.sources.importing.draft import Chunk, Hint
from build_tools.sources.importing.tidying import fits

_LONGEST = 12
_LAST_MARKS = (")", "%")


def to_blocks(chunks: Sequence[Chunk]) -> tuple[Block, ...]:
    """Return the blocks of the body.

    A subhead is what the markup says is one, or a short line without a closing mark that stands
    alone: neither last nor beside another such line, as the lines of a verse are.
    """
    short = [_is_short_line(chunk) for chunk in chunks]
    return tuple(
        Block(kind=_kind(chunk, index, short), text=chunk.text)
        for index, chunk in enumerate(chunks)
    )


def _kind(chunk: Chunk, index: int, short: list[bool]) -> BlockKind:
    if chunk.hint is Hint.ITEM:
        return BlockKind.ITEM
    if chunk.hint in {Hint.SUBHEAD, Hint.TITLE}:
        return BlockKind.SUBHEAD
    alone = short[index] and not any(
        short[max(0, index - 1) : index] + short[index + 1 : index + 2]
    )
    is_last = index + 1 == len(short)
    return BlockKind.SUBHEAD if alone and not is_last else BlockKind.PARAGRAPH


def _is_short_line(chunk: Chunk) -> bool:
    text = chunk.text
    if chunk.hint is not Hint.NONE or not fits(text, _LONGEST):
        return False
    opening = text.lstrip("\"'“‘«(¿¡")[:1]
    return (text[-1].isalnum() or text.endswith(_LAST_MARKS)) and not opening.islower()
