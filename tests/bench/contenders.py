"""Who builds the articles: this program, and the peers it is held against.

To add one: a function that lays out its project in a folder, given a made corpus, and an entry in
`contenders`.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

STOCK = "stock MkDocs + Material, bare articles"
OURS = "crossread, everything"
GLOSSARY = "the same stock with a glossary by abbreviations"
ZENSICAL = "Zensical, bare articles"
HUGO = "Hugo, bare articles and template, no search"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """A program that makes a site of the articles."""

    name: str
    """What it is called in tables."""
    command: tuple[str, ...]
    """The command, run in the folder of the project."""
    lay_out: Callable[[Path, Path], None]
    """Lays out its project: takes a made corpus and an empty folder."""
    site: str = "site"
    """Where the site lies in the folder then."""


def crossread(*arguments: str) -> tuple[str, ...]:
    """Return a command of this program."""
    return (sys.executable, "-m", "build_tools", *arguments)


def contenders() -> tuple[Contender, ...]:
    """Return those that are on this machine; Hugo is no Python package of ours."""
    python = (sys.executable, "-m")
    hugo = find_hugo()
    return (
        Contender(name=OURS, command=crossread("build"), lay_out=_ours),
        Contender(name=STOCK, command=(*python, "mkdocs", "build"), lay_out=stock),
        Contender(name=GLOSSARY, command=(*python, "mkdocs", "build"), lay_out=_glossary),
        Contender(name=ZENSICAL, command=(*python, "zensical", "build"), lay_out=stock),
        *([Contender(name=HUGO, command=(hugo,), lay_out=_hugo, site="public")] if hugo else []),
    )


def find_hugo() -> str | None:
    """Return the Hugo named in HUGO, else the one on the path."""
    return shutil.which(os.environ.get("HUGO") or "hugo")


def _ours(corpus: Path, place: Path) -> None:
    for name in ("annotations", "sources"):
        shutil.copytree(corpus / name, place / name)


def stock(corpus: Path, place: Path, **settings: object) -> None:
    """Lay out what somebody has who puts articles on the web with all defaults."""
    articles = {slug: f"# {title}\n\n{body}" for slug, title, body in _articles(corpus)}
    for slug, text in articles.items():
        _write(place / "docs" / "articles" / f"{slug}.md", text)
    listing = "".join(f"- [{slug}](articles/{slug}.md)\n" for slug in articles)
    _write(place / "docs" / "index.md", f"# Articles\n\n{listing}")
    config = {
        "site_name": "Measured",
        "theme": {"name": "material"},
        "nav": [{"Home": "index.md"}],
        "not_in_nav": "/articles/*",  # with all of them in it time grows with the square
        **settings,
    }
    _write(place / "mkdocs.yml", yaml.safe_dump(config, sort_keys=False))


def _glossary(corpus: Path, place: Path) -> None:
    """Add a glossary as the theme's manual has it: abbreviations, one file, tool tips."""
    stock(
        corpus,
        place,
        theme={"name": "material", "features": ["content.tooltips"]},
        markdown_extensions=[
            "abbr",
            "attr_list",
            {"pymdownx.snippets": {"auto_append": ["includes/abbreviations.md"]}},
        ],
    )
    lines = []
    for path in sorted((corpus / "annotations" / "glossary").glob("*.yml")):
        term = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        lines += [
            f"*[{form}]: {term['definition']}\n" for form in (term["name"], *term["variants"])
        ]
    _write(place / "includes" / "abbreviations.md", "".join(lines))


def _hugo(corpus: Path, place: Path) -> None:
    page = "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"
    pages = '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
    _write(place / "hugo.yaml", "baseURL: https://example.org/\ntitle: Measured\n")
    _write(place / "layouts" / "_default" / "single.html", page)
    _write(place / "layouts" / "_default" / "list.html", page + pages)
    for slug, title, body in _articles(corpus):
        _write(place / "content" / "articles" / f"{slug}.md", f"---\ntitle: {title}\n---\n{body}")


def _articles(corpus: Path) -> Iterator[tuple[str, str, str]]:
    """Yield name, title and Markdown of every article."""
    for path in sorted((corpus / "sources").glob("*.txt")):
        title, _, body = path.read_text(encoding="utf-8").partition("\n\n")
        yield path.stem, title, body


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
