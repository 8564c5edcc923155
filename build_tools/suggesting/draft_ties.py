"""Suggestions for mentions.yml and notes.yml: names decided, voices, descriptions, comparisons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from build_tools.linking.linked import LinkedArticle
from build_tools.model.corpus import Corpus
from build_tools.model.span import Span
from build_tools.sources.edits import scalar
from build_tools.sources.slugs import free
from build_tools.suggesting.crossings import Crossing
from build_tools.suggesting.draft import TODO, TODO_TEXT, Draft, item, slug_of
from build_tools.suggesting.gathering import Findings
from build_tools.suggesting.known import Known
from build_tools.suggesting.reading import Text, quotation, short

_SPOKEN = 0.5
"""Certainty from which reported speech is worth a note."""
_SEEN = 3
"""Passages of other articles that one note compares with at most."""


def resolved(one: LinkedArticle) -> Iterator[Draft]:
    """Yield a line for each form that several terms go by and nothing decides yet."""
    for block in one.blocks:
        for form in block.full_found.undecided:
            terms = [term or "no term" for term in form.terms]
            line = f"{{text: {scalar(form.form)}, term: {TODO}, paragraphs: [{block.number}]}}"
            yield Draft(
                file=_mentions(one.article.slug),
                key="resolved",
                paragraph=block.number,
                words=short(form.form),
                why=f"may be {' or '.join(terms)}",
                certainty=0.9,
                lines=(f"- {line}",),
            )


def described(findings: Findings, known: Known) -> Iterator[Draft]:
    """Yield a line for words that probably mean a term without naming it."""
    for found in findings.descriptions:
        if known.has_description(found):
            continue
        here = findings.text.paragraph(found.paragraph).text
        words = short(found.span.of(here))
        alone = len(found.terms) == 1
        term = found.terms[0] if alone else TODO
        line = f"{{paragraph: {found.paragraph}, text: {scalar(words)}, term: {term}}}"
        why = found.why if alone else f"{found.why}: {' or '.join(found.terms)}"
        yield Draft(
            file=_mentions(findings.text.slug),
            key="described",
            paragraph=found.paragraph,
            words=words,
            why=why,
            certainty=found.certainty,
            lines=(f"- {line}",),
        )


def voices(findings: Findings, corpus: Corpus) -> Iterator[Draft]:
    """Yield a line for quoted words whose speaker nobody has named."""
    for one in findings.voices:
        if one.speaker is None:
            speaker = TODO_TEXT
        else:
            speaker = one.speaker if one.speaker in corpus.terms else scalar(one.speaker)
        line = f"{{paragraph: {one.paragraph}, opening: {scalar(one.opening)}, speaker: {speaker}}}"
        yield Draft(
            file=_mentions(findings.text.slug),
            key="voices",
            paragraph=one.paragraph,
            words=short(one.opening),
            why=f"quoted words; {one.why}",
            certainty=one.certainty,
            lines=(f"- {line}",),
        )


def notes(findings: Findings, known: Known) -> Iterator[Draft]:
    """Yield a note to write where somebody is said to say something outside quotation marks."""
    taken = {one.id for one in known.article.article.notes.value.notes}
    spoken = {(one.paragraph, one.speech) for one in findings.voices}
    for said in findings.said:
        quoted = any(said.paragraph == at and said.sentence.overlaps(span) for at, span in spoken)
        if said.certainty < _SPOKEN or quoted or known.has_attribution(said):
            continue
        slug = free(slug_of("said-by", said.label, f"p{said.paragraph}"), taken)
        taken.add(slug)
        quote = quotation(findings.text, said.paragraph, said.span, 3)
        yield Draft(
            file=_notes(findings.text.slug),
            key="notes",
            paragraph=said.paragraph,
            words=quote,
            why=f"reported speech of “{said.label}”, outside quotation marks",
            certainty=said.certainty,
            lines=_note(slug, "attribution", said.paragraph, quote, ()),
        )


def comparisons(text: Text, crossings: tuple[Crossing, ...], known: Known) -> Iterator[Draft]:
    """Yield a note to write for words that other articles have a like passage to."""
    taken = {one.id for one in known.article.article.notes.value.notes}
    groups: defaultdict[tuple[int, Span], list[Crossing]] = defaultdict(list)
    for one in crossings:
        groups[one.paragraph, one.span].append(one)
    for (paragraph, span), found in groups.items():
        best = found[:_SEEN]
        slug = free(slug_of("compare", f"p{paragraph}"), taken)
        taken.add(slug)
        quote = quotation(text, paragraph, span, 3)
        see = tuple(f"  - {{article: {one.other[0]}, paragraph: {one.other[1]}}}" for one in best)
        whys = dict.fromkeys(one.why for one in best)
        yield Draft(
            file=_notes(text.slug),
            key="notes",
            paragraph=paragraph,
            words=quote,
            why=f"compare {', '.join(f'{one.other[0]} ¶{one.other[1]}' for one in best)}: "
            + "; ".join(whys),
            certainty=best[0].certainty,
            lines=_note(slug, TODO, paragraph, quote, see),
        )


def _note(
    slug: str, kind: str, paragraph: int, quote: str, see: tuple[str, ...]
) -> tuple[str, ...]:
    lines = [f"id: {slug}", f"kind: {kind}", f"paragraph: {paragraph}", f"quote: {scalar(quote)}"]
    lines.append(f"body: {TODO_TEXT}")
    lines += ["see:", *see] if see else []
    lines += [f"confidence: {TODO}", f"author: {TODO}", f"created: {TODO}"]
    return item(lines)


def _mentions(slug: str) -> str:
    return f"articles/{slug}/mentions.yml"


def _notes(slug: str) -> str:
    return f"articles/{slug}/notes.yml"
