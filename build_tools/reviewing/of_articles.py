"""What changed in articles: their records, digests, names, arguments."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.corpus import Article
from build_tools.reviewing.changes import Change, Kind, Sort, Thing
from build_tools.reviewing.matching import match
from build_tools.reviewing.pairing import Paired
from build_tools.reviewing.saying import differences, say

_TIES = {
    "resolved": "shared names, decided",
    "described": "terms meant but not named",
    "excluded": "names that mean something else",
    "voices": "who speaks in quoted words",
}
"""What each list of mentions.yml is called."""


def articles(both: Paired) -> Iterator[Change]:
    """Yield what changed in articles, their notes apart."""
    for old, new in both.articles.pairs:
        yield from _one(_thing(new[1].article, old[0]), old[1].article, new[1].article, both)
    for slug, one in both.articles.removed:
        title = one.article.record.value.title
        yield _thing(one.article, slug).change(Kind.REMOVED, title)
    for slug, one in both.articles.added:
        yield _thing(one.article, slug).change(Kind.ADDED, "", one.article.record.value.title)


def _thing(article: Article, was: str) -> Thing:
    slug = article.slug
    return Thing(
        sort=Sort.ARTICLE,
        id=slug,
        was="" if was == slug else was,
        label=article.label,
        article=slug,
        path=article.record.at().path,
        address=f"articles/{slug}.html",
    )


def _one(thing: Thing, before: Article, after: Article, both: Paired) -> Iterator[Change]:
    if thing.was:
        yield thing.change(Kind.RENAMED, before.slug, after.slug)
    yield from differences(thing, before.record.value, after.record.value)
    yield from _digest(before, after, both)
    for field, words in _TIES.items():
        old = getattr(both.updated(before.ties.value), field)
        new = getattr(after.ties.value, field)
        if old != new:
            gone, come = ([one for one in a if one not in b] for a, b in ((old, new), (new, old)))
            yield thing.change(Kind.CHANGED, say(tuple(gone)), say(tuple(come)), field=words)
    yield from _argument(before, after, both)


def _digest(before: Article, after: Article, both: Paired) -> Iterator[Change]:
    """Yield which paragraphs are retold otherwise, and which subheads changed."""
    old = {one.number: one for one in before.digest.value.blocks if one.number}
    new = {one.number: one for one in after.digest.value.blocks if one.number}
    path = after.digest.at().path
    for number in sorted(old.keys() | new.keys()):
        first, second = (side[number].markdown if number in side else "" for side in (old, new))
        thing = Thing(
            sort=Sort.PARAGRAPH,
            id=f"{after.slug}#p{number}",
            label=f"{after.label}, ¶{number}",
            article=after.slug,
            path=path,
            address=f"articles/{after.slug}.html#p{number}",
        )
        if both.updated(first) != second:
            kind = Kind.REWORDED if first and second else Kind.ADDED if second else Kind.REMOVED
            yield thing.change(kind, first, second)
        elif number in old and number in new and old[number].kind is not new[number].kind:
            yield thing.change(Kind.CHANGED, old[number].kind, new[number].kind, field="kind")
    heads, now = (
        tuple(one.markdown for one in side.digest.value.blocks if not one.number)
        for side in (before, after)
    )
    if heads != now:
        thing = Thing(
            sort=Sort.ARTICLE, id=after.slug, label=after.label, article=after.slug, path=path
        )
        yield thing.change(Kind.CHANGED, say(heads), say(now), field="subheads")


def _argument(before: Article, after: Article, both: Paired) -> Iterator[Change]:
    old, new = both.updated(before.argument.value), after.argument.value
    if old == new:
        return
    path, slug = after.argument.at().path, after.slug
    whole = Thing(sort=Sort.STEP, id=f"{slug}/argument", label=after.label, article=slug, path=path)
    yield from differences(whole, old, new, frozenset({"steps"}))
    found = match(old.steps, new.steps, lambda one: one.id, lambda one: one.says)
    for one, other in found.pairs:
        thing = Thing(
            sort=Sort.STEP,
            id=f"{slug}/{other.id}",
            was="" if one.id == other.id else f"{slug}/{one.id}",
            label=f"{after.label}, argument",
            article=slug,
            path=path,
        )
        yield from differences(thing, one, other)
    for kind, steps in ((Kind.REMOVED, found.removed), (Kind.ADDED, found.added)):
        for one in steps:
            thing = Thing(
                sort=Sort.STEP,
                id=f"{slug}/{one.id}",
                label=f"{after.label}, argument",
                article=slug,
                path=path,
            )
            said = ("", one.says) if kind is Kind.ADDED else (one.says, "")
            yield thing.change(kind, *said)
