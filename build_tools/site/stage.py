"""Lays out what the engine draws: stubs of pages, hand-written pages, styles and scripts."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import rcssmin
import rjsmin
import yaml

from build_tools.model.output import Output
from build_tools.model.problem import Problem
from build_tools.model.settings import Site
from build_tools.site import config
from build_tools.site.assets import Assets
from build_tools.site.config import Config
from build_tools.site.files import write, write_all

BUNDLES = {"article.js": ("popups.js", "notes.js", "margin.js")}
"""Scripts that a page loads together, in this order: one request instead of several."""

EXAMPLE = "docs/reader/reader.css: a file of text"
"""What a message on a project's own styles, scripts and pages shows."""

_SMALLER: dict[str, Callable[[str], str]] = {".js": rjsmin.jsmin, ".css": rcssmin.cssmin}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A folder ready for an engine."""

    folder: Path
    """The engine runs here."""
    config: Path
    """Its configuration."""
    built: Path
    """Where it puts the site."""


def stage(
    folder: Path,
    base: Config,
    stubs: Iterable[Output],
    assets: Assets,
    site: Site,
    *,
    private: bool = False,
) -> Stage | Problem:
    """Lay out everything in `folder`, which is empty.

    Args:
        folder: Where to.
        base: What stands in the project's configuration.
        stubs: What the engine draws for generated pages.
        assets: The parts that sites share, and a project's own.
        site: Its settings.
        private: Whether the site shows text that may not be published; every page then says so.

    Returns:
        What an engine builds, or what is wrong with a project's own styles, scripts or pages.
    """
    docs = folder / "docs"
    write_all(docs, stubs)
    for problem in (*_parts(folder, assets), *_pages(docs, assets.pages)):
        return problem
    file = folder / "mkdocs.yml"
    there = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    settings = config.filled(base, site, there, private=private)
    text = yaml.safe_dump(settings, sort_keys=False, allow_unicode=True)
    write(file, text)
    return Stage(folder=folder, config=file, built=folder / "site")


def _parts(folder: Path, assets: Assets) -> Iterator[Problem]:
    """Lay the layers over each other and make them small; yield what cannot be used."""
    for name, layers in (("docs/reader", assets.reader), ("theme", assets.theme)):
        for layer in layers:
            yield from _lay(layer, folder / name)
    yield from _shrink(folder / "docs" / "reader", assets.reader)


def _lay(layer: Path, place: Path) -> Iterator[Problem]:
    """Copy a folder over another; what is neither file nor folder, such as a pipe, stays behind."""
    try:
        shutil.copytree(layer, place, dirs_exist_ok=True, ignore=_no_files)
    except shutil.Error as error:
        for source, _, reason in error.args[0]:
            yield config.spoilt(Path(source), f"cannot be copied: {reason}", EXAMPLE)
    except OSError as error:
        where = Path(error.filename or layer)
        yield config.spoilt(where, f"cannot be copied: {error.strerror}", EXAMPLE)


def _no_files(folder: str, names: list[str]) -> set[str]:
    """Return what stays behind; a README is for whoever changes the parts."""
    found = ((name, Path(folder, name)) for name in names)
    odd = {name for name, path in found if not (path.is_file() or path.is_dir())}
    return odd | {"README.md"}


def _pages(docs: Path, pages: Path) -> Iterator[Problem]:
    """Add the hand-written pages that no generated one stands in for."""
    for page in sorted(pages.glob("*.md")):
        if page.is_file() and not (docs / page.name).exists():
            try:
                (docs / page.name).write_text(page.read_text(encoding="utf-8"), encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                yield _unread(page, error)


def _shrink(reader: Path, layers: tuple[Path, ...]) -> Iterator[Problem]:
    """Join the scripts of an article's page and take out of all what only we read."""
    texts: dict[str, str] = {}
    for path in sorted(reader.glob("*")):
        if path.suffix in _SMALLER and path.is_file():
            try:
                texts[path.name] = path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                own = [layer / path.name for layer in layers if (layer / path.name).is_file()]
                yield _unread(own[-1], error)
                return
    for name, parts in BUNDLES.items():
        texts[name] = "\n".join(texts.pop(part, "") for part in parts)
        for part in parts:
            (reader / part).unlink(missing_ok=True)
    for name, text in texts.items():
        write(reader / name, f"{_SMALLER[Path(name).suffix](text)}\n")


def _unread(path: Path, error: OSError | UnicodeDecodeError) -> Problem:
    if isinstance(error, OSError):
        return config.spoilt(path, f"cannot be read: {error.strerror}", EXAMPLE)
    return config.spoilt(path, f"is not UTF-8: byte {error.start}", "save it again as UTF-8")
