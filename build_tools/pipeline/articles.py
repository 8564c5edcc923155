"""Makes what is one article's alone: its page, its downloads, and its share in those of all.

All of it is made together, in one process, because it begins with the same work.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from build_tools import exports
from build_tools.caching.keys import Keys
from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.model.output import Output
from build_tools.model.problem import Problem
from build_tools.pages import Job, Needs, Plan
from build_tools.pipeline.tasks import Given, Task
from build_tools.site import references
from build_tools.site.assets import Assets
from build_tools.site.drawing import Drawn
from build_tools.site.shells import Shells
from build_tools.views.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What is put around pages."""

    drawn: Drawn
    """What the engine drew."""
    shells: Shells
    """What pages are filled into."""
    parts: Assets
    """Where hand-written pages are."""

    def page(self, job: Job) -> Iterator[Output | Problem]:
        """Make a page and say which links of hand-written pages lead to no part of it."""
        page = job.make()
        yield Output(job.sheet.path, self.shells.fill(page))
        yield from references.astray(page, self.drawn.asked, self.parts.pages)


def of_articles(linked: Linked, plan: Plan, frame: Frame, keys: Keys | None) -> Iterator[Task]:
    """Yield a task for each article, in their order; each hands on its share."""
    jobs: defaultdict[str, list[Job]] = defaultdict(list)
    for job in plan.jobs:
        jobs[job.article].append(job)
    for one in linked.articles:
        slug = one.article.slug
        yield Task(
            name=f"article {slug}",
            make=partial(_make, one, jobs[slug], frame, plan.desk),
            made_of=" ".join(made_of(job, keys) for job in jobs[slug]) if keys else "",
        )


def made_of(job: Job, keys: Keys) -> str:
    """Return a hash of everything a page depends on."""
    match job.needs:
        case Needs.ARTICLE:
            files = keys.article(job.article)
        case Needs.NO_NOTES:
            files = keys.no_notes
        case Needs.ALL:
            files = keys.everything
    return hashlib.sha256(f"{files} {job.also()}".encode()).hexdigest()


def _make(
    one: LinkedArticle, jobs: list[Job], frame: Frame, desk: Desk
) -> Iterator[Output | Problem | Given]:
    for job in jobs:
        yield from frame.page(job)
    share = exports.share(desk, one)
    yield from share.files
    yield Given(replace(share, files=()), tuple(exports.parts(share)))
