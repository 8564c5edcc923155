"""Drafts what an editor would else hunt for in an op-ed, as commented YAML to take over or leave.

`reading` cuts the text up; the finders (`abbreviations`, `runs` and `names`, `times`, `counts`,
`attributions`, `descriptions`, `crossings`) return values that know nothing of files; `known`
leaves out what editors have; the `draft_…` modules make entries of them; `writing` lays them out.

To add a kind of finding:

1. A module with a frozen class of what is found, with a place and a certainty, and `find`.
2. Call it in `gathering.gather`; say in `known` what editors may have of it already.
3. Make `Draft`s of it in a `draft_…` module and add them in `suggest`.
4. Cases in `tests/cases/suggesting/`, a measure in `tests/bench/suggesting.py`.

To add a language, see `languages`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.suggesting import crossings, draft_terms, draft_ties, draft_told, gathering
from build_tools.suggesting.draft import Draft
from build_tools.suggesting.gathering import Findings
from build_tools.suggesting.known import Known
from build_tools.suggesting.reading import Text
from build_tools.suggesting.writing import lay_out

__all__ = ["Draft", "lay_out", "suggest", "suggestions"]


def suggest(linked: Linked, slug: str) -> str | None:
    """Return suggestions for an article as commented YAML; nothing without its source text."""
    found = suggestions(linked, slug)
    one = linked.article(slug)
    text = gathering.read(one) if one else None
    if found is None or text is None or one is None:
        return None
    return lay_out(slug, found, _remarks(text, one))


def suggestions(linked: Linked, slug: str) -> tuple[Draft, ...] | None:
    """Return what an article holds that editors lack; nothing without its source text."""
    one = linked.article(slug)
    text = gathering.read(one) if one else None
    if one is None or text is None:
        return None
    glossary = gathering.glossary_of(linked)
    findings = gathering.gather(one, text, glossary)
    return tuple(_drafts(linked, one, findings, crossings.find(linked, findings, glossary)))


def _drafts(
    linked: Linked,
    one: LinkedArticle,
    findings: Findings,
    crossed: tuple[crossings.Crossing, ...],
) -> Iterator[Draft]:
    known = Known(linked, one, findings.text)
    taken = frozenset(linked.corpus.terms) | linked.corpus.unreadable
    meant = [(one.paragraph, one.span) for one in findings.descriptions]
    named = tuple(
        one
        for one in findings.names
        if not known.has_name(one)
        and not any(one.is_only_at(paragraph, span) for paragraph, span in meant)
    )
    yield from draft_terms.drafts(named, taken)
    yield from draft_ties.resolved(one)
    yield from draft_ties.described(findings, known)
    yield from draft_ties.voices(findings, linked.corpus)
    yield from draft_told.events(findings, known)
    yield from draft_told.figures(findings, known)
    yield from draft_ties.notes(findings, known)
    yield from draft_ties.comparisons(findings.text, crossed, known)


def _remarks(text: Text, one: LinkedArticle) -> Iterator[str]:
    """Yield what limits the suggestions."""
    language = one.article.record.value.language
    if not text.words.known:
        yield f"Of the language `{language}` nothing is known: only what needs no words is here."
    if text.date is None:
        yield "The article's date is not known to the day: relative dates are left open."
    if one.stale:
        yield "The glossary has changed since the lock was written: run `crossread anchor` first."
