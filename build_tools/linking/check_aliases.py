"""Aliases must stand for something that is gone and lead to something that is there."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.linking.addresses import living
from build_tools.linking.linked import Linked
from build_tools.model.problem import Problem


def aliases(linked: Linked) -> Iterator[Problem]:
    """Yield a problem for each alias that cannot do what it is for."""
    sheet = linked.corpus.aliases
    if sheet is None:
        return
    there = living(linked)
    seen: set[str] = set()
    for index, one in enumerate(sheet.value.aliases):
        old, new = (sheet.at("aliases", index, field) for field in ("old", "new"))
        if one.old in there:
            yield Problem(
                code="CR380",
                place=old,
                message="is an address at which something stands, so it needs no alias",
                words=one.old,
                example="remove the line, or give the address that was given up",
            )
        elif one.old in seen:
            yield Problem(
                code="CR382",
                place=old,
                message="is led to two places; keep one",
                words=one.old,
            )
        seen.add(one.old)
        if one.new not in there and not _unreadable(one.new, linked):
            yield Problem(
                code="CR381",
                place=new,
                message="is an address at which nothing stands",
                words=one.new,
                example=f"new: {_nearest(one.new)}",
            )


def _unreadable(address: str, linked: Linked) -> bool:
    """Tell whether the page is only away because its file has mistakes."""
    page = address.partition("#")[0]
    return page.rpartition("/")[2].removesuffix(".html") in linked.corpus.unreadable


def _nearest(address: str) -> str:
    """Return a page that is always there and of the same kind."""
    page, _, _ = address.partition("#")
    folder, slash, _ = page.rpartition("/")
    return f"{folder}/index.html" if slash else page if page != "class.html" else "index.html"
