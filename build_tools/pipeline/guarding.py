"""Sees that nothing public copies more of an op-ed than it may."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from build_tools import rights
from build_tools.caching.inputs import program
from build_tools.linking.mentions import How
from build_tools.model.output import Output
from build_tools.model.problem import Problem
from build_tools.pipeline.reading import Reading
from build_tools.rights import Guard, Guarded, Memory


def _guarded(desk: Reading) -> dict[str, Guarded]:
    """Return the source texts at hand that may not get out, by slug."""
    if desk.linked is None:
        return {}
    articles, found = desk.linked.articles, desk.texts
    allowed = {one.article.slug: one.article.record.value.rights for one in articles}
    names = {
        one.article.slug: [said.form for said in one.mentions if said.how == How.NAME]
        for one in articles
    }
    figures = {one.article.slug: [placed.item.quote for placed in one.figures] for one in articles}
    return rights.guarded(found, allowed, names, figures)


def memory_of(desk: Reading) -> Memory | None:
    """Return who guards the source texts at hand, and remembers what was read.

    Nobody where all of them may be published.
    """
    found = _guarded(desk)
    return Memory(Guard(found), program()) if found else None


def find_leaks(desk: Reading, public: Iterable[Output]) -> tuple[Problem, ...]:
    """Return where something public copies more of the source texts at hand than it may.

    Args:
        desk: What was read.
        public: Whatever is published; not asked for where all may be.
    """
    return rights.guard(((one.path, one.text) for one in public), _guarded(desk))


def published(folder: Path, known: Container[str] = ()) -> Iterator[Output]:
    """Yield every page and download of a built site that holds text, but for those known."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name not in known and rights.is_published(name) and path.is_file():
            yield Output(name, path.read_text(encoding="utf-8", errors="replace"))
