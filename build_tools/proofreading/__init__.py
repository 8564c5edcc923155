"""Looks over what we wrote ourselves, as a proof-reader does: layout, spelling, what is not used.

Nothing found here keeps a site from being built, so only `crossread check` looks.

To add something to look for: write a function that yields problems, call it in `proofread`,
describe its code in `docs/guide/codes.md`, add tests in `tests/unit/proofreading/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from build_tools.linking.linked import Linked
from build_tools.model.problem import Problem
from build_tools.proofreading.names import names
from build_tools.proofreading.pieces import paragraphs
from build_tools.proofreading.unused import unused
from build_tools.sources.layout.checking import unlike


def proofread(folder: Path, linked: Linked | None, found: Iterable[Problem]) -> Iterator[Problem]:
    """Yield a warning for whatever would be better otherwise.

    Args:
        folder: The editorial folder.
        linked: What was read there; nothing where that was not possible.
        found: What is known to be wrong: files that cannot be read have no layout.
    """
    spoilt = {one.place.path for one in found if one.code.startswith("CR2")}
    yield from unlike(folder, spoilt)
    if linked:
        ours = tuple(paragraphs(linked.corpus))
        yield from names(linked.corpus, ours)
        yield from unused(linked, ours, (folder / "bibliography.json").as_posix())
