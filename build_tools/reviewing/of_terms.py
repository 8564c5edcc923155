"""What changed in the glossary, and which mentions it gained and lost through it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from build_tools.linking.linked import LinkedArticle
from build_tools.model.corpus import Sheet
from build_tools.model.term import TermFile, Variant
from build_tools.reviewing.changes import Change, Kind, Sort, Thing
from build_tools.reviewing.matching import match
from build_tools.reviewing.pairing import Paired
from build_tools.reviewing.saying import differences, say

SHOWN = 12
"""Mentions that one change names; the others are counted."""

Where = tuple[str, int, str]
"""Article, paragraph and form of a mention."""


def terms(both: Paired) -> Iterator[Change]:
    """Yield what changed in each term."""
    gained, lost = _mentions(both)
    for (was, before), (key, after) in both.terms.pairs:
        yield from _one(_thing(key, after, was), both.updated(before.value), after.value)
        yield from _moved(_thing(key, after, key, Sort.MENTION), lost, gained, both)
    for key, sheet in both.terms.removed:
        yield _thing(key, sheet).change(Kind.REMOVED, _said(sheet.value))
        yield from _moved(_thing(key, sheet, key, Sort.MENTION), lost, gained, both)
    for key, sheet in both.terms.added:
        yield _thing(key, sheet).change(Kind.ADDED, "", _said(sheet.value))
        yield from _moved(_thing(key, sheet, key, Sort.MENTION), lost, gained, both)


def _thing(key: str, sheet: Sheet[TermFile], was: str = "", sort: Sort = Sort.TERM) -> Thing:
    return Thing(
        sort=sort,
        id=key,
        was="" if was in {"", key} else was,
        label=sheet.value.name,
        path=sheet.at().path,
        address=f"glossary/{key}.html",
    )


def _said(term: TermFile) -> str:
    return f"{term.name}: {term.definition}"


def _one(thing: Thing, before: TermFile, after: TermFile) -> Iterator[Change]:
    if thing.was:
        yield thing.change(Kind.RENAMED, thing.was, thing.id, field="name in addresses")
    if before.name != after.name:
        yield thing.change(Kind.RENAMED, before.name, after.name, field="name")
    yield from differences(thing, before, after, frozenset({"name", "variants"}))
    found = match(before.variants, after.variants, lambda one: one.text)
    for old, new in found.pairs:
        variant = _variant(thing, new)
        yield from differences(variant, old, new)
    for one in found.removed:
        yield _variant(thing, one).change(Kind.REMOVED, one.text)
    for one in found.added:
        yield _variant(thing, one).change(Kind.ADDED, "", one.text)


def _variant(thing: Thing, variant: Variant) -> Thing:
    return Thing(
        sort=Sort.VARIANT,
        id=f"{thing.id}/{variant.text}",
        was=f"{thing.was}/{variant.text}" if thing.was else "",
        label=thing.label,
        path=thing.path,
        address=thing.address,
    )


Mentions = dict[str, Counter[Where]]
"""Mentions by term."""


def _mentions(both: Paired) -> tuple[Mentions, Mentions]:
    """Return the mentions of each term that are new, and those that are no more."""
    gained: Mentions = {}
    lost: Mentions = {}
    for (_, old), (slug, new) in both.articles.pairs:
        retold = not (_read(old) and _read(new))
        before, after = (_found(one, slug, retold=retold) for one in (old, new))
        was = Counter(
            {
                (both.names["term"].get(key, key), place): count
                for (key, place), count in before.items()
            }
        )
        _spread(after - was, gained)
        _spread(was - after, lost)
    return gained, lost


def _read(one: LinkedArticle) -> bool:
    """Tell whether the mentions of an article are those of its text under the present glossary."""
    return one.lock is not None and (one.source is not None or not one.stale)


def _found(one: LinkedArticle, slug: str, *, retold: bool) -> Counter[tuple[str, Where]]:
    """Return the mentions in an article: in its own words, else in ours."""
    if not retold:
        return Counter((said.term, (slug, said.paragraph, said.form)) for said in one.mentions)
    return Counter(
        (said.term, (slug, block.number, said.form))
        for block in one.blocks
        for said in block.digest_found.mentions
    )


def _spread(found: Counter[tuple[str, Where]], into: Mentions) -> None:
    for (key, place), count in found.items():
        into.setdefault(key, Counter())[place] += count


def _moved(thing: Thing, lost: Mentions, gained: Mentions, both: Paired) -> Iterator[Change]:
    for kind, found in ((Kind.REMOVED, lost), (Kind.ADDED, gained)):
        places = found.get(thing.id)
        if places:
            said = _places(places, both)
            sides = (said, "") if kind is Kind.REMOVED else ("", said)
            yield thing.change(kind, *sides, count=places.total())


def _places(places: Counter[Where], both: Paired) -> str:
    corpus = both.after.corpus
    named = []
    for (slug, paragraph, form), count in sorted(places.items())[:SHOWN]:
        article = corpus.article(slug)
        times = f" ({count} times)" if count > 1 else ""
        named.append(f"{article.label if article else slug} ¶{paragraph} “{form}”{times}")
    more = len(places) - SHOWN
    return say(tuple(named)) + (f" and {more} more" if more > 0 else "")
