"""What changed in the notes."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.linking.anchors import Placed
from build_tools.linking.linked import LinkedArticle
from build_tools.model.note import Note
from build_tools.reviewing import quoting
from build_tools.reviewing.changes import Change, Kind, Sort, Thing
from build_tools.reviewing.matching import match
from build_tools.reviewing.pairing import Paired
from build_tools.reviewing.saying import differences

_SKIP = quoting.FIELDS | {"id"}


def notes(both: Paired) -> Iterator[Change]:
    """Yield what changed in the notes of each article."""
    sides: list[tuple[LinkedArticle | None, LinkedArticle | None]] = [
        (old[1], new[1]) for old, new in both.articles.pairs
    ]
    sides += [(one, None) for _, one in both.articles.removed]
    sides += [(None, one) for _, one in both.articles.added]
    for before, after in sides:
        yield from _in_article(before, after, both)


def _in_article(
    before: LinkedArticle | None, after: LinkedArticle | None, both: Paired
) -> Iterator[Change]:
    found = match(
        before.notes if before else (),
        after.notes if after else (),
        lambda one: one.item.id,
        lambda one: (one.item.quote, one.item.body),
        lambda one: one.item.quote,
        lambda one: one.item.body,
    )
    for old, new in found.pairs:
        if after:
            yield from _one(_thing(after, new, old.item.id), old, new, both)
    for one in found.removed:
        if before:
            yield _thing(before, one).change(Kind.REMOVED, said(one.item))
    for one in found.added:
        if after:
            yield _thing(after, one).change(Kind.ADDED, "", said(one.item))


def said(note: Note) -> str:
    """Return a note in words: what it hangs on, and what it says."""
    return f"“{note.quote}” {note.body}"


def _thing(one: LinkedArticle, placed: Placed[Note], was: str = "") -> Thing:
    slug, note = one.article.slug, placed.item
    return Thing(
        sort=Sort.NOTE,
        id=f"{slug}#{note.id}",
        was="" if was in {"", note.id} else f"{slug}#{was}",
        label=f"{one.article.label}, ¶{placed.paragraph}",
        article=slug,
        path=one.article.notes.at().path,
        address=f"articles/{slug}.html#n-{note.id}",
    )


def _one(thing: Thing, was: Placed[Note], now: Placed[Note], both: Paired) -> Iterator[Change]:
    if thing.was:
        yield thing.change(Kind.RENAMED, was.item.id, now.item.id)
    yield from quoting.quotation(thing, was.item, now.item, was, now)
    yield from differences(thing, both.updated(was.item), now.item, _SKIP)
