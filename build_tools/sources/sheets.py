"""Reads one file after the other and keeps every problem on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from build_tools.model.alias import AliasFile
from build_tools.model.argument import ArgumentFile
from build_tools.model.corpus import Digest, Sheet
from build_tools.model.course import CourseFile
from build_tools.model.event import EventFile
from build_tools.model.figure import MeasureFile
from build_tools.model.note import NoteFile
from build_tools.model.problem import Place, Problem
from build_tools.model.question import QuestionFile
from build_tools.model.record import Record
from build_tools.model.settings import PeopleFile, Site
from build_tools.model.term import TermFile
from build_tools.model.ties import TieFile
from build_tools.model.work import Bibliography
from build_tools.sources import digests
from build_tools.sources.disk import File
from build_tools.sources.documents import Document, Places, parse
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


@dataclass(frozen=True, slots=True)
class ReadSheet(Generic[T]):
    """What came of a file."""

    sheet: Sheet[T] | None
    """What it says; nothing where it has mistakes."""
    problems: tuple[Problem, ...]
    """Every problem with it."""


def read(kind: type[T], file: File) -> ReadSheet[T]:
    """Return what a YAML or JSON file says that has to be there, or what is wrong with it."""
    gathering = Gathering()
    return ReadSheet(gathering.sheet(file, kind), tuple(gathering.problems))


class Gathering:
    """Turns files into values of the model; those with mistakes leave problems instead."""

    def __init__(self) -> None:
        """Begin without problems."""
        self.problems: list[Problem] = []
        """Every problem so far."""

    def sheet(self, file: File, kind: type[T]) -> Sheet[T] | None:
        """Return a valid YAML or JSON file that has to be there."""
        text = self._text(file)
        if text is None:
            return None
        parsed = parse(text, file.path)
        result = validate(parsed, kind, EXAMPLES[kind]) if isinstance(parsed, Document) else parsed
        return self._valid(result)

    def optional(self, file: File, kind: type[T]) -> Sheet[T] | None:
        """Return a valid YAML or JSON file; one that is not there says what an empty one would."""
        if file.content is None:
            return Sheet(kind(), Places(file.path, "").at)
        return self.sheet(file, kind)

    def digest(self, file: File) -> Sheet[Digest] | None:
        """Return a valid digest."""
        text = self._text(file)
        return None if text is None else self._valid(digests.parse(text, file.path))

    def add(self, code: str, path: str, message: str) -> None:
        """Note a problem with a whole file."""
        self.problems.append(Problem(code=code, place=Place(path=path), message=message))

    def _text(self, file: File) -> str | None:
        text = file.text
        if isinstance(text, Problem):
            self.problems.append(text)
            return None
        if text is None:
            self.add("CR200", file.path, "is missing")
        return text

    def _valid(self, result: Sheet[T] | tuple[Problem, ...]) -> Sheet[T] | None:
        if isinstance(result, Sheet):
            return result
        self.problems += result
        return None
