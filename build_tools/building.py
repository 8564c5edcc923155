"""Puts a site in place, and makes of it only what is not what it should be.

A build depends on what it reads and on nothing else. So it first looks at everything it would
read: where that is what the last site was made from, and nobody touched that site, all is done.
Only where something has to be made is loaded what makes it, and that takes half a second: hence
the imports inside functions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.caching import places, standing
from build_tools.caching.inputs import Inputs
from build_tools.caching.keys import Keys, look
from build_tools.caching.standing import Standing
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.model.problem import Place, Problem
from build_tools.model.wish import Wish
from build_tools.processes import Apart, collector_off
from build_tools.site import files
from build_tools.sources.workplace import Workplace

if TYPE_CHECKING:
    from build_tools.site.drawing import Drawn

Tell = Callable[[str], None]
"""Says what is being done, for long work."""


def build(
    place: Workplace, site_dir: Path, edition: Edition, chosen: Engine, tell: Tell
) -> tuple[Problem, ...]:
    """Build the site; the last good one stays in place unless everything succeeded.

    Returns:
        What keeps the site from being built; empty when it stands.
    """
    kept = (place.corpus, place.sources, place.project / "docs")
    if not files.may_replace(site_dir, kept):
        message = "holds files that are no site of ours, or lies among them; nothing was written"
        where = Place(path=site_dir.as_posix())
        return (Problem(code="CR703", place=where, message=message, example="--site-dir site"),)
    files.restore(site_dir)
    found, stood = look(place, edition, chosen), standing.recall(site_dir)
    if stood and stood.inputs == found.fingerprint and not place.history:
        for line in stood.told:
            tell(line)
        tell(f"nothing changed: the site stands in {site_dir}/")
        return ()
    task = _Build(
        place=place,
        site_dir=site_dir,
        wish=Wish(edition=edition, engine=chosen),
        found=found,
        stood=stood,
    )
    return task.run(tell)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Build:
    """A build that has something to do."""

    place: Workplace
    site_dir: Path
    wish: Wish
    found: Inputs
    """Everything it reads, as it was at the beginning."""
    stood: Standing | None
    """The site of last time, where it stands untouched."""

    def run(self, tell: Tell) -> tuple[Problem, ...]:
        """Make the site and put it in place; return what keeps it from being published."""
        with (
            collector_off(),
            files.workshop(self.site_dir.absolute().parent / ".build") as work,
            Apart(partial(self._draw, work)) as ahead,
        ):
            return self._make(work, ahead, tell)

    def _draw(self, work: Path) -> Drawn | Problem | None:
        from build_tools.caching.ahead import draw

        return draw(self.place, self.wish, work)

    def _make(
        self, work: Path, ahead: Apart[Drawn | Problem | None], tell: Tell
    ) -> tuple[Problem, ...]:
        from build_tools.caching.each import Each
        from build_tools.caching.store import Store
        from build_tools.pipeline import Known, Last, make, read

        place, stood, store = self.place, self.stood, Store(places.results())
        known = Known(
            keys=None if place.history else Keys(self.found, place),
            store=store,
            last=Last(folder=self.site_dir.absolute(), made=stood.made) if stood else None,
        )
        desk = read(place, Each(store))
        made = make(place, desk, work, self.wish, tell, known, ahead.result)
        if isinstance(made, tuple):
            return made
        standing.forget(self.site_dir)
        files.replace_folder(made.folder, self.site_dir)
        to_mend = f"{len(desk.problems)} things to mend; say which: crossread check"
        told = (to_mend,) if desk.problems else ()
        for line in (*told, f"the site stands in {self.site_dir}/"):
            tell(line)
        later = look(place, self.wish.edition, self.wish.engine, self.found)
        if self.found.stable_with(later) and not place.history:
            standing.remember(self.site_dir, self.found.fingerprint, told, made.made)
        return ()
