"""Makes editorial folders of any size from a seed: invented words, real structure."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.event import EventKind
from build_tools.model.note import NoteKind
from build_tools.model.source import Block, BlockKind, SourceText
from build_tools.sources import importing
from build_tools.sources.edits import scalar

SYLLABLES = [one + two for one in "bdfghklmnprst" for two in "aeiou"]
PARAGRAPHS = 30
SENTENCES = 60
"""Different sentences in a folder: prose repeats itself, and compressed sizes should tell of it."""
SENTENCES_A_PARAGRAPH = 3
BODIES = 4
"""Different bodies of notes: the size budgets are about our markup, not about editors' words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a folder to make."""

    articles: int
    """Articles."""
    notes: int
    """Notes on each."""
    mentions: int = 40
    """Mentions in each."""
    terms: int = 50
    """Glossary terms."""
    events: int = 0
    """Events, told once or twice."""
    measures: int = 0
    """Things that are counted, with six figures each and two on record."""
    questions: int = 0
    """Questions, each answered by some articles and checked for silence in others."""


def make(folder: Path, size: Size, seed: int = 7) -> None:
    """Write an editorial folder and the source texts beside it."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(4000)]
    pool = [" ".join(chance.choices(words, k=10)).capitalize() + "." for _ in range(SENTENCES)]
    names = [f"{one.title()} {two.title()} Office" for one, two in _pairs(words, size.terms)]
    corpus = folder / "annotations"
    _write(corpus / "site.yml", "title: Measured\ndescription: Invented.\nabout: Invented words.\n")
    _write(corpus / "people.yml", "people:\n  - {id: editor, name: Editor, role: writes}\n")
    work = {"id": "gazette", "type": "article-newspaper", "title": "Gazette"}
    _write(corpus / "bibliography.json", json.dumps([work]))
    for number, name in enumerate(names):
        _write(corpus / "glossary" / f"term-{number}.yml", _term(name, chance.choice(pool)))
    texts = {
        slug: _article(folder, slug, chance, pool, names, size)
        for slug in (f"author-2024-n{number}" for number in range(size.articles))
    }
    for number in range(size.events):
        _write(corpus / "events" / f"e{number}.yml", _event(number, texts, chance, size))
    for number in range(size.measures):
        _write(corpus / "figures" / f"m{number}.yml", _measure(number, texts, chance))
    for number in range(size.questions):
        _write(corpus / "questions" / f"q{number}.yml", _question(number, texts, chance, pool))


def _article(
    folder: Path, slug: str, chance: random.Random, pool: list[str], names: list[str], size: Size
) -> list[str]:
    """Write an article; return its paragraphs."""
    per = -(-size.mentions // PARAGRAPHS)
    texts = [_paragraph(chance, pool, names, per) for _ in range(PARAGRAPHS)]
    source = SourceText(
        title=f"On {slug}",
        authors=("An Author",),
        outlet="Gazette",
        date="2024-01-01",
        language="en",
        url=None,
        blocks=tuple(Block(kind=BlockKind.PARAGRAPH, text=text) for text in texts),
        stripped=(),
    )
    here = folder / "annotations" / "articles" / slug
    _write(folder / "sources" / f"{slug}.txt", f"On {slug}\n\n{source.text}\n")
    _write(here / "article.yml", _record(source))
    digest = [f"¶{n} {_paragraph(chance, pool, names, per)}" for n in range(1, PARAGRAPHS + 1)]
    _write(here / "digest.md", "\n\n".join(digest) + "\n")
    notes = [_note(number, texts, digest, chance, pool) for number in range(size.notes)]
    _write(here / "notes.yml", "notes:\n" + "".join(notes))
    return texts


def _paragraph(chance: random.Random, pool: list[str], names: list[str], mentions: int) -> str:
    """Return sentences with some names dropped in."""
    parts = chance.sample(pool, SENTENCES_A_PARAGRAPH)
    for _ in range(mentions):
        at = chance.randrange(len(parts))
        parts[at] = f"{parts[at][:-1]} for the {chance.choice(names)}."
    return " ".join(parts)


def _note(
    number: int, texts: list[str], digest: list[str], chance: random.Random, pool: list[str]
) -> str:
    paragraph = number % len(texts)
    quote = _stretch(texts[paragraph], chance)
    retold = _stretch(digest[paragraph].partition(" ")[2], chance)
    kind = list(NoteKind)[number % len(NoteKind)]
    body = " ".join(pool[number % BODIES :][:SENTENCES_A_PARAGRAPH])
    see = "\n    see: [{article: author-2024-n0, paragraph: 1}]" * (kind is NoteKind.CONTRADICTION)
    return (
        f"  - id: n{number}\n    kind: {kind}\n    paragraph: {paragraph + 1}\n"
        f"    quote: {scalar(quote)}\n    digest: {scalar(retold)}\n"
        f"    body: {scalar(body)}\n    sources: [gazette]{see}\n"
        "    confidence: high\n    author: editor\n    created: 2024-01-01\n"
    )


def _event(number: int, texts: dict[str, list[str]], chance: random.Random, size: Size) -> str:
    kind = list(EventKind)[number % len(EventKind)]
    date = _date(chance)
    told = [
        f"  - {{{_quoted(texts, chance)}, date: {date if at == 0 else _date(chance)}}}\n"
        for at in range(1 + number % 2)
    ]
    actor = f"actors: [term-{number % size.terms}]\n" if size.terms else ""
    return f"label: Event number {number}\nkind: {kind}\ndate: {date}\n{actor}told:\n" + _end(told)


def _measure(number: int, texts: dict[str, list[str]], chance: random.Random) -> str:
    figures = [
        f"  - {{id: f{at}, {_quoted(texts, chance)}, value: {chance.randint(1, 2000)}, "
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


def _question(
    number: int, texts: dict[str, list[str]], chance: random.Random, pool: list[str]
) -> str:
    slugs = chance.sample(sorted(texts), min(len(texts), 16))
    fields = [
        lambda: f"stance: {chance.choice(['supports', 'doubts', 'opposes', 'reports'])}",
        lambda: f"date: {_date(chance)}",
        lambda: f"holds: [{chance.choice(['one', 'two'])}]",
    ]
    kind = ("position", "date", "fact")[number % 3]
    said = []
    for slug in slugs[:8]:
        evidence = _quoted({slug: texts[slug]}, chance).partition(", ")[2]
        says = scalar(chance.choice(pool))
        said.append(
            f"  - {{article: {slug}, says: {says}, {fields[number % 3]()}, "
            f"evidence: [{{{evidence}}}]}}\n"
        )
    silent = [
        f"  - {{article: {slug}, state: silent, checked_by: editor, checked: 2024-01-01}}\n"
        for slug in slugs[8:]
    ]
    return (
        f"question: What of question {number}?\nshort: Question {number}\nkind: {kind}\n"
        f"topic: Topic {number % 6}\nchoices: {{one: The one, two: The other}}\nanswers:\n"
        + "".join([*said, *silent])
        + f"synthesis: {scalar(chance.choice(pool))}\nauthor: editor\nupdated: 2024-01-01\n"
    )


def _quoted(texts: dict[str, list[str]], chance: random.Random) -> str:
    """Return the fields that name a passage, of an article taken at random."""
    slug = chance.choice(sorted(texts))
    at = chance.randrange(len(texts[slug]))
    quote = scalar(_stretch(texts[slug][at], chance))
    return f"article: {slug}, paragraph: {at + 1}, quote: {quote}"


def _date(chance: random.Random) -> str:
    year, month = chance.randint(2001, 2024), chance.randint(1, 12)
    exact = f"{year}-{month:02}-{chance.randint(1, 28):02}"
    return chance.choice([exact, exact, f"{year}-{month:02}", f'"{year}"', f"{exact}~"])


def _end(lines: list[str]) -> str:
    return "".join(lines) + "author: editor\nupdated: 2024-01-01\n"


def _stretch(text: str, chance: random.Random) -> str:
    words = text.split()
    start = chance.randrange(len(words) - 7)
    return " ".join(words[start : start + chance.randint(3, 7)])


def _record(source: SourceText) -> str:
    words = sum(len(block.text.split()) for block in source.blocks)
    return (
        f"title: {source.title}\nauthors: [An Author]\noutlet: Gazette\ndate: 2024-01-01\n"
        "thesis: Invented.\nrights:\n"
        "  statement: https://creativecommons.org/licenses/by/4.0/\n  publish: full\n"
        f'origin:\n  text: "{source.digest}"\n'
        f'  fingerprint: "{importing.fingerprint(source.text)}"\n'
        f"  paragraphs: {len(source.blocks)}\n  words: {words}\n"
    )


def _term(name: str, definition: str) -> str:
    return (
        f"name: {name}\nkind: organisation\ndefinition: {definition}\nsources: [gazette]\n"
        "confidence: high\nauthor: editor\nupdated: 2024-01-01\n"
    )


def _pairs(words: list[str], count: int) -> list[tuple[str, str]]:
    unique = list(dict.fromkeys(words))
    return [(unique[at % len(unique)], unique[(at * 7 + 3) % len(unique)]) for at in range(count)]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
