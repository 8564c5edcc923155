"""Works in the bibliography, in CSL-JSON as Zotero writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import ConfigDict, Field, with_config

from build_tools.model.fields import CiteKey, WebAddress

OPEN = ConfigDict(extra="ignore", use_attribute_docstrings=True, coerce_numbers_to_str=True)
"""CSL has some ninety variables and Zotero adds its own: those we do not show are let be."""


@with_config(OPEN)
@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A CSL name variable."""

    family: str | None = None
    """Family name."""
    given: str | None = None
    """Given names."""
    literal: str | None = None
    """An organisation's name, or one that does not split."""

    def __str__(self) -> str:
        """Return the name in reading order."""
        return self.literal or " ".join(part for part in (self.given, self.family) if part)


@with_config(OPEN)
@dataclass(frozen=True, slots=True, kw_only=True)
class CslDate:
    """A CSL date variable."""

    date_parts: Annotated[tuple[tuple[int, ...], ...], Field(alias="date-parts")] = ()
    """Year, month, day of one date or of both ends of a range."""
    literal: str | None = None
    """A date in words."""
    circa: bool | int | str | None = None
    """True where approximate."""

    def __str__(self) -> str:
        """Return an ISO date or the literal words; empty where neither is there."""
        if self.literal or not self.date_parts:
            return self.literal or ""
        return "/".join("-".join(f"{n:02d}" for n in part) for part in self.date_parts)


@with_config(OPEN)
@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One entry of bibliography.json (CSL-JSON 1.0.2)."""

    id: CiteKey
    """Citation key."""
    type: str
    """CSL type, such as `article-newspaper` or `report`."""
    title: Annotated[str, Field(min_length=1, max_length=600)]
    """Title."""
    author: tuple[Name, ...] = ()
    """Authors."""
    container_title: Annotated[str | None, Field(alias="container-title")] = None
    """Newspaper, journal or site it appeared in."""
    publisher: str | None = None
    """Publisher."""
    issued: CslDate | None = None
    """When it appeared."""
    URL: WebAddress | None = None
    """Where it is to be read."""
    number: str | None = None
    """Report or document number."""
    note: str | None = None
    """Anything a reader should know, such as that a copy was read."""


Bibliography = tuple[Work, ...]
"""bibliography.json as a whole."""
