"""Every address that readers may keep: pages, paragraphs, notes, events, figures and the like.

To add a part that has an address of its own: yield it in `_living`, and let `Address` in
`build_tools.model.alias` take its page, so that it can be given up without breaking a link.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.model.alias import Alias
from build_tools.model.corpus import Corpus

PAGES = {
    "index.html": "the home page",
    "articles/index.html": "all articles",
    "glossary/index.html": "the glossary",
    "comparisons/index.html": "all comparisons",
    "timeline.html": "the timeline",
    "figures.html": "all figures",
    "coverage.html": "who writes what",
    "people.html": "the people",
    "sources.html": "the sources",
}
"""Pages that every site has, and what a link to them says."""


class Part(StrEnum):
    """What an address leads to."""

    PAGE = "page"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    NOTE = "note"
    TERM = "term"
    EVENT = "event"
    MEASURE = "measure"
    FIGURE = "figure"
    QUESTION = "question"
    PERSON = "person"
    WORK = "work"


@dataclass(frozen=True, slots=True, kw_only=True)
class Living:
    """An address at which something stands."""

    address: str
    """Path below the site's root, perhaps with a fragment."""
    part: Part
    """What stands there."""
    label: str
    """What a link to it says."""


def living(linked: Linked) -> dict[str, Living]:
    """Return everything that has an address, by address."""
    return {one.address: one for one in _living(linked)}


def kept(linked: Linked, there: dict[str, Living] | None = None) -> dict[str, Living]:
    """Return where each address leads that was given up and still works.

    An alias of something that stands, one that leads nowhere and the second of two for one address
    are passed over: `check_aliases` tells of them.

    Args:
        linked: The corpus with its ties.
        there: What `living` says of it, if known already.
    """
    there = living(linked) if there is None else there
    found: dict[str, Living] = {}
    for one in aliases(linked):
        if one.old not in there and one.new in there:
            found.setdefault(one.old, there[one.new])
    return found


def arrive(address: str, there: dict[str, Living], led: dict[str, Living]) -> Living | None:
    """Return where a reader with an address arrives; nothing where it is lost.

    Whoever asks for a part of a page that was given up is led to the part of that name, if the page
    that replaces it has one; if it is a page of another kind, to the page itself.

    Args:
        address: What the reader holds.
        there: What stands: `living`.
        led: What was given up and still works: `kept`.
    """
    if found := there.get(address) or led.get(address):
        return found
    page, _, fragment = address.partition("#")
    instead = led.get(page) if fragment else None
    if instead is None or page in there:
        return None
    alike = page.startswith("articles/") and instead.part is Part.ARTICLE
    return there.get(f"{instead.address}#{fragment}") if alike else instead


def aliases(linked: Linked) -> tuple[Alias, ...]:
    """Return the aliases of a corpus."""
    sheet = linked.corpus.aliases
    return sheet.value.aliases if sheet else ()


def _living(linked: Linked) -> Iterator[Living]:
    corpus = linked.corpus
    for address, label in PAGES.items():
        yield Living(address=address, part=Part.PAGE, label=label)
    if corpus.course:
        label = corpus.course.value.title
        yield Living(address="class.html", part=Part.PAGE, label=label)
    for one in linked.articles:
        yield from _in_article(one)
    yield from _between(corpus)
    for person in corpus.people.value.people:
        address = f"people.html#person-{person.id}"
        yield Living(address=address, part=Part.PERSON, label=person.name)
    for work in corpus.works.values():
        yield Living(address=f"sources.html#s-{work.id}", part=Part.WORK, label=work.title)


def _between(corpus: Corpus) -> Iterator[Living]:
    """Yield what articles share: terms, events, figures, questions."""
    for key, term in corpus.terms.items():
        yield Living(address=f"glossary/{key}.html", part=Part.TERM, label=term.value.name)
    for key, event in corpus.events.items():
        yield Living(address=f"timeline.html#e-{key}", part=Part.EVENT, label=event.value.label)
    for key, measure in corpus.measures.items():
        counts = measure.value.counts
        yield Living(address=f"figures.html#m-{key}", part=Part.MEASURE, label=counts)
        for claim in (*measure.value.figures, *measure.value.record):
            address = f"figures.html#f-{key}--{claim.id}"
            yield Living(address=address, part=Part.FIGURE, label=f"{counts}: {claim.id}")
    for key, question in corpus.questions.items():
        label = question.value.question
        yield Living(address=f"comparisons/{key}.html", part=Part.QUESTION, label=label)


def _in_article(one: LinkedArticle) -> Iterator[Living]:
    article = one.article
    page = f"articles/{article.slug}.html"
    yield Living(address=page, part=Part.ARTICLE, label=article.record.value.title)
    for block in one.blocks:
        if block.number:
            label = f"{article.label}, ¶{block.number}"
            yield Living(address=f"{page}#p{block.number}", part=Part.PARAGRAPH, label=label)
    for placed in one.notes:
        note = placed.item.id
        label = f"{article.label}, ¶{placed.paragraph}, note {note}"
        yield Living(address=f"{page}#n-{note}", part=Part.NOTE, label=label)
