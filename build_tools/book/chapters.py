"""Writes the chapters of the book."""

from __future__ import annotations

import datetime
import re
import unicodedata
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from build_tools.book import desk as places
from build_tools.book import parts
from build_tools.book.desk import BookDesk
from build_tools.book.manuscript import Manuscript
from build_tools.book.settling import Draft, fit, settle
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition
from build_tools.views.course_page import course_view
from build_tools.views.ledger_page import ledger_view
from build_tools.views.reference_pages import sources_view
from build_tools.views.timeline_page import timeline_view

WARNING = "For private study – do not pass on"
"""What every page says where the book shows text that may not be published."""


def manuscript(linked: Linked, edition: Edition, moment: int) -> Manuscript:
    """Return the whole text of the book.

    Args:
        linked: The corpus with its ties.
        edition: Which text to show.
        moment: The date of the book, as Unix time.
    """
    site = linked.corpus.site.value
    desk = BookDesk(linked=linked, edition=edition)
    warning = WARNING if desk.index.private else ""
    subtitle = _subtitle(desk, warning)
    drafts = tuple(_drafts(desk, subtitle, moment, warning))
    return Manuscript(
        title=fit(site.title),
        subtitle=subtitle,
        description=fit(site.description),
        language=site.language,
        publisher=fit(site.publisher or ""),
        licence=site.licence,
        identifier=f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, _name(desk, warning))}",
        slug=_slug(site.title) + ("-private-study" if warning else ""),
        warning=warning,
        moment=moment,
        chapters=settle(drafts, site.language, warning),
    )


def _subtitle(desk: BookDesk, warning: str) -> str:
    if warning:
        return "Full text, for private study"
    if any(desk.shows_full(one) for one in desk.linked.articles):
        return "Digests, and the full text where its licence allows"
    return "Digest edition"


def _name(desk: BookDesk, warning: str) -> str:
    """Return what tells this edition of this site from every other."""
    site = desk.linked.corpus.site.value
    kind = "full" if warning else "public"
    return f"{site.address or f'crossread:{site.title}'}#{kind}"


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", re.sub(r"\W+", "-", title))
    letters = plain.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60].strip("-") or "reader"


@dataclass(frozen=True, slots=True)
class _Plan:
    """A chapter before it is written."""

    name: str
    """Name of its file."""
    template: str
    """Name of its template."""
    view: object
    """What the template sees."""
    title: str
    """Title in the table of contents."""
    role: str
    """What it is; empty for the title page."""
    label: str = ""
    """Short name for running heads, if other than the title."""


def _drafts(desk: BookDesk, subtitle: str, moment: int, warning: str) -> Iterator[Draft]:
    templates = _environment()
    for one in _plans(desk, subtitle, moment, warning):
        yield Draft(
            name=one.name,
            title=one.title,
            label=one.label or one.title,
            role=one.role,
            body=templates.get_template(f"{one.template}.xhtml.j2").render(view=one.view),
        )


def _plans(desk: BookDesk, subtitle: str, moment: int, warning: str) -> Iterator[_Plan]:
    day = datetime.datetime.fromtimestamp(moment, datetime.UTC).date()
    front = parts.title(desk, subtitle, day)
    yield _Plan("title.xhtml", "title", front, front.title, "")
    reading = parts.reading(desk, warning)
    yield _Plan("reading.xhtml", "reading", reading, "How to read this book", "doc-introduction")
    for one in desk.linked.articles:
        view, name = parts.article(desk, one), places.article_file(one.article.slug)
        yield _Plan(name, "article", view, view.page.title, "doc-chapter", one.article.label)
    yield from _across(desk)
    colophon = parts.colophon(desk, front, warning)
    yield _Plan(places.COLOPHON, "colophon", colophon, "About this edition", "doc-colophon")


def _across(desk: BookDesk) -> Iterator[_Plan]:
    """Yield the chapters that speak of all articles, those without content left out."""
    linked, course = desk.linked, desk.linked.corpus.course
    if linked.events:
        yield _Plan(places.TIMELINE, "timeline", timeline_view(desk), "Timeline", "doc-chapter")
    if linked.questions:
        view = parts.comparisons(desk)
        yield _Plan(places.COMPARISONS, "comparisons", view, "Comparisons", "doc-chapter")
    if linked.measures:
        yield _Plan(places.FIGURES, "figures", ledger_view(desk), "Figures", "doc-chapter")
    if course:
        page = course_view(desk, course)
        yield _Plan("class.xhtml", "class", page, page.title, "doc-chapter")
    if linked.corpus.terms:
        glossary = parts.glossary(desk)
        yield _Plan(places.GLOSSARY, "glossary", glossary, "Glossary", "doc-glossary")
    if linked.corpus.works:
        sources = sources_view(desk)
        yield _Plan(places.SOURCES, "sources", sources, "Sources", "doc-bibliography")
    index = parts.index(desk)
    if index.letters:
        yield _Plan("index.xhtml", "index", index, "Index of names", "doc-index")


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("build_tools", "templates/book"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["xml"] = _well_formed
    return environment


def _well_formed(html: Markup) -> Markup:
    """Return a paragraph of the site as XML: the one attribute without a value is left out."""
    return Markup(str(html).replace(" data-search-exclude>", ">"))
