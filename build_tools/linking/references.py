"""Checks that what a file names is there: people, works, terms, articles, events, figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from build_tools import prose
from build_tools.linking.linked import Linked
from build_tools.model.corpus import Corpus, Sheet
from build_tools.model.event import RecordSays
from build_tools.model.fields import Citation, Passage
from build_tools.model.note import unsourced
from build_tools.model.problem import Problem, Severity, Where
from build_tools.model.question import RecordAnswer

_MARKUP = re.compile(r"\]\(|<")
_TAG = re.compile(r"</?[A-Za-z!][^>]*>")
_ARTICLE = re.compile(r"article:([a-z0-9-]+)(?:#(\d+))?")
AnySheet = Sheet[Any]


def check_people(
    corpus: Corpus,
    sheet: AnySheet,
    steps: tuple[str | int, ...],
    *names: str | None,
) -> Iterator[Problem]:
    """Yield a problem for an author or reviewer who is not in people.yml."""
    for field, name in zip(("author", "reviewer"), names, strict=True):
        if name and corpus.person(name) is None:
            known = ", ".join(one.id for one in corpus.people.value.people) or "nobody yet"
            yield Problem(
                code="CR301",
                place=sheet.at(*steps, field),
                message=f"names a person who is not in people.yml ({known})",
                words=name,
                example="- {id: editor, name: Editor, role: writes notes}",
            )


def check_sources(
    corpus: Corpus,
    sheet: AnySheet,
    steps: tuple[str | int, ...],
    sources: Iterable[Citation],
) -> Iterator[Problem]:
    """Yield a problem for each citation of a work that is not in the bibliography."""
    for index, citation in enumerate(sources):
        if citation.key not in corpus.works:
            yield Problem(
                code="CR302",
                place=sheet.at(*steps, "sources", index),
                message="cites a work that is not in bibliography.json",
                words=citation.key,
                example='{"id": "' + citation.key + '", "type": "article-newspaper", "title": "…"}',
            )


def check_term(corpus: Corpus, where: Where, key: str) -> Iterator[Problem]:
    """Yield a problem for a term that is not in the glossary."""
    if key not in corpus.terms and key not in corpus.unreadable:
        yield Problem(
            code="CR303",
            place=where(),
            message="names a term that is not in glossary/",
            words=key,
            example=f"glossary/{key}.yml",
        )


def check_event(corpus: Corpus, where: Where, key: str) -> Iterator[Problem]:
    """Yield a problem for an event that is not there."""
    if key not in corpus.events and key not in corpus.unreadable:
        yield Problem(
            code="CR340",
            place=where(),
            message="names an event that is not in events/",
            words=key,
            example=f"events/{key}.yml",
        )


def check_figure(corpus: Corpus, where: Where, name: str) -> Iterator[Problem]:
    """Yield a problem for a figure, `FILE/ID`, that is not there."""
    key, _, figure = name.partition("/")
    sheet = corpus.measures.get(key)
    if sheet is None and key in corpus.unreadable:
        return
    known = [one.id for one in (*sheet.value.figures, *sheet.value.record)] if sheet else []
    if figure not in known:
        near = ", ".join(f"{key}/{one}" for one in known[:4])
        yield Problem(
            code="CR356",
            place=where(),
            message="names a figure that is not in figures/",
            words=name,
            example=near or f"figures/{key}.yml with a figure of `id: {figure}`",
        )


def check_question(corpus: Corpus, where: Where, key: str) -> Iterator[Problem]:
    """Yield a problem for a question that is not there."""
    if key not in corpus.questions and key not in corpus.unreadable:
        yield Problem(
            code="CR364",
            place=where(),
            message="names a question that is not in questions/",
            words=key,
            example=f"questions/{key}.yml",
        )


def check_paragraph(linked: Linked, where: Where, slug: str, number: int) -> Iterator[Problem]:
    """Yield a problem for a paragraph that an article does not have."""
    article = linked.article(slug)
    if article and number > article.paragraphs:
        yield Problem(
            code="CR315",
            place=where(),
            message=f"the op-ed has only {article.paragraphs} paragraphs",
            words=str(number),
        )


def check_record(
    corpus: Corpus, sheet: AnySheet, record: RecordSays | RecordAnswer | None
) -> Iterator[Problem]:
    """Yield a problem for each dead link and for a record that names no source."""
    if record is None:
        return
    yield from check_prose(corpus, sheet, ("record", "says"), record.says)
    yield from check_sources(corpus, sheet, ("record",), record.sources)
    if unsourced(record.sources, record.confidence):
        yield Problem(
            code="CR308",
            place=sheet.at("record"),
            message="says what the record holds and names no source",
            example="sources: [dawn-2022-11-28], or confidence: unconfirmed",
        )


def check_article(corpus: Corpus, where: Where, slug: str) -> Iterator[Problem]:
    """Yield a problem for an article that is not there."""
    if corpus.article(slug) is None and slug not in corpus.unreadable:
        known = ", ".join(one.slug for one in corpus.articles)
        yield Problem(
            code="CR304",
            place=where(),
            message="names an article that is not in articles/",
            words=slug,
            example=known[:120],
        )


def check_passage(
    corpus: Corpus, passage: Passage, where: Where, number: Where
) -> Iterator[Problem]:
    """Yield a problem for a passage of an article that is not there."""
    yield from check_article(corpus, where, passage.article)
    article = corpus.article(passage.article)
    if article and passage.paragraph > article.paragraphs:
        yield Problem(
            code="CR304",
            place=number(),
            message=f"names ¶{passage.paragraph} of `{passage.article}`, "
            f"which has {article.paragraphs}",
        )


def check_prose(
    corpus: Corpus,
    sheet: AnySheet,
    steps: tuple[str | int, ...],
    markdown: str | None,
) -> Iterable[Problem]:
    """Return a problem for each dead or forbidden link and for HTML in Markdown of ours."""
    has_markup = markdown and _MARKUP.search(markdown)
    return _in_markup(corpus, sheet, steps, markdown) if markdown and has_markup else ()


def _in_markup(
    corpus: Corpus, sheet: AnySheet, steps: tuple[str | int, ...], markdown: str
) -> Iterator[Problem]:
    where = sheet.where(*steps)
    if tag := _TAG.search(markdown):
        yield Problem(
            code="CR330",
            place=where(),
            message="holds HTML, which readers will see as it is written",
            words=tag[0][:60],
            example="*emphasis*, **strong**, [words](https://…)",
            severity=Severity.WARNING,
        )
    for target in prose.bad_links(markdown):
        yield Problem(
            code="CR305",
            place=where(),
            message="links to an address that is not allowed",
            words=target[:60],
            example="[TTP](term:ttp), [Gul ¶7](article:gul-2024-point#7), https://…",
        )
    for target in prose.links(markdown):
        scheme, _, name = target.partition(":")
        if scheme in _NAMED:
            yield from _NAMED[scheme](corpus, where, name)
        elif match := _ARTICLE.fullmatch(target):
            passage = Passage(article=match[1], paragraph=int(match[2] or 1))
            yield from check_passage(corpus, passage, where, where)


_NAMED = {
    "term": check_term,
    "event": check_event,
    "figure": check_figure,
    "question": check_question,
}
"""What checks each kind of link to a file of ours."""
