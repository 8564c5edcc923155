"""What lies across the articles of a made folder: events, figures and questions."""

from __future__ import annotations

import random
from collections.abc import Mapping

from build_tools.model.event import EventKind
from tests.bench.prose import Prose

ASKED = 16
"""Articles that each question is put to; half of them answer."""

Texts = Mapping[str, list[str]]
"""Paragraphs, by article."""


def event(number: int, texts: Texts, prose: Prose, terms: int) -> str:
    """Return the file of an event that one or two articles tell of."""
    kind = list(EventKind)[number % len(EventKind)]
    date = _date(prose.chance)
    told = [
        f"  - {{{_quoted(texts, prose)}, date: {date if at == 0 else _date(prose.chance)}}}\n"
        for at in range(1 + number % 2)
    ]
    actor = f"actors: [term-{number % terms}]\n" if terms else ""
    return f"label: Event number {number}\nkind: {kind}\ndate: {date}\n{actor}told:\n" + _end(told)


def measure(number: int, texts: Texts, prose: Prose) -> str:
    """Return the file of something that is counted six times, with two figures on record."""
    chance = prose.chance
    figures = [
        f"  - {{id: f{at}, {_quoted(texts, prose)}, value: {chance.randint(1, 2000)}, "
        f'period: "{chance.randint(2019, 2024)}"'
        + (f", counted_by: term-{at}" if at % 3 else "")
        + "}\n"
        for at in range(6)
    ]
    record = [
        f'  - {{id: r{at}, value: {chance.randint(1, 2000)}, period: "{2022 + at}", '
        "sources: [gazette], confidence: high}\n"
        for at in range(2)
    ]
    head = f"counts: Barges of sort {number}\nunit: barges\nnature: total\nfigures:\n"
    return head + "".join(figures) + "record:\n" + _end(record)


def question(number: int, texts: Texts, prose: Prose) -> str:
    """Return the file of a question that some articles answer and some are silent on."""
    chance = prose.chance
    slugs = chance.sample(list(texts), min(len(texts), ASKED))
    fields = [
        lambda: f"stance: {chance.choice(['supports', 'doubts', 'opposes', 'reports'])}",
        lambda: f"date: {_date(chance)}",
        lambda: f"holds: [{chance.choice(['one', 'two'])}]",
    ]
    kind = ("position", "date", "fact")[number % 3]
    said = []
    for slug in slugs[: ASKED // 2]:
        evidence = _quoted({slug: texts[slug]}, prose).partition(", ")[2]
        said.append(
            f"  - {{article: {slug}, says: {prose.sentences(1)[0]}, {fields[number % 3]()}, "
            f"evidence: [{{{evidence}}}]}}\n"
        )
    silent = [
        f"  - {{article: {slug}, state: silent, checked_by: editor, checked: 2024-01-01}}\n"
        for slug in slugs[ASKED // 2 :]
    ]
    return (
        f"question: What of question {number}?\nshort: Question {number}\nkind: {kind}\n"
        f"topic: Topic {number % 6}\nchoices: {{one: The one, two: The other}}\nanswers:\n"
        + "".join([*said, *silent])
        + f"synthesis: {prose.sentences(1)[0]}\nauthor: editor\nupdated: 2024-01-01\n"
    )


def _quoted(texts: Texts, prose: Prose) -> str:
    """Return the fields that name a passage, of an article taken at random."""
    slug = prose.chance.choice(list(texts))
    at = prose.chance.randrange(len(texts[slug]))
    return f"article: {slug}, paragraph: {at + 1}, quote: {prose.stretch(texts[slug][at])}"


def _date(chance: random.Random) -> str:
    year, month = chance.randint(2001, 2024), chance.randint(1, 12)
    exact = f"{year}-{month:02}-{chance.randint(1, 28):02}"
    return chance.choice([exact, exact, f"{year}-{month:02}", f'"{year}"', f"{exact}~"])


def _end(lines: list[str]) -> str:
    return "".join(lines) + "author: editor\nupdated: 2024-01-01\n"
