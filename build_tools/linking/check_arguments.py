"""An argument's steps hang together and stand on paragraphs that are there."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.linking.linked import Linked
from build_tools.linking.references import (
    check_article,
    check_paragraph,
    check_people,
    check_prose,
)
from build_tools.model.argument import ArgumentFile, GroundKind, Step
from build_tools.model.corpus import Sheet
from build_tools.model.problem import Problem


def arguments(linked: Linked) -> Iterator[Problem]:
    """Yield a problem for each step without ground or place, and each dead link of a class."""
    for one in linked.articles:
        sheet = one.article.argument
        argument = sheet.value
        if argument.author:
            people = (argument.author, argument.reviewer)
            yield from check_people(linked.corpus, sheet, (), *people)
        elif argument.steps:
            yield Problem(
                code="CR371",
                place=sheet.at(),
                message="says nobody who wrote it",
                example="author: editor",
            )
        yield from _steps(linked, one.article.slug, sheet)
    yield from _course(linked)


def _steps(linked: Linked, slug: str, sheet: Sheet[ArgumentFile]) -> Iterator[Problem]:
    up: dict[str, str | None] = {}
    for index, step in enumerate(sheet.value.steps):
        if step.id in up:
            yield Problem(
                code="CR372",
                place=sheet.at("steps", index, "id"),
                message="names two steps of this argument",
                words=step.id,
                example=f"id: {step.id}-2",
            )
        up.setdefault(step.id, step.under)
    for index, step in enumerate(sheet.value.steps):
        if step.under and (step.under not in up or _circles(step.id, up)):
            yield Problem(
                code="CR372",
                place=sheet.at("steps", index, "under"),
                message="stands under a step that is not in this argument, or in a circle",
                words=step.under,
                example=f"under: {next(iter(up))}",
            )
        yield from _ground(linked, slug, sheet, index, step)


def _ground(
    linked: Linked, slug: str, sheet: Sheet[ArgumentFile], index: int, step: Step
) -> Iterator[Problem]:
    for at, number in enumerate(step.paragraphs):
        yield from check_paragraph(
            linked, sheet.where("steps", index, "paragraphs", at), slug, number
        )
    for at, ground in enumerate(step.rests_on):
        where = sheet.where("steps", index, "rests_on", at)
        for number in ground.paragraphs:
            yield from check_paragraph(linked, where, slug, number)
        bare = ground.kind is GroundKind.NOTHING
        if bare is bool(ground.what) or (bare and len(step.rests_on) > 1):
            yield Problem(
                code="CR370",
                place=where(),
                message=f"`{step.id}` rests on nothing and on something"
                if bare
                else f"`{step.id}` does not say on which {ground.kind} it rests",
                words=ground.what or "",
                example="{kind: source, what: un-monitoring-team}, or {kind: nothing} alone",
            )


def _circles(start: str, up: dict[str, str | None]) -> bool:
    """Tell whether the way up from a step leads back to it."""
    seen: set[str] = set()
    key = up[start]
    while key and key not in seen:
        if key == start:
            return True
        seen.add(key)
        key = up.get(key)
    return False


def _course(linked: Linked) -> Iterator[Problem]:
    corpus, sheet = linked.corpus, linked.corpus.course
    if sheet is None:
        return
    course = sheet.value
    yield from check_people(corpus, sheet, (), course.author, course.reviewer)
    yield from check_prose(corpus, sheet, ("introduction",), course.introduction)
    yield from check_prose(corpus, sheet, ("limits",), course.limits)
    for index, reading in enumerate(course.readings):
        steps = ("readings", index)
        yield from check_article(corpus, sheet.where(*steps, "article"), reading.article)
        yield from check_prose(corpus, sheet, (*steps, "look_for"), reading.look_for)
    for index, one in enumerate(course.discussion):
        yield from check_prose(corpus, sheet, ("discussion", index, "pointers"), one.pointers)
