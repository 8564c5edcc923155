"""Follows edits: an article that is edited is read and tied alone, whatever else there is."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from build_tools import pages, report
from build_tools.caching import places
from build_tools.caching.each import Each
from build_tools.caching.keys import ARTICLES
from build_tools.caching.store import Store
from build_tools.linking.checks import check
from build_tools.linking.quotations import gather
from build_tools.linking.tying import Glossary
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.model.problem import Problem
from build_tools.model.wish import Wish
from build_tools.pipeline import Reading, blocking, draw, read
from build_tools.processes import here_to_stay
from build_tools.serving.state import State
from build_tools.site import assets
from build_tools.sources import articles
from build_tools.sources.workplace import Workplace

ALONE = frozenset(articles.NAMES) - {"article.yml"}
"""Files that change nothing in the order of articles."""


class Shown:
    """The site as it would be built now, or as it last could."""

    def __init__(self, place: Workplace, edition: Edition, work: Path) -> None:
        """Name the folders.

        Args:
            place: The folders to follow.
            edition: Which text to show.
            work: An empty folder.
        """
        self._place = place
        self._edition = edition
        self._work = work
        self._lock = threading.Lock()
        self._state: State | None = None
        self._spoilt: dict[str, tuple[Problem, ...]] = {}
        self._wrong: tuple[Problem, ...] = ()

    @property
    def places(self) -> tuple[Path, ...]:
        """Folders in which an edit counts."""
        return (self._place.corpus, self._place.sources, self._place.project / "docs")

    def begin(self) -> tuple[Problem, ...]:
        """Read everything; return what is wrong."""
        with here_to_stay():
            return self._begin()

    def _begin(self) -> tuple[Problem, ...]:
        desk = read(self._place, Each(Store(places.results())))
        self._spoilt, self._wrong = {}, blocking(desk)
        if desk.linked is not None and not self._wrong:
            made = self._drawn(desk)
            if isinstance(made, Problem):
                self._wrong = (made,)
            else:
                old = self._state
                with self._lock:
                    self._state = made
                if old:
                    shutil.rmtree(old.drawn.site.parent, ignore_errors=True)
        return self._wrong or desk.problems

    def follow(self, paths: Iterable[Path]) -> str:
        """Take over an edit; return what keeps the site from being shown as it now is."""
        changed = {self._article(path) for path in paths}
        if self._state is None or self._wrong or "" in changed:
            self.begin()
        else:
            for slug in changed:
                self._read_again(slug)
        return report.text(self._unshown())

    def problems(self) -> tuple[Problem, ...]:
        """Return everything that is wrong now."""
        state = self._state
        return (*self._unshown(), *(check(state.linked) if state else ()))

    def content(self, path: str) -> bytes | None:
        """Return what stands at a path of the site; nothing where nothing does."""
        with self._lock:
            if self._state is None:
                return b"<!doctype html><title>Crossread</title><body>There is nothing yet.</body>"
            return self._state.content(path)

    def _unshown(self) -> tuple[Problem, ...]:
        """Return what keeps the site from being shown as it now is."""
        return (*self._wrong, *chain.from_iterable(self._spoilt.values()))

    def _article(self, path: Path) -> str:
        """Return the article whose alone a file is; empty where others may depend on it."""
        folder = self._place.corpus.absolute() / ARTICLES
        if path.name not in ALONE or path.absolute().parent.parent != folder:
            return ""
        slug = path.parent.name
        known = self._state and self._state.linked.article(slug)
        return slug if known else ""

    def _read_again(self, slug: str) -> None:
        corpus = self._place.corpus
        found = articles.read(articles.look(corpus / ARTICLES / slug, corpus))
        self._spoilt.pop(slug, None)
        if found.article is None or self._state is None:
            self._spoilt[slug] = found.problems
            return
        state = self._state.with_article(found.article)
        with self._lock:
            self._state = state

    def _drawn(self, desk: Reading) -> State | Problem:
        assert desk.linked is not None  # it is not blocked
        linked, parts = desk.linked, assets.find(self._place.project)
        templates = pages.environment(places.compiled())
        plan = pages.plan(linked, self._edition, templates=templates)
        wish = Wish(edition=self._edition, engine=Engine.MKDOCS)
        drawn = draw(linked, parts, (job.sheet for job in plan.jobs), self._work, wish)
        if isinstance(drawn, Problem):
            return drawn
        return State(
            desk=desk,
            linked=linked,
            edition=self._edition,
            drawn=drawn,
            parts=parts,
            shells=drawn.shells.titled(plan.titles(drawn.shells.named)),
            templates=templates,
            glossary=Glossary(linked.corpus.entries),
            quoting=gather(linked.corpus),
        )
