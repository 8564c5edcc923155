"""Suggestions for the glossary: new terms, and variants that terms lack."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.sources.edits import scalar
from build_tools.sources.slugs import free
from build_tools.suggesting.draft import BY_AND_WHEN, TODO, TODO_TEXT, Draft, slug_of
from build_tools.suggesting.names import FoundName
from build_tools.suggesting.reading import short

MANY = 6
"""Paragraphs that are listed before "and more"."""


def drafts(found: tuple[FoundName, ...], taken: frozenset[str]) -> Iterator[Draft]:
    """Yield a suggestion for each name the glossary lacks.

    Args:
        found: The names.
        taken: Ids of the terms there are.
    """
    given = set(taken)
    for one in found:
        if one.term:
            yield _variant(one)
        else:
            slug = free(slug_of(one.short or one.name), given)
            given.add(slug)
            yield _term(one, slug)


def _term(one: FoundName, slug: str) -> Draft:
    lines = [f"name: {scalar(one.name)}"]
    if one.short:
        lines.append(f"short: {scalar(one.short)}")
    lines.append(f"kind: {one.kind or TODO}")
    lines.append(f"definition: {TODO_TEXT}")
    if one.forms:
        lines.append("variants:")
        lines += [f"  - {scalar(form)}" for form in one.forms]
    lines += [f"sources: [{TODO}]", f"confidence: {TODO}", *BY_AND_WHEN]
    return _draft(one, f"glossary/{slug}.yml", "", tuple(lines))


def _variant(one: FoundName) -> Draft:
    return _draft(one, f"glossary/{one.term}.yml", "variants", (f"- {scalar(one.name)}",))


def _draft(one: FoundName, file: str, key: str, lines: tuple[str, ...]) -> Draft:
    others = [f"¶{number}" for number in one.paragraphs if number != one.spot.paragraph]
    also = f"; also {', '.join(others[:MANY])}" if others else ""
    also += " and more" if len(others) > MANY else ""
    return Draft(
        file=file,
        key=key,
        paragraph=one.spot.paragraph,
        words=short(one.spot.words),
        why=one.why + also,
        certainty=one.certainty,
        lines=lines,
    )
