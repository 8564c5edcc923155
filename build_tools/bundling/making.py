"""Makes a bundle: site, books and papers in one archive."""

from __future__ import annotations

from pathlib import Path

from build_tools import book
from build_tools.bundling import contents, shelf
from build_tools.bundling.archive import pack
from build_tools.bundling.cover import Cover, cover
from build_tools.bundling.crate import crate
from build_tools.bundling.shelf import HandOut
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.model.output import Output
from build_tools.model.problem import Problem
from build_tools.model.wish import Wish
from build_tools.pipeline import Tell, blocking, find_leaks, make, moment, read
from build_tools.site import files
from build_tools.sources.workplace import Workplace


def bundle(
    place: Workplace, out: Path, edition: Edition, chosen: Engine, tell: Tell
) -> tuple[Problem, ...]:
    """Put a bundle into a folder; the last good one stays there unless everything succeeded.

    Args:
        place: The folders.
        out: Where the archive, its checksum and the books go.
        edition: Which text to show.
        chosen: Which engine builds the site.
        tell: Told what is being done.

    Returns:
        What keeps the bundle from being made; empty when it lies there.
    """
    kept = (place.corpus, place.sources, place.project / "docs")
    refused = shelf.unfit(out, kept)
    if refused:
        return (refused,)
    desk = read(place)
    if desk.linked is None or blocking(desk):
        return blocking(desk)
    now = moment(desk.linked.corpus)
    said, manuscript = cover(desk.linked, edition, now), book.manuscript(desk.linked, edition, now)
    with files.workshop(out.absolute().parent / ".build") as work:
        wish = Wish(edition=edition, engine=chosen, beside=manuscript.outputs)
        site = make(place, desk, work, wish, tell)
        if isinstance(site, tuple):
            return site
        parts = list(contents.site_parts(site.folder))
    tell("binding the books")
    bound = book.bind(manuscript)
    if isinstance(bound, Problem):
        return (bound,)
    books = tuple(
        Output(f"book/{said.stem}{Path(one.name).suffix}", data=one.data) for one in bound
    )
    parts += books
    names = [one.path for one in books]
    papers = [*contents.papers(said, names), *contents.licences(place.corpus, said, chosen)]
    papers.append(crate(said, [*parts, *papers]))
    leaks = () if said.private else find_leaks(desk, papers)
    hand_out = _hand_out(said, [*parts, *papers], books)
    problems = leaks or shelf.foreign(out, hand_out)
    if not problems:
        for path in shelf.put(out, hand_out):
            tell(f"{path}: {path.stat().st_size / 1e6:.2f} MB")
    return problems


def _hand_out(said: Cover, parts: list[Output], books: tuple[Output, ...]) -> HandOut:
    archive = pack(said.stem, [*parts, contents.sums(parts)], said.date)
    return HandOut(stem=said.stem, archive=archive, books=books)
