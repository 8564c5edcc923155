"""Reads mkdocs.yml, which anybody may have written, and fills in what only a build knows."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

import yaml

from build_tools.model.problem import Place, Problem
from build_tools.model.settings import Site

EXAMPLE = "theme: {name: material}"
"""What a message shows; the rest of a working file is in mkdocs.yml of this program."""

OPTIONAL = ("class.md",)
"""Generated pages that not every site has: the navigation may name them all the same."""

Config = dict[str, Any]
"""What stands in mkdocs.yml."""


def read(path: Path) -> Config | Problem:
    """Return what stands in a configuration, or why the engine could not use it."""
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        return spoilt(path, f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        return spoilt(path, f"is not UTF-8: byte {error.start}", "save it again as UTF-8")
    except yaml.YAMLError as error:
        return _broken(path, error)
    except (ValueError, RecursionError) as error:
        return spoilt(path, f"cannot be read as YAML: {error}")
    if not isinstance(found, dict):
        return spoilt(path, "holds no settings")
    theme = found.get("theme")
    if not isinstance(theme, dict) or not theme.get("name"):
        return spoilt(path, "does not name its theme in a block of its own")
    return found


def filled(base: Config, site: Site, pages: Container[str], *, private: bool = False) -> Config:
    """Return a configuration with what only a build knows; optional pages only where they are.

    Both engines print these settings as they are, so they are escaped here. Where a theme escapes
    one of them once more, docs/theme/main.html takes that back. Addresses are no danger as they
    are: a web address of ours holds no space, quotation mark or angle bracket.
    """
    config = base | {
        "site_name": html.escape(site.title),
        "site_description": html.escape(site.description),
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": False,
        "plugins": _without_search(base.get("plugins")),
        "theme": base["theme"] | {"custom_dir": "theme", "language": site.language.split("-")[0]},
    }
    if isinstance(base.get("nav"), list):
        config["nav"] = [one for one in base["nav"] if _is_there(one, pages)]
    if site.address:
        config["site_url"] = site.address.rstrip("/") + "/"
    if site.repository:
        config["repo_url"] = site.repository
    if private:
        held = config.get("extra")
        config["extra"] = (held if isinstance(held, dict) else {}) | {"private": True}
    if site.publisher:
        config["site_author"] = html.escape(site.publisher)
    return config


def _is_there(entry: object, pages: Container[str]) -> bool:
    """Tell whether a line of the navigation leads somewhere, as far as that is ours to say."""
    targets = entry.values() if isinstance(entry, dict) else ()
    return all(target in pages for target in targets if target in OPTIONAL)


def _without_search(plugins: object) -> list[object]:
    """Return plugins without the engine's search, which would see no page that we make."""
    held = plugins if isinstance(plugins, list) else []
    if isinstance(plugins, dict):
        held = [{name: options} for name, options in plugins.items()]
    kept = [
        one for one in held if one != "search" and not (isinstance(one, dict) and "search" in one)
    ]
    return [*kept, {"search": {"enabled": False}}]


def listed(base: Config) -> frozenset[str] | None:
    """Return the pages in the navigation, as paths in the site; nothing where all may be in it."""
    nav = base.get("nav")
    return frozenset(_targets(nav)) if nav else None


def _targets(entry: object) -> Iterator[str]:
    """Yield the pages that a part of the navigation leads to."""
    if isinstance(entry, str) and entry.endswith(".md"):
        yield f"{posixpath.normpath(entry).removesuffix('.md')}.html"
    elif isinstance(entry, list | dict):
        for one in entry.values() if isinstance(entry, dict) else entry:
            yield from _targets(one)


def spoilt(path: Path, message: str, example: str = EXAMPLE, *, line: int = 1) -> Problem:
    """Return the problem that a part of a project's own cannot be used."""
    place = Place(path=path.as_posix(), line=line)
    return Problem(code="CR704", place=place, message=message, example=example)


def _broken(path: Path, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    said = getattr(error, "problem", None) or str(error).splitlines()[0]
    if isinstance(error, yaml.constructor.ConstructorError) and "tag" in said:
        message = f"holds a tag, and tags are not read: {said}"
        return spoilt(
            path, message, "write the value itself instead of `!ENV` or `!!python`", line=line
        )
    return spoilt(path, f"is no YAML: {said}", line=line)
