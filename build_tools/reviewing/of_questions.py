"""What changed in questions: answers, verdicts, contradictions."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.linking.comparisons import Question
from build_tools.linking.quotations import evidence_key
from build_tools.model.question import Answer, AnswerState, QuestionFile, Verdict
from build_tools.reviewing import quoting
from build_tools.reviewing.changes import Change, Kind, Sort, Thing
from build_tools.reviewing.matching import match
from build_tools.reviewing.pairing import Paired
from build_tools.reviewing.saying import differences
from build_tools.views.words import ANSWER_STATES, VERDICTS


def questions(both: Paired) -> Iterator[Change]:
    """Yield what changed in each question."""
    for (old, before), (new, after) in both.questions.pairs:
        thing = _thing(new, after, old)
        if thing.was:
            yield thing.change(Kind.RENAMED, old, new, field="name in addresses")
        earlier, later = both.updated(before.sheet.value), after.sheet.value
        yield from differences(thing, earlier, later, frozenset({"answers"}))
        yield from _answers(thing, (old, earlier), (new, later), both)
        yield from _verdict(thing, before, after)
    for key, question in both.questions.removed:
        thing = _thing(key, question)
        yield thing.change(Kind.REMOVED, question.sheet.value.question)
        yield from _verdict(thing, question, None)
    for key, question in both.questions.added:
        thing = _thing(key, question)
        yield thing.change(Kind.ADDED, "", question.sheet.value.question)
        yield from _verdict(thing, None, question)


def _thing(key: str, question: Question, was: str = "", sort: Sort = Sort.QUESTION) -> Thing:
    return Thing(
        sort=sort,
        id=key,
        was="" if was in {"", key} else was,
        label=question.sheet.value.question,
        path=question.sheet.at().path,
        address=f"comparisons/{key}.html",
    )


def _verdict(thing: Thing, before: Question | None, after: Question | None) -> Iterator[Change]:
    """Yield that a verdict flipped, and that a contradiction opened or closed."""
    old, new = (_said(one) if one else "" for one in (before, after))
    why_before, why = (one.why if one else "" for one in (before, after))
    if before and after and before.verdict is not after.verdict:
        flipped = _as(thing, Sort.VERDICT)
        yield flipped.change(Kind.FLIPPED, old, new, why_before=why_before, why=why)
    clashed, clash = (
        one is not None and one.verdict is Verdict.CONTRADICT for one in (before, after)
    )
    if clashed is not clash:
        kind = Kind.OPENED if clash else Kind.CLOSED
        contradiction = _as(thing, Sort.CONTRADICTION)
        yield contradiction.change(kind, old, new, why_before=why_before, why=why)


def _as(thing: Thing, sort: Sort) -> Thing:
    return Thing(
        sort=sort,
        id=thing.id,
        was=thing.was,
        label=thing.label,
        path=thing.path,
        address=thing.address,
    )


def _said(question: Question) -> str:
    return VERDICTS[question.verdict][0]


def _answers(
    question: Thing,
    before: tuple[str, QuestionFile],
    after: tuple[str, QuestionFile],
    both: Paired,
) -> Iterator[Change]:
    found = match(before[1].answers, after[1].answers, lambda one: one.article)
    for old, new in found.pairs:
        thing = _answer(question, new)
        yield from differences(thing, old, new, frozenset({"evidence"}))
        yield from _evidence(thing, (before[0], old), (after[0], new), both)
    for one in found.removed:
        yield _answer(question, one).change(Kind.REMOVED, _words(one))
    for one in found.added:
        yield _answer(question, one).change(Kind.ADDED, "", _words(one))


def _answer(question: Thing, answer: Answer) -> Thing:
    return Thing(
        sort=Sort.ANSWER,
        id=f"{question.id}/{answer.article}",
        was=f"{question.was}/{answer.article}" if question.was else "",
        label=f"{question.label} — {answer.article}",
        article=answer.article,
        path=question.path,
        address=f"{question.address}#a-{answer.article}",
    )


def _words(answer: Answer) -> str:
    if answer.state is AnswerState.SAYS:
        return answer.says or ""
    return ANSWER_STATES[answer.state][0]


def _evidence(
    thing: Thing, before: tuple[str, Answer], after: tuple[str, Answer], both: Paired
) -> Iterator[Change]:
    (old_key, old_answer), (new_key, new_answer) = before, after
    found = match(
        enumerate(old_answer.evidence),
        enumerate(new_answer.evidence),
        lambda one: one[1].quote,
        lambda one: one[1].paragraph,
        lambda one: one[0],
    )
    for (at, old), (index, new) in found.pairs:
        slug = new_answer.article
        there = both.was.get(evidence_key(old_key, both.slug_before(slug), at))
        here = both.now.get(evidence_key(new_key, slug, index))
        yield from quoting.quotation(thing, old, new, there, here)
        yield from differences(thing, old, new, quoting.FIELDS)
    for kind, some in ((Kind.REMOVED, found.removed), (Kind.ADDED, found.added)):
        for _, one in some:
            words = f"¶{one.paragraph} “{one.quote}”"
            sides = (words, "") if kind is Kind.REMOVED else ("", words)
            yield thing.change(kind, *sides, field="passage")
