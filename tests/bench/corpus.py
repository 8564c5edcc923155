"""Makes editorial folders of any size from a seed: invented words, real structure."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.note import NoteKind
from build_tools.model.source import Block, BlockKind, SourceText
from build_tools.sources import importing
from tests.bench.crosswise import event, measure, question
from tests.bench.prose import Name, Prose

PARAGRAPHS = 30
"""With three sentences of eight words each and forty mentions, some 900 words."""
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
    """Mentions in each, and in its digest."""
    terms: int = 50
    """Glossary terms."""
    events: int = 0
    """Events, told once or twice."""
    measures: int = 0
    """Things that are counted, with six figures each and two on record."""
    questions: int = 0
    """Questions, each answered by some articles and checked for silence in others."""
    withheld: int = 0
    """Every how-manieth article may not be published, only its digest; 0 for none."""
    varied: bool = False
    """Whether every sentence is new; else a few repeat, for sizes that tell of the markup."""


def make(folder: Path, size: Size, seed: int = 7) -> None:
    """Write an editorial folder and the source texts beside it."""
    prose = Prose(random.Random(seed), varied=size.varied)
    names = prose.names(size.terms)
    corpus = folder / "annotations"
    _write(corpus / "site.yml", "title: Measured\ndescription: Invented.\nabout: Invented words.\n")
    _write(corpus / "people.yml", "people:\n  - {id: editor, name: Editor, role: writes}\n")
    work = {"id": "gazette", "type": "article-newspaper", "title": "Gazette"}
    _write(corpus / "bibliography.json", json.dumps([work]))
    for number, name in enumerate(names):
        _write(corpus / "glossary" / f"term-{number}.yml", _term(name, prose))
    slugs = [f"author-2024-n{number}" for number in range(size.articles)]
    texts = {}
    for number, slug in enumerate(slugs):
        withheld = size.withheld > 0 and number % size.withheld == size.withheld - 1
        texts[slug] = [prose.paragraph(names, count) for count in _shares(size.mentions)]
        _write_article(folder, slug, texts[slug], withheld=withheld)
        digest = [prose.paragraph(names, count) for count in _shares(size.mentions)]
        here = corpus / "articles" / slug
        _write(here / "digest.md", "".join(f"¶{n} {one}\n\n" for n, one in enumerate(digest, 1)))
        notes = (_note(n, texts[slug], digest, prose, slugs) for n in range(size.notes))
        _write(here / "notes.yml", "notes:\n" + "".join(notes))
    for number in range(size.events):
        _write(corpus / "events" / f"e{number}.yml", event(number, texts, prose, size.terms))
    for number in range(size.measures):
        _write(corpus / "figures" / f"m{number}.yml", measure(number, texts, prose))
    for number in range(size.questions):
        _write(corpus / "questions" / f"q{number}.yml", question(number, texts, prose))


def _shares(mentions: int) -> list[int]:
    """Return how many mentions each paragraph gets."""
    each, rest = divmod(mentions, PARAGRAPHS)
    return [each + (number < rest) for number in range(PARAGRAPHS)]


def _write_article(folder: Path, slug: str, texts: list[str], *, withheld: bool) -> None:
    """Write an op-ed and the record of it."""
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
    _write(folder / "sources" / f"{slug}.txt", f"{source.title}\n\n{source.text}\n")
    record = (
        f"title: {source.title}\nauthors: [An Author]\noutlet: Gazette\ndate: 2024-01-01\n"
        "thesis: Invented.\nrights:\n"
        "  statement: https://creativecommons.org/licenses/by/4.0/\n"
        f"  publish: {'digest' if withheld else 'full'}\n"
        f'origin:\n  text: "{source.digest}"\n'
        f'  fingerprint: "{importing.fingerprint(source.text)}"\n'
        f"  paragraphs: {len(texts)}\n  words: {sum(len(text.split()) for text in texts)}\n"
    )
    _write(folder / "annotations" / "articles" / slug / "article.yml", record)


def _note(
    number: int, texts: list[str], digest: list[str], prose: Prose, slugs: Sequence[str]
) -> str:
    paragraph = number % len(texts)
    kind = list(NoteKind)[number % len(NoteKind)]
    see = ""
    if kind is NoteKind.CONTRADICTION:
        see = f"    see: [{{article: {prose.chance.choice(slugs)}, paragraph: 1}}]\n"
    return (
        f"  - id: n{number}\n    kind: {kind}\n    paragraph: {paragraph + 1}\n"
        f"    quote: {prose.stretch(texts[paragraph])}\n"
        f"    digest: {prose.stretch(digest[paragraph])}\n"
        f"    body: {prose.body(number, BODIES)}\n    sources: [gazette]\n{see}"
        "    confidence: high\n    author: editor\n    created: 2024-01-01\n"
    )


def _term(name: Name, prose: Prose) -> str:
    return (
        f"name: {name.full}\nkind: organisation\ndefinition: {prose.sentences(1)[0]}\n"
        f"variants: [{name.short}]\nsources: [gazette]\n"
        "confidence: high\nauthor: editor\nupdated: 2024-01-01\n"
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
