"""Lays out what the engine builds: generated pages, hand-written ones, styles and scripts."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rcssmin
import rjsmin
import yaml

from build_tools.model.output import Output
from build_tools.model.settings import Site
from build_tools.site.assets import Assets
from build_tools.site.files import write, write_all

BUNDLES = {"article.js": ("popups.js", "notes.js", "margin.js")}
"""Scripts that a page loads together, in this order: one request instead of several."""

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


def stage(folder: Path, outputs: Iterable[Output], assets: Assets, site: Site) -> Stage:
    """Lay out everything in `folder`, which is empty."""
    docs = folder / "docs"
    write_all(docs, outputs)
    for name, layers in (("docs/reader", assets.reader), ("theme", assets.theme)):
        for layer in layers:
            shutil.copytree(layer, folder / name, dirs_exist_ok=True)
    _shrink(docs / "reader")
    for page in sorted(assets.pages.glob("*.md")):
        if not (docs / page.name).exists():
            shutil.copyfile(page, docs / page.name)
    base = yaml.safe_load(assets.config.read_text(encoding="utf-8"))
    config = folder / "mkdocs.yml"
    write(config, yaml.safe_dump(_config(base, folder, site), sort_keys=False, allow_unicode=True))
    return Stage(folder=folder, config=config, built=folder / "site")


def _shrink(reader: Path) -> None:
    """Join the scripts of an article's page and take out of all what only we read."""
    for name, parts in BUNDLES.items():
        texts = [(reader / part).read_text(encoding="utf-8") for part in parts]
        write(reader / name, "\n".join(texts))
        for part in parts:
            (reader / part).unlink()
    for path in sorted(reader.iterdir()):
        small = _SMALLER.get(path.suffix)
        if small:
            write(path, f"{small(path.read_text(encoding='utf-8'))}\n")


def _config(base: dict[str, Any], folder: Path, site: Site) -> dict[str, Any]:
    """Return mkdocs.yml with what only a build knows."""
    config = base | {
        "site_name": site.title,
        "site_description": site.description,
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": base["theme"] | {"custom_dir": "theme", "language": site.language.split("-")[0]},
    }
    if site.address:
        config["site_url"] = site.address.rstrip("/") + "/"
    if site.repository:
        config["repo_url"] = site.repository
    if site.publisher:
        config["site_author"] = site.publisher
    return config
