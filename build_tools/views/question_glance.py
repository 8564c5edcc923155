"""Sets the answers to a question side by side, in the form that fits its kind."""

from __future__ import annotations

import datetime
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from build_tools.linking.comparisons import Question
from build_tools.linking.figures import Measure
from build_tools.linking.pairs import pair
from build_tools.model import dates
from build_tools.model.dates import Dated
from build_tools.model.figure import Claimed, PairLabel
from build_tools.model.question import Answer, Answering, QuestionFile, QuestionKind, Stance
from build_tools.views.answers import figure_of, stance_mark, value, voice
from build_tools.views.date_axis import make_axis
from build_tools.views.dates_in_words import spoken
from build_tools.views.desk import Desk
from build_tools.views.pair_views import SEVERITY, pair_label
from build_tools.views.parts import Link
from build_tools.views.question import (
    DateRow,
    DatesView,
    FigureRow,
    GlanceView,
    GroupView,
    NamedView,
    PairRow,
)

MOST_PAIRS = 10
"""Pairs of figures that are listed."""
MOST_PAIRED = 40
"""Figures that are held against each other: among more, the reader would not look for pairs."""
THINNEST = 0.4
"""Width of the band of the record's date at least, in per cent: a day must be seen."""
APART = "they are figures for different things"
"""Why figures of two files are not comparable."""
RECORD = NamedView(link=Link(href="#record", text="On record"), voice="")
"""The record among the articles."""

Found = tuple[NamedView, Measure, Claimed]
"""Who gives a figure, and which."""


def glance(desk: Desk, question: Question) -> GlanceView:
    """Return the answers side by side; nothing where no article says anything."""
    if not question.said:
        return GlanceView()
    match question.sheet.value.kind:
        case QuestionKind.DATE:
            return GlanceView(dates=_dates(desk, question))
        case QuestionKind.POSITION:
            return _positions(desk, question)
        case QuestionKind.FIGURE:
            return _figures(desk, question)
        case _:
            return _choices(desk, question)


def _dates(desk: Desk, question: Question) -> DatesView:
    record = question.sheet.value.record
    on_record = dates.parse(record.date) if record and record.date else None
    names: defaultdict[str, list[NamedView]] = defaultdict(list)
    for one in question.said:
        names[one.answer.date or ""].append(_named(desk, one.answer))
    given = sorted((dates.parse(one) for one in names if one), key=_by_time)
    axis = make_axis([*given, on_record] if on_record else given)
    rows = [
        DateRow(
            names=tuple(names[one.edtf]),
            when=spoken(one.edtf),
            track=axis.track(one) if axis else None,
            record=False,
        )
        for one in given
    ]
    if "" in names:
        rows.append(DateRow(names=tuple(names[""]), when=(), track=None, record=False))
    track = axis.track(on_record) if axis and on_record else None
    if on_record:
        when = spoken(on_record.edtf)
        rows.append(DateRow(names=(RECORD,), when=when, track=track, record=True))
    return DatesView(
        rows=tuple(rows),
        ticks=axis.ticks() if axis else (),
        band=(track.x1, round(max(track.x2 - track.x1, THINNEST), 2)) if track else None,
    )


def _by_time(date: Dated) -> tuple[datetime.date, datetime.date]:
    return (date.end if date.open_start else date.start), date.end


def _positions(desk: Desk, question: Question) -> GlanceView:
    groups = {one: _group(desk, question, stance=one) for one in Stance}
    apart = groups.pop(Stance.REPORTS)
    return GlanceView(
        scale=tuple(groups.values()),
        apart=apart if apart.names or apart.record else None,
        groups=_others(desk, [one.answer for one in question.said if not one.answer.stance]),
    )


def _group(desk: Desk, question: Question, *, stance: Stance) -> GroupView:
    record, mark = question.sheet.value.record, stance_mark(stance)
    answers = (one.answer for one in question.said if one.answer.stance is stance)
    return GroupView(
        label=mark.label,
        mark=mark,
        names=tuple(_named(desk, one) for one in answers),
        record=record is not None and record.stance is stance,
    )


def _choices(desk: Desk, question: Question) -> GlanceView:
    file = question.sheet.value
    on_record = file.record.holds if file.record else ()
    answers = [one.answer for one in question.said]
    groups = [
        GroupView(
            label=label,
            mark=None,
            names=tuple(_named(desk, one) for one in answers if key in one.holds),
            record=key in on_record,
        )
        for key, label in file.choices.items()
    ]
    shown = [one for one in groups if one.names or one.record]
    others = _others(desk, [one for one in answers if not one.holds])
    return GlanceView(groups=(*shown, *others), hint=_hint(file, len(shown)))


def _hint(file: QuestionFile, groups: int) -> str:
    if groups < 2 or file.kind is QuestionKind.NAME:
        return ""
    if file.exclusive:
        return "No two of these can hold at once."
    return "Several of these can hold at once."


def _figures(desk: Desk, question: Question) -> GlanceView:
    file = question.sheet.value
    answers: list[tuple[NamedView, Answering]] = [
        (_named(desk, one.answer), one.answer) for one in question.said
    ]
    if file.record:
        answers.append((RECORD, file.record))
    found: list[Found] = []
    rows = []
    for name, answer in answers:
        if figure := figure_of(desk, answer):
            found.append((name, *figure))
            view = value(desk, file, answer)
            rows.append(FigureRow(name=name, value=view, record=name is RECORD))
    pairs = sorted(_pairs(found[:MOST_PAIRED]), key=lambda one: SEVERITY[PairLabel(one.mark.id)])
    return GlanceView(
        groups=_others(
            desk, [one.answer for one in question.said if not figure_of(desk, one.answer)]
        ),
        figures=tuple(rows),
        pairs=tuple(pairs[:MOST_PAIRS]),
        more_pairs=math.comb(len(found), 2) - len(pairs[:MOST_PAIRS]),
    )


def _pairs(found: Iterable[Found]) -> Iterator[PairRow]:
    for (first, measure, one), (second, other_measure, other) in combinations(found, 2):
        if measure is other_measure:
            judged = pair(one, other, measure.sheet.value)
            label, why = judged.label, judged.why
        else:
            label, why = PairLabel.NOT_COMPARABLE, APART
        mark = pair_label(label)
        # What is on record stands last, so it can only be the second.
        name = "the record" if second is RECORD else second.link.text
        yield PairRow(first=first.link.text, second=name, mark=mark, why=why)


def _others(desk: Desk, answers: list[Answer]) -> tuple[GroupView, ...]:
    """Return the answers that name nothing to compare as a group of their own, if there are any."""
    names = tuple(_named(desk, one) for one in answers)
    other = GroupView(label="Says something else", mark=None, names=names, record=False)
    return (other,) if names else ()


def _named(desk: Desk, answer: Answer) -> NamedView:
    link = Link(href=f"#a-{answer.article}", text=desk.label(answer.article))
    return NamedView(link=link, voice=voice(desk, answer))
