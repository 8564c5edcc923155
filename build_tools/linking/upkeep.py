"""Where the work stands: what hangs on each paragraph, what has been reviewed, what is to be done.

To add something to be done: compute it here, make a task of it in `build_tools.views.status_tasks`,
add tests in `tests/unit/linking/test_upkeep.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from build_tools.linking.anchors import Standing
from build_tools.linking.checks import Edited
from build_tools.linking.comparisons import Question
from build_tools.linking.concordance import Usage
from build_tools.linking.finding import comparable
from build_tools.linking.linked import AnyPlaced, Linked, LinkedArticle
from build_tools.model.event import EventFile
from build_tools.model.figure import MeasureFile, RecordFigure
from build_tools.model.note import Confidence, Note
from build_tools.model.question import AnswerState, QuestionFile
from build_tools.model.term import TermFile


class Sort(StrEnum):
    """What sort of text has an author and a state."""

    NOTE = "note"
    TERM = "term"
    EVENT = "event"
    MEASURE = "measure"
    QUESTION = "question"
    ARGUMENT = "argument"
    COURSE = "course"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of ours that is written by one person and reviewed by another."""

    sort: Sort
    """What it is."""
    item: Edited
    """What it says, its state, author and reviewer."""
    id: str = ""
    """Its name; empty for an argument and the page for a class."""
    article: str = ""
    """For a note or an argument: the slug of its article."""
    paragraph: int = 0
    """For a note: the paragraph it lies in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What hangs on one paragraph."""

    paragraph: int
    """Its number."""
    notes: int
    """Notes."""
    tellings: int
    """Tellings of events."""
    figures: int
    """Numbers it claims."""
    evidence: int
    """Quotations that answers to questions rest on."""
    mentions: int
    """Mentions of terms in the op-ed's own words."""

    @property
    def total(self) -> int:
        """How much in all."""
        return self.notes + self.tellings + self.figures + self.evidence + self.mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """A form of a name that no article writes."""

    form: str
    """The form."""
    retold: bool
    """Whether our digests write it."""


def texts(linked: Linked) -> tuple[Text, ...]:
    """Return everything that has an author and a state, sort by sort."""
    return tuple(_texts(linked))


def _texts(linked: Linked) -> Iterator[Text]:
    corpus = linked.corpus
    for one in linked.articles:
        for note in one.notes:
            yield Text(
                sort=Sort.NOTE,
                item=note.item,
                id=note.item.id,
                article=one.article.slug,
                paragraph=note.paragraph,
            )
    for sort, sheets in (
        (Sort.TERM, corpus.terms),
        (Sort.EVENT, corpus.events),
        (Sort.MEASURE, corpus.measures),
        (Sort.QUESTION, corpus.questions),
    ):
        for key, sheet in sheets.items():
            yield Text(sort=sort, item=sheet.value, id=key)
    for article in corpus.articles:
        if article.argument.value.steps:
            yield Text(sort=Sort.ARGUMENT, item=article.argument.value, article=article.slug)
    if corpus.course:
        yield Text(sort=Sort.COURSE, item=corpus.course.value)


def unconfirmed(several: Iterable[Text]) -> tuple[Text, ...]:
    """Return the texts that say of themselves, or of the record they cite, that it is unchecked."""
    return tuple(one for one in several if _unconfirmed(one.item))


def unconfirmed_figures(measure: MeasureFile) -> tuple[RecordFigure, ...]:
    """Return the figures on record that are still to be checked."""
    return tuple(one for one in measure.record if one.confidence is Confidence.UNCONFIRMED)


def _unconfirmed(item: Edited) -> bool:
    match item:
        case Note() | TermFile():
            return item.confidence is Confidence.UNCONFIRMED
        case EventFile() | QuestionFile():
            return item.record is not None and item.record.confidence is Confidence.UNCONFIRMED
        case MeasureFile():
            return bool(unconfirmed_figures(item))
        case _:
            return False


def loads(one: LinkedArticle) -> tuple[Load, ...]:
    """Return what hangs on each paragraph of an article, in order."""
    notes, tellings, figures, evidence, mentions = (
        Counter(item.paragraph for item in several)
        for several in (one.notes, one.tellings, one.figures, one.evidence, one.mentions)
    )
    return tuple(
        Load(
            paragraph=number,
            notes=notes[number],
            tellings=tellings[number],
            figures=figures[number],
            evidence=evidence[number],
            mentions=mentions[number],
        )
        for number in range(1, one.paragraphs + 1)
    )


def not_retold(one: LinkedArticle) -> tuple[int, ...]:
    """Return the numbers of the paragraphs that the digest lacks."""
    there = one.article.digest.value.numbers
    return tuple(number for number in range(1, one.paragraphs + 1) if number not in there)


def doubtful(one: LinkedArticle) -> tuple[AnyPlaced, ...]:
    """Return whatever quotes an article in words that were not found exactly where it says."""
    return tuple(
        sorted(
            (placed for placed in one.quotations if placed.standing is not Standing.EXACT),
            key=lambda placed: placed.paragraph,
        )
    )


def unread(linked: Linked) -> dict[str, tuple[Question, ...]]:
    """Return the questions each article was never read for, by slug in the order of the corpus."""
    found: dict[str, list[Question]] = {one.article.slug: [] for one in linked.articles}
    for question in linked.questions:
        for given in question.given:
            if given.answer.state is AnswerState.UNREAD:
                found.setdefault(given.answer.article, []).append(question)
    return {slug: tuple(some) for slug, some in found.items() if some}


def retold_forms(linked: Linked) -> dict[str, frozenset[str]]:
    """Return how our digests refer to each term, comparable, by its id; by description too."""
    found: dict[str, set[str]] = {}
    for one in linked.articles:
        for retold in one.retold.values():
            for mention in retold.mentions:
                found.setdefault(mention.term, set()).add(mention.form)
    return {key: frozenset(map(comparable, forms)) for key, forms in found.items()}


def unmentioned(usage: Mapping[str, Usage]) -> tuple[str, ...]:
    """Return the ids of the terms that no article mentions in its own words."""
    return tuple(key for key, one in usage.items() if not one.count())


def unused(
    linked: Linked, usage: Mapping[str, Usage], retold: Mapping[str, frozenset[str]]
) -> dict[str, tuple[Unused, ...]]:
    """Return the forms listed with each term that no article writes for it, by its id.

    Name and abbreviation need not occur; terms that are mentioned nowhere are left out. What
    differs by capitals or typography alone is one form.

    Args:
        linked: The corpus with its ties.
        usage: Who mentions which term.
        retold: How our digests refer to each term.
    """
    found = {}
    for key, sheet in linked.corpus.terms.items():
        written = {comparable(form) for form in usage[key].forms()}
        listed: dict[str, str] = {}
        for one in sheet.value.variants:
            listed.setdefault(comparable(one.text), one.text)
        lacking = tuple(
            Unused(form=form, retold=same in retold.get(key, ()))
            for same, form in listed.items()
            if same not in written
        )
        if lacking and usage[key].count():
            found[key] = lacking
    return found
