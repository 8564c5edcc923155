"""Says everything that is wrong with an editorial folder."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from build_tools import exports, pages, search
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition
from build_tools.model.output import Output
from build_tools.model.problem import Problem
from build_tools.pipeline.guarding import find_leaks
from build_tools.pipeline.reading import blocking, read
from build_tools.site import assets
from build_tools.sources.mapper import Mapper
from build_tools.sources.pinpoint import pinpoint
from build_tools.sources.workplace import Workplace


def check(place: Workplace, each: Mapper = map) -> tuple[Problem, ...]:
    """Return everything wrong with the editorial folder, what the guard finds included."""
    from build_tools.proofreading import proofread  # no build does, and it takes a while to load

    desk = read(place, each)
    problems = [*desk.problems, *proofread(place.corpus, desk.linked, desk.problems)]
    if desk.linked is not None and not blocking(desk):
        problems += find_leaks(desk, _public(desk.linked, place))
    return pinpoint(problems, place.corpus)


def _public(linked: Linked, place: Workplace) -> Iterator[Output]:
    """Yield what a build would publish; nothing is made unless somebody reads it."""
    hand = assets.handwritten(assets.find(place.project))
    plan = pages.plan(linked, Edition.AUTO)
    made = (pages.as_output(job.make()) for job in plan.jobs)
    downloads = exports.export(linked, Edition.AUTO)
    yield from chain(made, plan.moved, downloads, search.index(linked, Edition.AUTO, hand))
