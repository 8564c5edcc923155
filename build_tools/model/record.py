"""An article's record: what a library catalogue and a rights officer would ask."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field, with_config

from build_tools.model.fields import STRICT, Edtf, Line, Prose, Sources, WebAddress


class Publish(StrEnum):
    """What of an article a public site may show."""

    DIGEST = "digest"
    FULL = "full"


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """Who owns the text and what that allows."""

    statement: WebAddress
    """A rightsstatements.org or Creative Commons address."""
    publish: Publish = Publish.DIGEST
    """`full` only where a licence or the owner allows the whole text in public."""
    holder: Line | None = None
    """Owner of the rights as far as known."""
    quoted_run: Annotated[int, Field(ge=1, le=200)] = 25
    """Longest verbatim run inside a marked quotation, in words."""
    unmarked_run: Annotated[int, Field(ge=1, le=200)] = 12
    """Longest verbatim run anywhere else, in words."""
    quoted_share: Annotated[float, Field(gt=0, le=1)] = 0.1
    """Largest part of the article that may be quoted in all."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Something the importer took off, told without its words."""

    line: Annotated[int, Field(ge=1)]
    """Line of the file it stood on."""
    rule: Line
    """The rule that took it."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The source text this record was made from, recognisable without its words."""

    text: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """SHA-256 of the cleaned text: the same hash is the same version."""
    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """Simhash of the cleaned text: a near one is a changed version."""
    paragraphs: Annotated[int, Field(ge=1)]
    """Numbered paragraphs."""
    words: Annotated[int, Field(ge=1)]
    """Words of the body."""
    stripped: tuple[Removal, ...] = ()
    """What the importer took off."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """article.yml: one op-ed."""

    title: Line
    """Headline, without what a re-poster added."""
    authors: tuple[Line, ...] = ()
    """Byline, one name each; empty where unknown."""
    outlet: Line
    """Who published it first."""
    date: Edtf
    """Publication date; `~` where it is approximate."""
    date_basis: Line | None = None
    """How the date is known."""
    url: WebAddress | None = None
    """The original page, where known."""
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "en"
    """BCP 47 code of the language it is written in."""
    genre: Line = "op-ed"
    """What sort of text it is."""
    thesis: Line | None = None
    """What it argues, in one sentence of our own; nothing until it has been read closely."""
    label: Line | None = None
    """Short name in lists and cross-references; by default author or outlet, and year."""
    aliases: tuple[Line, ...] = ()
    """Other titles the article is known under."""
    rights: Rights
    """Who owns it and what may be shown."""
    remarks: tuple[Prose, ...] = ()
    """What a reader should know of these particulars: an unknown author, an inferred outlet."""
    sources: Sources = ()
    """Where these particulars were found."""
    origin: Origin | None = None
    """The source text; nothing before the first import."""
