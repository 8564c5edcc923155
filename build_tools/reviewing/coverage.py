"""How much hangs on each article, before and after."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from build_tools.linking.linked import Linked
from build_tools.model.question import AnswerState
from build_tools.reviewing.pairing import Paired


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What hangs on one article."""

    notes: int = 0
    """Notes."""
    mentions: int = 0
    """Mentions of terms in its own words."""
    read: int = 0
    """Questions it was read for: those it answers, and those to which it is silent."""
    questions: int = 0
    """Questions there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An article before and after."""

    article: str
    """Its slug."""
    before: Cover | None
    """As it was; nothing where it was not there."""
    after: Cover | None
    """As it is; nothing where it is gone."""


def coverage(both: Paired) -> tuple[Row, ...]:
    """Return what hangs on each article before and after, in the order of the later revision."""
    was = {both.slug(slug): found for slug, found in _covers(both.before).items()}
    now = _covers(both.after)
    slugs = [*now, *(slug for slug in was if slug not in now)]
    return tuple(Row(article=one, before=was.get(one), after=now.get(one)) for one in slugs)


def _covers(linked: Linked) -> dict[str, Cover]:
    read = Counter(
        given.answer.article
        for question in linked.questions
        for given in question.given
        if given.answer.state is not AnswerState.UNREAD
    )
    return {
        one.article.slug: Cover(
            notes=len(one.notes),
            mentions=len(one.mentions),
            read=read[one.article.slug],
            questions=len(linked.questions),
        )
        for one in linked.articles
    }
