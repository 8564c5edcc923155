"""The downloads: a public contract, fields may be added and are never renamed.

To add a download: write it in a module of its own, yield it in `export`, describe it in
`docs/guide/commands.md`, add tests in `tests/unit/test_exports.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.exports import events, figures, notes
from build_tools.exports.annotations import collection
from build_tools.exports.articles import article
from build_tools.exports.card import card
from build_tools.exports.citations import citations
from build_tools.exports.common import output
from build_tools.exports.comparisons import comparisons
from build_tools.exports.feed import feed
from build_tools.exports.glossary import glossary
from build_tools.exports.robots import robots
from build_tools.linking.concordance import usages
from build_tools.linking.linked import Linked
from build_tools.model.output import Output
from build_tools.model.record import Edition
from build_tools.views.desk import Desk, shows_private
from build_tools.views.heads import CARD, FEED


def export(linked: Linked, edition: Edition) -> Iterator[Output]:
    """Yield every download."""
    desk = Desk(linked=linked, usage=usages(linked), edition=edition)
    yield output("articles.json", [article(desk, one) for one in linked.articles])
    yield output("annotations.jsonld", collection(desk))
    yield Output("data/notes.csv", notes.table(desk))
    yield from notes.notebooks(desk)
    yield output("glossary.json", list(glossary(desk)))
    yield output("events.json", list(events.events(desk)))
    yield Output("data/events.csv", events.table(desk))
    yield Output("data/events.ics", events.calendar(desk))
    yield output("figures.json", list(figures.figures(desk)))
    yield Output("data/figures.csv", figures.table(desk))
    yield output("comparisons.json", list(comparisons(desk)))
    for one in linked.articles:
        yield from citations(desk, one)
    yield Output("robots.txt", robots(desk))
    if latest := feed(desk):
        yield Output(FEED, latest)
    if not shows_private(linked, edition):
        yield Output(CARD, data=card(desk))
