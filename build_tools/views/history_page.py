"""Makes the view of the page that tells what became of an article's notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.linking.linked import LinkedArticle
from build_tools.model.past import Step
from build_tools.views import words
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.parts import Link, PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One change of a note."""

    date: str
    """Day, in words."""
    iso: str
    """The same for `<time datetime>`."""
    what: str
    """What changed."""
    commit: Link
    """The commit, by what its author called it; leads nowhere where it is not to be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastView:
    """What became of one note."""

    id: str
    """Its id on its page."""
    title: str
    """Its quotation, or its id where it is gone."""
    href: str
    """The note; empty where it is gone."""
    detail: str
    """Its kind and paragraph, or that it was taken out."""
    steps: tuple[StepView, ...]
    """The latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView(PageView):
    """What the page shows."""

    article: Link
    """The article."""
    notes: tuple[PastView, ...]
    """In the order of the text, then those that are gone."""


def history_view(desk: Desk, one: LinkedArticle) -> HistoryView:
    """Return what became of an article's notes.

    Args:
        desk: The site, seen from the folder the page lies in.
        one: The article, whose past the desk knows.
    """
    slug, record = one.article.slug, one.article.record.value
    title = f"History of the notes on {one.article.label}"
    return HistoryView(
        title=title,
        description=f"When each note on “{record.title}” was written and changed.",
        root=desk.root,
        article=Link(href=desk.article_href(slug), text=record.title),
        notes=tuple(_notes(desk, one)),
    )


def _notes(desk: Desk, one: LinkedArticle) -> Iterator[PastView]:
    past = desk.past[one.article.slug]
    for placed in one.notes:
        note = placed.item
        if note.id in past:
            yield PastView(
                id=f"n-{note.id}",
                title=note.quote,
                href=desk.article_href(one.article.slug, f"n-{note.id}"),
                detail=f"{words.KIND_LABELS[note.kind][0]} on ¶{placed.paragraph}",
                steps=_steps(desk, past[note.id]),
            )
    here = {placed.item.id for placed in one.notes}
    for id, steps in past.items():
        if id not in here:
            yield PastView(
                id=f"n-{id}", title=id, href="", detail="taken out", steps=_steps(desk, steps)
            )


def _steps(desk: Desk, steps: tuple[Step, ...]) -> tuple[StepView, ...]:
    repository = desk.linked.corpus.site.value.repository
    return tuple(
        StepView(
            date=in_words(step.date),
            iso=step.date,
            what=", ".join(step.what),
            commit=Link(
                href=f"{repository.rstrip('/')}/commit/{step.commit}" if repository else "",
                text=step.subject,
            ),
        )
        for step in reversed(steps)
    )
