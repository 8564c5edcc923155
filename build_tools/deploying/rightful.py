"""Whether a built site shows full text that it has no right to publish.

Three ways to tell, none of which trusts another: what the downloads say, what the pages are marked
with, and the words themselves. For the last no source text is needed: the lock remembers rows of
words around quotations, and a page on which many of those rows stand is the op-ed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path, PurePosixPath

from build_tools.anchoring import PrintedContext
from build_tools.anchoring.reading import read
from build_tools.deploying.page import Page
from build_tools.model.corpus import Corpus
from build_tools.model.lock import Lock, LockedArticle
from build_tools.model.problem import Place, Problem
from build_tools.model.record import Publish
from build_tools.rights import is_published

FULL = "cr-full"
"""Class of paragraphs in an op-ed's own words."""
BAND = "cr-private"
"""Class of the band over a page of a private edition."""
ROWS = 3
"""Fewest rows of an op-ed's words by which a page is told to hold its text."""
SHARE = 0.1
"""Smallest share of the rows remembered by which it is; a digest has none, the op-ed nearly all."""

_MARKUP = re.compile(r'<[^<>]*>|\\[nrt"/]')
"""What stands between words in a download: elements and escapes."""
_MEND = "crossread build --edition digest"


def unrightful(site: Path, pages: dict[str, Page], corpus: Corpus, lock: Lock) -> Iterator[Problem]:
    """Yield a problem for every page and download with text that may not be published.

    Args:
        site: The built site.
        pages: What stands on its pages.
        corpus: The editorial folder with the records' rights.
        lock: What was found in the source texts.
    """
    free = {one.slug for one in corpus.articles if one.record.value.rights.publish is Publish.FULL}
    yield from _declared(site, {one.slug for one in corpus.articles}, free)
    yield from _marked(pages, free)
    yield from _private(pages)
    texts = chain(((name, page.text) for name, page in pages.items()), _downloads(site))
    yield from _recognised(texts, {slug: one for slug, one in lock.items() if slug not in free})


def _downloads(site: Path) -> Iterator[tuple[str, str]]:
    """Yield the words of everything published that is no page, such as the search index."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and path.suffix != ".html" and is_published(name):
            yield name, _MARKUP.sub(" ", path.read_text(encoding="utf-8", errors="replace"))


def _declared(site: Path, slugs: set[str], free: set[str]) -> Iterator[Problem]:
    """Yield what the downloads themselves say."""
    name = "data/articles.json"
    try:
        held = json.loads((site / name).read_text(encoding="utf-8"))
        shown = {one["id"]: one["custom"]["edition"] != "digest" for one in held}
    except (ValueError, TypeError, KeyError, RecursionError):
        shown = {}
    if set(shown) != slugs:
        said = "does not list the articles of the editorial folder: the site was built from others"
        yield _problem("CR823", name, said, "crossread build")
    for slug in sorted(slug for slug, full in shown.items() if full and slug not in free):
        yield _problem("CR824", name, f"says that the site shows the full text of `{slug}`")


def _marked(pages: dict[str, Page], free: set[str]) -> Iterator[Problem]:
    """Yield pages whose paragraphs are marked as an op-ed's own words."""
    for name, page in pages.items():
        slug = PurePosixPath(name).stem
        rightful = name == f"articles/{slug}.html" and slug in free
        if FULL in page.classes and not rightful:
            yield _problem("CR824", name, "shows an op-ed in full without the right to publish it")


def _private(pages: dict[str, Page]) -> Iterator[Problem]:
    """Yield a problem for all pages of a private edition together."""
    found = [name for name, page in pages.items() if BAND in page.classes]
    hidden = [name for name, page in pages.items() if page.hidden and name != "404.html"]
    for names, said in (
        (found, "says that it is for private study"),
        ([name for name in hidden if name not in found], "asks search engines to stay away"),
    ):
        if names:
            others = f", and {len(names) - 1} more pages do" if len(names) > 1 else ""
            yield _problem("CR825", names[0], f"{said}{others}; a private edition is not published")


def _recognised(texts: Iterable[tuple[str, str]], lock: Lock) -> Iterator[Problem]:
    """Yield a problem for every op-ed whose words stand on the site, at the file with the most."""
    rows = {slug: _rows(slug, article) for slug, article in lock.items()}
    found: dict[str, dict[str, int]] = {slug: {} for slug in lock}
    for name, text in texts:
        reading = read(text)
        for slug, remembered in rows.items():
            count = sum(one.stands_in(reading) for one in remembered)
            if count >= max(ROWS, SHARE * len(remembered)):
                found[slug][name] = count
    for slug, files in found.items():
        if files:
            name = max(files, key=lambda one: files[one])
            others = f"; {len(files) - 1} more files hold some" if len(files) > 1 else ""
            said = (
                f"holds the words of `{slug}` around {files[name]} of {len(rows[slug])} quotations"
            )
            yield _problem("CR824", name, said + others)


def _rows(slug: str, article: LockedArticle) -> list[PrintedContext]:
    contexts = {one.context for one in (*article.notes, *article.quotes)}
    return [PrintedContext.from_hex(one, slug) for one in sorted(contexts)]


def _problem(code: str, name: str, message: str, example: str = _MEND) -> Problem:
    return Problem(code=code, place=Place(path=name), message=message, example=example)
