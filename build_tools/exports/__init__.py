"""The downloads: a public contract, fields may be added and are never renamed.

To add a download: write it in a module of its own, yield it in `others` or, where it says what
notes say, in `together`, describe it in `docs/guide/commands.md`, add tests in
`tests/unit/test_exports.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from build_tools.exports import events, figures, notes
from build_tools.exports.annotations import collection
from build_tools.exports.common import head, listed, output
from build_tools.exports.comparisons import comparisons
from build_tools.exports.feed import feed
from build_tools.exports.glossary import glossary
from build_tools.exports.robots import robots
from build_tools.exports.shares import ANNOTATIONS, ARTICLES, NOTES, Share, parts, share
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition
from build_tools.model.output import Output
from build_tools.views.desk import Desk
from build_tools.views.heads import CARD, FEED

__all__ = ["Share", "export", "others", "parts", "share", "together"]


def export(linked: Linked, edition: Edition) -> Iterator[Output]:
    """Yield every download.

    Args:
        linked: The corpus with its ties.
        edition: Which text the site shows.
    """
    desk = Desk(linked=linked, edition=edition)
    shares = [share(desk, one) for one in linked.articles]
    for one in shares:
        yield from one.files
    yield from together(desk, shares)
    yield from others(desk)


def others(desk: Desk) -> Iterator[Output]:
    """Yield the downloads in which nothing is that a note says."""
    yield output("events.json", events.events(desk))
    yield Output("data/events.csv", events.table(desk))
    yield Output("data/events.ics", events.calendar(desk))
    yield output("figures.json", figures.figures(desk))
    yield Output("data/figures.csv", figures.table(desk))
    yield output("comparisons.json", comparisons(desk))
    yield Output("robots.txt", robots(desk))
    if not desk.index.private:
        from build_tools.exports.card import card  # with it come Pillow and a typeface

        yield Output(CARD, data=card(desk))


def together(desk: Desk, shares: Iterable[Share]) -> Iterator[Output]:
    """Yield the downloads that are put together of what the articles give, and the feed.

    Args:
        desk: The site, seen from its root.
        shares: What each article gives, in their order.
    """
    articles, items, rows = [], [], []
    mentioned: defaultdict[str, list[str]] = defaultdict(list)
    for one in shares:
        articles.append(one.article)
        items.append(one.annotations)
        rows.append(one.rows)
        for term, said in one.mentions.items():
            mentioned[term].append(said)
    yield Output(ARTICLES, listed(articles) + "\n", parts=tuple(articles))
    found = tuple(filter(None, items))
    yield Output(ANNOTATIONS, collection(desk, found), parts=found)
    yield Output(NOTES, head(notes.COLUMNS) + "".join(rows), parts=tuple(filter(None, rows)))
    yield Output("data/glossary.json", listed(glossary(desk, mentioned)) + "\n")
    if latest := feed(desk):
        yield Output(FEED, latest)
