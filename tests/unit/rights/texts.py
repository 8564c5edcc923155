"""Source texts to be guarded, of invented words."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.model.record import Rights
from build_tools.model.source import Block, BlockKind, SourceText
from build_tools.rights import Guarded


def guarded(texts: Mapping[str, str]) -> dict[str, Guarded]:
    rights = Rights(statement="http://rightsstatements.org/vocab/InC/1.0/")
    return {
        slug: Guarded(
            slug,
            SourceText(
                title=None,
                authors=(),
                outlet=None,
                date=None,
                language="en",
                url=None,
                blocks=(Block(kind=BlockKind.PARAGRAPH, text=text),),
                stripped=(),
            ),
            rights,
        )
        for slug, text in texts.items()
    }


def prose(seed: int, count: int = 400) -> str:
    return " ".join(f"{seed}x{number}" for number in range(count))
