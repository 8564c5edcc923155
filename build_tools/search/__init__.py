"""The search: an index of small files that a browser loads as it needs them, online and offline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.linking.concordance import usages
from build_tools.linking.linked import Linked
from build_tools.model.output import Output
from build_tools.model.record import Edition
from build_tools.search.gathering import gather
from build_tools.search.inverting import invert
from build_tools.search.shards import write
from build_tools.views.desk import Desk


def index(linked: Linked, edition: Edition, pages: Iterable[Output]) -> Iterator[Output]:
    """Yield the files of the search.

    Args:
        linked: The corpus with its ties.
        edition: Which text the site shows; no other is indexed.
        pages: Pages written by hand, in Markdown.
    """
    desk = Desk(linked=linked, usage=usages(linked), edition=edition)
    language = linked.corpus.site.value.language
    yield from write(invert(gather(desk, pages), language), language)
