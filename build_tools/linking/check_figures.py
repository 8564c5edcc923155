"""A figure says one number, of what, and rests on something that exists."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.linking.check_events import half_dated
from build_tools.linking.linked import Linked
from build_tools.linking.references import (
    check_article,
    check_paragraph,
    check_people,
    check_prose,
    check_sources,
    check_term,
)
from build_tools.model.corpus import Corpus, Sheet, Step
from build_tools.model.figure import Claimed, FigureKind, MeasureFile, Qualifier
from build_tools.model.note import unsourced
from build_tools.model.problem import Problem, Where


def figures(linked: Linked) -> Iterator[Problem]:
    """Yield a problem for each figure that says no number, or says it of what is not there."""
    corpus = linked.corpus
    for sheet in corpus.measures.values():
        measure = sheet.value
        yield from check_people(corpus, sheet, (), measure.author, measure.reviewer)
        yield from check_prose(corpus, sheet, ("remark",), measure.remark)
        for index, term in enumerate(measure.about):
            yield from check_term(corpus, sheet.where("about", index), term)
        yield from _claims(sheet)
        yield from _told(linked, sheet)
        yield from _recorded(corpus, sheet)
        yield from _overruled(sheet)


def _claims(sheet: Sheet[MeasureFile]) -> Iterator[Problem]:
    """Check what figures of articles and of the record share."""
    seen: set[str] = set()
    claims: list[tuple[tuple[Step, ...], Claimed]] = [
        *((("figures", n), one) for n, one in enumerate(sheet.value.figures)),
        *((("record", n), one) for n, one in enumerate(sheet.value.record)),
    ]
    for steps, claim in claims:
        if claim.id in seen:
            yield Problem(
                code="CR353",
                place=sheet.at(*steps, "id"),
                message="names two figures of this file; ids are permanent addresses",
                words=claim.id,
                example=f"id: {claim.id}-2",
            )
        seen.add(claim.id)
        yield from _number(claim, sheet.where(*steps))
        yield from _hedge(claim, sheet.where(*steps, "qualifier"))
        yield from _scope(claim, sheet, sheet.where(*steps, "scope"))
        if claim.baseline and claim.kind is FigureKind.AMOUNT:
            yield Problem(
                code="CR354",
                place=sheet.at(*steps, "baseline"),
                message=f"`{claim.id}` is an amount; only a change is measured from a baseline",
                words=claim.baseline,
                example="kind: change",
            )


def _number(claim: Claimed, where: Where) -> Iterator[Problem]:
    ranged = claim.low is not None or claim.high is not None
    if (claim.value is None) is not ranged:
        both = "both a value and a range" if ranged else "no number"
        yield Problem(
            code="CR350",
            place=where(),
            message=f"`{claim.id}` gives {both}",
            example="value: 150, or low: 100 and high: 150",
        )
    if claim.low is not None and claim.high is not None and claim.low > claim.high:
        yield Problem(
            code="CR351",
            place=where(),
            message=f"`{claim.id}` ends below where it begins",
            words=f"{claim.low} to {claim.high}",
            example=f"low: {claim.high}, high: {claim.low}",
        )


def _hedge(claim: Claimed, where: Where) -> Iterator[Problem]:
    ranged = claim.low is not None or claim.high is not None
    if ranged and claim.value is None and claim.qualifier is not Qualifier.EXACTLY:
        yield Problem(
            code="CR357",
            place=where(),
            message=f"`{claim.id}` hedges a range; only a single number has a qualifier",
            words=claim.qualifier.value,
            example="low: 100, high: 150",
        )


def _scope(claim: Claimed, sheet: Sheet[MeasureFile], where: Where) -> Iterator[Problem]:
    scopes = sheet.value.scopes
    if claim.scope not in scopes and (scopes or claim.scope):
        known = ", ".join(scopes)
        yield Problem(
            code="CR352",
            place=where(),
            message=f"`{claim.id}` does not say which of the file's scopes it counts"
            if claim.scope is None
            else f"`{claim.id}` counts a scope that the file does not list",
            words=claim.scope or "",
            example=f"scope: {next(iter(scopes))} (of {known})"
            if scopes
            else f"scopes: {{{claim.scope}: what exactly is counted}}",
        )


def _told(linked: Linked, sheet: Sheet[MeasureFile]) -> Iterator[Problem]:
    for index, one in enumerate(sheet.value.figures):
        steps = ("figures", index)
        yield from check_article(linked.corpus, sheet.where(*steps, "article"), one.article)
        number = sheet.where(*steps, "paragraph")
        yield from check_paragraph(linked, number, one.article, one.paragraph)
        yield from half_dated(sheet.where(*steps), one)


def _recorded(corpus: Corpus, sheet: Sheet[MeasureFile]) -> Iterator[Problem]:
    for index, one in enumerate(sheet.value.record):
        yield from check_sources(corpus, sheet, ("record", index), one.sources)
        if unsourced(one.sources, one.confidence):
            yield Problem(
                code="CR308",
                place=sheet.at("record", index),
                message=f"`{one.id}` is said to be on record and names no source",
                example="sources: [dawn-2022-11-28], or confidence: unconfirmed",
            )


def _overruled(sheet: Sheet[MeasureFile]) -> Iterator[Problem]:
    measure = sheet.value
    claimed = {one.id for one in measure.figures}
    recorded = {one.id for one in measure.record}
    seen: set[frozenset[str]] = set()
    for index, one in enumerate(measure.overruled):
        pair = frozenset(one.between)
        wrong = _no_pair(pair, claimed, recorded)
        if pair in seen:
            wrong = wrong or "overrules a pair a second time"
        seen.add(pair)
        if wrong:
            yield Problem(
                code="CR355",
                place=sheet.at("overruled", index, "between"),
                message=wrong,
                words=", ".join(one.between),
                example=f"between: [{', '.join(sorted(claimed | recorded)[:2])}]",
            )


def _no_pair(pair: frozenset[str], claimed: set[str], recorded: set[str]) -> str:
    """Return why two ids are no pair; nothing where they are one."""
    if len(pair) < 2 or not pair <= claimed | recorded:
        return "does not name two figures of this file"
    return "" if pair & claimed else "names two figures on record, which are not compared"
