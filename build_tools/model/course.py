"""A page for a class: how to read these articles, and what to discuss."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, with_config

from build_tools.model.fields import STRICT, Edtf, Line, Prose, Slug
from build_tools.model.note import State


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Why to read an article, and what to look for."""

    article: Slug
    """The article."""
    look_for: Prose
    """What to look for in it."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion:
    """A question for discussion."""

    question: Line
    """The question."""
    pointers: Prose
    """Where to look, with links to passages, terms, events, figures or questions."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class CourseFile:
    """class.yml: the page for a class."""

    title: Line
    """Title of the page, such as "How to read these five"."""
    introduction: Prose
    """What these articles are and why they are read together."""
    readings: tuple[Reading, ...] = ()
    """What to look for in each; the page lists the articles by date."""
    discussion: Annotated[tuple[Discussion, ...], Field(max_length=40)] = ()
    """Questions for discussion."""
    limits: Prose | None = None
    """What a class should know of the limits of this collection."""
    state: State = State.DRAFT
    """`reviewed` needs a reviewer other than the author."""
    author: Slug
    """Who wrote it: an id of people.yml."""
    reviewer: Slug | None = None
    """Who read it."""
    updated: Edtf
    """When its meaning last changed."""
