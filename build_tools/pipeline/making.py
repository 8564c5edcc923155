"""Makes a site of what was read, in a folder nobody sees yet."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from operator import itemgetter
from pathlib import Path

from build_tools import exports, pages, search
from build_tools.caching import places
from build_tools.caching.drawn import run_once
from build_tools.caching.keys import Keys
from build_tools.caching.standing import Made
from build_tools.caching.store import Store
from build_tools.exports import Share
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition
from build_tools.model.output import Output
from build_tools.model.page import Sheet
from build_tools.model.problem import Problem
from build_tools.model.wish import Wish
from build_tools.pages import Plan
from build_tools.pipeline.articles import Frame, made_of, of_articles
from build_tools.pipeline.finding import of_parts
from build_tools.pipeline.guarding import memory_of, published
from build_tools.pipeline.reading import Reading, blocking
from build_tools.pipeline.tasks import Bench, Done, Last, Task
from build_tools.rights import Memory
from build_tools.search import Part
from build_tools.site import assets, drawing, sitemap
from build_tools.site.assets import Assets
from build_tools.site.drawing import Drawn
from build_tools.sources import history
from build_tools.sources.workplace import Workplace
from build_tools.views.desk import Desk
from build_tools.views.index import shows_private

HEAVY = 8
"""Pages and files on all articles that make another process worth its time."""

Tell = Callable[[str], None]
"""Says what is being done, for long work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site that was made."""

    folder: Path
    """Where it stands."""
    made: dict[str, Made]
    """What made it, by the names of the tasks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known from earlier builds."""

    keys: Keys | None = None
    """What pages are made of."""
    store: Store | None = None
    """What tasks handed on."""
    last: Last | None = None
    """The site of last time."""


def make(
    place: Workplace,
    desk: Reading,
    work: Path,
    wish: Wish,
    tell: Tell,
    known: Known | None = None,
    ahead: Callable[[], Drawn | Problem | None] = lambda: None,
) -> Site | tuple[Problem, ...]:
    """Make a site in an empty folder and let the guard read it.

    Args:
        place: The folders.
        desk: What was read there.
        work: The empty folder.
        wish: What site is wanted.
        tell: Told what is being done.
        known: What is known from earlier builds.
        ahead: Returns what an engine drew meanwhile, if it did.

    Returns:
        The site, or what keeps it from being published.
    """
    if desk.linked is None or blocking(desk):
        return blocking(desk)
    linked, parts = desk.linked, assets.find(place.project)
    tell(
        f"read {len(linked.articles)} articles, {len(linked.corpus.terms)} terms, "
        f"{len(desk.texts)} source texts"
    )
    past = history.past(place.corpus) if place.history else {}
    plan = pages.plan(linked, wish.edition, past, pages.environment(places.compiled()))
    sheets = [job.sheet for job in plan.jobs]
    drawn = ahead()
    if drawn is None or (isinstance(drawn, Drawn) and not drawn.shells.serve(sheets)):
        drawn = draw(linked, parts, sheets, work, wish)
    if isinstance(drawn, Problem):
        return (drawn,)
    memory = memory_of(desk) if wish.edition is not Edition.FULL else None
    done = _fill(linked, plan, drawn, parts, known or Known(), memory)
    astray = tuple(chain.from_iterable(one.problems for one in done.values()))
    if astray:
        return astray
    moved = frozenset(one.path for one in plan.moved)
    private = shows_private(linked, wish.edition)
    sitemap.replace(drawn.site, linked.corpus.site.value, moved, private=private)
    tell(f"made {len(plan.jobs)} pages with {wish.engine}")
    leaks = _leaks(memory, drawn.site, done.values(), wish.beside) if memory else ()
    made = {name: one.made for name, one in done.items()}
    return leaks or Site(folder=drawn.site, made=made)


def draw(
    linked: Linked, parts: Assets, sheets: Iterable[Sheet], work: Path, wish: Wish
) -> Drawn | Problem:
    """Let the engine draw a site in a folder of its own.

    Args:
        linked: The corpus with its ties.
        parts: The parts that sites share, and a project's own.
        sheets: Which generated pages there will be.
        work: Where to make the folder.
        wish: What site is wanted.

    Returns:
        The drawn site, or what is wrong with the engine or a part of the project's own.
    """
    folder, site = Path(tempfile.mkdtemp(dir=work)), linked.corpus.site.value
    private = shows_private(linked, wish.edition)
    return drawing.draw(folder, parts, site, sheets, wish.engine, private=private, run=run_once)


def _leaks(
    memory: Memory, folder: Path, done: Iterable[Done], beside: Iterable[Output]
) -> tuple[Problem, ...]:
    """Return where a file of a site, or one that is handed out beside it, copies too much."""
    found = list(chain.from_iterable(one.legacy.read for one in done))
    others = chain(published(folder, {one.path for one in found}), beside)
    found += chain.from_iterable(map(memory.read, others))
    return memory.guard.judge(sorted((one.placed for one in found), key=itemgetter(0)))


def _fill(
    linked: Linked,
    plan: Plan,
    drawn: Drawn,
    parts: Assets,
    known: Known,
    memory: Memory | None,
) -> dict[str, Done]:
    """Write everything into a drawn site; return what was done, by the names of the tasks."""
    bench = Bench(folder=drawn.site, memory=memory, store=known.store, last=known.last)
    shells = drawn.shells.titled(plan.titles(drawn.shells.named))
    frame = Frame(drawn=drawn, shells=shells, parts=parts)
    by_hand = partial(assets.handwritten, parts)
    searched = of_parts(plan.desk, by_hand, known.keys)  # first, for each takes long
    one_by_one = bench.run((*searched, *of_articles(linked, plan, frame, known.keys)))
    legacies = [one.legacy for one in one_by_one.values()]
    if memory:
        memory.learn(chain.from_iterable(one.parts for one in legacies))
    given = [one.given for one in legacies]
    rest = (*_collections(plan.desk, given, known.keys), *_pages(plan, frame, known.keys))
    return one_by_one | bench.run(rest, fewest=HEAVY)


def _pages(plan: Plan, frame: Frame, keys: Keys | None) -> Iterator[Task]:
    """Yield the tasks of making pages that show several articles, and those by hand."""
    of = keys.everything if keys else ""
    yield Task(name="by hand", make=frame.shells.rest, made_of=of)
    yield Task(name="moved", make=lambda: plan.moved, made_of=of)
    for job in plan.jobs:
        if not job.article:
            files = made_of(job, keys) if keys else ""
            yield Task(name=job.sheet.path, make=partial(frame.page, job), made_of=files)


def _collections(desk: Desk, given: Sequence[Part | Share], keys: Keys | None) -> Iterator[Task]:
    """Yield the tasks of putting together what was made apart: the search and the downloads."""
    parts = [one for one in given if isinstance(one, Part)]
    shares = [one for one in given if isinstance(one, Share)]
    language = desk.linked.corpus.site.value.language
    all_, no_notes = (keys.everything, keys.no_notes) if keys else ("", "")
    yield Task(name="search", make=lambda: search.write(parts, language), made_of=all_)
    yield Task(name="downloads", make=lambda: exports.together(desk, shares), made_of=all_)
    yield Task(name="other downloads", make=lambda: exports.others(desk), made_of=no_notes)
