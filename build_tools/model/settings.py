"""The site and the people who edit it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field, with_config

from build_tools.model.fields import STRICT, Line, Prose, Slug, WebAddress


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """site.yml: what this reader is."""

    title: Line
    """Name of the site."""
    description: Line
    """What it is, in one sentence."""
    about: Prose
    """A paragraph or two for the home page."""
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "en"
    """BCP 47 code of our own texts."""
    address: WebAddress | None = None
    """Where it is published."""
    repository: WebAddress | None = None
    """Where it is edited."""
    publisher: Line | None = None
    """Who publishes it."""
    licence: WebAddress = "https://creativecommons.org/licenses/by/4.0/"
    """Licence of our editorial text."""

    def at(self, address: str | None) -> Site:
        """Return the settings of a site published at an address, where one is given."""
        return self if address is None else replace(self, address=address)


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An editor or reviewer."""

    id: Slug
    """Name used in notes and terms."""
    name: Line
    """Name or role as readers see it."""
    role: Line
    """What they do here."""
    about: Prose | None = None
    """More on them."""
    url: WebAddress | None = None
    """Their page."""
    orcid: Annotated[str, Field(pattern=r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$")] | None = None
    """Their ORCID iD."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFile:
    """people.yml: who works on this site."""

    people: tuple[Person, ...] = ()
    """Editors and reviewers."""
