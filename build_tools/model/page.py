"""A page of the site before it has a frame: what stands on it, and which frame it wants."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Which page it is: known before anything stands on it."""

    path: str
    """Where it stands in the site, ending in `.html`."""
    template: str
    """Template of the theme that frames it."""
    section: str
    """Page of the navigation that it belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading that readers can jump to."""

    id: str
    """Element id."""
    title: str
    """What it says, as plain text."""
    level: int
    """1 for the page's own, 2 for its sections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything that a frame needs."""

    sheet: Sheet
    """Which page it is."""
    title: str
    """Title, as plain text."""
    description: str
    """One sentence for search engines and link previews, as plain text."""
    head: str
    """Tags for the head of the page, as HTML; empty on a private site."""
    contents: tuple[Heading, ...]
    """Its headings, in order."""
    body: str
    """What is read, as HTML."""
