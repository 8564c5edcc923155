"""The search: an index of small files that a browser loads as it needs them, online and offline.

What is found in some articles can be made apart, elsewhere or earlier (`of_articles`), and so can
what is found in no article; what is left is to put the parts together (`write`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from zlib import crc32

from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.linking.matcher import Matcher
from build_tools.model.edition import Edition
from build_tools.model.output import Output
from build_tools.search import gathering
from build_tools.search.gathering import matcher
from build_tools.search.parts import Part, part
from build_tools.search.shards import entries, write
from build_tools.views.desk import Desk

__all__ = [
    "Part",
    "entries",
    "index",
    "matcher",
    "of_articles",
    "of_rest",
    "of_terms",
    "stretches",
    "write",
]

STRETCH = 16
"""About how many articles make one part. An edit makes one part anew, and the fewer there are the
sooner they are put together."""


def index(
    linked: Linked,
    edition: Edition,
    pages: Iterable[Output],
) -> Iterator[Output]:
    """Yield the files of the search.

    Args:
        linked: The corpus with its ties.
        edition: Which text the site shows; no other is indexed.
        pages: Pages written by hand, in Markdown.
    """
    desk, terms = Desk(linked=linked, edition=edition), matcher(linked)
    articles = (of_articles(desk, some, terms) for some in stretches(linked.articles))
    parts = chain((of_terms(desk),), articles, (of_rest(desk, terms, pages),))
    yield from write(parts, _language(linked))


def stretches(articles: Iterable[LinkedArticle]) -> Iterator[Sequence[LinkedArticle]]:
    """Yield articles in stretches that are made together, in their order.

    The name of an article says whether it begins one: so an article that comes or goes changes the
    stretch where it stands, and not all that follow.
    """
    held: list[LinkedArticle] = []
    for one in articles:
        if held and crc32(one.article.slug.encode()) % STRETCH == 0:
            yield held
            held = []
        held.append(one)
    if held:
        yield held


def of_terms(desk: Desk) -> Part:
    """Return what the glossary gives to the index, the first of its parts."""
    return part(gathering.terms(desk), _language(desk.linked))


def of_articles(desk: Desk, some: Iterable[LinkedArticle], terms: Matcher) -> Part:
    """Return what some articles give to the index."""
    entries = (gathering.article(desk, one, terms) for one in some)
    return part(entries, _language(desk.linked))


def of_rest(desk: Desk, terms: Matcher, pages: Iterable[Output]) -> Part:
    """Return what neither terms nor articles give to the index, the last of its parts."""
    return part(gathering.rest(desk, terms, pages), _language(desk.linked))


def _language(linked: Linked) -> str:
    return linked.corpus.site.value.language
