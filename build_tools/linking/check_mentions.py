"""Every form must mean one term, and every editor's line must still apply."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.linking.finding import comparable, find_words
from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.linking.matcher import variants
from build_tools.linking.mentions import Found, described_words
from build_tools.linking.voices import speeches
from build_tools.model.problem import Problem, Severity, Where


def mentions(linked: Linked) -> Iterator[Problem]:
    """Yield a problem for each undecided form and each editor's line without its words."""
    forms = {
        key: {comparable(variant.text) for variant in variants(sheet.value)}
        for key, sheet in linked.corpus.terms.items()
    }
    for one in linked.articles:
        ties, digest = one.article.ties, one.article.digest
        for number, found in one.said.items():
            yield from _undecided(found, number, "the source text", ties.where("resolved"))
        for number, found in one.retold.items():
            yield from _undecided(found, number, "the digest", digest.where(number))
        yield from _resolved(one, forms)
        yield from _beyond(one)
        yield from _described(one)
        if one.source:
            yield from _voices(one)
        if one.stale:
            yield Problem(
                code="CR604",
                place=one.article.ties.at(),
                message="mentions were last read with another glossary or other editors' lines",
                example="crossread anchor, where the source texts are at hand",
                severity=Severity.WARNING,
            )


def _undecided(found: Found, number: int, text: str, where: Where) -> Iterator[Problem]:
    for form in found.undecided:
        terms = [term or "no term" for term in form.terms]
        yield Problem(
            code="CR601",
            place=where(),
            message=f"¶{number} of {text}: may be {' or '.join(terms)}",
            words=form.form,
            example=f"- {{text: {form.form}, term: {form.terms[0]}, paragraphs: [{number}]}}",
        )


def _resolved(one: LinkedArticle, forms: dict[str, set[str]]) -> Iterator[Problem]:
    """A line that decides a form must name a term that goes by it."""
    for index, tie in enumerate(one.article.ties.value.resolved):
        if tie.term in forms and comparable(tie.text) not in forms[tie.term]:
            yield Problem(
                code="CR605",
                place=one.article.ties.at("resolved", index, "text"),
                message=f"is not a form of `{tie.term}`",
                words=tie.text,
                example=f"variants: [{tie.text}] in glossary/{tie.term}.yml",
            )


def _beyond(one: LinkedArticle) -> Iterator[Problem]:
    """A line must not name a paragraph the op-ed does not have."""
    last, ties = one.paragraphs, one.article.ties
    named: list[tuple[int, Where]] = []
    for field in ("resolved", "excluded"):
        for index, tie in enumerate(getattr(ties.value, field)):
            named += [
                (number, ties.where(field, index, "paragraphs", at))
                for at, number in enumerate(tie.paragraphs)
            ]
    for field in ("described", "voices"):
        for index, tie in enumerate(getattr(ties.value, field)):
            named.append((tie.paragraph, ties.where(field, index, "paragraph")))
    for number, where in named:
        if number > last:
            message = f"the op-ed has only {last} paragraphs"
            yield Problem(code="CR315", place=where(), message=message, words=str(number))


def _described(one: LinkedArticle) -> Iterator[Problem]:
    for index, tie in enumerate(one.article.ties.value.described):
        block = one.block(tie.paragraph)
        where = one.article.ties.where("described", index, "text")
        if block is None:
            continue
        if block.full and not find_words(block.full, tie.text):
            yield _dead(where, f"words are not in ¶{tie.paragraph} of the source text", tie.text)
        elif tie.digest and not find_words(
            block.digest.text, words := described_words(tie, retold=True)
        ):
            where = one.article.ties.where("described", index, "digest")
            yield _dead(where, f"words are not in ¶{tie.paragraph} of the digest", words)


def _voices(one: LinkedArticle) -> Iterator[Problem]:
    for index, voice in enumerate(one.article.ties.value.voices):
        block = one.block(voice.paragraph)
        found = speeches(block.full, [voice]) if block else ()
        if not any(speech.speaker == voice.speaker for speech in found):
            place = one.article.ties.at("voices", index, "opening")
            message = f"no quotation in ¶{voice.paragraph} begins like this"
            yield Problem(code="CR603", place=place, message=message, words=voice.opening)


def _dead(where: Where, message: str, words: str) -> Problem:
    return Problem(code="CR602", place=where(), message=message, words=words)
