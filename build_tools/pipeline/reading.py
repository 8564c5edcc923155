"""Reads an editorial folder with the source texts at hand, and ties everything together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from build_tools.linking.checks import check as find_problems
from build_tools.linking.linked import Linked, link
from build_tools.model.lock import Lock
from build_tools.model.problem import Place, Problem
from build_tools.model.source import SourceText
from build_tools.sources import loading, lockfile, texts
from build_tools.sources.mapper import Mapper
from build_tools.sources.workplace import Workplace

STALE = "CR405"
"""Code for a lock that has to be written anew."""

NAMED = 8
"""Articles that a message names."""

BLOCKING = (
    *("CR10", "CR2", "CR301", "CR302", "CR303", "CR304"),
    *("CR310", "CR312", "CR315", "CR340", "CR353", "CR356", "CR361", "CR364"),
)
"""Codes with which no honest page can be made: spoilt files, dead references, two of one name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything read and tied."""

    linked: Linked | None
    """The corpus; nothing where it cannot be read at all."""
    texts: dict[str, SourceText]
    """The source texts at hand, by slug."""
    lock: Lock | None
    """What was found before; nothing where the lock cannot be read."""
    problems: tuple[Problem, ...]
    """Everything found wrong on the way, and between files."""


def read(place: Workplace, each: Mapper = map) -> Reading:
    """Read an editorial folder with the source texts at hand and tie everything together.

    Args:
        place: The folders.
        each: Does what is done with every article or text, as `map` does.
    """
    corpus, spoilt = loading.load(place.corpus, each)
    if corpus is None:
        return Reading(linked=None, texts={}, lock=None, problems=spoilt)
    corpus = replace(corpus, site=replace(corpus.site, value=corpus.site.value.at(place.address)))
    found, unread = texts.find(place.sources, corpus, each)
    lock, broken = lockfile.read(place.corpus, each)
    linked = link(corpus, found, lock or {}, each)
    stale = _stale(place.corpus, linked, lock or {})
    problems = (*spoilt, *unread, *broken, *find_problems(linked), *stale)
    return Reading(linked=linked, texts=found, lock=lock, problems=problems)


def _stale(corpus: Path, linked: Linked, lock: Lock) -> Iterator[Problem]:
    """Yield a problem where the lock does not say what the texts at hand say: a clone trusts it."""
    behind = [slug for slug, found in linked.lock().items() if lock.get(slug) != found]
    if behind:
        yield Problem(
            code=STALE,
            place=Place(path=(corpus / lockfile.NAME).as_posix()),
            message=f"is behind the texts, notes or terms of {_named(behind)}",
            example="crossread anchor",
        )


def _named(slugs: list[str]) -> str:
    """Return some slugs, and how many more there are."""
    more = len(slugs) - NAMED
    return ", ".join(slugs[:NAMED]) + (f" and {more} more" if more > 0 else "")


def blocking(desk: Reading) -> tuple[Problem, ...]:
    """Return the problems with which no honest page can be made."""
    found = tuple(one for one in desk.problems if one.code.startswith(BLOCKING))
    return found or (() if desk.linked else desk.problems)
