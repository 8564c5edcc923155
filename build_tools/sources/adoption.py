"""Takes an imported op-ed into an editorial folder, and never touches what editors wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from build_tools.model.corpus import Article, Corpus, Sheet
from build_tools.model.output import Output
from build_tools.model.problem import Place, Problem
from build_tools.model.record import Record
from build_tools.model.source import BlockKind, SourceText
from build_tools.sources import importing
from build_tools.sources.documents import Document, parse
from build_tools.sources.edits import scalar
from build_tools.sources.layout import in_layout, kept
from build_tools.sources.layout.kinds import File
from build_tools.sources.origins import with_origin
from build_tools.sources.schemas import modeline
from build_tools.sources.slugs import free, make_slug, unfit
from build_tools.sources.texts import identify
from build_tools.sources.validation import validate

IN_COPYRIGHT = "http://rightsstatements.org/vocab/InC/1.0/"
"""What we take for granted until an editor knows better."""

_RECORD = File(kind="article", depth=2)

_FLAGS = {
    "title": '--title "…"',
    "authors": '--author "Jane Doe"',
    "outlet": '--outlet "The Gazette"',
    "date": "--date 2024-05-19",
    "url": "--url https://gazette.example/trams",
}
"""How the person who imports says what the file does not, by key of article.yml."""


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
    text: SourceText,
    corpus: Corpus,
    given: Particulars,
    records: dict[str, str],
    shown: str,
    taken: frozenset[str] = frozenset(),
) -> Adoption | Problem:
    """Decide what an imported op-ed is to this corpus and what has to be written.

    Nothing is ever decided that would write into the folder of another article, or of one whose
    files have mistakes: that one is no part of the corpus, and editors' work lies in it.

    Args:
        text: The op-ed.
        corpus: The editorial data.
        given: What the person says of it.
        records: The text of each article.yml, by slug.
        shown: Path of the file, for messages.
        taken: Name of every folder in `articles/`, whether it can be read or not.
    """
    spoilt = (taken | corpus.unreadable) - records.keys()
    if refusal := _unfit(given.slug, spoilt, shown):
        return refusal
    slug = given.slug if given.slug in records else identify(text, corpus) or _titled(text, corpus)
    article = corpus.article(slug) if slug else None
    if slug and article:
        return _known(text, article, records[slug])
    if lacking := _missing(text, given, shown):
        return lacking
    record = _record(text, given)
    read = _read(record)
    if isinstance(read, Problem):
        return _amiss(read, record, shown)
    made = make_slug(read.title, read.authors, read.outlet, read.date)
    slug = free(given.slug or made, records)
    return _spoilt(slug, shown) if slug in spoilt else _new(text, record, slug)


def _unfit(slug: str | None, spoilt: frozenset[str], shown: str) -> Problem | None:
    """Return why the slug that the person chose cannot be taken, or nothing."""
    if slug is None:
        return None
    if wrong := unfit(slug):
        example = f"crossread add {shown} --slug doe-2024-trams"
        place = Place(path=shown)
        message = f"the slug given is {wrong}"
        return Problem(code="CR112", place=place, message=message, words=slug, example=example)
    return _spoilt(slug, shown) if slug in spoilt else None


def _spoilt(slug: str, shown: str) -> Problem:
    message = f"would belong to `{slug}`, which has mistakes in its files; mend those first"
    place = Place(path=shown)
    return Problem(
        code="CR111", place=place, message=message, words=slug, example="crossread check"
    )


def _missing(text: SourceText, given: Particulars, shown: str) -> Problem | None:
    """Return what to add where a particular is told by neither the file nor the person."""
    missing = [
        name
        for name in ("title", "outlet", "date")
        if not (getattr(given, name) or getattr(text, name))
    ]
    if not missing:
        return None
    return Problem(
        code="CR110",
        place=Place(path=shown),
        message=f"does not say its {' and '.join(missing)}, and we do not guess",
        example=f"crossread add {shown} " + " ".join(_FLAGS[name] for name in missing),
    )


def _known(text: SourceText, article: Article, record: str) -> Adoption | Problem:
    slug, origin = article.slug, article.record.value.origin
    if origin and origin.text == text.digest:
        return Adoption(slug=slug, outcome=Outcome.UNCHANGED, outputs=())
    changed = kept(record, with_origin(record, text), _RECORD)
    read = _read(changed)
    if isinstance(read, Problem):
        message = f"is laid out so that `origin` cannot be written into it: it {read.message}"
        return replace(read, place=article.record.at("origin"), message=message)
    outcome = Outcome.CHANGED if origin else Outcome.TIED
    output = Output(f"articles/{slug}/article.yml", changed)
    return Adoption(slug=slug, outcome=outcome, outputs=(output,))


def _read(record: str) -> Record | Problem:
    """Return what an article.yml says, or the first mistake in it."""
    parsed = parse(record, "article.yml")
    read = validate(parsed, Record, "") if isinstance(parsed, Document) else parsed
    return read.value if isinstance(read, Sheet) else read[0]


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


def _record(text: SourceText, given: Particulars) -> str:
    """Return the article.yml of a new article."""
    authors = given.authors or text.authors
    lines = [
        modeline("article", 2),
        f"title: {scalar(given.title or text.title or '')}\n",
        f"authors: [{', '.join(scalar(one) for one in authors)}]\n",
        f"outlet: {scalar(given.outlet or text.outlet or '')}\n",
        f"date: {_date(given.date or text.date or '')}\n",
    ]
    if url := given.url or text.url:
        lines.append(f"url: {scalar(url)}\n")
    lines.append(f"language: {scalar(importing.language(text))}\n")
    lines.append(f"rights:\n  statement: {IN_COPYRIGHT}\n  publish: digest\n")
    return in_layout(with_origin("".join(lines), text), _RECORD)


def _date(date: str) -> str:
    return date if re.fullmatch(r"[0-9]{4}[-0-9]*[?~%]?", date) else scalar(date)


def _amiss(problem: Problem, record: str, shown: str) -> Problem:
    """Return a mistake in a new record as one of the file it was made from."""
    key = record.splitlines()[problem.place.line - 1].partition(":")[0].strip()
    message = problem.message if problem.message.startswith("`") else f"`{key}` {problem.message}"
    example = f"crossread add {shown} {_FLAGS[key]}" if key in _FLAGS else "correct the file"
    return replace(problem, place=Place(path=shown), message=message, example=example)


def _new(text: SourceText, record: str, slug: str) -> Adoption:
    folder = f"articles/{slug}"
    files = {
        "article.yml": record,
        "digest.md": _digest_skeleton(text),
        "notes.yml": modeline("notes", 2) + "notes: []\n",
        "mentions.yml": modeline("mentions", 2),
    }
    outputs = tuple(Output(f"{folder}/{name}", content) for name, content in files.items())
    return Adoption(slug=slug, outcome=Outcome.NEW, outputs=outputs)


def _digest_skeleton(text: SourceText) -> str:
    """Return a digest with a number for every paragraph and nothing of the op-ed's words."""
    blocks, number = [], 0
    for block in text.blocks:
        if block.kind is BlockKind.SUBHEAD:
            continue  # An editor words the subheads: the op-ed's own are not ours to copy.
        number += 1
        blocks.append(f"{'- ' if block.kind is BlockKind.ITEM else ''}¶{number}")
    return "\n\n".join(blocks) + "\n"
