"""Finds the styles, scripts, theme and hand-written pages that every site shares."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.output import Output


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """Where a site takes its parts from; a later folder adds to and wins over an earlier one."""

    config: Path
    """mkdocs.yml."""
    reader: tuple[Path, ...]
    """Styles and scripts."""
    theme: tuple[Path, ...]
    """Theme overrides."""
    pages: Path
    """Hand-written pages."""


def find(project: Path) -> Assets:
    """Return a project's own parts, laid over those that come with the program."""
    shipped, shipped_config = _shipped()
    own = project / "docs"
    config = project / "mkdocs.yml"
    return Assets(
        config=config if config.is_file() else shipped_config,
        reader=_layers(shipped / "reader", own / "reader"),
        theme=_layers(shipped / "theme", own / "theme"),
        pages=own / "pages" if (own / "pages").is_dir() else shipped / "pages",
    )


def handwritten(assets: Assets) -> Iterator[Output]:
    """Yield the hand-written pages that can be read; staging says what is wrong with others."""
    for page in sorted(assets.pages.glob("*.md")):
        with suppress(OSError, UnicodeDecodeError):
            yield Output(page.name, page.read_text(encoding="utf-8"))


def _shipped() -> tuple[Path, Path]:
    """Return parts and configuration of an installed package, else of the checkout it runs from."""
    package = Path(__file__).resolve().parent.parent
    packed = package / "_site"
    if packed.is_dir():
        return packed, packed / "mkdocs.yml"
    return package.parent / "docs", package.parent / "mkdocs.yml"


def _layers(*folders: Path) -> tuple[Path, ...]:
    kept: list[Path] = []
    for one in folders:
        if one.is_dir() and one.resolve() not in [other.resolve() for other in kept]:
            kept.append(one)
    return tuple(kept)
