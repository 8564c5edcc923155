"""Reads two revisions of an editorial folder and compares them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from build_tools import pipeline
from build_tools.linking.linked import Linked
from build_tools.model.problem import Problem
from build_tools.reviewing import owners
from build_tools.reviewing.changes import Kind
from build_tools.reviewing.review import Review, Spoilt, compare
from build_tools.sources import revisions
from build_tools.sources.revisions import Repository
from build_tools.sources.workplace import Workplace

NEEDED = ("site.yml", "people.yml")
"""Files without which nothing is read: those of the other revision stand in for them."""
_LOCK = "anchors.lock"
_SPOILT = ("CR2", "CR430")
"""Codes of files that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One revision as it was read."""

    linked: Linked | None
    """The corpus; nothing where it cannot be read at all."""
    empty: bool
    """Whether the revision has no editorial folder."""
    spoilt: tuple[Problem, ...]
    """What is wrong with files that could not be read."""


def review(
    place: Workplace, base: str | None, head: str | None, *, since_fork: bool = False
) -> Review | tuple[Problem, ...]:
    """Return what a change does, or what keeps both revisions from being read.

    Args:
        place: The folders; the editorial folder tells which repository is meant.
        base: The earlier revision; the last commit where none is named.
        head: The later one; the working tree where none is named.
        since_fork: Whether to compare with the commit at which the later one left the earlier.

    Raises:
        NoSuchRevision: If a revision is not there, or there is no repository.
    """
    repo = revisions.repository(place.corpus)
    named = base or "HEAD"
    later = revisions.commit(repo, head) if head else ""
    earlier = revisions.commit(repo, named)
    if since_fork:
        earlier = revisions.fork(repo, earlier, later or revisions.commit(repo, "HEAD"))
    with tempfile.TemporaryDirectory(prefix="crossread-") as work:
        folders = Path(work, "base"), Path(work, "head")
        corpora = tuple(folder / repo.folder for folder in folders)
        revisions.take_out(repo, earlier, corpora[0])
        if later:
            revisions.take_out(repo, later, corpora[1])
        else:
            revisions.copy(place.corpus, corpora[1])
        found = _compared(place, corpora[0], corpora[1])
        located = _located(found, tuple(f"{folder.as_posix()}/" for folder in folders))
    if not isinstance(located, Review):
        return located
    return replace(
        located,
        owned=_owned(repo, earlier, located),
        base=named,
        head=head or "",
        base_commit=earlier,
        head_commit=later,
    )


def _compared(place: Workplace, base: Path, head: Path) -> Review | tuple[Problem, ...]:
    first, second = _side(place, base, head), _side(place, head, base)
    if first.linked is None and second.linked is None:
        return (*first.spoilt, *second.spoilt)
    before, after = first.linked or second.linked, second.linked or first.linked
    if before is None or after is None:
        return (*first.spoilt, *second.spoilt)
    before = _emptied(before) if first.empty else before
    after = _emptied(after) if second.empty else after
    left_out = {*_left_out(first.spoilt, base), *_left_out(second.spoilt, head)}
    found = compare(before, after, frozenset(left_out))
    if _LOCK in left_out:  # what is not known to stand has not come to be in doubt
        sure = tuple(one for one in found.changes if one.kind is not Kind.DOUBTED)
        found = replace(found, changes=sure)
    spoilt = (
        *(Spoilt(head=False, problem=one) for one in first.spoilt),
        *(Spoilt(head=True, problem=one) for one in second.spoilt),
    )
    return replace(found, spoilt=spoilt)


def _side(place: Workplace, folder: Path, other: Path) -> Side:
    """Read one revision; what it cannot be read without is borrowed from the other."""
    if not folder.is_dir() or not any(folder.iterdir()):
        return Side(linked=None, empty=True, spoilt=())
    workplace = Workplace(corpus=folder, sources=place.sources, address=place.address)
    desk = pipeline.read(workplace)
    spoilt = tuple(one for one in desk.problems if one.code.startswith(_SPOILT))
    if desk.linked is None:
        for name in NEEDED:
            if (other / name).is_file() and any(one.place.path.endswith(name) for one in spoilt):
                (folder / name).unlink(missing_ok=True)
                shutil.copyfile(other / name, folder / name, follow_symlinks=False)
        desk = pipeline.read(workplace)
    return Side(linked=desk.linked, empty=False, spoilt=spoilt)


def _emptied(linked: Linked) -> Linked:
    """Return the corpus of a revision that has none yet: a site without content."""
    corpus = replace(
        linked.corpus,
        articles=(),
        works={},
        terms={},
        events={},
        measures={},
        questions={},
        course=None,
        aliases=None,
    )
    return Linked(corpus=corpus, articles=())


def _left_out(problems: tuple[Problem, ...], folder: Path) -> Iterator[str]:
    """Yield what cannot be compared since one side of it cannot be read."""
    for one in problems:
        parts = Path(one.place.path).relative_to(folder).parts
        if parts and parts[0] == "articles" and len(parts) > 1:
            yield f"articles/{parts[1]}"
        elif parts:
            yield "/".join((*parts[:-1], Path(parts[-1]).stem)) if parts[1:] else parts[0]


def _located(
    found: Review | tuple[Problem, ...], roots: tuple[str, ...]
) -> Review | tuple[Problem, ...]:
    """Return the same with paths from the root of the repository."""

    def path(text: str) -> str:
        for root in roots:
            text = text.replace(root, "")
        return text

    def problem(one: Problem) -> Problem:
        place = replace(one.place, path=path(one.place.path))
        return replace(one, place=place, message=path(one.message))

    if not isinstance(found, Review):
        return tuple(problem(one) for one in found)
    return replace(
        found,
        changes=tuple(replace(one, path=path(one.path)) for one in found.changes),
        spoilt=tuple(replace(one, problem=problem(one.problem)) for one in found.spoilt),
    )


def _owned(repo: Repository, earlier: str, found: Review) -> tuple[owners.Owned, ...]:
    """Return who owns the files that changed, by the rules that held before the change."""
    rules = revisions.text(repo, earlier, owners.PLACES)
    return owners.owned(rules, (one.path for one in found.changes if one.path))
