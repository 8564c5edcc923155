"""Reads an editorial folder: every file, every problem, in one pass.

To add a kind of file: give it a type in `build_tools.model`, read it here or, where each article
has one, in `build_tools.sources.articles`; say how it begins in `build_tools.sources.sheets`, list
it in `build_tools.sources.schemas`, add a case to `tests/corpus/broken`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from build_tools.model.alias import AliasFile
from build_tools.model.corpus import Article, Corpus, Sheet
from build_tools.model.course import CourseFile
from build_tools.model.event import EventFile
from build_tools.model.figure import MeasureFile
from build_tools.model.problem import Problem
from build_tools.model.question import QuestionFile
from build_tools.model.settings import PeopleFile, Site
from build_tools.model.term import TermFile
from build_tools.model.work import Bibliography, Work
from build_tools.sources import articles, disk, sheets
from build_tools.sources.disk import File
from build_tools.sources.documents import MAX_BYTES
from build_tools.sources.mapper import Mapper
from build_tools.sources.sheets import Gathering
from build_tools.sources.slugs import unfit

T = TypeVar("T")


def load(folder: Path, each: Mapper = map) -> tuple[Corpus | None, tuple[Problem, ...]]:
    """Return the corpus in `folder` and every problem with its files.

    A file with mistakes is left out and named in `Corpus.unreadable`, so that everything else can
    still be checked. Without a site.yml or people.yml that can be read there is no corpus.

    Args:
        folder: The editorial folder.
        each: Applies `articles.read` to each article's files and `sheets.read` to each other file,
            as `map` does.
    """
    loader = _Loader(folder, each)
    if not disk.is_folder(folder):
        loader.add("CR200", folder.as_posix(), "is not a folder")
        return None, tuple(loader.problems)
    site = loader.only("site.yml", Site)
    people = loader.only("people.yml", PeopleFile)
    works = loader.bibliography()
    course = loader.present("class.yml", CourseFile)
    aliases = loader.present("aliases.yml", AliasFile)
    found, bad_articles = loader.articles()
    terms, bad_terms = loader.each("glossary", TermFile)
    events, bad_events = loader.each("events", EventFile)
    measures, bad_measures = loader.each("figures", MeasureFile)
    questions, bad_questions = loader.each("questions", QuestionFile)
    problems = tuple(loader.problems)
    if site is None or people is None:
        return None, problems
    corpus = Corpus(
        site=site,
        people=people,
        works=works,
        articles=tuple(sorted(found, key=lambda one: (one.record.value.date, one.slug))),
        terms=terms,
        events=events,
        measures=measures,
        questions=questions,
        course=course,
        aliases=aliases,
        unreadable=frozenset(
            bad_articles.union(bad_terms, bad_events, bad_measures, bad_questions)
        ),
    )
    return corpus, problems


def site(folder: Path) -> Site | None:
    """Return the settings of an editorial folder; nothing where they cannot be read."""
    loader = _Loader(folder)
    sheet = loader.only("site.yml", Site)
    return sheet.value if sheet else None


class _Loader(Gathering):
    """Reads the files of a folder."""

    def __init__(self, folder: Path, each: Mapper = map) -> None:
        super().__init__()
        self._folder = folder
        self._map = each

    def sheets(self, files: Iterable[File], kind: type[T]) -> Iterator[Sheet[T] | None]:
        """Yield each valid file; nothing in the place of one with mistakes."""
        for one in self._map(partial(sheets.read, kind), files):
            self.problems += one.problems
            yield one.sheet

    def only(self, name: str, kind: type[T]) -> Sheet[T] | None:
        """Return a valid file at the top of the folder."""
        file = disk.look(self._folder / name, self._folder, MAX_BYTES)
        return next(self.sheets([file], kind))

    def present(self, name: str, kind: type[T]) -> Sheet[T] | None:
        """Return a valid file; nothing where there is none, which is no mistake."""
        there = disk.is_there(self._folder / name)
        return self.only(name, kind) if there else None

    def bibliography(self) -> dict[str, Work]:
        """Return the works cited, by their keys."""
        sheet = self.present("bibliography.json", Bibliography)
        works: dict[str, Work] = {}
        for index, work in enumerate(sheet.value if sheet else ()):
            if work.id in works and sheet:
                place = sheet.at(index, "id")
                message = f"`{work.id}` stands in the bibliography twice"
                self.problems.append(Problem(code="CR212", place=place, message=message))
            works[work.id] = work
        return works

    def articles(self) -> tuple[list[Article], set[str]]:
        """Return the valid articles, and the slugs of the others."""
        valid, bad = [], set()
        folders = self._entries(self._folder / "articles")
        for one in self._map(
            articles.read, (articles.look(path, self._folder) for path in folders)
        ):
            self.problems += one.problems
            if one.article:
                valid.append(one.article)
            else:
                bad.add(one.slug)
        return valid, bad

    def each(self, name: str, kind: type[T]) -> tuple[dict[str, Sheet[T]], set[str]]:
        """Return the valid files of a folder by id, and the ids of the others."""
        found: dict[str, Sheet[T]] = {}
        bad: set[str] = set()
        names: dict[str, str] = {}
        folder = self._folder / name
        paths = self._entries(folder)
        files = disk.look_into(folder, [one.name for one in paths], self._folder, MAX_BYTES)
        for path, sheet in zip(paths, self.sheets(files, kind), strict=True):
            other = names.setdefault(path.stem, path.name)
            if other != path.name:
                message = f"describes `{path.stem}`, which {other} does as well; keep one"
                self.add("CR213", path.as_posix(), message)
            if sheet:
                found[path.stem] = sheet
            if not sheet or other != path.name:
                bad.add(path.stem)
        return {name: sheet for name, sheet in found.items() if name not in bad}, bad

    def _entries(self, folder: Path) -> list[Path]:
        """Return the folders or YAML files in `folder` whose names are safe in an address."""
        entries = disk.listing(folder)
        if isinstance(entries, Problem):
            self.problems.append(entries)
            return []
        found = []
        for entry in entries:
            path = folder / entry.name
            is_yaml = path.suffix in {".yml", ".yaml"} and not disk.is_folder(entry)
            if entry.name.startswith(".") or (not is_yaml and disk.is_file(entry)):
                continue
            wrong = unfit(path.stem if is_yaml else path.name)
            if wrong:
                self.add("CR211", path.as_posix(), f"has a name that is {wrong}")
            else:
                found.append(path)
        return found
