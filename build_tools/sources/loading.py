"""Reads an editorial folder: every file, every problem, in one pass.

To add a kind of file: give it a type in `build_tools.model`, read it here, list it in
`build_tools.sources.schemas`, add a case to `tests/corpus/broken`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeVar

from build_tools.model.corpus import Article, Corpus, Digest, Sheet
from build_tools.model.event import EventFile
from build_tools.model.note import NoteFile
from build_tools.model.problem import Place, Problem
from build_tools.model.record import Record
from build_tools.model.settings import PeopleFile, Site
from build_tools.model.term import TermFile
from build_tools.model.ties import TieFile
from build_tools.model.work import Bibliography, Work
from build_tools.sources import digests
from build_tools.sources.documents import MAX_BYTES, Document, parse
from build_tools.sources.validation import validate

T = TypeVar("T")

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
EXAMPLES: dict[object, str] = {
    Site: "title: A reader on canals",
    PeopleFile: "people:\n  - {id: editor, name: Editor, role: writes notes}",
    Record: "title: The levy nobody wanted",
    NoteFile: "notes:\n  - id: levy-date\n    kind: figure",
    TieFile: "resolved:\n  - {text: the Board, term: levy-board}",
    TermFile: "name: Canal Levy Board",
    EventFile: "label: The toll is raised\nkind: politics\ndate: 2025-01",
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
        shown = path.as_posix()
        if not path.exists():
            if needed:
                self.add("CR200", shown, "is missing")
            return None
        if not path.resolve().is_relative_to(self.folder.resolve()):
            self.add("CR206", shown, "is a link that leaves the folder")
            return None
        if path.stat().st_size > MAX_BYTES:
            self.add("CR201", shown, f"is larger than {MAX_BYTES:,} bytes")
            return None
        try:
            return path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            self.add("CR207", shown, f"is not UTF-8 (byte {error.start})")
        except OSError as error:
            self.add("CR207", shown, f"cannot be read: {error.strerror}")
        return None

    def sheet(self, path: Path, kind: type[T], *, needed: bool = True) -> Sheet[T] | None:
        """Return a valid YAML or JSON file; an optional one that is missing counts as empty."""
        text = self.text(path, needed=needed)
        if text is None:
            if needed or path.exists():
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

    def add(self, code: str, path: str, message: str) -> None:
        """Note a problem with a whole file."""
        self.problems.append(Problem(code=code, place=Place(path=path), message=message))


def load(folder: Path) -> tuple[Corpus | None, tuple[Problem, ...]]:
    """Return the corpus in `folder` and every problem with its files.

    A file with mistakes is left out and named in `Corpus.unreadable`, so that everything else can
    still be checked. Without a site.yml or people.yml that can be read there is no corpus.
    """
    gathering = _Gathering(folder)
    if not folder.is_dir():
        gathering.add("CR200", folder.as_posix(), "is not a folder")
        return None, tuple(gathering.problems)
    site = gathering.sheet(folder / "site.yml", Site)
    people = gathering.sheet(folder / "people.yml", PeopleFile)
    works = _bibliography(gathering, folder / "bibliography.json")
    articles, bad_articles = _articles(gathering, folder / "articles")
    terms, bad_terms = _each(gathering, folder / "glossary", TermFile)
    events, bad_events = _each(gathering, folder / "events", EventFile)
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
        unreadable=frozenset(bad_articles | bad_terms | bad_events),
    )
    return corpus, problems


def _bibliography(gathering: _Gathering, path: Path) -> dict[str, Work]:
    if not path.exists():
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
        if record and digest and notes and ties:
            articles.append(
                Article(slug=path.name, record=record, digest=digest, notes=notes, ties=ties)
            )
        else:
            bad.add(path.name)
    return articles, bad


def _each(
    gathering: _Gathering, folder: Path, kind: type[T]
) -> tuple[dict[str, Sheet[T]], set[str]]:
    """Return the valid files of a folder by id, and the ids of the others."""
    sheets, bad = {}, set()
    for path in _entries(gathering, folder):
        sheet = gathering.sheet(path, kind)
        if sheet:
            sheets[path.stem] = sheet
        else:
            bad.add(path.stem)
    return sheets, bad


def _entries(gathering: _Gathering, folder: Path) -> list[Path]:
    """Return the folders or YAML files in `folder` whose names are safe in an address."""
    if not folder.is_dir():
        return []
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or (path.is_file() and path.suffix not in {".yml", ".yaml"}):
            continue
        if SLUG.fullmatch(path.stem if path.is_file() else path.name):
            found.append(path)
        else:
            message = "has a name that is not lower-case letters, digits and single hyphens"
            gathering.add("CR211", path.as_posix(), message)
    return found
