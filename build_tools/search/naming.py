"""Tells which terms a text of ours names."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools import prose
from build_tools.linking.matcher import Matcher
from build_tools.search.entries import Named


def plain(markdown: str | None) -> str:
    """Return Markdown of ours without its markup."""
    return " ".join(rich.text for rich in prose.paragraphs(markdown or ""))


def names(matcher: Matcher, *texts: str | None) -> tuple[Named, ...]:
    """Return the terms that texts of ours link to, or name by a form nothing else goes by."""
    found: dict[str, Named] = {}
    for text in filter(None, texts):
        for hit in matcher.find(plain(text)):
            if len(hit.candidates) == 1 and not hit.candidates[0].variant.shared:
                key = hit.candidates[0].term
                found.setdefault(key, Named(key, hit.form))
        for target in prose.links(text):
            if target.startswith("term:"):
                key = target.removeprefix("term:")
                found.setdefault(key, Named(key))
    return tuple(found.values())


def about(terms: Iterable[str], named: tuple[Named, ...]) -> tuple[Named, ...]:
    """Return what a place is about, before what else it names."""
    known = {one.term: one for one in named}
    return tuple({key: known.get(key, Named(key)) for key in terms}.values()) + tuple(
        one for one in named if one.term not in set(terms)
    )
