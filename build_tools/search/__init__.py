"""The search: an index of small files that a browser loads as it needs them, online and offline.

What an article gives to it can be made apart (`of_article`), elsewhere or earlier; what is left is
to put the parts together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.linking.matcher import Matcher
from build_tools.model.edition import Edition
from build_tools.model.output import Output
from build_tools.search import gathering
from build_tools.search.gathering import matcher
from build_tools.search.parts import Part, part
from build_tools.search.shards import write
from build_tools.views.desk import Desk

__all__ = ["Part", "index", "matcher", "of_article"]


def index(
    linked: Linked,
    edition: Edition,
    pages: Iterable[Output],
    articles: Iterable[Part] | None = None,
) -> Iterator[Output]:
    """Yield the files of the search.

    Args:
        linked: The corpus with its ties.
        edition: Which text the site shows; no other is indexed.
        pages: Pages written by hand, in Markdown.
        articles: What the articles give, in their order, where that is made already.
    """
    desk, terms = Desk(linked=linked, edition=edition), matcher(linked)
    language = linked.corpus.site.value.language
    if articles is None:
        articles = (of_article(desk, one, terms) for one in linked.articles)
    before, after = gathering.terms(desk), gathering.rest(desk, terms, pages)
    parts = chain(
        (part(entry, language) for entry in before),
        articles,
        (part(entry, language) for entry in after),
    )
    yield from write(parts, language)


def of_article(desk: Desk, one: LinkedArticle, terms: Matcher) -> Part:
    """Return what an article gives to the index: small, and fit to be pickled and kept."""
    entry = gathering.article(desk, one, terms)
    return part(entry, desk.linked.corpus.site.value.language)
