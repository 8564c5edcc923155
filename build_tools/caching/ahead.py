"""Lets the engine draw before anything is read: it needs names alone.

Which pages there will be is seen from the names of files. Where some of these turn out to be no
article or term, nothing is lost: what is drawn may serve pages that are never made.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from build_tools.caching.drawn import run_once
from build_tools.caching.keys import ARTICLES
from build_tools.model.edition import Edition
from build_tools.model.outline import Inventory, sheets
from build_tools.model.problem import Problem
from build_tools.model.wish import Wish
from build_tools.site import assets, drawing
from build_tools.site.drawing import Drawn
from build_tools.sources import loading
from build_tools.sources.workplace import Workplace


def draw(place: Workplace, wish: Wish, work: Path) -> Drawn | Problem | None:
    """Let the engine draw a site in an empty folder.

    Args:
        place: The folders.
        wish: What site is wanted.
        work: The empty folder.

    Returns:
        What it drew, or what is wrong; nothing where more than names decides.
    """
    site = loading.site(place.corpus)
    texts_decide = wish.edition is Edition.FULL  # whether the site is private
    if site is None or texts_decide:
        return None
    site, parts = site.at(place.address), assets.find(place.project)
    return drawing.draw(work, parts, site, sheets(_names(place)), wish.engine, run=run_once)


def _names(place: Workplace) -> Inventory:
    articles = tuple(path.name for path in _in(place.corpus / ARTICLES) if path.is_dir())
    return Inventory(
        articles=articles,
        histories=articles if place.history else (),
        terms=tuple(path.stem for path in _in(place.corpus / "glossary")),
        questions=tuple(path.stem for path in _in(place.corpus / "questions")),
        course=(place.corpus / "class.yml").is_file(),
    )


def _in(folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder, in order."""
    if folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if not path.name.startswith("."))
