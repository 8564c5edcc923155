"""Which links of readers would break, and the aliases that would keep them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.linking.addresses import Living, Part, aliases, arrive, kept, living
from build_tools.reviewing.changes import Change, Kind, Sort
from build_tools.reviewing.pairing import Paired


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """An address that readers may hold and that would lead nowhere."""

    address: str
    """The address, below the site's root."""
    part: Part
    """What stood there."""
    label: str
    """What it was called."""
    suggestion: str
    """Where an alias could lead; the nearest that is there."""
    needed: bool
    """Whether it needs a line of its own: a part of a page goes where its page goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What becomes of the addresses readers may hold."""

    broken: tuple[Broken, ...] = ()
    """Those that would lead nowhere."""
    led: tuple[tuple[str, str], ...] = ()
    """Those at which nothing stands any more, and where aliases lead them."""


def links(both: Paired, changes: Iterable[Change]) -> Links:
    """Return what becomes of every address of the earlier revision."""
    held = living(both.before)
    held |= {old: one for old, one in kept(both.before, held).items() if old not in held}
    there = living(both.after)
    led = kept(both.after, there)
    arrived = {address: arrive(address, there, led) for address in held}
    lost = [address for address, found in arrived.items() if found is None]
    names = dict(_renamed(both, changes))
    suggested = {address: _suggest(address, held[address], names, there) for address in lost}
    pages = {address: there[suggested[address]] for address in lost if "#" not in address}
    known = {one.old for one in aliases(both.before)}
    return Links(
        broken=tuple(
            Broken(
                address=address,
                part=held[address].part,
                label=held[address].label,
                suggestion=suggested[address],
                needed="#" not in address or arrive(address, there, led | pages) is None,
            )
            for address in lost
        ),
        led=tuple(
            (address, found.address)
            for address, found in arrived.items()
            if found and address not in there and address not in known
        ),
    )


def _renamed(both: Paired, changes: Iterable[Change]) -> Iterator[tuple[str, str]]:
    """Yield old and new addresses of what was renamed."""
    patterns = {
        "article": "articles/{}.html",
        "term": "glossary/{}.html",
        "event": "timeline.html#e-{}",
        "figure": "figures.html#m-{}",
        "question": "comparisons/{}.html",
    }
    for scheme, names in both.names.items():
        for old, new in names.items():
            yield patterns[scheme].format(old), patterns[scheme].format(new)
    for one in changes:
        if one.kind is Kind.RENAMED and one.sort is Sort.NOTE:
            slug, _, note = one.was.partition("#")
            yield f"articles/{slug}.html#n-{note}", one.address
        if one.was and one.sort is Sort.FIGURE:
            yield f"figures.html#f-{one.was.replace('/', '--')}", one.address


def _suggest(address: str, lost: Living, names: dict[str, str], there: dict[str, Living]) -> str:
    """Return the nearest address to one that is lost at which something stands."""
    page, _, fragment = address.partition("#")
    same = names.get(page, page)
    led = "" if lost.address == address else lost.address  # where an alias led that is gone
    nearest = [led, names.get(address, ""), f"{same}#{fragment}" if fragment else "", same]
    if lost.part is Part.FIGURE:
        nearest.insert(3, f"{page}#{fragment.replace('f-', 'm-', 1).partition('--')[0]}")
    if lost.part is Part.NOTE:
        number = lost.label.rpartition("¶")[2].partition(",")[0]
        nearest.insert(3, f"{same}#p{number}")
    folder = page.partition("/")[0] if "/" in page else ""
    nearest.append(f"{folder}/index.html")
    return next((one for one in nearest if one in there), "index.html")
