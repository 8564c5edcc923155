"""What there is to cite on an article's page: the op-ed, our page on it, and each note.

Two works lie on one page, and they must not be taken for each other: decision 0013.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from build_tools import prose
from build_tools.linking.anchors import Placed
from build_tools.linking.linked import LinkedArticle
from build_tools.model import dates
from build_tools.model.note import Note
from build_tools.model.work import Name
from build_tools.views import words
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk

_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
"""Controls and what turns the order of words: nobody sees them, and line-based formats break."""
_UNITS = {10: "day", 7: "month", 4: "year"}
"""How exact a date is, by its length."""


class Sort(StrEnum):
    """What sort of work is cited."""

    ORIGINAL = "original"
    PAGE = "page"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A work as bibliographies know it; every text is one line without unseen characters."""

    key: str
    """Citation key: the slug, then `:page` or `:n-` and the note's name; slugs have no colon."""
    sort: Sort
    """What it is."""
    title: str
    """Title."""
    authors: tuple[Name, ...]
    """Who wrote it; empty where unknown."""
    container: str
    """Outlet of the op-ed, else our site."""
    publisher: str
    """Who publishes our site; empty for the op-ed and where nobody is named."""
    date: str
    """EDTF level 0 with the qualifiers `?`, `~`, `%`; empty where there is none."""
    url: str
    """Public address; empty where there is none."""
    language: str
    """BCP 47."""
    abstract: str
    """What it says; empty for the op-ed, whose words are not ours to sum up in its name."""
    remark: str
    """What whoever cites it should know: an approximate date, a draft."""


def cited(desk: Desk, one: LinkedArticle) -> Iterator[Cited]:
    """Yield the op-ed, our page on it, and its notes in the order of the text."""
    yield original(one)
    yield our_page(desk, one)
    for placed in one.notes:
        yield _note(desk, one, placed)


def original(one: LinkedArticle) -> Cited:
    """Return the op-ed as its outlet published it."""
    article, record = one.article, one.article.record.value
    about = "" if words.iso(record.date) == record.date else f"Published {in_words(record.date)}"
    parts = [part for part in (about, record.date_basis if about else "") if part]
    return Cited(
        key=article.slug,
        sort=Sort.ORIGINAL,
        title=plain(record.title),
        authors=tuple(person(plain(name)) for name in record.authors),
        container=plain(record.outlet),
        publisher="",
        date=record.date,
        url=record.url or "",
        language=record.language,
        abstract="",
        remark=plain(": ".join(parts)),
    )


def our_page(desk: Desk, one: LinkedArticle) -> Cited:
    """Return our page on an op-ed; its title says that it is not the op-ed."""
    site, record = desk.linked.corpus.site.value, one.article.record.value
    return Cited(
        key=f"{one.article.slug}:page",
        sort=Sort.PAGE,
        title=our_title(desk, one),
        authors=(),
        container=plain(site.title),
        publisher=plain(site.publisher or ""),
        date=changed(one),
        url=desk.public(f"articles/{one.article.slug}.html"),
        language=site.language,
        abstract=plain(record.thesis or ""),
        remark="",
    )


def our_title(desk: Desk, one: LinkedArticle) -> str:
    """Return the title of our page on an op-ed."""
    kind = "annotated edition" if desk.shows_full(one) else "annotated digest"
    return plain(f"“{one.article.record.value.title}”, {kind}")


def changed(one: LinkedArticle) -> str:
    """Return when the latest of an article's notes was written or changed; empty without notes."""
    told = (placed.item.updated or placed.item.created for placed in one.notes)
    return max(told, key=lambda date: (dates.parse(date).start, date), default="")


def note_title(one: LinkedArticle, placed: Placed[Note]) -> str:
    """Return a title for a note: the words of the op-ed it hangs on, and where they stand."""
    return plain(f"Note on ¶{placed.paragraph} of {one.article.label}: “{placed.item.quote}”")


def _note(desk: Desk, one: LinkedArticle, placed: Placed[Note]) -> Cited:
    note, site = placed.item, desk.linked.corpus.site.value
    body = " ".join(part.text for part in prose.paragraphs(note.body))
    return Cited(
        key=f"{one.article.slug}:n-{note.id}",
        sort=Sort.NOTE,
        title=note_title(one, placed),
        authors=(editor(desk, note.author),),
        container=plain(site.title),
        publisher=plain(site.publisher or ""),
        date=note.updated or note.created,
        url=desk.public(f"articles/{one.article.slug}.html#n-{note.id}"),
        language=site.language,
        abstract=plain(body),
        remark=f"{words.STATES[note.state]}. {words.CONFIDENCE[note.confidence]}.",
    )


def person(name: str) -> Name:
    """Return a person's name in parts, the last word the family name; one word stays whole."""
    given, _, family = name.rpartition(" ")
    return Name(family=family, given=given) if given else Name(literal=name)


def editor(desk: Desk, key: str) -> Name:
    """Return who wrote a text of ours: a role stays whole, an ORCID iD tells a person's name."""
    found = desk.linked.corpus.person(key)
    if found and found.orcid:
        return person(plain(found.name))
    return Name(literal=plain(found.name if found else key))


def certain(edtf: str) -> str:
    """Return of a date what is certain: an approximate day may leave its month, or only its year.

    Formats that know no "about" get this, so that no guess is taken for a fact.
    """
    exact = words.iso(edtf)
    if exact == edtf:
        return edtf
    days = datetime.timedelta(days=dates.APPROXIMATE_DAYS[_UNITS[len(exact)]])
    known = dates.parse(edtf)
    try:
        first, last = known.start - days, known.end + days
    except OverflowError:  # at either end of the calendar
        return ""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04d}-{first.month:02d}"
    return f"{first.year:04d}" if first.year == last.year else ""


def coins(work: Cited) -> str:
    """Return a work as a ContextObject in Span (OpenURL 1.0), as it stands in a `title`.

    Always as Dublin Core: a journal article without an author would be looked up in a register
    of journals, and another paper come back. Spaces are `%20`, for `+` is not read alike.
    """
    kinds = {Sort.ORIGINAL: "newspaperArticle"}
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", kinds.get(work.sort, "webpage")),
        ("rft.title", work.title),
        ("rft.source", work.container),
        ("rft.publisher", work.publisher),
        *(("rft.creator", inverted(name)) for name in work.authors),
        ("rft.date", certain(work.date) if work.date else ""),
        ("rft.identifier", work.url),
        ("rft.language", work.language),
        ("rft.description", work.remark),
    ]
    return "&".join(f"{key}={quote(value, safe='')}" for key, value in pairs if value)


def inverted(name: Name) -> str:
    """Return a name with the family name first; what does not split stays as it is."""
    if name.literal or not name.family:
        return str(name)
    return f"{name.family}, {name.given}" if name.given else name.family


def plain(text: str) -> str:
    """Return a text on one line, without characters nobody sees."""
    if text.isprintable() and "  " not in text:  # most are
        return text.strip()
    return " ".join(_UNSEEN.sub("", text).split())
