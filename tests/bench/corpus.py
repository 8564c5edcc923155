"""Makes editorial folders of any size from a seed: invented words, real structure."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path

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
    for number in range(size.articles):
        _article(folder, f"author-2024-n{number}", chance, pool, names, size)


def _article(
    folder: Path, slug: str, chance: random.Random, pool: list[str], names: list[str], size: Size
) -> None:
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
