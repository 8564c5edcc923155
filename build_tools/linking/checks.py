"""Everything that can be wrong between files: dead references, missing sources, unsure anchors.

To add a check: write a function from `Linked` to problems, list it in `CHECKS`, describe its code
in `docs/guide/codes.md`, add a case to `tests/corpus/broken`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from build_tools.linking.check_aliases import aliases
from build_tools.linking.check_anchors import anchors
from build_tools.linking.check_arguments import arguments
from build_tools.linking.check_events import events
from build_tools.linking.check_figures import figures
from build_tools.linking.check_links import links
from build_tools.linking.check_mentions import mentions
from build_tools.linking.check_names import names
from build_tools.linking.check_questions import questions
from build_tools.linking.linked import Linked
from build_tools.linking.matcher import variants
from build_tools.linking.references import check_paragraph
from build_tools.model.argument import ArgumentFile
from build_tools.model.corpus import Sheet
from build_tools.model.course import CourseFile
from build_tools.model.event import EventFile
from build_tools.model.figure import MeasureFile
from build_tools.model.note import Note, NoteFile, NoteKind, State, unsourced
from build_tools.model.problem import Problem, Severity, Where
from build_tools.model.question import QuestionFile
from build_tools.model.term import TermFile

Edited = Note | TermFile | EventFile | MeasureFile | QuestionFile | ArgumentFile | CourseFile
"""Whatever has an author, a state and perhaps a reviewer."""

NEED_SOURCE = {NoteKind.CONTEXT, NoteKind.FIGURE, NoteKind.CORRECTION, NoteKind.LOOK_ALIKE}
"""Kinds of note that state facts of the record, so rest on a source or say they are unconfirmed."""


def check(linked: Linked) -> tuple[Problem, ...]:
    """Return every problem, by file and place."""
    found = [problem for one in CHECKS for problem in one(linked)]
    return tuple(sorted(found, key=lambda one: (one.place, one.code, one.message)))


def _digests(linked: Linked) -> Iterator[Problem]:
    """Every paragraph of the op-ed is retold, and nothing else."""
    for one in linked.articles:
        article = one.article
        there = article.digest.value.numbers
        for number in range(1, one.paragraphs + 1):
            if number not in there:
                here = article.digest.value.paragraph(number)
                later = min((n for n in there if n > number), default=0)
                yield Problem(
                    code="CR311",
                    place=article.digest.at(number if here else later),
                    message=f"¶{number} of the op-ed is not retold",
                    example=f"¶{number} What the paragraph says, in our own words.",
                )
        for number in sorted(there):
            if number > one.paragraphs:
                yield Problem(
                    code="CR312",
                    place=article.digest.at(number),
                    message=f"¶{number} retells a paragraph the op-ed does not have; "
                    f"it has {one.paragraphs}",
                )


def _records(linked: Linked) -> Iterator[Problem]:
    """A record says what the op-ed argues and which text it was made from."""
    for one in linked.articles:
        article = one.article
        if article.record.value.thesis is None:
            yield Problem(
                code="CR321",
                place=article.record.at(),
                message="has no thesis yet",
                example="thesis: What the op-ed argues, in one sentence of our own.",
                severity=Severity.WARNING,
            )
        origin = article.record.value.origin
        if origin and one.lock and origin.text != one.lock.text:
            yield Problem(
                code="CR322",
                place=article.record.at("origin", "text"),
                message="is another version of the op-ed than the one the anchors were found in",
                example="crossread add FILE with the newer version, then crossread anchor",
                severity=Severity.WARNING,
            )
        if origin is None:
            yield Problem(
                code="CR320",
                place=article.record.at(),
                message="has never been tied to a source text",
                example=f"crossread add FILE, which writes `origin:` into {article.slug}",
                severity=Severity.WARNING,
            )


def _notes(linked: Linked) -> Iterator[Problem]:
    for one in linked.articles:
        sheet = one.article.notes
        seen: set[str] = set()
        for index, note in enumerate(sheet.value.notes):
            if note.id in seen:
                yield Problem(
                    code="CR310",
                    place=sheet.at("notes", index, "id"),
                    message="names two notes of this article; ids are permanent addresses",
                    words=note.id,
                    example=f"id: {note.id}-2",
                )
            seen.add(note.id)
            yield from _note(note, sheet, index)
            yield from _standing(note, sheet, "notes", index)
            where = sheet.where("notes", index, "paragraph")
            yield from check_paragraph(linked, where, one.article.slug, note.paragraph)


def _note(note: Note, sheet: Sheet[NoteFile], index: int) -> Iterator[Problem]:
    if note.kind in NEED_SOURCE and unsourced(note.sources, note.confidence):
        yield Problem(
            code="CR308",
            place=sheet.at("notes", index, "kind"),
            message=f"note `{note.id}` of kind {note.kind} names no source",
            example="sources: [dawn-2022-11-28], or confidence: unconfirmed",
        )
    if note.kind is NoteKind.CONTRADICTION and not note.see:
        yield Problem(
            code="CR309",
            place=sheet.at("notes", index, "kind"),
            message=f"note `{note.id}` does not say which passage contradicts this one",
            example="see: [{article: gul-2024-point, paragraph: 12}]",
        )
    if note.state is State.DISPUTED and not note.dispute:
        yield Problem(
            code="CR307",
            place=sheet.at("notes", index, "state"),
            message=f"note `{note.id}` is disputed but does not say by whom and why",
            example="dispute: The publisher writes that …",
        )


def _terms(linked: Linked) -> Iterator[Problem]:
    for key, sheet in linked.corpus.terms.items():
        term = sheet.value
        yield from _standing(term, sheet)
        if unsourced(term.sources, term.confidence):
            yield Problem(
                code="CR308",
                place=sheet.at("definition"),
                message=f"the definition of `{key}` names no source",
                example="sources: [reuters-2011-07-29], or confidence: unconfirmed",
            )


def _reviewed(linked: Linked) -> Iterator[Problem]:
    corpus = linked.corpus
    for sheets in (corpus.events, corpus.measures, corpus.questions):
        for sheet in sheets.values():
            yield from _standing(sheet.value, sheet)
    for article in corpus.articles:
        yield from _standing(article.argument.value, article.argument)
    if corpus.course:
        yield from _standing(corpus.course.value, corpus.course)


def _standing(text: Edited, sheet: Sheet[Any], *steps: str | int) -> Iterator[Problem]:
    """Nobody reviews their own text, and nothing is reviewed by nobody."""
    if text.state is State.REVIEWED and text.reviewer is None:
        field, message = "state", "is marked reviewed without a reviewer"
    elif text.reviewer is not None and text.reviewer == text.author:
        field, message = "reviewer", f"is reviewed by its own author, `{text.author}`"
    else:
        return
    place = sheet.at(*steps, field)
    yield Problem(code="CR306", place=place, message=message, example="reviewer: second-reader")


def _variants(linked: Linked) -> Iterator[Problem]:
    """A form of two terms must be marked as shared in both."""
    owners: dict[str, list[tuple[str, Where, bool]]] = defaultdict(list)
    for key, sheet in linked.corpus.terms.items():
        listed = [one.text for one in sheet.value.variants]
        for variant in variants(sheet.value):
            inside = variant.text in listed
            steps = ("variants", listed.index(variant.text)) if inside else ("name",)
            owners[variant.text].append((key, sheet.where(*steps), variant.shared))
    for form, found in owners.items():
        for key, where, shared in found if len(found) > 1 else ():
            if not shared:
                others = ", ".join(other for other, _, _ in found if other != key)
                yield Problem(
                    code="CR314",
                    place=where(),
                    message=f"`{key}` goes by a form that {others} has too",
                    words=form,
                    example=f"- {{text: {form}, shared: true}}",
                )


CHECKS: tuple[Callable[[Linked], Iterator[Problem]], ...] = (
    _digests,
    _records,
    _notes,
    _terms,
    _variants,
    _reviewed,
    links,
    events,
    figures,
    questions,
    arguments,
    anchors,
    aliases,
    mentions,
    names,
)
"""All checks; order does not matter."""
