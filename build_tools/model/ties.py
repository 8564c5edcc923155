"""Editors' lines that tie words of an article to terms and speakers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, with_config

from build_tools.model.fields import STRICT, Line, ParagraphNumber, Quote, Slug


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Says which term a shared form means."""

    text: Line
    """The form, as it stands there."""
    term: Slug
    """The term it means."""
    paragraphs: tuple[ParagraphNumber, ...] = ()
    """Where; the whole article where none is named."""
    nth: Annotated[int, Field(ge=1)] | None = None
    """Which occurrence in the paragraph, from 1; all where not given."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """Says that some words mean a term without naming it."""

    paragraph: ParagraphNumber
    """Where."""
    text: Quote
    """The words, as they stand there."""
    term: Slug
    """The term they mean."""
    digest: Line | None = None
    """The words of our digest that mean it, where they differ."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Excluded:
    """Says that a form does not mean a term here."""

    text: Line
    """The form."""
    term: Slug
    """The term it does not mean."""
    paragraphs: tuple[ParagraphNumber, ...] = ()
    """Where; the whole article where none is named."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Says who speaks in a quotation the article makes."""

    paragraph: ParagraphNumber
    """Where."""
    opening: Quote
    """The first words inside the quotation marks."""
    speaker: Line
    """Who speaks: a name or description, or the id of a term."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class TieFile:
    """mentions.yml: what the machine cannot know about names and voices in one article."""

    resolved: tuple[Resolved, ...] = ()
    """Shared forms, decided."""
    described: tuple[Described, ...] = ()
    """Terms meant but not named."""
    excluded: tuple[Excluded, ...] = ()
    """Forms that mean something else here."""
    voices: tuple[Voice, ...] = ()
    """Who speaks in quoted words."""
