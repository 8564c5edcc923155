"""Makes what the search is put together from: some articles together, and what is in no article."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from build_tools import search
from build_tools.caching.keys import Keys
from build_tools.model.output import Output
from build_tools.pipeline.tasks import Given, Task
from build_tools.search import Part
from build_tools.views.desk import Desk


def of_parts(
    desk: Desk, pages: Callable[[], Iterable[Output]], keys: Keys | None
) -> Iterator[Task]:
    """Yield the tasks of making parts of the search, in their order; each hands on one.

    Args:
        desk: The site, seen from its root.
        pages: Reads the pages written by hand.
        keys: What parts are made of.
    """
    matcher = search.matcher(desk.linked)
    others = keys.no_notes if keys else ""
    yield _task("terms", lambda: search.of_terms(desk), others)
    for some in search.stretches(desk.linked.articles):
        slugs = [one.article.slug for one in some]
        files = " ".join(f"{slug} {keys.article(slug)}" for slug in slugs) if keys else ""
        made_of = hashlib.sha256(files.encode()).hexdigest() if files else ""
        yield _task(f"from {slugs[0]}", partial(search.of_articles, desk, some, matcher), made_of)
    yield _task("rest", lambda: search.of_rest(desk, matcher, pages()), others)


def _task(name: str, make: Callable[[], Part], made_of: str) -> Task:
    return Task(name=f"search {name}", make=lambda: [_given(make())], made_of=made_of)


def _given(part: Part) -> Given:
    return Given(part, tuple(search.entries(part)))
