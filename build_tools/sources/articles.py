"""Reads one article: the bytes of its files in, everything editors wrote about it out.

Nothing here touches a disk or knows of other articles, so an article may be read in a process of
its own, and what came of it be kept for as long as its files stay the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from build_tools.model.argument import ArgumentFile
from build_tools.model.corpus import Article
from build_tools.model.note import NoteFile
from build_tools.model.problem import Problem
from build_tools.model.record import Record
from build_tools.model.ties import TieFile
from build_tools.sources import disk
from build_tools.sources.disk import File
from build_tools.sources.documents import MAX_BYTES
from build_tools.sources.sheets import Gathering

NAMES = ("article.yml", "digest.md", "notes.yml", "mentions.yml", "argument.yml")
"""The files of an article, in the order of `ArticleFiles`."""


@dataclass(frozen=True, slots=True)
class ArticleFiles:
    """The files of an article as they were found."""

    slug: str
    """Name of their folder."""
    files: tuple[File, ...]
    """One for each of `NAMES`."""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """What came of an article's files."""

    slug: str
    """Name of their folder."""
    article: Article | None
    """The article; nothing where one of them has mistakes."""
    problems: tuple[Problem, ...]
    """Every problem with them."""


def look(folder: Path, inside: Path) -> ArticleFiles:
    """Return the files in the folder of an article.

    Args:
        folder: The folder.
        inside: The editorial folder, which no link may leave.
    """
    return ArticleFiles(folder.name, disk.look_into(folder, NAMES, inside, MAX_BYTES))


def read(found: ArticleFiles) -> ReadArticle:
    """Return the article that these files make, or what is wrong with them."""
    gathering = Gathering()
    files = found.files
    record = gathering.sheet(files[0], Record)
    digest = gathering.digest(files[1])
    notes = gathering.optional(files[2], NoteFile)
    ties = gathering.optional(files[3], TieFile)
    argument = gathering.optional(files[4], ArgumentFile)
    article = None
    if record and digest and notes and ties and argument:
        article = Article(
            slug=found.slug, record=record, digest=digest, notes=notes, ties=ties, argument=argument
        )
    return ReadArticle(found.slug, article, tuple(gathering.problems))
