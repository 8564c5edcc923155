"""What a bundle says of itself: its names, its edition, its op-eds, its licence."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass

from build_tools.linking.linked import Linked
from build_tools.model.corpus import Corpus
from build_tools.model.edition import Edition
from build_tools.model.record import Record
from build_tools.model.settings import Person
from build_tools.views.dates_in_words import in_words
from build_tools.views.index import shows_private

PRIVATE_MARK = "for-private-study"
"""Stands in the name of every file that may not be passed on."""

NAME_LENGTH = 60
"""Longest name made from a title, in characters: paths on Windows are short."""

_EDITIONS = {
    Edition.DIGEST: "Each op-ed is retold in our own words, paragraph by paragraph; its own text "
    "is not included beyond short quotations.",
    Edition.AUTO: "The full text of each op-ed whose rights allow it; the others are retold in "
    "our own words.",
    Edition.FULL: "The full text of each op-ed that was at hand.",
}
_PRIVATE = (
    "For private study only: the full text of op-eds that may not be published. Do not pass it on."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpEd:
    """An op-ed the bundle is about."""

    slug: str
    """Name of its page."""
    record: Record
    """Its particulars."""
    line: str
    """It in one line, as a reader cites it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What a bundle says of itself."""

    stem: str
    """Name of its folder and files, without ending."""
    title: str
    """Name of the site."""
    description: str
    """What it is, in one sentence."""
    language: str
    """Language of the title."""
    address: str
    """Where the site is published; empty where it is not."""
    publisher: str
    """Who publishes it; empty where nobody is named."""
    licence: str
    """Address of the licence of our text."""
    people: tuple[Person, ...]
    """Who wrote it."""
    op_eds: tuple[OpEd, ...]
    """What it is about."""
    date: datetime.date
    """Day of the latest change."""
    edition: str
    """What of the op-eds it shows, in words."""
    private: bool
    """Whether it holds text that may not be published."""


def cover(linked: Linked, edition: Edition, moment: int) -> Cover:
    """Return what a bundle of an edition says of itself.

    Args:
        linked: The corpus.
        edition: Which text it shows.
        moment: The build's "now", in Unix time.
    """
    corpus, private = linked.corpus, shows_private(linked, edition)
    site = corpus.site.value
    stem = f"{file_name(site.title)}-{edition}"
    return Cover(
        stem=f"{stem}-{PRIVATE_MARK}" if private else stem,
        title=site.title,
        description=site.description,
        language=site.language,
        address=f"{site.address.rstrip('/')}/" if site.address else "",
        publisher=site.publisher or "",
        licence=site.licence,
        people=corpus.people.value.people,
        op_eds=_op_eds(corpus),
        date=datetime.datetime.fromtimestamp(moment, datetime.UTC).date(),
        edition=_PRIVATE if private else _EDITIONS[edition],
        private=private,
    )


def file_name(title: str) -> str:
    """Return a title as a name that is safe in every file system."""
    words = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", title))
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return name[:NAME_LENGTH].rstrip("-") or "reader"


def _op_eds(corpus: Corpus) -> tuple[OpEd, ...]:
    return tuple(
        OpEd(slug=one.slug, record=one.record.value, line=_line(one.record.value))
        for one in corpus.articles
    )


def _line(record: Record) -> str:
    by = f"{', '.join(record.authors)}: " if record.authors else ""
    where = f" {record.url}" if record.url else ""
    return f"{by}“{record.title}”, {record.outlet}, {in_words(record.date)}.{where}"
