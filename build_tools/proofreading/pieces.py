"""Everything we wrote ourselves, piece by piece, with its place: names and quotations are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from build_tools import prose
from build_tools.linking.matcher import Hit, Matcher
from build_tools.model.corpus import Article, Corpus, Sheet, Step
from build_tools.model.course import CourseFile
from build_tools.model.event import EventFile
from build_tools.model.figure import MeasureFile
from build_tools.model.question import QuestionFile
from build_tools.model.rich import Rich
from build_tools.model.term import TermFile

Steps = tuple[Step, ...]
Texts = Iterator[tuple[Steps, str | None]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of ours."""

    sheet: Sheet[Any]
    """The file."""
    steps: Steps
    """Where it stands there."""
    markdown: str
    """What it says."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a text of ours with the names in it."""

    piece: Piece
    """The text."""
    rich: Rich
    """The paragraph."""
    hits: tuple[Hit, ...]
    """The forms of terms that stand in it."""


def paragraphs(corpus: Corpus) -> Iterator[Paragraph]:
    """Yield every paragraph of ours, file by file."""
    matcher = Matcher(corpus.entries)
    for piece in pieces(corpus):
        for rich in prose.paragraphs(piece.markdown):
            yield Paragraph(piece, rich, matcher.find(rich.text))


def pieces(corpus: Corpus) -> Iterator[Piece]:
    """Yield every text of ours, file by file."""
    site, people = corpus.site, corpus.people
    yield from _told(site, iter([(("about",), site.value.about)]))
    yield from _told(
        people, ((("people", n, "about"), one.about) for n, one in enumerate(people.value.people))
    )
    for article in corpus.articles:
        yield from _article(article)
    yield from _each(corpus.terms, _term)
    yield from _each(corpus.events, _event)
    yield from _each(corpus.measures, _measure)
    yield from _each(corpus.questions, _question)
    if corpus.course:
        yield from _told(corpus.course, _course(corpus.course.value))


def _told(sheet: Sheet[Any], texts: Texts) -> Iterator[Piece]:
    for steps, text in texts:
        if text:
            yield Piece(sheet, steps, text)


def _each(sheets: dict[str, Sheet[Any]], texts: Callable[[Any], Texts]) -> Iterator[Piece]:
    for sheet in sheets.values():
        yield from _told(sheet, texts(sheet.value))


def _article(article: Article) -> Iterator[Piece]:
    record = article.record.value
    yield from _told(article.record, iter([(("thesis",), record.thesis)]))
    yield from _told(
        article.record, ((("remarks", n), text) for n, text in enumerate(record.remarks))
    )
    for block in article.digest.value.blocks:
        if block.number:
            yield from _told(article.digest, iter([((block.number,), block.markdown)]))
    for index, note in enumerate(article.notes.value.notes):
        for field in ("body", "dispute"):
            text = getattr(note, field)
            yield from _told(article.notes, iter([(("notes", index, field), text)]))
    steps = enumerate(article.argument.value.steps)
    yield from _told(article.argument, ((("steps", n, "says"), one.says) for n, one in steps))


def _term(term: TermFile) -> Texts:
    yield ("definition",), term.definition
    yield ("detail",), term.detail
    for index, relation in enumerate(term.relations):
        yield ("relations", index, "note"), relation.note
    for index, contested in enumerate(term.contested):
        yield ("contested", index, "point"), contested.point
        for at, position in enumerate(contested.positions):
            yield ("contested", index, "positions", at, "says"), position.says


def _event(event: EventFile) -> Texts:
    yield ("label",), event.label
    for index, telling in enumerate(event.told):
        yield ("told", index, "says"), telling.says
    yield ("record", "says"), event.record.says if event.record else None


def _measure(measure: MeasureFile) -> Texts:
    yield ("counts",), measure.counts
    yield ("remark",), measure.remark
    for name, text in measure.scopes.items():
        yield ("scopes", name), text
    for index, figure in enumerate(measure.figures):
        yield ("figures", index, "says"), figure.says
    for index, figure_on_record in enumerate(measure.record):
        yield ("record", index, "says"), figure_on_record.says
    for index, overruled in enumerate(measure.overruled):
        yield ("overruled", index, "reason"), overruled.reason


def _question(question: QuestionFile) -> Texts:
    yield ("question",), question.question
    for name, text in question.choices.items():
        yield ("choices", name), text
    for index, answer in enumerate(question.answers):
        yield ("answers", index, "says"), answer.says
    yield ("synthesis",), question.synthesis
    yield ("record", "says"), question.record.says if question.record else None
    yield ("overruled", "reason"), question.overruled.reason if question.overruled else None


def _course(course: CourseFile) -> Texts:
    yield ("introduction",), course.introduction
    yield ("limits",), course.limits
    for index, reading in enumerate(course.readings):
        yield ("readings", index, "look_for"), reading.look_for
    for index, discussion in enumerate(course.discussion):
        yield ("discussion", index, "question"), discussion.question
        yield ("discussion", index, "pointers"), discussion.pointers
