"""A whole editorial folder, read and valid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Generic, TypeVar

from build_tools.model.alias import AliasFile
from build_tools.model.argument import ArgumentFile
from build_tools.model.carried import carried
from build_tools.model.course import CourseFile
from build_tools.model.event import EventFile
from build_tools.model.figure import MeasureFile
from build_tools.model.note import NoteFile
from build_tools.model.problem import Place, Where
from build_tools.model.question import QuestionFile
from build_tools.model.record import Record
from build_tools.model.settings import PeopleFile, Person, Site
from build_tools.model.source import BlockKind
from build_tools.model.term import TermFile
from build_tools.model.ties import TieFile
from build_tools.model.work import Work

T = TypeVar("T")
Step = str | int


@carried
@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """A valid file and where its parts stand in it."""

    value: T
    """What the file says."""
    at: Callable[..., Place]
    """`at("notes", 3, "quote")` is the place of that value; of its nearest parent if absent."""

    def where(self, *steps: Step) -> Where:
        """Return what tells the place of a value: for checks, most of which find nothing wrong."""
        return partial(self.at, *steps)


@carried
@dataclass(frozen=True, slots=True, kw_only=True)
class DigestBlock:
    """One block of a digest."""

    kind: BlockKind
    """Paragraph, list item or subhead."""
    number: int
    """Paragraph number; 0 for a subhead."""
    markdown: str
    """The words, on one line; empty where the paragraph is not retold yet."""
    line: int
    """Line of the file it begins on."""


@carried
@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """digest.md: the op-ed retold."""

    blocks: tuple[DigestBlock, ...]
    """In order."""

    def paragraph(self, number: int) -> DigestBlock | None:
        """Return paragraph `number`, or nothing where the digest lacks it."""
        return next((block for block in self.blocks if block.number == number), None)

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the paragraphs that are retold."""
        return frozenset(one.number for one in self.blocks if one.number and one.markdown)


@carried
@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One op-ed with everything editors wrote about it."""

    slug: str
    """Name of its folder and address of its page."""
    record: Sheet[Record]
    """article.yml."""
    digest: Sheet[Digest]
    """digest.md."""
    notes: Sheet[NoteFile]
    """notes.yml."""
    ties: Sheet[TieFile]
    """mentions.yml."""
    argument: Sheet[ArgumentFile]
    """argument.yml."""

    @property
    def paragraphs(self) -> int:
        """How many numbered paragraphs the op-ed has."""
        origin = self.record.value.origin
        return origin.paragraphs if origin else max(self.digest.value.numbers, default=0)

    @property
    def label(self) -> str:
        """Short name in lists and cross-references."""
        record = self.record.value
        who = record.authors[0].split()[-1] if record.authors else record.outlet
        return record.label or f"{who} {record.date[:4]}"


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """All editorial data of one site; without slots, so that articles are found by their slugs."""

    site: Sheet[Site]
    """site.yml."""
    people: Sheet[PeopleFile]
    """people.yml."""
    works: dict[str, Work]
    """bibliography.json, by citation key in file order."""
    articles: tuple[Article, ...]
    """By date, then slug."""
    terms: dict[str, Sheet[TermFile]]
    """glossary/*.yml by id, in the order of the ids."""
    events: dict[str, Sheet[EventFile]] = field(default_factory=dict)
    """events/*.yml by id, in the order of the ids."""
    measures: dict[str, Sheet[MeasureFile]] = field(default_factory=dict)
    """figures/*.yml by id, in the order of the ids."""
    questions: dict[str, Sheet[QuestionFile]] = field(default_factory=dict)
    """questions/*.yml by id, in the order of the ids."""
    course: Sheet[CourseFile] | None = None
    """class.yml, where there is one."""
    aliases: Sheet[AliasFile] | None = None
    """aliases.yml, where there is one."""
    unreadable: frozenset[str] = frozenset()
    """Ids of articles, terms and other files with mistakes in them: not here, yet no dead ends."""

    @property
    def entries(self) -> dict[str, TermFile]:
        """The glossary's entries without the places in their files, by id."""
        return {key: sheet.value for key, sheet in self.terms.items()}

    def person(self, key: str) -> Person | None:
        """Return the editor or reviewer with that id."""
        return self._people.get(key)

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {one.id: one for one in reversed(self.people.value.people)}

    def article(self, slug: str) -> Article | None:
        """Return the article with that slug."""
        return self._by_slug.get(slug)

    def with_article(self, new: Article) -> Corpus:
        """Return the same corpus with an article in the place of the one it was."""
        articles = tuple(new if one.slug == new.slug else one for one in self.articles)
        return replace(self, articles=articles)

    @cached_property
    def _by_slug(self) -> dict[str, Article]:
        return {one.slug: one for one in self.articles}
