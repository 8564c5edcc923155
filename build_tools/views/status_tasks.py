"""Makes the lists of what is still to be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from build_tools.linking import upkeep
from build_tools.linking.comparisons import Question
from build_tools.linking.linked import LinkedArticle
from build_tools.linking.upkeep import Sort, Text
from build_tools.model.note import State
from build_tools.model.work import Work
from build_tools.views import coverage_tables as tables
from build_tools.views import words
from build_tools.views.coverage import ItemView
from build_tools.views.desk import Desk
from build_tools.views.parts import Link
from build_tools.views.reference_pages import cited_by
from build_tools.views.status import TaskView
from build_tools.views.status_lists import (
    NO_HEADING,
    Items,
    article_link,
    here,
    quoting,
    task,
    text_item,
    unconfirmed_items,
)

_NEVER_READ = "Not known: no article has been read for names yet."


def task_views(desk: Desk, texts: tuple[Text, ...]) -> tuple[TaskView, ...]:
    """Return everything that is to be done, tasks with nothing to do included.

    Args:
        desk: The site as the page sees it.
        texts: Everything that has an author and a state.
    """
    retold = upkeep.retold_forms(desk.linked)
    return (
        _unread(desk),
        _doubtful(desk),
        _not_retold(desk),
        _unconfirmed(desk, texts),
        _disputed(desk, texts),
        _unmentioned(desk, retold),
        _unused(desk, retold),
        _uncited(desk),
    )


def _unread(desk: Desk) -> TaskView:
    def item(slug: str, question: Question) -> ItemView:
        # Where articles are many, a question's page does not name those it has no answer from.
        href = desk.question_href(question.id, "" if desk.index.many else slug)
        return ItemView(link=Link(href=href, text=question.sheet.value.short), remark="")

    found = upkeep.unread(desk.linked)
    nothing = "Nothing: every article has been read for every question."
    return task(
        "unread",
        "Questions an article was never read for",
        "An article has been read for a question once it answers it, or once somebody has read "
        "the whole of it and found it silent.",
        nothing if desk.linked.questions else "Nothing: no question has been put to an article.",
        [
            (article_link(desk, slug), [partial(item, slug, one) for one in questions])
            for slug, questions in found.items()
        ],
    )


def _doubtful(desk: Desk) -> TaskView:
    return task(
        "quotations",
        "Quotations not verified, moved or lost",
        "Words of the op-eds that were not found exactly where they are said to stand.",
        "Nothing: every quotation was found exactly where it is said to stand.",
        _by_article(
            desk,
            lambda one: [partial(quoting, desk, one, placed) for placed in upkeep.doubtful(one)],
        ),
    )


def _not_retold(desk: Desk) -> TaskView:
    def item(one: LinkedArticle, number: int) -> ItemView:
        return ItemView(link=Link(href=here(desk, one, number), text=f"¶{number}"), remark="")

    return task(
        "not-retold",
        "Paragraphs not retold",
        "Paragraphs that a digest does not have yet.",
        "Nothing: every paragraph is retold.",
        _by_article(
            desk, lambda one: [partial(item, one, number) for number in upkeep.not_retold(one)]
        ),
        short=True,
    )


def _unconfirmed(desk: Desk, texts: tuple[Text, ...]) -> TaskView:
    unsure = upkeep.unconfirmed(texts)
    labels = {
        Sort.NOTE: "Notes",
        Sort.TERM: "Terms",
        Sort.EVENT: "Records of events",
        Sort.MEASURE: "Figures on record",
        Sort.QUESTION: "Records of questions",
    }
    return task(
        "unconfirmed",
        "Marked unconfirmed",
        "What has not been checked against a source. It is shown as such, and should not be cited.",
        "Nothing: no text is marked so.",
        [
            (
                Link(href="", text=label),
                [
                    item
                    for one in unsure
                    if one.sort is sort
                    for item in unconfirmed_items(desk, one)
                ],
            )
            for sort, label in labels.items()
        ],
    )


def _disputed(desk: Desk, texts: tuple[Text, ...]) -> TaskView:
    return task(
        "disputed",
        "Disputed",
        "Texts that somebody objects to, with reasons, until the matter is settled.",
        "Nothing: no text is disputed.",
        [
            (
                NO_HEADING,
                [
                    partial(text_item, desk, one)
                    for one in texts
                    if one.item.state is State.DISPUTED
                ],
            )
        ],
    )


def _unmentioned(desk: Desk, retold: dict[str, frozenset[str]]) -> TaskView:
    read = any(one.lock for one in desk.linked.articles)
    keys = upkeep.unmentioned(desk.usage) if read else ()
    items = [
        partial(_term_item, desk, key, "only in our digests" if key in retold else "")
        for key in keys
    ]
    return task(
        "unmentioned",
        "Terms no article mentions",
        "Entries of the glossary that no op-ed names or describes in its own words. Some are "
        "there because notes or other entries need them.",
        "Nothing: every term of the glossary is mentioned." if read else _NEVER_READ,
        [(NO_HEADING, items)],
        unknown=_never_read(desk),
        known=read,
    )


def _unused(desk: Desk, retold: dict[str, frozenset[str]]) -> TaskView:
    read = any(one.lock for one in desk.linked.articles)
    found = upkeep.unused(desk.linked, desk.usage, retold) if read else {}
    items = [partial(_term_item, desk, key, _forms(forms)) for key, forms in found.items()]
    return task(
        "unused",
        "Names no article uses",
        "Forms listed with a term that no op-ed writes for it: the next article may, unless they "
        "are misspelt. Capitals and typography make no difference here.",
        "Nothing: every form listed with a term occurs." if read else _NEVER_READ,
        [(NO_HEADING, items)],
        unknown=_never_read(desk),
        known=read,
    )


def _term_item(desk: Desk, key: str, remark: str) -> ItemView:
    link = Link(href=desk.term_href(key), text=tables.term_name(desk, key))
    return ItemView(link=link, remark=remark)


def _forms(forms: tuple[upkeep.Unused, ...]) -> str:
    """Return forms in a line; those that only our digests use are marked."""
    shown = [f"“{one.form}”{' (only in our digests)' if one.retold else ''}" for one in forms]
    return _cut(shown, tables.MOST_FORMS)


def _never_read(desk: Desk) -> str:
    """Return which articles nothing is known of, in words; empty where all or none were read."""
    labels = [one.article.label for one in desk.linked.articles if not one.lock]
    if not labels or len(labels) == len(desk.linked.articles):
        return ""
    said = _cut(labels, tables.MOST_CELLS)
    return f"Never read for names, so that nothing is known of them here: {said}."


def _cut(several: list[str], most: int) -> str:
    """Return words in a line, and how many are left out."""
    said = ", ".join(several[:most])
    return said + (f" and {len(several) - most} more" if len(several) > most else "")


def _uncited(desk: Desk) -> TaskView:
    def item(one: Work) -> ItemView:
        link = Link(href=f"{desk.root}sources.html#s-{one.id}", text=one.title)
        return ItemView(link=link, remark=words.work_label(one))

    cited, works = cited_by(desk), desk.linked.corpus.works.values()
    left = sorted(
        (one for one in works if one.id not in cited), key=lambda one: one.title.casefold()
    )
    return task(
        "uncited",
        "Works nothing cites",
        "Entries of the bibliography that no note, term or record rests on.",
        "Nothing: everything in the bibliography is cited."
        if works
        else "Nothing: the bibliography is empty.",
        [(NO_HEADING, [partial(item, one) for one in left])],
    )


def _by_article(
    desk: Desk, items: Callable[[LinkedArticle], Items]
) -> Iterable[tuple[Link, Items]]:
    return [(article_link(desk, one.article.slug), items(one)) for one in desk.linked.articles]
