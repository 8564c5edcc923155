"""What editors do besides building: import, anchor, accept, start a site, watch it grow."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from build_tools.linking.anchors import Standing
from build_tools.linking.linked import AnyPlaced, LinkedArticle
from build_tools.linking.republished import Revised, revised
from build_tools.model.corpus import Corpus
from build_tools.model.fields import QUOTE_WORDS
from build_tools.model.problem import Place, Problem, errors
from build_tools.model.source import SourceText
from build_tools.pipeline import STALE, Reading, read
from build_tools.site import assets, files, starter
from build_tools.sources import disk, edits, importing, loading, lockfile, schemas, texts
from build_tools.sources.adoption import Adoption, Outcome, Particulars, adopt
from build_tools.sources.layout import kept
from build_tools.sources.layout.kinds import kind_of
from build_tools.sources.workplace import Workplace
from build_tools.views.words import plural


def anchor(place: Workplace) -> Reading:
    """Find every quotation and mention in the source texts at hand and write the lock.

    While a file has mistakes or the lock cannot be read, the lock is left alone: nothing is
    forgotten because of a slip elsewhere.
    """
    desk = read(place)
    if desk.linked is None or desk.lock is None or desk.linked.corpus.unreadable:
        return desk
    files.write(place.corpus / lockfile.NAME, lockfile.layout(desk.linked.lock()))
    return replace(desk, problems=tuple(one for one in desk.problems if one.code != STALE))


def standings(desk: Reading) -> Iterator[str]:
    """Yield a line on the quotations of each article: how many are exact, moved and so on."""
    for one in desk.linked.articles if desk.linked else ():
        counts = Counter(placed.standing.value for placed in one.quotations)
        said = ", ".join(f"{counts[kind]} {kind}" for kind in Standing if counts[kind])
        where = "" if one.source else " (source text not at hand)"
        yield f"{one.article.slug}: {said or 'no quotation'}; {_parts(one)}{where}"


def _parts(one: LinkedArticle) -> str:
    """Return how many of each sort of thing hang on an article, in words."""
    counts = (
        (len(one.notes), "note", "notes"),
        (len(one.tellings), "telling", "tellings"),
        (len(one.figures), "figure", "figures"),
        (len(one.evidence), "passage of answers", "passages of answers"),
        (len(one.mentions), "mention", "mentions"),
    )
    return ", ".join(plural(count, *name) for count, *name in counts if count)


def accept(place: Workplace, wanted: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take over the wording in which moved quotations stand in the source texts.

    Args:
        place: The folders.
        wanted: `ARTICLE#NOTE` of each quotation to mend; where empty, every moved one in which no
            number changed: what hangs on that would go on saying the old one.

    Returns:
        `ARTICLE#NOTE` of each quotation that was mended, and those wanted that are not there.
    """
    mended, known = [], set()
    for name, placed in _quotations(read(place)):
        known.add(name)
        fits = placed.found and len(placed.found.split()) <= QUOTE_WORDS
        meant = name in wanted if wanted else _digits(placed.found) == _digits(placed.item.quote)
        if placed.standing is Standing.MOVED and fits and meant:
            path, steps = Path(placed.at("quote").path), placed.sought.steps
            before = disk.as_written(path)
            text = edits.set_scalar(before, (*steps, "quote"), placed.found)
            text = edits.set_scalar(text, (*steps, "paragraph"), placed.paragraph)
            file = kind_of(path.relative_to(place.corpus).as_posix())
            files.write(path, kept(before, text, file) if file else text)
            mended.append(name)
    return tuple(mended), tuple(name for name in wanted if name not in known)


def _digits(text: str) -> list[str]:
    """Return the digits of a text, however its numbers are set."""
    return re.findall(r"\d", text)


def _quotations(desk: Reading) -> Iterator[tuple[str, AnyPlaced]]:
    """Yield every quotation with its name."""
    for one in desk.linked.articles if desk.linked else ():
        for placed in one.quotations:
            yield f"{one.article.slug}#{placed.key}", placed


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """An op-ed that was imported."""

    adoption: Adoption
    """What was decided."""
    text: SourceText
    """Its text."""
    revised: tuple[Revised, ...] | None
    """What its publisher changed; nothing where no earlier version is at hand."""


def add(place: Workplace, path: Path, given: Particulars) -> Added | tuple[Problem, ...]:
    """Import one op-ed: clean it, recognise it, write its record, keep a copy of the file.

    Returns:
        What was imported, or what kept it from being so.
    """
    corpus, spoilt = loading.load(place.corpus)
    if corpus is None:
        return spoilt
    text = importing.read(path, shown=path.as_posix())
    if isinstance(text, Problem):
        return (text,)
    articles = place.corpus / "articles"
    records = {
        one.slug: disk.as_written(articles / one.slug / "article.yml") for one in corpus.articles
    }
    taken = frozenset(one.name for one in articles.glob("*"))
    adoption = adopt(text, corpus, given, records, path.as_posix(), taken)
    if isinstance(adoption, Problem):
        return (adoption,)
    changes = _revised(place, corpus, adoption, text)
    files.write_all(place.corpus, adoption.outputs)
    files.keep_copy(path, place.sources, adoption.slug)
    return Added(adoption=adoption, text=text, revised=changes)


def _revised(
    place: Workplace, corpus: Corpus, adoption: Adoption, text: SourceText
) -> tuple[Revised, ...] | None:
    """Return what a publisher changed; nothing where no earlier version is at hand."""
    if adoption.outcome is not Outcome.CHANGED:
        return None
    earlier = texts.find(place.sources, corpus)[0].get(adoption.slug)
    lock = lockfile.read(place.corpus)[0] or {}
    return revised(earlier, text, lock.get(adoption.slug)) if earlier else None


def init(folder: Path) -> tuple[Problem, ...]:
    """Start a new site in an empty or new folder, with one article to edit."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = "is not an empty folder; nothing was written"
        where = Place(path=folder.as_posix())
        return (Problem(code="CR120", place=where, message=message, example="crossread init new"),)
    files.write_all(folder, starter.outputs())
    files.write(folder / "mkdocs.yml", assets.find(folder).config.read_text(encoding="utf-8"))
    write_schemas(folder / "annotations")
    place = Workplace(corpus=folder / "annotations", sources=folder / "sources")
    added = add(place, folder / "sources" / "welcome.md", Particulars(slug="example-2026-margins"))
    return added if isinstance(added, tuple) else errors(anchor(place).problems)


def write_schemas(corpus: Path) -> tuple[str, ...]:
    """Write the JSON Schema of every kind of editorial file; return their paths."""
    written = []
    for name in schemas.KINDS:
        path = corpus / schemas.FOLDER / f"{name}.json"
        files.write(path, schemas.schema(name))
        written.append(path.as_posix())
    return tuple(written)
