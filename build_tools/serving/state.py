"""A site in memory, as it is between two edits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from build_tools import exports, pages, search
from build_tools.linking.linked import Linked, bind
from build_tools.linking.quotations import Quotations
from build_tools.linking.tying import Glossary, tie, untie
from build_tools.model.corpus import Article
from build_tools.model.edition import Edition
from build_tools.model.output import Output
from build_tools.pages import Job, Plan, Templates
from build_tools.pipeline import Reading
from build_tools.search.shards import FOLDER
from build_tools.site import assets
from build_tools.site.assets import Assets
from build_tools.site.drawing import Drawn
from build_tools.site.shells import Shells


@dataclass(frozen=True, kw_only=True)
class State:
    """What pages are made from; without slots, so that what is not asked for is not made."""

    desk: Reading
    """What was read."""
    linked: Linked
    """The corpus with its ties."""
    edition: Edition
    """Which text is shown."""
    drawn: Drawn
    """What the engine drew."""
    parts: Assets
    """Where hand-written pages are."""
    shells: Shells
    """What pages are filled into."""
    templates: Templates
    """What makes pages of views."""
    glossary: Glossary
    """All terms, ready to be found."""
    quoting: Mapping[str, Quotations]
    """What quotes each article, notes apart."""

    def with_article(self, article: Article) -> State:
        """Return the site with an article that was edited; all that is not its own stays."""
        one = untie(article, self.desk.texts, self.desk.lock or {}, self.quoting)
        new = bind(one, tie(self.glossary, one), self.linked.corpus)
        return replace(self, linked=self.linked.with_article(new))

    def content(self, path: str) -> bytes | None:
        """Return what stands at a path of the site; nothing where nothing does."""
        if job := self._jobs.get(path):
            return self.shells.fill(job.make()).encode()
        drawn = self.drawn.site / path
        if drawn.is_relative_to(self.drawn.site) and ".." not in path and drawn.is_file():
            return drawn.read_bytes()
        files = self._search if path.startswith(f"{FOLDER}/") else self._others
        return files[path].content if path in files else None

    @cached_property
    def _plan(self) -> Plan:
        return pages.plan(self.linked, self.edition, templates=self.templates)

    @cached_property
    def _jobs(self) -> dict[str, Job]:
        return {job.sheet.path: job for job in self._plan.jobs}

    @cached_property
    def _search(self) -> dict[str, Output]:
        by_hand = assets.handwritten(self.parts)
        return _by_path(search.index(self.linked, self.edition, by_hand))

    @cached_property
    def _others(self) -> dict[str, Output]:
        downloads = exports.export(self.linked, self.edition)
        return _by_path(chain(self._plan.moved, self.shells.rest(), downloads))


def _by_path(outputs: Iterable[Output]) -> dict[str, Output]:
    return {one.path: one for one in outputs}
