"""Which engine draws a site."""

from __future__ import annotations

from enum import StrEnum


class Engine(StrEnum):
    """A site engine."""

    MKDOCS = "mkdocs"
    ZENSICAL = "zensical"
