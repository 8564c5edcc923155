"""Every person, work, term and passage that a file names must exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from build_tools import prose
from build_tools.linking.linked import Linked
from build_tools.model.corpus import Corpus, Sheet
from build_tools.model.fields import Citation, Passage
from build_tools.model.problem import Place, Problem, Severity

_MARKUP = re.compile(r"\]\(|<")
_TAG = re.compile(r"</?[A-Za-z!][^>]*>")
AnySheet = Sheet[Any]

_ARTICLE = re.compile(r"article:([a-z0-9-]+)(?:#(\d+))?")


def links(linked: Linked) -> Iterator[Problem]:
    """Yield a problem for each name that leads nowhere."""
    corpus = linked.corpus
    yield from check_prose(corpus, corpus.site, ("about",), corpus.site.value.about)
    for index, person in enumerate(corpus.people.value.people):
        yield from check_prose(corpus, corpus.people, ("people", index, "about"), person.about)
    for article in corpus.articles:
        record = article.record
        yield from check_sources(corpus, record, (), record.value.sources)
        for index, remark in enumerate(record.value.remarks):
            yield from check_prose(corpus, record, ("remarks", index), remark)
        for block in article.digest.value.blocks:
            yield from check_prose(corpus, article.digest, (block.number,), block.markdown)
        yield from _in_notes(corpus, article.notes)
        for field in ("resolved", "described", "excluded"):
            for index, tie in enumerate(getattr(article.ties.value, field)):
                yield from check_term(corpus, article.ties.at(field, index, "term"), tie.term)
    for sheet in corpus.terms.values():
        yield from _in_term(corpus, sheet)


def _in_notes(corpus: Corpus, sheet: AnySheet) -> Iterator[Problem]:
    for index, note in enumerate(sheet.value.notes):
        steps = ("notes", index)
        yield from check_prose(corpus, sheet, (*steps, "body"), note.body)
        yield from check_prose(corpus, sheet, (*steps, "dispute"), note.dispute)
        yield from check_sources(corpus, sheet, steps, note.sources)
        for at, passage in enumerate(note.see):
            yield from _passage(corpus, passage, *_both(sheet, *steps, "see", at))
        yield from check_people(corpus, sheet, steps, note.author, note.reviewer)


def _in_term(corpus: Corpus, sheet: AnySheet) -> Iterator[Problem]:
    term = sheet.value
    yield from check_prose(corpus, sheet, ("name",), term.name)
    yield from check_prose(corpus, sheet, ("definition",), term.definition)
    yield from check_prose(corpus, sheet, ("detail",), term.detail)
    yield from check_sources(corpus, sheet, (), term.sources)
    yield from check_people(corpus, sheet, (), term.author, term.reviewer)
    for index, relation in enumerate(term.relations):
        yield from check_term(corpus, sheet.at("relations", index, "term"), relation.term)
        yield from check_sources(corpus, sheet, ("relations", index), relation.sources)
    for index, contested in enumerate(term.contested):
        for at, position in enumerate(contested.positions):
            steps = ("contested", index, "positions", at)
            yield from check_prose(corpus, sheet, (*steps, "says"), position.says)
            yield from check_sources(corpus, sheet, steps, position.sources)


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


def check_term(corpus: Corpus, place: Place, key: str) -> Iterator[Problem]:
    """Yield a problem for a term that is not in the glossary."""
    if key not in corpus.terms and key not in corpus.unreadable:
        yield Problem(
            code="CR303",
            place=place,
            message="names a term that is not in glossary/",
            words=key,
            example=f"glossary/{key}.yml",
        )


def check_article(corpus: Corpus, place: Place, slug: str) -> Iterator[Problem]:
    """Yield a problem for an article that is not there."""
    if corpus.article(slug) is None and slug not in corpus.unreadable:
        known = ", ".join(one.slug for one in corpus.articles)
        yield Problem(
            code="CR304",
            place=place,
            message="names an article that is not in articles/",
            words=slug,
            example=known[:120],
        )


def _both(sheet: AnySheet, *steps: str | int) -> tuple[Place, Place]:
    return sheet.at(*steps, "article"), sheet.at(*steps, "paragraph")


def _passage(corpus: Corpus, passage: Passage, place: Place, number: Place) -> Iterator[Problem]:
    yield from check_article(corpus, place, passage.article)
    article = corpus.article(passage.article)
    if article and passage.paragraph > article.paragraphs:
        yield Problem(
            code="CR304",
            place=number,
            message=f"names ¶{passage.paragraph} of `{passage.article}`, "
            f"which has {article.paragraphs}",
        )


def check_prose(
    corpus: Corpus,
    sheet: AnySheet,
    steps: tuple[str | int, ...],
    markdown: str | None,
) -> Iterator[Problem]:
    """Yield a problem for each dead or forbidden link and for HTML in Markdown of ours."""
    if not markdown or not _MARKUP.search(markdown):
        return
    place = sheet.at(*steps)
    if tag := _TAG.search(markdown):
        yield Problem(
            code="CR330",
            place=place,
            message="holds HTML, which readers will see as it is written",
            words=tag[0][:60],
            example="*emphasis*, **strong**, [words](https://…)",
            severity=Severity.WARNING,
        )
    for target in prose.bad_links(markdown):
        yield Problem(
            code="CR305",
            place=place,
            message="links to an address that is not allowed",
            words=target[:60],
            example="[TTP](term:ttp), [Gul ¶7](article:gul-2024-point#7), https://…",
        )
    for target in prose.links(markdown):
        if target.startswith("term:"):
            yield from check_term(corpus, place, target.removeprefix("term:"))
        elif match := _ARTICLE.fullmatch(target):
            passage = Passage(article=match[1], paragraph=int(match[2] or 1))
            yield from _passage(corpus, passage, place, place)
