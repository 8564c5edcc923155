"""Makes the view of the comparisons' entrance: a table of questions by articles."""

from __future__ import annotations

from collections import Counter, defaultdict

from build_tools.linking.comparisons import Given, Question
from build_tools.linking.verdicts import Fit
from build_tools.model.question import AnswerState, QuestionKind, Stance, Verdict
from build_tools.views import words
from build_tools.views.answers import aside, brief, fit_mark, stance_mark, state_mark, verdict_mark
from build_tools.views.comparison import CellView, MatrixView, RowView, TopicView
from build_tools.views.desk import Desk
from build_tools.views.parts import KindView, Link

MOST_COLUMNS = 8
"""Articles that can stand side by side."""
MOST_LISTED = 8
"""Answers a row lists where articles have no columns; the rest stand on the question's page."""


def matrix_view(desk: Desk) -> MatrixView:
    """Return what the entrance to the comparisons shows.

    Args:
        desk: The site, seen from the folder the page lies in.
    """
    questions = desk.linked.questions
    articles = desk.linked.corpus.articles
    narrow = len(articles) <= MOST_COLUMNS
    counts = Counter(one.verdict for one in questions)
    kinds = Counter(one.sheet.value.kind for one in questions)
    return MatrixView(
        title="Comparisons",
        description=f"Questions put to every article in {desk.linked.corpus.site.value.title}: "
        "where they agree, differ and contradict each other.",
        root=desk.root,
        lead=_lead(counts, len(articles)),
        topics=_topics(desk, questions, columns=narrow),
        columns=tuple(Link(href=desk.article_href(one.slug), text=one.label) for one in articles)
        if narrow
        else (),
        verdicts=tuple(verdict_mark(one, counts[one]) for one in words.VERDICTS if counts[one]),
        kinds=tuple(
            KindView(id=one.value, label=words.QUESTION_KINDS[one], symbol="", count=kinds[one])
            for one in QuestionKind
            if kinds[one]
        ),
        meanings=tuple((verdict_mark(one), said) for one, said in words.VERDICT_MEANINGS.items()),
        legend=_legend(questions, columns=narrow),
        question_count=len(questions),
    )


def _lead(counts: Counter[Verdict], articles: int) -> str:
    """Return how the questions turn out: "5 questions put to 3 articles: they differ on 2 …"."""
    together = {
        Verdict.CONTRADICT: "contradict each other",
        Verdict.DIFFER: "differ",
        Verdict.AGREE: "agree",
    }
    said = [f"{verb} on {counts[one]}" for one, verb in together.items() if counts[one]]
    parts = [f"they {_and(said)}"] if said else []
    if loose := counts[Verdict.NOT_COMPARABLE]:
        parts.append(f"{loose} cannot be compared")
    if alone := counts[Verdict.SINGLE]:
        parts.append(f"{alone} {'is' if alone == 1 else 'are'} answered by one article alone")
    first = f"{words.plural(counts.total(), 'question')} put to {words.plural(articles, 'article')}"
    return f"{first}: {'; '.join(parts)}." if parts else f"{first}."


def _and(parts: list[str]) -> str:
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def _topics(desk: Desk, questions: tuple[Question, ...], *, columns: bool) -> tuple[TopicView, ...]:
    rows: defaultdict[str, list[RowView]] = defaultdict(list)
    for one in questions:
        rows[one.sheet.value.topic].append(_row(desk, one, columns=columns))
    return tuple(
        TopicView(id=desk.index.topics[topic], label=topic, rows=tuple(found))
        for topic, found in rows.items()
    )


def _row(desk: Desk, question: Question, *, columns: bool) -> RowView:
    file = question.sheet.value
    shown = question.given if columns else question.said[:MOST_LISTED]
    return RowView(
        id=f"q-{question.id}",
        classes=f"cr-v-{question.verdict.value} cr-q-{file.kind.value}",
        href=desk.question_href(question.id),
        short=file.short,
        question=file.question,
        kind=words.QUESTION_KINDS[file.kind],
        verdict=verdict_mark(question.verdict),
        overruled=file.overruled is not None,
        cells=tuple(_cell(desk, question, one) for one in shown),
        more=0 if columns else len(question.said) - len(shown),
        rest="" if columns else _rest(question.given),
        record=_record(desk, question),
    )


def _cell(desk: Desk, question: Question, given: Given) -> CellView:
    answer, file = given.answer, question.sheet.value
    who = desk.label(answer.article)
    if answer.state is not AnswerState.SAYS:
        mark = state_mark(answer.state)
        return CellView(who=who, href="", mark=mark, text=mark.label, aside="", against=None)
    return CellView(
        who=who,
        href=desk.question_href(question.id, answer.article),
        mark=stance_mark(answer.stance) if answer.stance else None,
        text=brief(desk, file, answer),
        aside=aside(desk, file, answer),
        against=fit_mark(given.fit) if given.fit is Fit.CONFLICTS else None,
    )


def _record(desk: Desk, question: Question) -> CellView:
    file = question.sheet.value
    who = "On record"
    if file.record is None:
        none = KindView(id="none", label="none given", symbol="–")
        return CellView(who=who, href="", mark=none, text=none.label, aside="", against=None)
    return CellView(
        who=who,
        href=f"{desk.question_href(question.id)}#record",
        mark=stance_mark(file.record.stance) if file.record.stance else None,
        text=brief(desk, file, file.record),
        aside=aside(desk, file, file.record),
        against=None,
    )


def _rest(given: tuple[Given, ...]) -> str:
    """Return how many articles say nothing, and why: "silent: 3, not read: 190"."""
    counts = Counter(one.answer.state for one in given)
    return ", ".join(
        f"{label}: {counts[state]}"
        for state, (label, _) in words.ANSWER_STATES.items()
        if counts[state]
    )


def _legend(questions: tuple[Question, ...], *, columns: bool) -> tuple[tuple[KindView, str], ...]:
    """Return the shapes beside those of verdicts that occur, with what they mean."""
    answers = [given.answer for one in questions for given in one.given]
    states = {one.state for one in answers} if columns else set()
    stances = {one.stance for one in answers}
    meanings = {
        AnswerState.SILENT: "read for this question, and says nothing to it",
        AnswerState.UNREAD: "not read for this question yet",
    }
    found = [(state_mark(one), said) for one, said in meanings.items() if one in states]
    if any(given.fit is Fit.CONFLICTS for one in questions for given in one.given):
        found.append((fit_mark(Fit.CONFLICTS), ""))
    return (*found, *((stance_mark(one), "") for one in Stance if one in stances))
