"""Finds the source texts at hand and tells which article each is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from build_tools.model.corpus import Corpus
from build_tools.model.problem import Problem
from build_tools.model.record import Origin
from build_tools.model.source import SourceText
from build_tools.sources import disk, importing
from build_tools.sources.importing.problems import unreadable
from build_tools.sources.mapper import Mapper


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file that may hold an op-ed, as it was found."""

    path: str
    """Path as shown to people."""
    content: bytes | Problem
    """Its bytes, or what keeps them from being read."""


def find(
    folder: Path, corpus: Corpus, each: Mapper = map
) -> tuple[dict[str, SourceText], tuple[Problem, ...]]:
    """Return the source texts of the corpus's articles, by slug, and files that are no op-ed.

    An article is recognised by the hash of its text, a changed one by its fingerprint; names of
    files mean nothing. Texts of no article are left alone.

    Args:
        folder: Where the texts are.
        corpus: The editorial data.
        each: Applies `read` to each file, as `map` does.
    """
    entries = _listing(folder)
    if isinstance(entries, Problem):
        return {}, (entries,)
    origins = _origins(corpus)
    slugs = _slugs(origins)
    texts: dict[str, SourceText] = {}
    problems: list[Problem] = []
    for found in each(read, _files(folder, entries)):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        same = slugs.get(found.digest)
        slug = same or _likest(found, origins)
        if slug and (same or slug not in texts):
            texts[slug] = found
    return texts, tuple(problems)


def read(file: TextFile) -> SourceText | Problem:
    """Return the op-ed in a file, or the problem with it."""
    if isinstance(file.content, Problem):
        return file.content
    return importing.parse(file.content, importing.form_of(PurePath(file.path)), shown=file.path)


def identify(text: SourceText, corpus: Corpus) -> str | None:
    """Return the slug of the article that a text is a version of, or nothing."""
    origins = _origins(corpus)
    return _slugs(origins).get(text.digest) or _likest(text, origins)


def _origins(corpus: Corpus) -> list[tuple[str, Origin]]:
    """Return the articles that were tied to a text, and what is known of it."""
    articles = corpus.articles
    return [(one.slug, one.record.value.origin) for one in articles if one.record.value.origin]


def _slugs(origins: list[tuple[str, Origin]]) -> dict[str, str]:
    """Return the article that each version of a text is known to be; the first of several."""
    return {origin.text: slug for slug, origin in reversed(origins)}


def _likest(text: SourceText, origins: list[tuple[str, Origin]]) -> str | None:
    """Return the article whose text is most like this one, if they are like enough."""
    best, likeness = None, importing.SAME_ARTICLE
    fingerprint = importing.fingerprint(text.text)
    for slug, origin in origins:
        resemblance = importing.resemblance(origin.fingerprint, fingerprint)
        if resemblance >= likeness:
            best, likeness = slug, resemblance
    return best


def _listing(folder: Path) -> list[os.DirEntry[str]] | Problem:
    """Return what stands in a folder, in order of names; nothing where it is missing."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda one: one.name)
    except OSError as error:
        if disk.is_there(folder):
            return unreadable(folder.as_posix(), disk.reason(error))
        return []


def _files(folder: Path, entries: list[os.DirEntry[str]]) -> Iterator[TextFile]:
    """Yield the files whose names are those of op-eds."""
    for entry in entries:
        path = folder / entry.name
        if path.suffix.lower() in importing.SUFFIXES and not entry.name.startswith((".", "README")):
            shown, is_regular = path.as_posix(), entry.is_file(follow_symlinks=False)
            content = importing.fetch(path, folder, shown, is_regular=is_regular)
            yield TextFile(shown, content)
