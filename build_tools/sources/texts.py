"""Finds the source texts at hand and tells which article each is."""

from __future__ import annotations

import os
from pathlib import Path

from build_tools.model.corpus import Corpus
from build_tools.model.problem import Problem
from build_tools.model.source import SourceText
from build_tools.sources import importing

VARIABLE = "CROSSREAD_SOURCES"
"""Environment variable that names the folder of source texts."""


def folder(chosen: Path | None, corpus: Path) -> Path:
    """Return the folder to look in: the one chosen, the environment's, or `sources/`.

    Args:
        chosen: What the command line says.
        corpus: The editorial folder; `sources/` lies beside it.
    """
    named = os.environ.get(VARIABLE)
    return chosen or (Path(named) if named else corpus.parent / "sources")


def find(folder: Path, corpus: Corpus) -> tuple[dict[str, SourceText], tuple[Problem, ...]]:
    """Return the source texts of the corpus's articles, by slug, and files that are no op-ed.

    An article is recognised by the hash of its text, a changed one by its fingerprint; names of
    files mean nothing. Texts of no article are left alone.
    """
    texts: dict[str, SourceText] = {}
    problems: list[Problem] = []
    candidates: list[SourceText] = []
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    for path in paths:
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
    best, likeness = None, importing.SAME_ARTICLE
    fingerprint = importing.fingerprint(text.text)
    for article in corpus.articles:
        origin = article.record.value.origin
        if origin is None:
            continue
        if origin.text == text.digest:
            return article.slug
        resemblance = importing.resemblance(origin.fingerprint, fingerprint)
        if resemblance >= likeness:
            best, likeness = article.slug, resemblance
    return best


def _version(corpus: Corpus, slug: str) -> str:
    article = corpus.article(slug)
    origin = article.record.value.origin if article else None
    return origin.text if origin else ""
