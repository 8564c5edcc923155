"""Looks a built site over before it is put on the web."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from build_tools.deploying import page as pages
from build_tools.deploying.page import Found, Page
from build_tools.deploying.rightful import unrightful
from build_tools.model.problem import Place, Problem
from build_tools.pipeline import find_leaks, published, read
from build_tools.sources.workplace import Workplace

NEEDED = ("index.html", "404.html", "data/articles.json")
"""Files without which a site is none of ours, or not whole."""
LARGEST = 1_000_000_000
"""Most bytes GitHub Pages publishes."""
SHOWN = 3
"""Pages that a message names where many have the same trouble."""

_ABSOLUTE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|(?!data:|blob:|about:)[a-z][a-z0-9+.-]*:", re.I)
_HERE = re.compile(
    r"file:|(?:[a-z]+:)?//(?:[^/]*@)?(?:localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])(?=[:/?#]|$)",
    re.I,
)
_LOCATION = re.compile(r"<loc>\s*([^<\s]+)")


def deployable(place: Workplace, site: Path) -> tuple[Problem, ...]:
    """Return why a built site must not be put on the web; empty where it may.

    Args:
        place: The folders it was built from, and the address it is meant for.
        site: The built site.
    """
    missing = tuple(_missing(site))
    if missing:
        return missing
    desk = read(place)
    if desk.linked is None:
        return desk.problems
    address = desk.linked.corpus.site.value.address
    held = {
        name: pages.read((site / name).read_text(encoding="utf-8", errors="replace"))
        for name in sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    }
    findings = (
        *unrightful(site, held, desk.linked.corpus, desk.lock or {}),
        *find_leaks(desk, published(site)),
        *_unfit_files(site),
        *_leading_here(site, held),
        *_foreign(site, held),
        *(_elsewhere(site, held, f"{address.rstrip('/')}/") if address else ()),
    )
    return tuple(_located(site, one) for one in findings)


def _missing(site: Path) -> Iterator[Problem]:
    for name in NEEDED:
        if not (site / name).is_file():
            yield Problem(
                code="CR823",
                place=Place(path=(site / name).as_posix()),
                message="is missing, so this is no whole site of ours",
                example="crossread build",
            )


def _unfit_files(site: Path) -> Iterator[Problem]:
    """Yield what GitHub Pages does not take."""
    total = 0
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_symlink():
            yield _problem("CR826", name, "is a link; only files are published")
        elif path.is_file():
            total += path.stat().st_size
    if total > LARGEST:
        said = f"the site has {total / 1e6:,.0f} MB; GitHub Pages publishes {LARGEST / 1e6:,.0f}"
        yield _problem("CR826", "index.html", said)


def _leading_here(site: Path, held: dict[str, Page]) -> Iterator[Problem]:
    """Yield addresses that only the machine the site was built on can open."""
    yield from _grouped(
        "CR827",
        ((name, one) for name, page in held.items() for one in page.mentioned),
        lambda address: bool(_HERE.match(address)),
        "leads to the machine the site was built on",
    )
    yield from _grouped(
        "CR827",
        _locations(site),
        lambda address: bool(_HERE.match(address)),
        "leads to the machine the site was built on",
    )


def _foreign(site: Path, held: dict[str, Page]) -> Iterator[Problem]:
    """Yield what a browser would ask another host for."""
    styles = (
        (path.relative_to(site).as_posix(), Found(1, address))
        for path in sorted(site.rglob("*.css"))
        for address in pages.in_styles(path.read_text(encoding="utf-8", errors="replace"))
    )
    asked = [(name, one) for name, page in held.items() for one in page.fetched]
    yield from _grouped(
        "CR828",
        [*asked, *styles],
        lambda address: bool(_ABSOLUTE.match(address)),
        "is fetched from another host by everybody who opens the page",
        "a copy of it in docs/reader/, named by its path",
    )


def _elsewhere(site: Path, held: dict[str, Page], address: str) -> Iterator[Problem]:
    """Yield a problem if pages say that they are published at another address than the site is."""
    told = [(name, page.canonical) for name, page in held.items() if page.canonical]
    told += _locations(site)
    wrong = [(name, one) for name, one in told if not one.address.startswith(address)]
    if wrong or not told:
        name, first = wrong[0] if wrong else ("index.html", Found(1, ""))
        files = len({name for name, _ in wrong})
        more = f", like those of {files - 1} more files" if files > 1 else ""
        said = f"is not below {address}, where the site is to be published{more}"
        yield Problem(
            code="CR829",
            place=Place(path=name, line=first.line),
            message=said if wrong else f"does not say that it is published at {address}",
            words=first.address[:100],
            example=f"crossread build --address {address}",
        )


def _locations(site: Path) -> Iterator[tuple[str, Found]]:
    """Yield the addresses a site map gives."""
    path = site / "sitemap.xml"
    if path.is_file():
        for match in _LOCATION.finditer(path.read_text(encoding="utf-8", errors="replace")):
            yield path.name, Found(1, match[1])


def _grouped(
    code: str,
    found: Iterable[tuple[str, Found]],
    wrong: Callable[[str], bool],
    message: str,
    example: str = "",
) -> Iterator[Problem]:
    """Yield one problem for each wrong address, however many pages have it."""
    stands: dict[str, dict[str, int]] = {}
    for name, one in found:
        if wrong(one.address):
            stands.setdefault(one.address, {}).setdefault(name, one.line)
    for address, places in stands.items():
        first, *others = places
        more = f" (also on {', '.join(others[:SHOWN])}" if others else ""
        if len(others) > SHOWN:
            more += f" and {len(others) - SHOWN} more"
        yield Problem(
            code=code,
            place=Place(path=first, line=places[first]),
            message=message + (f"{more})" if more else ""),
            words=address[:100],
            example=example,
        )


def _problem(code: str, name: str, message: str, example: str = "") -> Problem:
    return Problem(code=code, place=Place(path=name), message=message, example=example)


def _located(site: Path, one: Problem) -> Problem:
    """Return a problem with the place as a person would open it."""
    path = (site / one.place.path).as_posix()
    place = Place(path=path, line=one.place.line, column=one.place.column)
    return Problem(
        code=one.code, place=place, message=one.message, words=one.words, example=one.example
    )
