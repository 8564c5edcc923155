"""Makes the view of a question's page."""

from __future__ import annotations

from collections import Counter, defaultdict

from build_tools.linking.anchors import Placed, Standing
from build_tools.linking.comparisons import Given, Question
from build_tools.linking.verdicts import Fit
from build_tools.model.question import Answer, AnswerState, Evidence, QuestionFile
from build_tools.views import words
from build_tools.views.answers import brief, fit_mark, value, verdict_mark
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.parts import Link
from build_tools.views.question import AnswerView, QuestionView, QuoteView, SilentView
from build_tools.views.question_glance import glance

IN_DESCRIPTION = 3
"""Answers named in a page's description."""


def question_view(desk: Desk, question: Question) -> QuestionView:
    """Return what the page of a question shows.

    Args:
        desk: The site, seen from the folder the page lies in.
        question: The question.
    """
    file = question.sheet.value
    earlier, later = _neighbours(desk, question)
    silent = _silent(desk, question)
    answers = (one.answer for one in question.given)
    unread = [one for one in answers if one.state is AnswerState.UNREAD]
    return QuestionView(
        title=file.question,
        description=_description(desk, question),
        root=desk.root,
        short=file.short,
        kind=words.QUESTION_KINDS[file.kind],
        topic=Link(
            href=f"{desk.root}comparisons/index.html#{desk.index.topics[file.topic]}",
            text=file.topic,
        ),
        verdict=verdict_mark(question.verdict),
        why=question.why.rstrip("."),
        computed=verdict_mark(question.computed) if file.overruled else None,
        tally=_tally(question),
        glance=glance(desk, question),
        answers=tuple(_answer(desk, file, one) for one in question.said),
        silent=silent,
        silent_count=sum(len(one.articles) for one in silent),
        unread=() if desk.index.many else tuple(_named(desk, one) for one in unread),
        unread_count=len(unread),
        synthesis=desk.prose(file.synthesis),
        record=desk.record(file.record) if file.record else None,
        record_value=value(desk, file, file.record) if file.record else None,
        events=_events(desk, file),
        terms=_terms(desk, file),
        earlier=earlier,
        later=later,
        state=file.state.value,
        state_label=words.STATES[file.state],
        author=desk.author(file.author),
        reviewer=desk.person(file.reviewer),
        updated=in_words(file.updated),
        cite=_cite(desk, question),
    )


def _description(desk: Desk, question: Question) -> str:
    """Return the verdict with the first answers, for search engines and lists of results."""
    file = question.sheet.value
    said = [
        f"{desk.label(one.answer.article)}: {brief(desk, file, one.answer)}"
        for one in question.said[:IN_DESCRIPTION]
    ]
    verdict = words.VERDICTS[question.verdict][0]
    return f"{verdict}. {'; '.join(said)}{' …' if len(question.said) > len(said) else ''}".strip()


def _tally(question: Question) -> str:
    """Return how many articles answer: "2 of 5 articles say something; 3 are silent"."""
    counts = Counter(one.answer.state for one in question.given)
    says, silent, unread = (counts[state] for state in AnswerState)
    total = words.plural(len(question.given), "article")
    parts = [f"{says} of {total} {'says' if says == 1 else 'say'} something"]
    if silent:
        parts.append(f"{silent} {'is' if silent == 1 else 'are'} silent")
    if unread:
        parts.append(f"{unread} {'has' if unread == 1 else 'have'} not been read for it")
    return "; ".join(parts)


def _answer(desk: Desk, file: QuestionFile, given: Given) -> AnswerView:
    answer, record = given.answer, file.record
    article = desk.linked.corpus.article(answer.article)
    # A record that names nothing to compare leaves every answer open: not worth saying each time.
    told = record is not None and (given.fit is not Fit.OPEN or value(desk, file, record).text)
    return AnswerView(
        id=f"a-{answer.article}",
        article=Link(href=desk.article_href(answer.article), text=desk.label(answer.article)),
        published=in_words(article.record.value.date) if article else "",
        says=answer.says or "",
        speaker=desk.body(answer.speaker),
        value=value(desk, file, answer),
        quotes=tuple(_quote(desk, answer, one) for one in given.evidence),
        fit=fit_mark(given.fit) if told else None,
    )


def _quote(desk: Desk, answer: Answer, placed: Placed[Evidence]) -> QuoteView:
    number = placed.paragraph
    exact = placed.standing is Standing.EXACT
    return QuoteView(
        quote=placed.item.quote,
        passage=Link(href=desk.article_href(answer.article, f"p{number}"), text=f"¶{number}"),
        verified="" if exact else words.STANDINGS[placed.standing],
    )


def _silent(desk: Desk, question: Question) -> tuple[SilentView, ...]:
    """Return the silent articles by who read them for the question, and when."""
    found: defaultdict[tuple[str, str], list[tuple[str, Link]]] = defaultdict(list)
    for one in question.given:
        if one.answer.state is AnswerState.SILENT:
            key = one.answer.checked_by or "", one.answer.checked or ""
            found[key].append(_named(desk, one.answer))
    return tuple(
        SilentView(
            checker=desk.author(who) if who else Link(href="", text="nobody named"),
            when=in_words(when) if when else "",
            articles=tuple(articles),
        )
        for (who, when), articles in found.items()
    )


def _named(desk: Desk, answer: Answer) -> tuple[str, Link]:
    href = desk.article_href(answer.article)
    return f"a-{answer.article}", Link(href=href, text=desk.label(answer.article))


def _events(desk: Desk, file: QuestionFile) -> tuple[tuple[Link, str], ...]:
    known = desk.linked.corpus.events
    return tuple(
        (
            Link(href=desk.event_href(key), text=known[key].value.label),
            in_words(known[key].value.date),
        )
        for key in file.events
        if key in known
    )


def _terms(desk: Desk, file: QuestionFile) -> tuple[Link, ...]:
    terms = desk.linked.corpus.terms
    return tuple(
        Link(href=desk.term_href(key), text=terms[key].value.name)
        for key in file.about
        if key in terms
    )


def _neighbours(desk: Desk, question: Question) -> tuple[Link | None, Link | None]:
    at = desk.index.turns[question.id]
    return _turn(desk, at - 1), _turn(desk, at + 1)


def _turn(desk: Desk, at: int) -> Link | None:
    if not 0 <= at < len(desk.linked.questions):
        return None
    one = desk.linked.questions[at]
    return Link(href=desk.question_href(one.id), text=one.sheet.value.short)


def _cite(desk: Desk, question: Question) -> str:
    """Return how to cite the page; the question is ours, and no quotation."""
    site, file = desk.linked.corpus.site.value, question.sheet.value
    count = words.plural(len(question.given), "article")
    parts = [f"{file.question} Comparison of {count}", site.title, site.publisher or ""]
    parts += [in_words(file.updated), desk.permanent(f"comparisons/{question.id}.html")]
    return ", ".join(part for part in parts if part)
