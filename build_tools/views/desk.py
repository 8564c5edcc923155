"""What every view needs to know of the site: addresses, sources, people, prose."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Self

from markupsafe import Markup

from build_tools import prose
from build_tools.linking.concordance import Usage, usages_in
from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.model.edition import Edition
from build_tools.model.event import RecordSays
from build_tools.model.fields import Citation, Passage
from build_tools.model.past import Past
from build_tools.model.question import RecordAnswer
from build_tools.model.record import Publish
from build_tools.model.rich import FormatKind, Rich
from build_tools.views import words
from build_tools.views.index import Index
from build_tools.views.inline import render
from build_tools.views.parts import Link, RecordView, SourceView, TermCard, TermUse


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The site as one page sees it."""

    linked: Linked
    """The corpus with its ties."""
    edition: Edition
    """Which text this build shows."""
    root: str = ""
    """Path from the page to the site's root."""
    past: Past = field(default_factory=dict)
    """What became of the notes over time, where that is told."""

    @cached_property
    def index(self) -> Index:
        """What is looked up again and again; the desks of one site share it."""
        return Index(linked=self.linked, edition=self.edition)

    @property
    def usage(self) -> dict[str, Usage]:
        """Who mentions which term."""
        return self.index.usage

    def below(self, depth: int) -> Self:
        """Return the desk of a page that many folders below the root."""
        return self.rooted("../" * depth)

    def rooted(self, root: str) -> Self:
        """Return the desk of a page from which the site's root has that path or address."""
        desk = dataclasses.replace(self, root=root)
        vars(desk)["index"] = self.index
        return desk

    def shows_full(self, one: LinkedArticle) -> bool:
        """Tell whether this build shows an article's own words."""
        if one.source is None or self.edition is Edition.DIGEST:
            return False
        allowed = one.article.record.value.rights.publish is Publish.FULL
        return allowed or self.edition is Edition.FULL

    def article_href(self, slug: str, fragment: str = "") -> str:
        """Return the address of an article's page or of a part of it."""
        return f"{self.root}articles/{slug}.html" + (f"#{fragment}" if fragment else "")

    def term_href(self, key: str) -> str:
        """Return the address of a term's page."""
        return f"{self.root}glossary/{key}.html"

    def mentions_href(self, key: str, slug: str) -> str:
        """Return the address of a term's mentions in one article."""
        return f"{self.term_href(key)}#in-{slug}"

    def event_href(self, key: str) -> str:
        """Return the address of an event on the timeline."""
        return f"{self.root}timeline.html#e-{key}"

    def measure_href(self, key: str) -> str:
        """Return the address of one thing that is counted."""
        return f"{self.root}figures.html#m-{key}"

    def figure_href(self, measure: str, key: str) -> str:
        """Return the address of a figure; slugs have no two hyphens in a row."""
        return f"{self.root}figures.html#f-{measure}--{key}"

    def question_href(self, key: str, article: str = "") -> str:
        """Return the address of a question's page or of one article's answer there."""
        return f"{self.root}comparisons/{key}.html" + (f"#a-{article}" if article else "")

    @property
    def comparisons_href(self) -> str:
        """Address of the table of all questions."""
        return f"{self.root}comparisons/index.html"

    def label(self, slug: str) -> str:
        """Return an article's short name."""
        return self.index.labels.get(slug, slug)

    def body(self, name: str | None) -> Link | None:
        """Return who counted or spoke: a term by its id, else a name that leads nowhere."""
        if name is None:
            return None
        sheet = self.linked.corpus.terms.get(name)
        if sheet is None:
            return Link(href="", text=name)
        return Link(href=self.term_href(name), text=sheet.value.short or sheet.value.name)

    def permanent(self, path: str) -> str:
        """Return the public address of a page, or its path where the site has no address yet."""
        address = self.linked.corpus.site.value.address
        return f"{address.rstrip('/')}/{path}" if address else path

    def public(self, path: str) -> str:
        """Return the public address of a page; empty where the site has no address yet."""
        return self.permanent(path) if self.linked.corpus.site.value.address else ""

    def passage(self, passage: Passage) -> Link:
        """Return a link to a passage of an article."""
        href = self.article_href(passage.article, f"p{passage.paragraph}")
        return Link(href=href, text=f"{self.label(passage.article)}, ¶{passage.paragraph}")

    def person(self, key: str | None) -> Link | None:
        """Return a link to an editor or reviewer."""
        person = self.index.people.get(key) if key else None
        if person is None:
            return None
        return Link(href=f"{self.root}people.html#person-{person.id}", text=person.name)

    def author(self, key: str) -> Link:
        """Return a link to the author of a text of ours."""
        return self.person(key) or Link(href=f"{self.root}people.html", text=key)

    def sources(self, citations: Iterable[Citation]) -> tuple[SourceView, ...]:
        """Return citations as readers see them."""
        return tuple(self._source(one) for one in citations if one.key in self.index.works)

    def prose(self, markdown: str | None) -> Markup:
        """Return Markdown of ours as paragraphs of HTML."""
        parts = (self._inline(rich) for rich in prose.paragraphs(markdown or ""))
        return Markup("".join(f"<p>{part}</p>" for part in parts))

    def record(self, record: RecordSays | RecordAnswer) -> RecordView:
        """Return what the public record says."""
        return RecordView(
            says=self.prose(record.says),
            sources=self.sources(record.sources),
            confidence=record.confidence.value,
            confidence_label=words.CONFIDENCE[record.confidence],
        )

    def line(self, markdown: str) -> Markup:
        """Return Markdown of ours as inline HTML."""
        return self._inline(prose.line(markdown))

    def resolved(self, rich: Rich) -> Rich:
        """Return prose whose links lead to addresses."""
        if not rich.formats:
            return rich
        formats = tuple(
            dataclasses.replace(one, target=self._address(one.target))
            if one.kind is FormatKind.LINK
            else one
            for one in rich.formats
        )
        return Rich(rich.text, formats)

    def term(self, key: str) -> TermUse:
        """Return a term with how all articles use it."""
        return self._used(key, self.usage[key])

    def terms_in(self, one: LinkedArticle) -> tuple[TermUse, ...]:
        """Return the terms of an article, retold ones too, with how it uses them."""
        usage = usages_in(one)
        keys = sorted(usage, key=self.index.filed.__getitem__)
        return tuple(self._used(key, usage[key]) for key in keys)

    def _used(self, key: str, usage: Usage) -> TermUse:
        return TermUse(
            card=self.card(key),
            mentions=usage.count(),
            articles=len(usage.by_article),
            forms=usage.forms(),
        )

    @cached_property
    def card(self) -> Callable[[str], TermCard]:
        """Returns a term: the same on every page at this depth."""
        return cache(self._card)

    def _card(self, key: str) -> TermCard:
        term = self.linked.corpus.terms[key].value
        return TermCard(
            id=key,
            href=self.term_href(key),
            name=term.name,
            short=term.short or "",
            kind_label=words.TERM_KINDS[term.kind],
            native=term.native.text if term.native else "",
            native_language=term.native.language if term.native else "",
            definition=self.line(term.definition),
            contested=bool(term.contested),
            unconfirmed=term.confidence.value == "unconfirmed",
            look_alikes=tuple(
                Link(href=self.term_href(other), text=self.linked.corpus.terms[other].value.name)
                for other in self.index.look_alikes.get(key, ())
            ),
        )

    @cached_property
    def _source(self) -> Callable[[Citation], SourceView]:
        """Returns a citation as readers see it: most works are cited often."""
        return cache(self._make_source)

    def _make_source(self, one: Citation) -> SourceView:
        return SourceView(
            key=one.key,
            href=f"{self.root}sources.html#s-{one.key}",
            label=self.index.works[one.key],
            title=self.linked.corpus.works[one.key].title,
            at=one.at or "",
        )

    def _inline(self, rich: Rich) -> Markup:
        rich = self.resolved(rich)
        return render(rich.text, formats=rich.formats)

    def _address(self, target: str) -> str:
        scheme, _, name = target.partition(":")
        match scheme:
            case "term":
                return self.term_href(name)
            case "event":
                return self.event_href(name)
            case "question":
                return self.question_href(name)
            case "figure":
                return self.figure_href(*name.split("/"))
            case "article":
                slug, _, number = name.partition("#")
                return self.article_href(slug, f"p{number}" if number else "")
            case _:
                return target
