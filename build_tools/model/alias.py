"""Aliases: addresses that were given up, and where their readers are led now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field, with_config

from build_tools.model.fields import SLUG, STRICT, Line

_PAGE = rf"(articles|glossary|comparisons)/{SLUG}|index|timeline|figures|coverage|people|sources"
_ADDRESS = re.compile(rf"({_PAGE}|class)\.html(#[A-Za-z][A-Za-z0-9_:.-]*)?", re.ASCII)


def _an_address(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        msg = "is no address below the site, such as glossary/tram.html or timeline.html#e-strike"
        raise ValueError(msg)
    return value


Address = Annotated[str, AfterValidator(_an_address), Field(max_length=300)]
"""A page of the site or a part of one, as its address reads after that of the site."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """One address that was given up."""

    old: Address
    """The address readers may still hold; nothing stands there any more."""
    new: Address
    """Where they are led."""
    why: Line | None = None
    """What happened to it, for editors."""

    @property
    def page(self) -> str:
        """The page readers ask for, without the part of it."""
        return self.old.partition("#")[0]

    @property
    def fragment(self) -> str:
        """The part of the page; empty for the whole of it."""
        return self.old.partition("#")[2]


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class AliasFile:
    """aliases.yml: what keeps the links of readers alive."""

    aliases: Annotated[tuple[Alias, ...], Field(max_length=10_000)] = ()
    """In any order."""
