"""Makes the views of chapters that are more than a page of the site."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from build_tools.book.desk import BookDesk
from build_tools.book.views import (
    ArticleChapter,
    ColophonView,
    ComparisonsChapter,
    GlossaryChapter,
    IndexChapter,
    IndexEntry,
    QuestionPart,
    ReadingView,
    TermPart,
    TitleView,
    TopicPart,
)
from build_tools.linking.anchors import Standing
from build_tools.linking.linked import LinkedArticle
from build_tools.model.note import Confidence, State
from build_tools.views import words
from build_tools.views.article_page import article_view, kinds
from build_tools.views.dates_in_words import in_words
from build_tools.views.particulars import cite_original, rights
from build_tools.views.parts import Link
from build_tools.views.question_page import question_view
from build_tools.views.reference_pages import people_view
from build_tools.views.term_page import term_view


def title(desk: BookDesk, subtitle: str, day: datetime.date) -> TitleView:
    """Return what the title page shows."""
    site = desk.linked.corpus.site.value
    return TitleView(
        title=site.title,
        subtitle=subtitle,
        description=site.description,
        date=in_words(day.isoformat()),
        publisher=site.publisher or "",
        address=site.address or "",
        licence=rights(site.licence),
    )


def reading(desk: BookDesk, warning: str) -> ReadingView:
    """Return what the chapter on how to read the book shows."""
    linked = desk.linked
    notes = tuple(note.item for one in linked.articles for note in one.notes)
    shown = [desk.shows_full(one) for one in linked.articles]
    counts = (
        (len(linked.articles), "article"),
        (len(notes), "note"),
        (len(linked.corpus.terms), "glossary entry"),
        (len(linked.events), "dated event"),
        (len(linked.questions), "question"),
        (len(linked.corpus.works), "source"),
    )
    return ReadingView(
        about=desk.prose(linked.corpus.site.value.about),
        contents=", ".join(
            words.plural(count, name, name.removesuffix("y") + "ies" if name[-1] == "y" else "")
            for count, name in counts
            if count
        ),
        kinds=kinds(notes),
        full=any(shown),
        digests=not all(shown),
        warning=warning,
    )


def article(desk: BookDesk, one: LinkedArticle) -> ArticleChapter:
    """Return what the chapter of an article shows."""
    return ArticleChapter(
        page=article_view(desk, one),
        doubts={
            f"n-{note.item.id}": tuple(
                _doubts(note.item.confidence, note.item.state, note.standing)
            )
            for note in one.notes
        },
    )


def _doubts(confidence: Confidence, state: State, standing: Standing) -> Iterator[str]:
    """Yield what a reader should know of a note before trusting it."""
    if confidence is not Confidence.HIGH:
        yield words.CONFIDENCE[confidence]
    if state is not State.REVIEWED:
        yield words.STATES[state]
    if standing is not Standing.EXACT:
        yield words.STANDINGS[standing]


def comparisons(desk: BookDesk) -> ComparisonsChapter:
    """Return what the chapter of comparisons shows."""
    topics = groupby(desk.linked.questions, lambda one: one.sheet.value.topic)
    found = {one.verdict for one in desk.linked.questions}
    return ComparisonsChapter(
        topics=tuple(
            TopicPart(
                id=desk.index.topics[topic],
                label=topic,
                questions=tuple(
                    QuestionPart(id=one.id, page=question_view(desk, one)) for one in questions
                ),
            )
            for topic, questions in topics
        ),
        meanings=tuple(
            (words.VERDICTS[one][0], meaning)
            for one, meaning in words.VERDICT_MEANINGS.items()
            if one in found
        ),
    )


def glossary(desk: BookDesk) -> GlossaryChapter:
    """Return what the glossary shows."""
    terms = desk.linked.corpus.terms
    return GlossaryChapter(
        terms=tuple(
            TermPart(page=term_view(desk, key), places=tuple(_places(desk, key)))
            for key in sorted(terms, key=lambda key: (_sorted(terms[key].value.name), key))
        )
    )


def _places(desk: BookDesk, key: str) -> Iterator[tuple[str, tuple[Link, ...]]]:
    for slug, found in desk.usage[key].by_article.items():
        numbers = dict.fromkeys(one.paragraph for one in found)
        yield (
            desk.label(slug),
            tuple(Link(href=desk.article_href(slug, f"p{n}"), text=f"¶{n}") for n in numbers),
        )


def index(desk: BookDesk) -> IndexChapter:
    """Return what the index shows: names that no article mentions are left out."""
    entries = sorted(_entries(desk), key=lambda one: (_sorted(one.name), one.see is not None))
    return IndexChapter(
        letters=tuple(
            (letter, tuple(found))
            for letter, found in groupby(entries, lambda one: _letter(one.name))
        )
    )


def _entries(desk: BookDesk) -> Iterator[IndexEntry]:
    for key, usage in desk.usage.items():
        term = desk.linked.corpus.terms[key].value
        if not usage.by_article:
            continue
        yield IndexEntry(
            name=f"{term.name} ({term.short})" if term.short else term.name,
            see=None,
            places=tuple(
                Link(href=link.href, text=f"{label} {link.text}")
                for label, links in _places(desk, key)
                for link in links
            ),
        )
        others = {one.casefold(): one for one in (*usage.forms(), term.short or "") if one}
        others.pop(term.name.casefold(), None)
        for form in others.values():
            yield IndexEntry(
                name=form, see=Link(href=desk.term_href(key), text=term.name), places=()
            )


def _sorted(name: str) -> str:
    """Return what a name is sorted by: letters without accents, then digits."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(one for one in plain if one.isalnum() or one == " ").strip()


def _letter(name: str) -> str:
    first = _sorted(name)[:1].upper()
    return first if first.isalpha() else "0–9"


def colophon(desk: BookDesk, front: TitleView, warning: str) -> ColophonView:
    """Return what the last page shows."""
    return ColophonView(
        title=front,
        people=people_view(desk).people,
        rights=tuple(
            (
                cite_original(one),
                rights(one.record.value.rights.statement),
                one.record.value.rights.holder or "",
            )
            for one in desk.linked.corpus.articles
        ),
        warning=warning,
    )
