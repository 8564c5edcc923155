"""comparisons.json: every question with each article's answer, the verdict and the record."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.exports.common import Json, source
from build_tools.linking.comparisons import Given
from build_tools.model.question import Answering, RecordAnswer
from build_tools.views.desk import Desk


def comparisons(desk: Desk) -> Iterator[Json]:
    """Yield every question by topic."""
    for one in desk.linked.questions:
        question = one.sheet.value
        yield {
            "id": one.id,
            "question": question.question,
            "kind": question.kind.value,
            "topic": question.topic,
            "about": list(question.about),
            "events": list(question.events),
            "choices": question.choices,
            "verdict": one.verdict.value,
            "rule": one.rule.value,
            "why": one.why,
            "computed": one.computed.value,
            "answers": [_answer(given) for given in one.given],
            "synthesis": question.synthesis,
            "record": _record(question.record) if question.record else None,
            "state": question.state.value,
        }


def _answer(given: Given) -> Json:
    answer = given.answer
    return {
        "article": answer.article,
        "state": answer.state.value,
        "says": answer.says,
        "speaker": answer.speaker,
        "paragraphs": list(given.paragraphs),
        "quote": given.evidence[0].item.quote if given.evidence else None,
        "quotes": [{"paragraph": one.paragraph, "quote": one.item.quote} for one in given.evidence],
        **_answering(answer),
        "record": given.fit.value,
        "checked_by": answer.checked_by,
        "checked": answer.checked,
    }


def _record(record: RecordAnswer) -> Json:
    return {
        "says": record.says,
        **_answering(record),
        "confidence": record.confidence.value,
        "sources": [source(citation) for citation in record.sources],
    }


def _answering(answer: Answering) -> Json:
    return {
        "holds": list(answer.holds),
        "date": answer.date,
        "figure": answer.figure,
        "stance": answer.stance.value if answer.stance else None,
    }
