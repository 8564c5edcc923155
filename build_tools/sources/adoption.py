"""Takes an imported op-ed into an editorial folder, and never touches what editors wrote."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.corpus import Article, Corpus
from build_tools.model.output import Output
from build_tools.model.problem import Place, Problem
from build_tools.model.source import BlockKind, SourceText
from build_tools.sources import importing
from build_tools.sources.documents import Document, parse
from build_tools.sources.edits import scalar
from build_tools.sources.schemas import modeline
from build_tools.sources.texts import identify

IN_COPYRIGHT = "http://rightsstatements.org/vocab/InC/1.0/"
"""What we take for granted until an editor knows better."""

_KEYWORD_LETTERS = 5
_NOT_KEYWORDS = {"about", "after", "again", "between", "could", "should", "their", "there", "where"}


class Outcome(StrEnum):
    """What an import did."""

    NEW = "new"
    TIED = "tied"
    UNCHANGED = "unchanged"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What the person who imports says of an op-ed; wins over what the file says."""

    slug: str | None = None
    """The article it is, or the slug a new one shall have."""
    title: str | None = None
    """Headline."""
    authors: tuple[str, ...] = ()
    """Byline."""
    outlet: str | None = None
    """Outlet."""
    date: str | None = None
    """Date in EDTF."""
    url: str | None = None
    """Address of the original."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """An import, decided."""

    slug: str
    """The article."""
    outcome: Outcome
    """What it means for the article."""
    outputs: tuple[Output, ...]
    """Files to write, relative to the editorial folder."""


def adopt(
    text: SourceText, corpus: Corpus, given: Particulars, records: dict[str, str], shown: str
) -> Adoption | Problem:
    """Decide what an imported op-ed is to this corpus and what has to be written.

    Args:
        text: The op-ed.
        corpus: The editorial data.
        given: What the person says of it.
        records: The text of each article.yml, by slug.
        shown: Path of the file, for messages.
    """
    slug = given.slug if given.slug in records else identify(text, corpus) or _titled(text, corpus)
    article = corpus.article(slug) if slug else None
    if slug and article:
        return _known(text, article, slug, records[slug])
    missing = [
        name
        for name in ("title", "outlet", "date")
        if not (getattr(given, name) or getattr(text, name))
    ]
    if missing:
        flags = {
            "title": '--title "…"',
            "outlet": '--outlet "The Gazette"',
            "date": "--date 2024-05-19",
        }
        return Problem(
            code="CR110",
            place=Place(path=shown),
            message=f"does not say its {' and '.join(missing)}, and we do not guess",
            example=f"crossread add {shown} " + " ".join(flags[name] for name in missing),
        )
    return _new(text, given)


def _known(text: SourceText, article: Article, slug: str, record: str) -> Adoption:
    origin = article.record.value.origin
    if origin and origin.text == text.digest:
        return Adoption(slug=slug, outcome=Outcome.UNCHANGED, outputs=())
    output = Output(f"articles/{slug}/article.yml", _with_origin(record, text))
    outcome = Outcome.CHANGED if origin else Outcome.TIED
    return Adoption(slug=slug, outcome=outcome, outputs=(output,))


def _titled(text: SourceText, corpus: Corpus) -> str | None:
    """Return the article of that title that was never tied to a source text."""
    for article in corpus.articles:
        record = article.record.value
        titles = (record.title, *record.aliases)
        if text.title and record.origin is None and _fold(text.title) in map(_fold, titles):
            return article.slug
    return None


def _fold(title: str) -> str:
    return re.sub(r"\W+", " ", title.casefold()).strip()


def _new(text: SourceText, given: Particulars) -> Adoption:
    title = given.title or text.title or ""
    authors = given.authors or text.authors
    outlet, date = given.outlet or text.outlet or "", given.date or text.date or ""
    slug = given.slug or make_slug(title, authors, outlet, date)
    lines = [modeline("article", 2), f"title: {scalar(title)}\n"]
    lines.append(f"authors: [{', '.join(scalar(one) for one in authors)}]\n")
    lines.append(f"outlet: {scalar(outlet)}\ndate: {date}\n")
    if url := given.url or text.url:
        lines.append(f"url: {scalar(url)}\n")
    lines.append(f"language: {text.language}\n")
    lines.append(f"rights:\n  statement: {IN_COPYRIGHT}\n  publish: digest\n")
    folder = f"articles/{slug}"
    files = {
        "article.yml": _with_origin("".join(lines), text),
        "digest.md": _digest_skeleton(text),
        "notes.yml": modeline("notes", 2) + "notes: []\n",
        "mentions.yml": modeline("mentions", 2),
    }
    outputs = tuple(Output(f"{folder}/{name}", content) for name, content in files.items())
    return Adoption(slug=slug, outcome=Outcome.NEW, outputs=outputs)


def make_slug(title: str, authors: tuple[str, ...], outlet: str, date: str) -> str:
    """Return `author-year-keyword`, or the outlet's name where the author is unknown."""
    who = authors[0].split()[-1] if authors else outlet
    words = [word for word in _ascii(title).split("-") if len(word) >= _KEYWORD_LETTERS]
    telling = [word for word in words if word not in _NOT_KEYWORDS]
    keyword = (telling or words or _ascii(title).split("-") or ["text"])[-1]
    return "-".join(part for part in (_ascii(who), date[:4], keyword) if part)[:80].strip("-")


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _digest_skeleton(text: SourceText) -> str:
    """Return a digest with a number for every paragraph and nothing of the op-ed's words."""
    blocks, number = [], 0
    for block in text.blocks:
        if block.kind is BlockKind.SUBHEAD:
            continue  # An editor words the subheads: the op-ed's own are not ours to copy.
        number += 1
        blocks.append(f"{'- ' if block.kind is BlockKind.ITEM else ''}¶{number}")
    return "\n\n".join(blocks) + "\n"


def _with_origin(record: str, text: SourceText) -> str:
    """Return a record with its `origin:` put in or replaced, all else untouched."""
    document = parse(record, "")
    there = isinstance(document, Document) and document.root and "origin" in document.root.keys
    if not there or not isinstance(document, Document):
        return record + ("" if record.endswith("\n") else "\n") + _origin(text)
    lines = record.splitlines(keepends=True)
    start = document.key_at("origin").line - 1
    end = start + 1
    while end < len(lines) and (lines[end].startswith(" ") or not lines[end].strip()):
        end += 1
    return "".join(lines[:start]) + _origin(text) + "".join(lines[end:])


def _origin(text: SourceText) -> str:
    lines = [
        "origin:  # written by the importer",
        f'  text: "{text.digest}"',
        f'  fingerprint: "{importing.fingerprint(text.text)}"',
        f"  paragraphs: {len(text.numbered)}",
        f"  words: {sum(len(block.text.split()) for block in text.numbered)}",
    ]
    if text.stripped:
        lines.append("  stripped:")
        lines += [f"    - {{line: {one.line}, rule: {scalar(one.rule)}}}" for one in text.stripped]
    return "\n".join(lines) + "\n"
