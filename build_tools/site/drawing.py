"""Draws what every page of a site has around it: the engine's only task.

The engine builds the hand-written pages, and one stub for each kind of generated page. What comes
out is a site without its generated pages, and the shells to make these with. Nothing here depends
on what the generated pages say, only on which there are: so it can be done while they are made.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from build_tools.model.engine import Engine
from build_tools.model.page import Sheet
from build_tools.model.problem import Place, Problem
from build_tools.model.settings import Site
from build_tools.site import assets, config, engine, sitemap
from build_tools.site.assets import Assets
from build_tools.site.cutting import Cutter, StrayMarkError
from build_tools.site.marks import Marks, marks
from build_tools.site.references import Reference, references, stands_in
from build_tools.site.shells import Shell, Shells, kind
from build_tools.site.stage import Stage, stage
from build_tools.site.stubs import Stub, stubs

Run = Callable[[Engine, Stage], Problem | None]
"""Builds what is staged; returns what went wrong, if anything did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What the engine made."""

    site: Path
    """The site without its generated pages."""
    shells: Shells
    """What these are filled into."""
    asked: tuple[Reference, ...]
    """Links of hand-written pages to parts of generated ones."""


def draw(
    folder: Path,
    parts: Assets,
    site: Site,
    sheets: Iterable[Sheet],
    chosen: Engine,
    *,
    private: bool = False,
    run: Run = engine.run,
) -> Drawn | Problem:
    """Let the engine draw a site in `folder`, which is empty.

    Args:
        folder: Where to.
        parts: The parts that sites share, and a project's own.
        site: Its settings.
        sheets: Which generated pages there will be.
        chosen: Which engine draws.
        private: Whether the site shows text that may not be published; every page then says so.
        run: Runs the engine, or knows what it gave before.

    Returns:
        The drawn site, or what is wrong with the engine or a part of the project's own.
    """
    base = config.read(parts.config)
    if isinstance(base, Problem):
        return base
    sheets = tuple(sheets)
    own = tuple(assets.handwritten(parts))
    found = tuple(references(own, (one.path for one in sheets)))
    own_marks = marks(one.text for one in own)
    drafts = tuple(stubs(sheets, base, {one.path for one in found}))
    pages = (
        one.markdown(own_marks, _fragments(found, one.sheet.path), private=private)
        for one in drafts
    )
    staged = stage(folder, base, pages, parts, site, private=private)
    if isinstance(staged, Problem):
        return staged
    failed = run(chosen, staged)
    if failed:
        return failed
    sitemap.remove(staged.built)
    asked = tuple(one for one in found if one.fragment and _is_link(one, staged.built))
    shells = _shells(staged.built, drafts, own_marks)
    if isinstance(shells, Problem):
        return shells
    return Drawn(site=staged.built, shells=shells, asked=asked)


def _fragments(found: Iterable[Reference], path: str) -> Iterator[str]:
    """Yield the ids that links ask for on a page, however they are written."""
    ids = (one.fragment for one in found if one.path == path and one.fragment)
    yield from dict.fromkeys(id for one in ids for id in (one, unquote(one)))


def _is_link(one: Reference, built: Path) -> bool:
    page = built / Path(one.page).with_suffix(".html")
    return page.is_file() and stands_in(one, page.read_text(encoding="utf-8"))


def _shells(built: Path, drafts: tuple[Stub, ...], own_marks: Marks) -> Shells | Problem:
    """Take everything with marks out of a built site, and return it as shells."""
    paths = {one.number: one.sheet.path for one in drafts if not one.shared}
    cutter = Cutter(marks=own_marks, paths=paths)
    by_file = {f"{one.name(own_marks)}.html": one for one in drafts}
    own, shared, finished = dict[str, Shell](), dict[str, Shell](), dict[str, Shell]()
    for name, text in _marked(built, by_file, own_marks):
        draft = by_file.get(name)
        try:
            shell = cutter.cut(text, draft.number if draft else None)
        except StrayMarkError:
            return _unfillable(name, draft)
        if draft is None:
            finished[name] = shell
        elif draft.shared:
            shared[kind(draft.sheet)] = shell
        else:
            own[draft.sheet.path] = shell
    return Shells(own=own, shared=shared, finished=finished)


def _marked(built: Path, stubs: Container[str], own_marks: Marks) -> Iterator[tuple[str, str]]:
    """Yield the name and text of every stub and of whatever else holds a mark; take them away."""
    key = own_marks.key.encode()
    for path in sorted(one for one in built.rglob("*") if one.is_file()):
        name, data = path.relative_to(built).as_posix(), path.read_bytes()
        if name in stubs or key in data:
            path.unlink()
            yield name, data.decode(errors="replace")


def _unfillable(name: str, draft: Stub | None) -> Problem:
    path = draft.sheet.path if draft else name
    message = "shows more of another page than its title, which the engine does not know yet"
    example = "plugins: [search: {enabled: false}]"
    return Problem(code="CR706", place=Place(path=path), message=message, example=example)
