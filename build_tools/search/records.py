"""Gathers what is compared, what it rests on and what a class is given."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.linking.matcher import Matcher
from build_tools.model.figure import Claimed, Figure, RecordFigure
from build_tools.search.entries import Entry, Kind, Place
from build_tools.search.naming import about, names, plain
from build_tools.views import words
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.event_views import event_kind
from build_tools.views.figure_views import in_order, passage_of, scope_of, with_unit


def events(desk: Desk, matcher: Matcher) -> Iterator[Entry]:
    """Yield the events of the timeline."""
    for event in desk.linked.events:
        file = event.sheet.value
        record = file.record.says if file.record else None
        told = (
            f"{desk.label(one.telling.article)}: {one.telling.says}."
            for one in event.told
            if one.telling.says
        )
        text = " ".join((plain(record), *told))
        yield Entry(
            title=file.label,
            href=desk.event_href(event.id),
            detail=", ".join(
                filter(None, (event_kind(file.kind).label, in_words(file.date), file.place))
            ),
            places=(
                Place(
                    kind=Kind.EVENT,
                    text=text.strip(),
                    keywords=" · ".join(
                        (file.label, in_words(file.date), file.date, file.place or "")
                    ),
                    named=about(file.actors, names(matcher, record, file.label)),
                ),
            ),
        )


def figures(desk: Desk, matcher: Matcher) -> Iterator[Entry]:
    """Yield what is counted, with each figure."""
    for measure in desk.linked.measures:
        file = measure.sheet.value
        places = []
        for claim in in_order(measure):
            passage = passage_of(desk, claim, measure)
            label = passage.text if passage else "On record"
            said = claim.says if isinstance(claim, Figure | RecordFigure) else None
            text = "; ".join(filter(None, (_claim(desk, claim), scope_of(claim, file))))
            places.append(
                Place(
                    kind=Kind.FIGURE,
                    text=f"{with_unit(claim, file)}, {text}. {plain(said)}".strip(),
                    fragment=f"f-{measure.id}--{claim.id}",
                    label=label,
                    keywords=file.counts,
                    quote=claim.quote if isinstance(claim, Figure) else "",
                    named=names(matcher, file.counts, said),
                )
            )
        yield Entry(
            title=file.counts,
            href=desk.measure_href(measure.id),
            detail=file.unit,
            places=(*places,),
        )


def _claim(desk: Desk, claim: Claimed) -> str:
    counter = desk.body(claim.counted_by)
    return "; ".join(
        filter(
            None,
            (
                in_words(claim.period) if claim.period else "",
                claim.place,
                f"counted by {counter.text}" if counter else "",
            ),
        )
    )


def questions(desk: Desk, matcher: Matcher) -> Iterator[Entry]:
    """Yield the questions, with the answers of each article."""
    for question in desk.linked.questions:
        file = question.sheet.value
        record = file.record.says if file.record else None
        own = Place(
            kind=Kind.QUESTION,
            text=f"{plain(file.synthesis)} {plain(record)}".strip(),
            keywords=f"{file.question} · {file.short} · {file.topic}",
            named=about(file.about, names(matcher, file.question, file.synthesis, record)),
        )
        answers = (
            Place(
                kind=Kind.QUESTION,
                text=given.answer.says,
                fragment=f"a-{given.answer.article}",
                label=desk.label(given.answer.article),
                named=names(matcher, given.answer.says),
            )
            for given in question.said
            if given.answer.says
        )
        yield Entry(
            title=file.question,
            href=desk.question_href(question.id),
            detail=words.VERDICTS[question.verdict][0],
            places=(own, *answers),
        )


def sources(desk: Desk, matcher: Matcher) -> Iterator[Entry]:
    """Yield the works of the bibliography."""
    for work in desk.linked.corpus.works.values():
        yield Entry(
            title=work.title,
            href=f"{desk.root}sources.html#s-{work.id}",
            detail=words.work_label(work),
            places=(
                Place(
                    kind=Kind.SOURCE,
                    text=words.work_line(work),
                    keywords=f"{work.title} · {work.id}",
                    named=names(matcher, work.title),
                ),
            ),
        )


def course(desk: Desk, matcher: Matcher) -> Iterator[Entry]:
    """Yield the page for a class, where there is one."""
    course = desk.linked.corpus.course
    if course is None:
        return
    file = course.value
    parts = (file.introduction, *(f"{one.question} {one.pointers}" for one in file.discussion))
    yield Entry(
        title=file.title,
        href=f"{desk.root}class.html",
        places=tuple(
            Place(kind=Kind.PAGE, text=plain(one), keywords=file.title, named=names(matcher, one))
            for one in parts
        ),
    )
