"""Questions with every article's answer, its places in the texts, and the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.linking.anchors import Placed
from build_tools.linking.figures import Measure
from build_tools.linking.quotations import evidence_key
from build_tools.linking.verdicts import RULES, Figures, Fit, Rule, fit, judge
from build_tools.model.corpus import Corpus, Sheet
from build_tools.model.figure import Claimed, MeasureFile
from build_tools.model.question import Answer, AnswerState, Evidence, QuestionFile, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One article's answer and where its words stand."""

    answer: Answer
    """What it says, or that it is silent or not yet read for this."""
    evidence: tuple[Placed[Evidence], ...]
    """Where it says so, in the order of the file."""
    fit: Fit
    """How it stands to the record."""

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """Numbers of the paragraphs it rests on, each once."""
        return tuple(dict.fromkeys(one.paragraph for one in self.evidence))


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, read and tied."""

    id: str
    """Name of its file."""
    sheet: Sheet[QuestionFile]
    """The editorial data."""
    given: tuple[Given, ...]
    """An answer for every article, by date."""
    verdict: Verdict
    """How the answers stand to each other, an editor's word before ours."""
    rule: Rule
    """What decided."""
    why: str
    """The rule in words, or the editor's reason."""
    computed: Verdict
    """What the rules alone say."""

    @property
    def said(self) -> tuple[Given, ...]:
        """The answers of the articles that say something."""
        return tuple(one for one in self.given if one.answer.state is AnswerState.SAYS)


def gather(
    corpus: Corpus, placed: Mapping[str, Placed[Evidence]], measures: tuple[Measure, ...]
) -> tuple[Question, ...]:
    """Return the corpus's questions by topic, then by name of the file.

    Args:
        corpus: The editorial data.
        placed: Where each piece of evidence stands, by its name in the lock.
        measures: What is counted, for answers that are figures.
    """
    figures = _finder(measures)
    topics = list(dict.fromkeys(one.value.topic for one in corpus.questions.values()))
    unread = {one.slug: _unread(one.slug) for one in corpus.articles}
    questions = [_question(key, corpus, placed, figures, unread) for key in corpus.questions]
    return tuple(sorted(questions, key=lambda one: topics.index(one.sheet.value.topic)))


def _finder(measures: tuple[Measure, ...]) -> Figures:
    known: dict[str, tuple[MeasureFile, Claimed]] = {}
    for one in measures:
        measure = one.sheet.value
        claims: tuple[Claimed, ...] = (*measure.figures, *measure.record)
        known |= {f"{one.id}/{claim.id}": (measure, claim) for claim in claims}
    return known.get


def _unread(slug: str) -> Given:
    """Return what stands for an article that nobody read for a question: the same in each."""
    answer = Answer(article=slug, state=AnswerState.UNREAD)
    return Given(answer=answer, evidence=(), fit=Fit.OPEN)


def _question(
    key: str,
    corpus: Corpus,
    placed: Mapping[str, Placed[Evidence]],
    figures: Figures,
    unread: Mapping[str, Given],
) -> Question:
    sheet = corpus.questions[key]
    question = sheet.value
    answers = {one.article: one for one in question.answers}
    rule = judge(question, figures)
    verdict, why = RULES[rule]
    computed = verdict
    if question.overruled:
        rule, verdict, why = Rule.EDITOR, question.overruled.verdict, question.overruled.reason
    return Question(
        id=key,
        sheet=sheet,
        given=tuple(
            _given(key, answers[slug], question, placed, figures)
            if slug in answers
            else unread[slug]
            for slug in unread
        ),
        verdict=verdict,
        rule=rule,
        why=why,
        computed=computed,
    )


def _given(
    key: str,
    answer: Answer,
    question: QuestionFile,
    placed: Mapping[str, Placed[Evidence]],
    figures: Figures,
) -> Given:
    keys = (evidence_key(key, answer.article, at) for at in range(len(answer.evidence)))
    says = answer.state is AnswerState.SAYS
    return Given(
        answer=answer,
        evidence=tuple(placed[one] for one in keys if one in placed),
        fit=fit(answer, question.record, question, figures)
        if says and question.record
        else Fit.OPEN,
    )
