"""Reads an editorial folder: every file, every problem, in one pass.

To add a kind of file: give it a type in `build_tools.model`, read it here, list it in
`build_tools.sources.schemas`, add a case to `tests/corpus/broken`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from build_tools.model.alias import AliasFile
from build_tools.model.argument import ArgumentFile
from build_tools.model.corpus import Article, Corpus, Digest, Sheet
from build_tools.model.course import CourseFile
from build_tools.model.event import EventFile
from build_tools.model.figure import MeasureFile
from build_tools.model.note import NoteFile
from build_tools.model.problem import Problem
from build_tools.model.question import QuestionFile
from build_tools.model.record import Record
from build_tools.model.settings import PeopleFile, Site
from build_tools.model.term import TermFile
from build_tools.model.ties import TieFile
from build_tools.model.work import Bibliography, Work
from build_tools.sources import digests, disk
from build_tools.sources.documents import MAX_BYTES, Document, parse
from build_tools.sources.slugs import unfit
from build_tools.sources.validation import validate

T = TypeVar("T")

EXAMPLES: dict[object, str] = {
    Site: "title: A reader on canals",
    PeopleFile: "people:\n  - {id: editor, name: Editor, role: writes notes}",
    Record: "title: The levy nobody wanted",
    NoteFile: "notes:\n  - id: levy-date\n    kind: figure",
    TieFile: "resolved:\n  - {text: the Board, term: levy-board}",
    ArgumentFile: "steps:\n  - id: toll-is-fair\n    says: The toll is fair\n    paragraphs: [3]",
    CourseFile: "title: How to read these three\nintroduction: …",
    TermFile: "name: Canal Levy Board",
    EventFile: "label: The toll is raised\nkind: politics\ndate: 2025-01",
    MeasureFile: "counts: Barges a year\nunit: barges\nnature: total",
    QuestionFile: "question: When did the toll begin?\nshort: Start of the toll\nkind: date",
    AliasFile: "aliases:\n  - {old: glossary/tram.html, new: glossary/trams.html}",
    Bibliography: '[{"id": "gazette-2024", "type": "article-newspaper", "title": "…"}]',
}
"""How each kind of file begins, for messages."""


class _Gathering:
    """Reads files and keeps every problem on the way."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []

    def text(self, path: Path, *, needed: bool) -> str | None:
        """Return a file's text; nothing where it is missing or cannot be read."""
        if not disk.is_there(path):
            if needed:
                self.add("CR200", path, "is missing")
            return None
        text = disk.read(path, self.folder, MAX_BYTES)
        if isinstance(text, Problem):
            self.problems.append(text)
            return None
        return text

    def sheet(self, path: Path, kind: type[T], *, needed: bool = True) -> Sheet[T] | None:
        """Return a valid YAML or JSON file; an optional one that is missing counts as empty."""
        text = self.text(path, needed=needed)
        if text is None:
            if needed or disk.is_there(path):
                return None
            text = "{}"
        parsed = parse(text, path.as_posix())
        if not isinstance(parsed, Document):
            self.problems += parsed
            return None
        result = validate(parsed, kind, EXAMPLES[kind])
        if isinstance(result, Sheet):
            return result
        self.problems += result
        return None

    def optional(self, path: Path, kind: type[T]) -> Sheet[T] | None:
        """Return a valid file; nothing where there is none, which is no mistake."""
        return self.sheet(path, kind) if disk.is_there(path) else None

    def digest(self, path: Path) -> Sheet[Digest] | None:
        """Return a valid digest."""
        text = self.text(path, needed=True)
        if text is None:
            return None
        result = digests.parse(text, path.as_posix())
        if isinstance(result, Sheet):
            return result
        self.problems += result
        return None

    def add(self, code: str, path: Path, message: str) -> None:
        """Note a problem with a whole file."""
        self.problems.append(disk.problem(code, path, message))


def load(folder: Path) -> tuple[Corpus | None, tuple[Problem, ...]]:
    """Return the corpus in `folder` and every problem with its files.

    A file with mistakes is left out and named in `Corpus.unreadable`, so that everything else can
    still be checked. Without a site.yml or people.yml that can be read there is no corpus.
    """
    gathering = _Gathering(folder)
    if not disk.is_folder(folder):
        gathering.add("CR200", folder, "is not a folder")
        return None, tuple(gathering.problems)
    site = gathering.sheet(folder / "site.yml", Site)
    people = gathering.sheet(folder / "people.yml", PeopleFile)
    works = _bibliography(gathering, folder / "bibliography.json")
    course = gathering.optional(folder / "class.yml", CourseFile)
    aliases = gathering.optional(folder / "aliases.yml", AliasFile)
    articles, bad_articles = _articles(gathering, folder / "articles")
    terms, bad_terms = _each(gathering, folder / "glossary", TermFile)
    events, bad_events = _each(gathering, folder / "events", EventFile)
    measures, bad_measures = _each(gathering, folder / "figures", MeasureFile)
    questions, bad_questions = _each(gathering, folder / "questions", QuestionFile)
    problems = tuple(gathering.problems)
    if site is None or people is None:
        return None, problems
    corpus = Corpus(
        site=site,
        people=people,
        works=works,
        articles=tuple(sorted(articles, key=lambda one: (one.record.value.date, one.slug))),
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
    sheet = _Gathering(folder).sheet(folder / "site.yml", Site)
    return sheet.value if sheet else None


def _bibliography(gathering: _Gathering, path: Path) -> dict[str, Work]:
    if not disk.is_there(path):
        return {}
    sheet = gathering.sheet(path, Bibliography)
    works: dict[str, Work] = {}
    for index, work in enumerate(sheet.value if sheet else ()):
        if work.id in works and sheet:
            place = sheet.at(index, "id")
            message = f"`{work.id}` stands in the bibliography twice"
            gathering.problems.append(Problem(code="CR212", place=place, message=message))
        works[work.id] = work
    return works


def _articles(gathering: _Gathering, folder: Path) -> tuple[list[Article], set[str]]:
    articles, bad = [], set()
    for path in _entries(gathering, folder):
        record = gathering.sheet(path / "article.yml", Record)
        digest = gathering.digest(path / "digest.md")
        notes = gathering.sheet(path / "notes.yml", NoteFile, needed=False)
        ties = gathering.sheet(path / "mentions.yml", TieFile, needed=False)
        argument = gathering.sheet(path / "argument.yml", ArgumentFile, needed=False)
        if record and digest and notes and ties and argument:
            articles.append(
                Article(
                    slug=path.name,
                    record=record,
                    digest=digest,
                    notes=notes,
                    ties=ties,
                    argument=argument,
                )
            )
        else:
            bad.add(path.name)
    return articles, bad


def _each(
    gathering: _Gathering, folder: Path, kind: type[T]
) -> tuple[dict[str, Sheet[T]], set[str]]:
    """Return the valid files of a folder by id, and the ids of the others."""
    sheets: dict[str, Sheet[T]] = {}
    bad: set[str] = set()
    names: dict[str, str] = {}
    for path in _entries(gathering, folder):
        other = names.setdefault(path.stem, path.name)
        if other != path.name:
            message = f"describes `{path.stem}`, which {other} does as well; keep one"
            gathering.add("CR213", path, message)
        sheet = gathering.sheet(path, kind)
        if sheet:
            sheets[path.stem] = sheet
        if not sheet or other != path.name:
            bad.add(path.stem)
    return {name: sheet for name, sheet in sheets.items() if name not in bad}, bad


def _entries(gathering: _Gathering, folder: Path) -> list[Path]:
    """Return the folders or YAML files in `folder` whose names are safe in an address."""
    paths = disk.listing(folder)
    if isinstance(paths, Problem):
        gathering.problems.append(paths)
        return []
    found = []
    for path in paths:
        is_yaml = path.suffix in {".yml", ".yaml"} and not disk.is_folder(path)
        if path.name.startswith(".") or (disk.is_file(path) and not is_yaml):
            continue
        wrong = unfit(path.stem if is_yaml else path.name)
        if wrong:
            gathering.add("CR211", path, f"has a name that is {wrong}")
        else:
            found.append(path)
    return found
