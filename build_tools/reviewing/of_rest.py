"""What changed in everything else: the site, people, works, the page for a class, aliases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from build_tools.model.corpus import Corpus, Sheet
from build_tools.reviewing.changes import Change, Kind, Sort, Thing
from build_tools.reviewing.matching import match
from build_tools.reviewing.pairing import Paired
from build_tools.reviewing.saying import differences
from build_tools.views.words import work_line

V = TypeVar("V")


def rest(both: Paired) -> Iterator[Change]:
    """Yield what changed beside articles and what they share."""
    before, after = both.before.corpus, both.after.corpus
    site = Thing(sort=Sort.SITE, id="site", label="The site", path=after.site.at().path)
    yield from differences(site, before.site.value, after.site.value)
    yield from _listed(
        Sort.PERSON,
        (before.people.value.people, after.people.value.people),
        lambda one: one.id,
        lambda one: one.name,
        path=after.people.at().path,
        page="people.html#person-",
    )
    yield from _listed(
        Sort.WORK,
        (before.works.values(), after.works.values()),
        lambda one: one.id,
        work_line,
        path=_beside(after, "bibliography.json"),
        page="sources.html#s-",
    )
    yield from _listed(
        Sort.ALIAS,
        (_aliases(before), _aliases(after)),
        lambda one: one.old,
        lambda one: f"{one.old} → {one.new}",
        path=_beside(after, "aliases.yml"),
    )
    yield from _course(before, after, both)


def _beside(corpus: Corpus, name: str) -> str:
    return corpus.site.at().path.removesuffix("site.yml") + name


def _aliases(corpus: Corpus) -> tuple[Any, ...]:
    return corpus.aliases.value.aliases if corpus.aliases else ()


def _listed(
    sort: Sort,
    sides: tuple[Iterable[V], Iterable[V]],
    name: Callable[[V], str],
    said: Callable[[V], str],
    *,
    path: str,
    page: str = "",
) -> Iterator[Change]:
    """Yield what changed in a list of things with names."""

    def thing(one: V) -> Thing:
        address = page + name(one) if page else ""
        return Thing(sort=sort, id=name(one), label=said(one), path=path, address=address)

    found = match(*sides, name)
    for old, new in found.pairs:
        yield from differences(thing(new), old, new)
    for one in found.removed:
        yield thing(one).change(Kind.REMOVED, said(one))
    for one in found.added:
        yield thing(one).change(Kind.ADDED, "", said(one))


def _course(before: Corpus, after: Corpus, both: Paired) -> Iterator[Change]:
    sheet: Sheet[Any] | None = after.course or before.course
    if sheet is None:
        return
    thing = Thing(
        sort=Sort.COURSE,
        id="class",
        label=sheet.value.title,
        path=sheet.at().path,
        address="class.html",
    )
    if before.course and after.course:
        yield from differences(thing, both.updated(before.course.value), after.course.value)
    elif after.course:
        yield thing.change(Kind.ADDED, "", sheet.value.title)
    else:
        yield thing.change(Kind.REMOVED, sheet.value.title)
