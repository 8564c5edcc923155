"""Finds the source texts at hand and tells which article each is."""

from __future__ import annotations

import os
from pathlib import Path

from build_tools.model.corpus import Corpus
from build_tools.model.problem import Problem
from build_tools.model.source import SourceText
from build_tools.sources import disk, importing
from build_tools.sources.importing.problems import unreadable

VARIABLE = "CROSSREAD_SOURCES"
"""Environment variable that names the folder of source texts."""


class NoSuchFolder(ValueError):
    """A folder of source texts was named and is not there."""

    def __init__(self, named: Path, by: str) -> None:
        """Say which folder it is and who named it.

        Args:
            named: The folder.
            by: The option or variable that names it.
        """
        super().__init__(f"{by} names {named.as_posix()}, and there is no such folder")


def folder(chosen: Path | None, corpus: Path) -> Path:
    """Return the folder to look in: the one chosen, the environment's, or `sources/`.

    Args:
        chosen: What the command line says.
        corpus: The editorial folder; `sources/` lies beside it.

    Raises:
        NoSuchFolder: If a folder is named and is not there; `sources/` may be missing.
    """
    variable = os.environ.get(VARIABLE)
    named = chosen or (Path(variable) if variable else None)
    if named is None:
        return corpus.parent / "sources"
    if not disk.is_folder(named):
        raise NoSuchFolder(named, "--sources" if chosen else VARIABLE)
    return named


def find(folder: Path, corpus: Corpus) -> tuple[dict[str, SourceText], tuple[Problem, ...]]:
    """Return the source texts of the corpus's articles, by slug, and files that are no op-ed.

    An article is recognised by the hash of its text, a changed one by its fingerprint; names of
    files mean nothing. Texts of no article are left alone.
    """
    texts: dict[str, SourceText] = {}
    problems: list[Problem] = []
    candidates: list[SourceText] = []
    for path in _listing(folder, problems):
        if path.suffix.lower() not in importing.SUFFIXES or path.name.startswith((".", "README")):
            continue
        found = importing.read(path, inside=folder)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            candidates.append(found)
    for text in candidates:
        slug = identify(text, corpus)
        if slug and (slug not in texts or _version(corpus, slug) == text.digest):
            texts[slug] = text
    return texts, tuple(problems)


def identify(text: SourceText, corpus: Corpus) -> str | None:
    """Return the slug of the article that a text is a version of, or nothing."""
    version = text.digest
    origins = [
        (article.slug, origin)
        for article in corpus.articles
        if (origin := article.record.value.origin)
    ]
    for slug, origin in origins:
        if origin.text == version:
            return slug
    best, likeness = None, importing.SAME_ARTICLE
    fingerprint = importing.fingerprint(text.text)
    for slug, origin in origins:
        resemblance = importing.resemblance(origin.fingerprint, fingerprint)
        if resemblance >= likeness:
            best, likeness = slug, resemblance
    return best


def _listing(folder: Path, problems: list[Problem]) -> list[Path]:
    """Return what stands in a folder; nothing where it is missing or cannot be read."""
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        if disk.is_there(folder):
            problems.append(unreadable(folder.as_posix(), disk.reason(error)))
        return []


def _version(corpus: Corpus, slug: str) -> str:
    article = corpus.article(slug)
    origin = article.record.value.origin if article else None
    return origin.text if origin else ""
