"""Puts answers into words: what each comes to, with the shapes of verdicts, stances and silence."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools import prose
from build_tools.linking.figures import Measure
from build_tools.linking.verdicts import Fit
from build_tools.model.figure import Claimed, Figure, MeasureFile
from build_tools.model.question import (
    Answer,
    Answering,
    AnswerState,
    QuestionFile,
    QuestionKind,
    RecordAnswer,
    Stance,
    Verdict,
)
from build_tools.views import words
from build_tools.views.comparison import ValueView
from build_tools.views.dates_in_words import in_words, spoken
from build_tools.views.desk import Desk
from build_tools.views.figure_views import measured, scope_of, with_unit
from build_tools.views.lettering import shorten
from build_tools.views.numbers import claimed
from build_tools.views.parts import KindView, Link

BRIEF = 56
"""Characters of an answer that a cell of a table holds."""
UNIT = 22
"""Longest unit, in characters, that is repeated wherever a figure is named in a few words."""
VOICE = 28
"""Longest name of a speaker, in characters, that is given where there is little room."""


def verdict_mark(verdict: Verdict, count: int = 0) -> KindView:
    """Return a verdict as readers see it."""
    label, symbol = words.VERDICTS[verdict]
    return KindView(id=verdict.value, label=label, symbol=symbol, count=count)


def stance_mark(stance: Stance) -> KindView:
    """Return a stance as readers see it."""
    label, symbol = words.STANCES[stance]
    return KindView(id=stance.value, label=label, symbol=symbol)


def state_mark(state: AnswerState) -> KindView:
    """Return why there is no answer, as readers see it."""
    label, symbol = words.ANSWER_STATES[state]
    return KindView(id=state.value, label=label, symbol=symbol)


def fit_mark(fit: Fit) -> KindView:
    """Return how an answer stands to the record, as readers see it."""
    label, symbol = words.FITS[fit]
    return KindView(id=fit.value, label=label, symbol=symbol)


def figure_of(desk: Desk, one: Answering) -> tuple[Measure, Claimed] | None:
    """Return the figure an answer names, with what it counts; nothing where it names none."""
    return desk.index.figures.get(one.figure or "")


def value(desk: Desk, question: QuestionFile, one: Answering) -> ValueView:
    """Return what an answer comes to; empty words where it names nothing to compare."""
    found = figure_of(desk, one)
    text, detail, link = _plain(question, one), "", None
    if found:
        measure, claim = found[0].sheet.value, found[1]
        href = desk.figure_href(found[0].id, claim.id)
        link = Link(href=href, text=with_unit(claim, measure))
        detail = "; ".join(filter(None, _particulars(desk, measure, claim)))
    itself = link is not None and (question.kind is QuestionKind.FIGURE or not text)
    return ValueView(
        text=link.text if link and itself else text,
        when=spoken(one.date) if one.date and not itself else (),
        mark=stance_mark(one.stance) if one.stance else None,
        href=link.href if link and itself else "",
        figure=None if itself else link,
        detail=detail,
    )


def brief(desk: Desk, question: QuestionFile, one: Answer | RecordAnswer) -> str:
    """Return what an answer comes to in a few words, or how it begins."""
    found = figure_of(desk, one)
    if found and (question.kind is QuestionKind.FIGURE or not _plain(question, one)):
        file, claim = found[0].sheet.value, found[1]
        return with_unit(claim, file) if len(file.unit) <= UNIT else claimed(claim)
    if one.holds:
        shown, left = few(question, one)
        return f"{shown} + {left} more" if left else shown
    return _plain(question, one) or shorten(_said(one), BRIEF)


def few(question: QuestionFile, one: Answering) -> tuple[str, int]:
    """Return the first choices an answer holds, as many as a cell has room for, and the rest."""
    labels = _held(question, one)
    shown = list(labels[:1])
    for label in labels[1:]:
        if len("; ".join((*shown, label))) > BRIEF:
            break
        shown.append(label)
    return "; ".join(shown), len(labels) - len(shown)


def aside(desk: Desk, question: QuestionFile, one: Answer | RecordAnswer) -> str:
    """Return what a few words on an answer must not leave out: another voice, a figure's time."""
    found = figure_of(desk, one) if question.kind is QuestionKind.FIGURE else None
    time = in_words(found[1].period) if found and found[1].period else ""
    return ", ".join(part for part in (time, voice(desk, one)) if part)


def voice(desk: Desk, one: Answer | RecordAnswer) -> str:
    """Return who gives an article's answer if not its author; of a long name only that."""
    speaker = desk.body(one.speaker) if isinstance(one, Answer) else None
    if speaker is None:
        return ""
    return f"says {speaker.text}" if len(speaker.text) <= VOICE else "others quoted"


def _plain(question: QuestionFile, one: Answering) -> str:
    """Return what an answer comes to in words, figures left aside."""
    if one.date:
        return in_words(one.date)
    return "; ".join(_held(question, one)) or (words.STANCES[one.stance][0] if one.stance else "")


def _said(one: Answer | RecordAnswer) -> str:
    """Return an answer's sentence without markup: only that of the record may have any."""
    return (one.says or "") if isinstance(one, Answer) else prose.line(one.says).text


def _held(question: QuestionFile, one: Answering) -> tuple[str, ...]:
    return tuple(question.choices.get(key, key) for key in one.holds)


def _particulars(desk: Desk, measure: MeasureFile, claim: Claimed) -> Iterator[str]:
    """Yield what a figure counts, where, when and who counted."""
    counter = desk.body(claim.counted_by)
    yield scope_of(claim, measure)
    yield claim.place or ""
    yield in_words(claim.period) if claim.period else "no time given"
    yield measured(claim)
    if counter:
        yield f"counted by {counter.text}"
    elif isinstance(claim, Figure):
        yield "no source named"
