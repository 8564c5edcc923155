"""The downloads: a public contract, fields may be added and are never renamed.

To add a download: write it in a module of its own, yield it in `export`, describe it in
`docs/guide/commands.md`, add tests in `tests/unit/test_exports.py`.
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

__all__ = ["Share", "export", "parts", "share"]


def export(
    linked: Linked, edition: Edition, shares: Iterable[Share] | None = None
) -> Iterator[Output]:
    """Yield every download.

    Args:
        linked: The corpus with its ties.
        edition: Which text the site shows.
        shares: What the articles give, in their order, where that is made already.
    """
    desk = Desk(linked=linked, edition=edition)
    if shares is None:
        shares = (share(desk, one) for one in linked.articles)
    yield from _of_articles(desk, shares)
    yield output("events.json", events.events(desk))
    yield Output("data/events.csv", events.table(desk))
    yield Output("data/events.ics", events.calendar(desk))
    yield output("figures.json", figures.figures(desk))
    yield Output("data/figures.csv", figures.table(desk))
    yield output("comparisons.json", comparisons(desk))
    yield Output("robots.txt", robots(desk))
    if latest := feed(desk):
        yield Output(FEED, latest)
    if not desk.index.private:
        from build_tools.exports.card import card  # with it come Pillow and a typeface

        yield Output(CARD, data=card(desk))


def _of_articles(desk: Desk, shares: Iterable[Share]) -> Iterator[Output]:
    """Yield each article's own downloads as its share comes, then what all have in common."""
    articles, items, rows = [], [], []
    mentioned: defaultdict[str, list[str]] = defaultdict(list)
    for one in shares:
        yield from one.files
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
