"""The site's desk in a book: every address leads to a chapter."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.fields import Citation
from build_tools.views.desk import Desk
from build_tools.views.parts import Link, SourceView

TIMELINE, COMPARISONS, FIGURES = "timeline.xhtml", "comparisons.xhtml", "figures.xhtml"
GLOSSARY, SOURCES, COLOPHON = "glossary.xhtml", "sources.xhtml", "colophon.xhtml"
"""Files of chapters that others lead to."""


def article_file(slug: str) -> str:
    """Return the file of an article's chapter; no other chapter has such a name."""
    return f"article-{slug}.xhtml"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookDesk(Desk):
    """The book as one chapter sees it."""

    def article_href(self, slug: str, fragment: str = "") -> str:
        """Return the address of an article or of a part of it."""
        return article_file(slug) + (f"#{fragment}" if fragment else "")

    def term_href(self, key: str) -> str:
        """Return the address of a term in the glossary."""
        return f"{GLOSSARY}#t-{key}"

    def mentions_href(self, key: str, slug: str) -> str:
        """Return the address of a term: its mentions stand there, whatever the article."""
        return self.term_href(key)

    def event_href(self, key: str) -> str:
        """Return the address of an event on the timeline."""
        return f"{TIMELINE}#e-{key}"

    def measure_href(self, key: str) -> str:
        """Return the address of one thing that is counted."""
        return f"{FIGURES}#m-{key}"

    def figure_href(self, measure: str, key: str) -> str:
        """Return the address of a figure."""
        return f"{FIGURES}#f-{measure}--{key}"

    def question_href(self, key: str, article: str = "") -> str:
        """Return the address of a question or of one article's answer to it."""
        return f"{COMPARISONS}#a-{key}--{article}" if article else f"{COMPARISONS}#q-{key}"

    @property
    def comparisons_href(self) -> str:
        """Address of the comparisons."""
        return COMPARISONS

    def person(self, key: str | None) -> Link | None:
        """Return a link to an editor or reviewer."""
        person = self.linked.corpus.person(key) if key else None
        return Link(href=f"{COLOPHON}#person-{person.id}", text=person.name) if person else None

    def author(self, key: str) -> Link:
        """Return a link to the author of a text of ours."""
        return self.person(key) or Link(href=COLOPHON, text=key)

    def sources(self, citations: Iterable[Citation]) -> tuple[SourceView, ...]:
        """Return citations as readers see them."""
        found = Desk.sources(self, citations)
        return tuple(dataclasses.replace(one, href=f"{SOURCES}#s-{one.key}") for one in found)
