"""A question has answers that say something, name what is compared and rest on passages."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.linking.linked import Linked
from build_tools.linking.references import (
    check_article,
    check_event,
    check_figure,
    check_paragraph,
    check_people,
    check_prose,
    check_record,
    check_term,
)
from build_tools.model.corpus import Corpus, Sheet, Step
from build_tools.model.figure import Claimed, Figure
from build_tools.model.problem import Problem, Where
from build_tools.model.question import (
    Answer,
    Answering,
    AnswerState,
    QuestionFile,
    QuestionKind,
)

ANSWERS = 2
"""Fewest answers that make a comparison; checked silence counts."""

COMPARED = {
    QuestionKind.DATE: ("date", "date: 2022-11"),
    QuestionKind.FIGURE: ("figure", "figure: ttp-attacks/un-2023"),
    QuestionKind.POSITION: ("stance", "stance: doubts"),
    QuestionKind.FACT: ("holds", "holds: [separate]"),
    QuestionKind.NAME: ("holds", "holds: [separate]"),
    QuestionKind.IDENTITY: ("holds", "holds: [separate]"),
}
"""The field that answers to each kind of question are compared by, and an example."""


def questions(linked: Linked) -> Iterator[Problem]:
    """Yield a problem for each question that compares nothing, and each answer without ground."""
    corpus = linked.corpus
    for sheet in corpus.questions.values():
        question = sheet.value
        yield from check_people(corpus, sheet, (), question.author, question.reviewer)
        yield from check_prose(corpus, sheet, ("synthesis",), question.synthesis)
        for index, term in enumerate(question.about):
            yield from check_term(corpus, sheet.where("about", index), term)
        for index, event in enumerate(question.events):
            yield from check_event(corpus, sheet.where("events", index), event)
        yield from check_record(corpus, sheet, question.record)
        if question.record:
            yield from _compared(corpus, sheet, question.record, ("record",))
        yield from _comparable(sheet)
        yield from _answers(linked, sheet)


def _answers(linked: Linked, sheet: Sheet[QuestionFile]) -> Iterator[Problem]:
    answers = sheet.value.answers
    if sum(one.state is not AnswerState.UNREAD for one in answers) < ANSWERS:
        yield Problem(
            code="CR360",
            place=sheet.at("answers"),
            message="compares nothing: it has fewer than two answers",
            words=sheet.value.question,
            example="- {article: gul-2024-point, state: silent, checked_by: editor, "
            "checked: 2026-11-21}",
        )
    seen: set[str] = set()
    for index, answer in enumerate(answers):
        where = sheet.where("answers", index, "article")
        yield from check_article(linked.corpus, where, answer.article)
        if answer.article in seen:
            yield Problem(
                code="CR361",
                place=where(),
                message="answers twice; gather its passages under one answer",
                words=answer.article,
                example="evidence: [{paragraph: 2, quote: …}, {paragraph: 9, quote: …}]",
            )
        seen.add(answer.article)
        for at, one in enumerate(answer.evidence):
            number = sheet.where("answers", index, "evidence", at, "paragraph")
            yield from check_paragraph(linked, number, answer.article, one.paragraph)
        yield from _answer(linked.corpus, answer, sheet, index)


def _answer(
    corpus: Corpus, answer: Answer, sheet: Sheet[QuestionFile], index: int
) -> Iterator[Problem]:
    steps = ("answers", index)
    match answer.state:
        case AnswerState.SAYS:
            if not (answer.says and answer.evidence):
                yield Problem(
                    code="CR362",
                    place=sheet.at(*steps),
                    message=f"`{answer.article}` is said to answer, without what it says or where",
                    example="says: …, evidence: [{paragraph: 13, quote: …}]",
                )
            yield from _compared(corpus, sheet, answer, steps)
        case AnswerState.SILENT:
            if _speaks(answer) or not (answer.checked_by and answer.checked):
                yield Problem(
                    code="CR362",
                    place=sheet.at(*steps),
                    message=f"`{answer.article}` is said to be silent; then it has no words, and "
                    "a person checked it on a day",
                    example="state: silent, checked_by: editor, checked: 2026-11-21",
                )
        case AnswerState.UNREAD:
            if _speaks(answer) or answer.checked_by or answer.checked:
                yield Problem(
                    code="CR362",
                    place=sheet.at(*steps),
                    message=f"`{answer.article}` is said not to be read for it; then it has no "
                    "words, and nobody checked it",
                    example="state: silent, checked_by: editor, checked: 2026-11-21",
                )
    if answer.checked_by and corpus.person(answer.checked_by) is None:
        yield Problem(
            code="CR301",
            place=sheet.at(*steps, "checked_by"),
            message="names a person who is not in people.yml",
            words=answer.checked_by,
            example="- {id: editor, name: Editor, role: writes notes}",
        )


def _speaks(answer: Answer) -> bool:
    """Tell whether an answer has anything that only one that says something may have."""
    compared = (answer.holds, answer.date, answer.figure, answer.stance)
    return any((answer.says, answer.speaker, answer.evidence, *compared))


def _comparable(sheet: Sheet[QuestionFile]) -> Iterator[Problem]:
    """Check that some answer names what its kind of question compares; not every one need."""
    question = sheet.value
    field, example = COMPARED[question.kind]
    said = [one for one in question.answers if one.state is AnswerState.SAYS]
    if said and not any(getattr(one, field) for one in said):
        yield Problem(
            code="CR363",
            place=sheet.at("answers"),
            message=f"no answer has `{field}`, by which answers to a question of kind "
            f"{question.kind} are compared",
            example=example,
        )


def _compared(
    corpus: Corpus, sheet: Sheet[QuestionFile], answer: Answering, steps: tuple[Step, ...]
) -> Iterator[Problem]:
    """Check that what an answer comes to is there."""
    for index, choice in enumerate(answer.holds):
        if choice not in sheet.value.choices:
            yield Problem(
                code="CR363",
                place=sheet.at(*steps, "holds", index),
                message="holds a choice that the question does not list",
                words=choice,
                example=f"choices: {{{choice}: A few words}}",
            )
    if answer.figure:
        where = sheet.where(*steps, "figure")
        yield from check_figure(corpus, where, answer.figure)
        by = answer.article if isinstance(answer, Answer) else None
        yield from _own_figure(corpus, where, answer.figure, by)


def _own_figure(corpus: Corpus, where: Where, name: str, by: str | None) -> Iterator[Problem]:
    """Check that an article answers with its own figure, and the record with one on record.

    Args:
        corpus: The editorial data.
        where: Where the figure is named.
        name: The figure.
        by: The article that answers; nothing for the record.
    """
    key, _, figure = name.partition("/")
    sheet = corpus.measures.get(key)
    claims = (*sheet.value.figures, *sheet.value.record) if sheet else ()
    claim = next((one for one in claims if one.id == figure), None)
    owner = _article(claim)
    if claim and owner != by:
        yield Problem(
            code="CR365",
            place=where(),
            message=f"names a figure of {f'`{owner}`' if owner else 'the record'}, "
            f"where {f'`{by}`' if by else 'the record'} answers",
            words=name,
            example=next((f"figure: {key}/{one.id}" for one in claims if _article(one) == by), ""),
        )


def _article(claim: Claimed | None) -> str | None:
    """Return the article that claims a figure; nothing for one on record."""
    return claim.article if isinstance(claim, Figure) else None
