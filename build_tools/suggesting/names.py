"""Names that no term of the glossary covers, and forms of terms that it lacks, ranked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from build_tools.linking.finding import comparable
from build_tools.model.span import Span
from build_tools.model.term import TermKind
from build_tools.suggesting.abbreviations import Pair, is_short
from build_tools.suggesting.glossary import Glossary, kin
from build_tools.suggesting.languages.words import Words
from build_tools.suggesting.reading import Spot, Text
from build_tools.suggesting.runs import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A name the glossary does not know in this form."""

    name: str
    """The fullest form in the text."""
    short: str | None
    """Its abbreviation, where the text explains one."""
    forms: tuple[str, ...]
    """Other forms in the text."""
    kind: TermKind | None
    """What it names, where words in or before it tell."""
    term: str | None
    """Id of a term that it is probably another form of."""
    spot: Spot
    """Where it stands first."""
    paragraphs: tuple[int, ...]
    """All paragraphs it stands in."""
    why: str
    """What makes it a name to explain."""
    certainty: float
    """How likely an editor wants it, 0 to 1."""
    abbreviation: bool = False
    """Whether the text explains it as an abbreviation."""

    def is_only_at(self, paragraph: int, span: Span) -> bool:
        """Tell whether it stands in one paragraph only, and there in some other words."""
        return self.paragraphs == (paragraph,) and span.overlaps(self.spot.span)


def find(
    text: Text, runs: tuple[Run, ...], pairs: Iterable[tuple[int, Pair]], glossary: Glossary
) -> tuple[FoundName, ...]:
    """Return unknown names, explained abbreviations among them, the surest first."""
    listed = tuple(pairs)
    found = [name for number, pair in listed if (name := _explained(text, number, pair, glossary))]
    explained = {comparable(one) for _, pair in listed for one in (pair.short, pair.long)}
    within = {(number, pair.span) for number, pair in listed}
    unknown = [
        one
        for one in runs
        if not any(one.paragraph == at and span.covers(one.name) for at, span in within)
        and not _is_known(one, text, glossary, explained)
    ]
    groups = _grouped(unknown, explained | glossary.forms.keys())
    found += [_named(text, group, glossary) for group in groups]
    merged = _merged(found)
    return tuple(sorted(merged, key=lambda one: (-one.certainty, one.spot.paragraph, one.name)))


def _explained(text: Text, number: int, pair: Pair, glossary: Glossary) -> FoundName | None:
    """Return what an abbreviation and its expansion add to the glossary."""
    short, long = glossary.covering(pair.short), glossary.covering(pair.long)
    if short & long:
        return None
    term, name, why = None, pair.long, "an abbreviation and what it stands for, side by side"
    if long and not short:
        term, name = min(long), pair.short
        why = "an abbreviation of a known name, explained here"
    elif short and not long:
        term = min(short)
        why = f"what {pair.short} stands for here"
    elif short:
        term, name = min(long), pair.short
        why = f"explained as {pair.long} here; {pair.short} is {min(short)} in the glossary"
    return FoundName(
        name=name,
        short=None if term else pair.short,
        forms=(),
        kind=_kind_of(tuple(pair.long.split()), text.words),
        term=term,
        spot=Spot(
            paragraph=number, span=pair.span, words=pair.span.of(text.paragraph(number).text)
        ),
        paragraphs=(number,),
        why=why,
        certainty=pair.certainty,
        abbreviation=True,
    )


def _is_known(run: Run, text: Text, glossary: Glossary, explained: set[str]) -> bool:
    """Tell whether terms, or names that need no entry, cover a run."""
    words, here = text.words, text.paragraph(run.paragraph).text
    name = run.name.of(here)
    plain = comparable(name)
    everyday = all(piece in words.everyday_names for piece in plain.split("-"))
    plural = plain.endswith("s") and bool(glossary.covering(name[:-1]))
    if plain in explained or plain in words.everyday_names or everyday or plural:
        return True
    hits = [hit.span for hit in glossary.hits(here)]
    left, at = [], run.name.start
    for part in run.parts:
        start = here.index(part, at)
        at = start + len(part)
        span = Span(start, at)
        if not any(one.overlaps(span) for one in hits) and not _is_everyday(part, words):
            left.append(part)
    return not left


def _is_everyday(part: str, words: Words) -> bool:
    plain = re.sub(r"[’'].*$", "", part).lower().rstrip(".")
    pieces = [one for one in plain.split("-") if one]
    return (
        all(one in words.everyday_names or one in words.function_words for one in pieces)
        or plain in words.titles
        or plain in words.roles
        or part.rstrip(".") in words.months
        or part in words.weekdays
    )


def _grouped(runs: Iterable[Run], known: set[str]) -> list[list[Run]]:
    """Return runs of one name together: a surname goes with the one full name that ends in it.

    What several fuller names end in, as two Boards do, stays by itself.
    """
    by_name: dict[tuple[str, ...], list[Run]] = {}
    for run in runs:
        by_name.setdefault(tuple(part.lower() for part in run.parts), []).append(run)
    for name in sorted(by_name, key=len):
        fuller = [one for one in by_name if len(one) > len(name) and one[-len(name) :] == name]
        others = [one for one in known if one.endswith(" " + " ".join(name))]
        if len(fuller) == 1 and not others:
            by_name[fuller[0]] += by_name.pop(name)
    return list(by_name.values())


def _named(text: Text, group: list[Run], glossary: Glossary) -> FoundName:
    """Return what a group of runs says of its name."""
    fullest = max(group, key=lambda one: (len(one.parts), -one.paragraph, -one.name.start))
    group.sort(key=lambda one: (one.paragraph, one.name.start))
    here = text.paragraph(fullest.paragraph).text
    name = _trimmed(fullest, text.words)
    forms = tuple(
        dict.fromkeys(form for one in group if (form := _trimmed(one, text.words)) != name)
    )
    term, why = kin(name, text.words, glossary)
    after = text.words.apposed.match(here, fullest.span.end) if text.words.apposed else None
    apposed = after[0].rstrip() if after else ""
    person = any(one.person for one in group)
    if person:
        office = next(one.office for one in group if one.office)
        why = why or f"a person: “{office}”"
    elif apposed:
        why = why or "explained right after"
    spot_end = fullest.span.end + len(apposed)
    return FoundName(
        name=name,
        short=None,
        forms=forms,
        kind=TermKind.PERSON if person else _kind_of(fullest.parts, text.words),
        term=term,
        spot=Spot(
            paragraph=fullest.paragraph,
            span=fullest.span,
            words=here[fullest.span.start : spot_end],
        ),
        paragraphs=tuple(dict.fromkeys(one.paragraph for one in group)),
        why=why or _plain_why(name, group),
        certainty=_certainty(group, fullest, name, apposed=bool(apposed), kin=bool(term)),
    )


def _plain_why(name: str, group: list[Run]) -> str:
    times = f", {len(group)} times" if len(group) > 1 else ""
    if is_short(name):
        return f"an abbreviation that is not explained{times}"
    return f"written like a name{times}"


def _trimmed(run: Run, words: Words) -> str:
    """Return the words of a name without a people's before an abbreviation: "Pakistani SSG"."""
    *before, last = run.parts
    whole = len(run.written.split()) == len(run.parts)  # no small words between
    if whole and is_short(last) and all(_is_everyday(one, words) for one in before):
        return last
    return run.written


def _kind_of(parts: tuple[str, ...], words: Words) -> TermKind | None:
    """Return what a name names by its last telling word, else by its first."""
    if any(part.lower() in words.roles for part in parts):
        return None
    for part in reversed(parts):
        if kind := words.kinds.get(part.lower()):
            return kind
    return None


def _certainty(group: list[Run], fullest: Run, name: str, *, apposed: bool, kin: bool) -> float:
    worth = 0.4 + 0.12 * min(3, len(fullest.parts) - 1) + 0.06 * min(3, len(group) - 1)
    worth += 0.15 * any(one.person for one in group) + 0.1 * apposed + 0.15 * kin
    worth += 0.1 * is_short(name)
    if all(one.initial for one in group):
        worth -= 0.25 if len(fullest.parts) == 1 else 0.05
    return max(0.05, min(0.95, worth))


def _merged(found: list[FoundName]) -> list[FoundName]:
    """Return the findings with those of one form made one."""
    by_name: dict[str, FoundName] = {}
    for one in found:
        key = comparable(one.name)
        first = by_name.get(key)
        if first is None:
            by_name[key] = one
        else:
            paragraphs = tuple(sorted({*first.paragraphs, *one.paragraphs}))
            by_name[key] = replace(first, paragraphs=paragraphs)
    return list(by_name.values())
