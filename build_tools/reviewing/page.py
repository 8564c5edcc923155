"""A review as a page that needs no other file: before and after side by side."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from build_tools.reviewing.asking import REASONS
from build_tools.reviewing.changes import Change
from build_tools.reviewing.coverage import Cover, Row
from build_tools.reviewing.headline import headline
from build_tools.reviewing.review import Review
from build_tools.reviewing.telling import sections, shown, title
from build_tools.reviewing.wording import Part, Piece, pieces

LONGEST = 20_000
"""Longest text the page shows, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One change."""

    title: str
    """What happened to what."""
    name: str
    """Its name, and the one before."""
    label: str
    """What people know it by."""
    before: tuple[Piece, ...]
    """What it said, what went marked."""
    after: tuple[Piece, ...]
    """What it says, what came marked."""
    why_before: str
    """What made it so."""
    why: str
    """What makes it so."""
    path: str
    """Its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """The coverage of one article."""

    article: str
    """Its slug."""
    cells: tuple[tuple[str, str], ...]
    """Notes, mentions and questions read, before and after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """What the page shows."""

    headline: str
    """What happened, in one sentence."""
    base: str
    """The earlier revision."""
    head: str
    """The later one."""
    texts: bool
    """Whether source texts were at hand."""
    sections: tuple[tuple[str, str, tuple[ChangeView, ...]], ...]
    """Heading, its fragment, and the changes told together."""
    broken: tuple[tuple[str, str, str], ...]
    """Address, what stood there, and where an alias could lead."""
    led: tuple[tuple[str, str], ...]
    """Addresses given up, and where aliases lead them."""
    asks: tuple[tuple[str, str, str], ...]
    """Who must look, at what, and why."""
    owned: tuple[tuple[str, str], ...]
    """Owners and their files."""
    rows: tuple[RowView, ...]
    """Coverage of each article."""
    spoilt: tuple[tuple[str, str, str], ...]
    """Place, side and what is wrong."""


def page(found: Review) -> str:
    """Return a review as a page of HTML."""
    environment = Environment(
        loader=PackageLoader("build_tools.reviewing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style = environment.get_template("review.css").render()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return environment.get_template("review.html.j2").render(
        view=view(found),
        style=Markup(style),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'",
    )


def view(found: Review) -> ReviewView:
    """Return what the page shows of a review."""
    names = dict(found.people)
    return ReviewView(
        headline=headline(found),
        base=shown(found.base),
        head=shown(found.head) or "the working tree",
        texts=found.texts,
        sections=tuple(
            (one.title, one.title.lower().replace(" ", "-"), tuple(map(_change, one.changes)))
            for one in sections(found)
        ),
        broken=tuple((one.address, shown(one.label), one.suggestion) for one in found.links.broken),
        led=found.links.led,
        asks=tuple(
            (
                shown(names.get(one.person, "")) or f"anybody but {one.author or 'nobody'}",
                f"{one.sort} {one.id}",
                REASONS[one.reason],
            )
            for one in found.asks
        ),
        owned=tuple(
            (shown(" ".join(one.owners)), shown(", ".join(one.paths), LONGEST))
            for one in found.owned
        ),
        rows=tuple(map(_row, found.coverage)),
        spoilt=tuple(
            (
                shown(str(one.problem.place)),
                "after" if one.head else "before",
                f"{one.problem.code}: {shown(one.problem.message)}",
            )
            for one in found.spoilt
        ),
    )


def _change(one: Change) -> ChangeView:
    found = pieces(one.before, one.after)
    return ChangeView(
        title=title(one),
        name=shown(f"{one.was} → {one.id}" if one.was else one.id),
        label=shown(one.label),
        before=tuple(_shown(found, Part.COME)),
        after=tuple(_shown(found, Part.GONE)),
        why_before=shown(one.why_before),
        why=shown(one.why),
        path=shown(one.path),
    )


def _shown(found: tuple[Piece, ...], other: Part) -> Iterator[Piece]:
    """Yield one side of a text, less what stands on the other side only."""
    for one in found:
        if one.part is not other:
            yield Piece(one.part, shown(one.text, LONGEST))


def _row(row: Row) -> RowView:
    sides = tuple(_amounts(one) for one in (row.before, row.after))
    return RowView(article=row.article, cells=tuple(zip(*sides, strict=True)))


def _amounts(cover: Cover | None) -> tuple[str, ...]:
    if cover is None:
        return ("–", "–", "–")
    return (f"{cover.notes}", f"{cover.mentions}", f"{cover.read} of {cover.questions}")
