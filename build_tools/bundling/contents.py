"""What lies in a bundle's folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path, PurePosixPath

from jinja2 import Environment, PackageLoader, StrictUndefined

from build_tools.bundling.cover import Cover
from build_tools.model.engine import Engine
from build_tools.model.output import Output

START = "START-HERE.html"
"""What a reader opens."""
READ_ME = "README.txt"
"""What the folder holds, for people."""
SUMS = "SHA256SUMS"
"""Checksums of all other files."""

_FOR_THE_WEB = frozenset(
    {"404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "social-card.png"}
)
"""Files of a site that only a web server or a search engine has a use for."""

_STOCK_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""Where the engines' own search lies, which is there even if a site does not use it."""

_MADE_WITH = {Engine.MKDOCS: ("mkdocs", "mkdocs-material"), Engine.ZENSICAL: ("zensical",)}
"""Packages whose scripts and styles each engine puts into a site."""


def site_parts(folder: Path) -> Iterator[Output]:
    """Yield the files of a built site, without those that only the web needs."""
    stock = any((folder / "search").glob("search_index.*")) or (folder / "search.json").exists()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        unused = not stock and name.startswith(_STOCK_SEARCH)
        if path.is_file() and is_read_offline(name) and not unused:
            yield Output(f"site/{name}", data=path.read_bytes())


def is_read_offline(name: str) -> bool:
    """Tell whether a file of a site is of use without a server.

    Args:
        name: Path below the site's folder.
    """
    debugging = name.startswith("assets/") and PurePosixPath(name).suffix == ".map"
    return not debugging and name not in _FOR_THE_WEB


def papers(cover: Cover, books: Iterable[str]) -> Iterator[Output]:
    """Yield the pages that lead into a bundle.

    Args:
        cover: What it says of itself.
        books: Names of the files in `book/`.
    """
    environment = Environment(
        loader=PackageLoader("build_tools", "bundling/templates"),
        autoescape=lambda name: bool(name and ".html" in name),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for name in (START, READ_ME):
        template = environment.get_template(f"{name}.j2")
        yield Output(name, template.render(cover=cover, books=tuple(books)))


def licences(corpus: Path, cover: Cover, engine: Engine) -> Iterator[Output]:
    """Yield the licences of everything in a bundle; those of programs ask to go with them."""
    own = corpus / "LICENSE"
    said = f"The editorial text of this reader is licensed under {cover.licence}\n"
    text = own.read_text(encoding="utf-8", errors="replace") if own.is_file() else said
    yield Output("licences/editorial-text.txt", text)
    for package in ("crossread", *_MADE_WITH[engine]):
        text = "\n".join(_licence_files(package))
        if text:
            yield Output(f"licences/{package}.txt", text)


def _licence_files(package: str) -> Iterator[str]:
    """Yield the licences an installed package came with."""
    try:
        found = metadata.distribution(package)
    except metadata.PackageNotFoundError:  # run from a checkout that is not installed
        return
    for name in sorted(found.metadata.get_all("License-File") or ()):
        for place in (f"licenses/{name}", name):
            text = found.read_text(place)
            if text is not None:
                yield text
                break


def sums(parts: Iterable[Output]) -> Output:
    """Return the checksums of files in the form `sha256sum -c` reads."""
    lines = (
        f"{hashlib.sha256(one.content).hexdigest()}  {one.path}\n"
        for one in sorted(parts, key=lambda part: part.path)
    )
    return Output(SUMS, "".join(lines))


def sum_size(paths: Iterable[str]) -> int:
    """Return how large the checksums of files will be, before they can be reckoned."""
    around = hashlib.sha256().digest_size * 2 + len("  \n")
    return sum(around + len(path.encode()) for path in paths)
