"""Says what a build depends on, and what each of its pages does."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from build_tools.caching import inputs
from build_tools.caching.inputs import Inputs
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.site import assets
from build_tools.site.moment import moment
from build_tools.sources.workplace import Workplace

ARTICLES = "articles"
"""Folder of the editorial folder that holds a folder for each article."""
APART = frozenset({"notes.yml", "digest.md", "argument.yml"})
"""What an article says that no other article's page shows: `tests/site/test_incremental.py`."""


def look(
    place: Workplace, edition: Edition, chosen: Engine, earlier: Inputs | None = None
) -> Inputs:
    """Return everything that a site is made from, as it is now; for `earlier` see `inputs.look`."""
    parts = assets.find(place.project)
    folders = (place.corpus, place.sources, parts.config, *parts.reader, *parts.theme, parts.pages)
    asked = (edition, chosen, place.address or "", moment())
    return inputs.look(dict.fromkeys(folders), (*asked, os.fspath(place.corpus)), earlier)


@dataclass(frozen=True)
class Keys:
    """What each page is made of, as hashes."""

    inputs: Inputs
    """Everything that was read."""
    place: Workplace
    """Where."""

    @cached_property
    def everything(self) -> str:
        """What pages are made of that may show anything."""
        return self.inputs.fingerprint

    @cached_property
    def no_notes(self) -> str:
        """What pages are made of that show no note."""
        return self._without(lambda path: bool(self._apart(path)) and path.endswith("/notes.yml"))

    def article(self, slug: str) -> str:
        """Return what the page of an article is made of."""
        own = self._own.get(slug, [])
        return hashlib.sha256("\0".join([self._common, *own]).encode()).hexdigest()

    @cached_property
    def _common(self) -> str:
        return self._without(lambda path: bool(self._apart(path)))

    def _without(self, left_out: Callable[[str], bool]) -> str:
        files = self.inputs.files
        rest = {path: sight for path, sight in files.items() if not left_out(path)}
        return Inputs(files=rest, settings=self.inputs.settings).fingerprint

    @cached_property
    def _own(self) -> dict[str, list[str]]:
        """What stands apart, by slug."""
        own: dict[str, list[str]] = {}
        for path, sight in self.inputs.files.items():
            if slug := self._apart(path):
                own.setdefault(slug, []).append(f"{path}\0{sight.content}")
        return own

    def _apart(self, path: str) -> str:
        """Return the article whose pages alone a file is for; empty where it is for others too."""
        if not path.startswith(self._articles):
            return ""
        slug, _, name = path.removeprefix(self._articles).partition("/")
        return slug if name in APART else ""

    @cached_property
    def _articles(self) -> str:
        return f"{self.place.corpus}/{ARTICLES}/"
