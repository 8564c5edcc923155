"""The body of an article in blocks, each with what hangs on its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools import prose
from build_tools.linking.anchors import Placed, Standing
from build_tools.linking.mentions import NOTHING, Found
from build_tools.model.corpus import Digest
from build_tools.model.note import Note
from build_tools.model.rich import Rich
from build_tools.model.source import BlockKind, SourceText
from build_tools.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedNote:
    """A note with its number on the page and its places in both texts."""

    number: int
    """Number on the page, from 1."""
    placed: Placed[Note]
    """The note and its place in the source text."""
    in_full: Span | None
    """Its words in the op-ed's paragraph; nothing without the source text."""
    in_digest: Span | None
    """Its words in the digest's paragraph; nothing where it hangs on the paragraph's end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, list item or subhead with what hangs on it."""

    kind: BlockKind
    """What it is."""
    number: int
    """Paragraph number; 0 for a subhead."""
    digest: Rich
    """Our words; empty where the paragraph is not retold yet, or for a subhead of the source."""
    full: str
    """The op-ed's words; empty without the source text."""
    notes: tuple[NumberedNote, ...] = ()
    """Notes that lie in it."""
    digest_found: Found = NOTHING
    """Mentions in the digest."""
    full_found: Found = NOTHING
    """Mentions in the op-ed's words."""


def blocks(
    digest: Digest,
    source: SourceText | None,
    notes: tuple[Placed[Note], ...],
    said: Mapping[int, Found],
    retold: Mapping[int, Found],
) -> Iterator[Block]:
    """Yield the blocks of an article in order.

    Args:
        digest: The op-ed retold.
        source: Its text, where it is at hand.
        notes: The notes with their places, in the order of the text.
        said: What the op-ed mentions, by paragraph.
        retold: What the digest mentions, by paragraph.
    """
    by_paragraph: dict[int, list[tuple[int, Placed[Note]]]] = {}
    for count, one in enumerate(notes, 1):
        by_paragraph.setdefault(one.paragraph, []).append((count, one))
    starts = [span.start for span in source.paragraph_spans()] if source else []
    for kind, number, full, markdown in outline(digest, source):
        ours = prose.line(markdown)
        here = by_paragraph.get(number, ()) if number else ()
        yield Block(
            kind=kind,
            number=number,
            digest=ours,
            full=full,
            notes=tuple(
                NumberedNote(
                    number=count,
                    placed=one,
                    in_full=one.span.shifted(-starts[number - 1]) if full and one.span else None,
                    in_digest=None if one.standing is Standing.LOST else one.retold,
                )
                for count, one in here
            ),
            digest_found=retold.get(number, NOTHING),
            full_found=said.get(number, NOTHING),
        )


def outline(digest: Digest, source: SourceText | None) -> Iterator[tuple[BlockKind, int, str, str]]:
    """Yield kind, number, the op-ed's words and our Markdown of each block in order.

    The source text, where at hand, decides what there is; the digest lends its subheads.
    """
    if source is None:
        yield from ((one.kind, one.number, "", one.markdown) for one in digest.blocks)
        return
    ours = {one.number: one.markdown for one in digest.blocks}
    heads = (one.markdown for one in digest.blocks if one.kind is BlockKind.SUBHEAD)
    number = 0
    for block in source.blocks:
        if block.kind is BlockKind.SUBHEAD:
            yield block.kind, 0, block.text, next(heads, "")
        else:
            number += 1
            yield block.kind, number, block.text, ours.get(number, "")
