"""The whole flow: sources → model → anchoring and linking → views → pages → site."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from build_tools import exports, pages, rights
from build_tools.linking.checks import check as find_problems
from build_tools.linking.linked import Linked, link
from build_tools.linking.mentions import How
from build_tools.model import dates
from build_tools.model.corpus import Corpus
from build_tools.model.lock import Lock
from build_tools.model.problem import Place, Problem, Severity
from build_tools.model.record import Edition
from build_tools.model.source import SourceText
from build_tools.site import assets, engine, files
from build_tools.site.engine import Engine
from build_tools.site.stage import stage
from build_tools.sources import loading, lockfile, texts

Tell = Callable[[str], None]
"""Says what is being done, for long work."""

STALE = "CR405"
"""Code for a lock that has to be written anew."""

BLOCKING = (
    *("CR10", "CR2", "CR301", "CR302", "CR303", "CR304"),
    *("CR310", "CR312", "CR315", "CR340", "CR353", "CR356", "CR361", "CR364"),
)
"""Codes with which no honest page can be made: spoilt files, dead references, two of one name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """The folders a command works on."""

    corpus: Path
    """The editorial folder."""
    sources: Path
    """Where source texts are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything read and tied."""

    linked: Linked | None
    """The corpus; nothing where it cannot be read at all."""
    texts: dict[str, SourceText]
    """The source texts at hand, by slug."""
    lock: Lock | None
    """What was found before; nothing where the lock cannot be read."""
    problems: tuple[Problem, ...]
    """Everything found wrong on the way, and between files."""


def read(place: Workplace) -> Reading:
    """Read an editorial folder with the source texts at hand and tie everything together."""
    corpus, spoilt = loading.load(place.corpus)
    if corpus is None:
        return Reading(linked=None, texts={}, lock=None, problems=spoilt)
    found, unread = texts.find(place.sources, corpus)
    lock, broken = lockfile.read(place.corpus)
    linked = link(corpus, found, lock or {})
    stale = _stale(place.corpus, linked, lock or {})
    problems = (*spoilt, *unread, *broken, *find_problems(linked), *stale)
    return Reading(linked=linked, texts=found, lock=lock, problems=problems)


def _stale(corpus: Path, linked: Linked, lock: Lock) -> Iterator[Problem]:
    """Yield a problem where the lock does not say what the texts at hand say: a clone trusts it."""
    behind = [slug for slug, found in linked.lock().items() if lock.get(slug) != found]
    if behind:
        yield Problem(
            code=STALE,
            place=Place(path=(corpus / lockfile.NAME).as_posix()),
            message=f"is behind the texts, notes or terms of {', '.join(behind)}",
            example="crossread anchor",
        )


def build(
    place: Workplace, site_dir: Path, edition: Edition, chosen: Engine, tell: Tell
) -> tuple[Problem, ...]:
    """Build the site; the last good one stays in place unless everything succeeded.

    Returns:
        What keeps the site from being built; empty when it stands.
    """
    kept = (place.corpus, place.sources, place.corpus.absolute().parent / "docs")
    if not files.may_replace(site_dir, kept):
        message = "holds files that are no site of ours, or lies among them; nothing was written"
        where = Place(path=site_dir.as_posix())
        return (Problem(code="CR703", place=where, message=message, example="--site-dir site"),)
    files.restore(site_dir)
    desk = read(place)
    blocking = tuple(one for one in desk.problems if one.code.startswith(BLOCKING))
    if desk.linked is None or blocking:
        return blocking or desk.problems
    linked = desk.linked
    tell(
        f"read {len(linked.articles)} articles, {len(linked.corpus.terms)} terms, "
        f"{len(desk.texts)} source texts"
    )
    outputs = [*pages.render(linked, edition), *exports.export(linked, edition)]
    tell(f"made {len(outputs)} pages and downloads")
    with files.workshop(site_dir.absolute().parent / ".build") as work:
        parts = assets.find(place.corpus.absolute().parent)
        staged = stage(work, outputs, parts, linked.corpus.site.value)
        if isinstance(staged, Problem):
            return (staged,)
        tell(f"building with {chosen}")
        failed = engine.run(chosen, staged, _moment(linked.corpus))
        if failed:
            return (failed,)
        public = edition is not Edition.FULL
        leaks = _leaks(linked, desk.texts, _published(staged.built)) if public else ()
        if leaks:
            return leaks
        files.replace_folder(staged.built, site_dir)
    if desk.problems:
        tell(f"{len(desk.problems)} things to mend; say which: crossread check")
    tell(f"the site stands in {site_dir}/")
    return ()


def check(place: Workplace) -> tuple[Problem, ...]:
    """Return everything wrong with the editorial folder, what the guard finds included."""
    desk = read(place)
    if desk.linked is None or any(one.code.startswith(BLOCKING) for one in desk.problems):
        return desk.problems
    outputs = [
        *pages.render(desk.linked, Edition.AUTO),
        *exports.export(desk.linked, Edition.AUTO),
    ]
    public = ((one.path, one.text) for one in outputs)
    return (*desk.problems, *_leaks(desk.linked, desk.texts, public))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems for which a command fails."""
    return tuple(one for one in problems if one.severity is Severity.ERROR)


def _leaks(
    linked: Linked, found: dict[str, SourceText], public: Iterable[tuple[str, str]]
) -> tuple[Problem, ...]:
    allowed = {one.slug: one.record.value.rights for one in linked.corpus.articles}
    names = {
        one.article.slug: [said.form for said in one.mentions if said.how == How.NAME]
        for one in linked.articles
    }
    figures = {
        one.article.slug: [placed.item.quote for placed in one.figures] for one in linked.articles
    }
    return rights.guard(public, rights.guarded(found, allowed, names, figures))


def _published(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield every page and download of a built site that holds text."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and rights.is_published(name):
            yield name, path.read_text(encoding="utf-8", errors="replace")


def _moment(corpus: Corpus) -> int:
    """Return the latest date in the editorial data as Unix time: a build's "now"."""
    told = [one.record.value.date for one in corpus.articles]
    told += [
        note.updated or note.created for one in corpus.articles for note in one.notes.value.notes
    ]
    told += [sheet.value.updated for sheet in corpus.terms.values()]
    told += [sheet.value.updated for sheet in corpus.events.values()]
    told += [sheet.value.updated for sheet in corpus.measures.values()]
    told += [sheet.value.updated for sheet in corpus.questions.values()]
    latest = max((dates.parse(one).start for one in told), default=datetime.date(2000, 1, 1))
    return int(datetime.datetime.combine(latest, datetime.time(), datetime.UTC).timestamp())
