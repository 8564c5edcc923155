"""The whole flow: sources → model → anchoring and linking → views → pages → site."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from build_tools import exports, pages, rights, search
from build_tools.linking.checks import check as find_problems
from build_tools.linking.linked import Linked, link
from build_tools.linking.mentions import How
from build_tools.model import dates
from build_tools.model.corpus import Corpus
from build_tools.model.lock import Lock
from build_tools.model.output import Output
from build_tools.model.past import Past
from build_tools.model.problem import Place, Problem, Severity
from build_tools.model.record import Edition
from build_tools.model.source import SourceText
from build_tools.proofreading import proofread
from build_tools.site import assets, engine, files, sitemap
from build_tools.site.engine import Engine
from build_tools.site.stage import add_downloads, stage
from build_tools.sources import history, loading, lockfile, texts
from build_tools.sources.pinpoint import pinpoint
from build_tools.views.desk import shows_private

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
    address: str | None = None
    """Where the site will be published, if not where its settings say."""
    history: bool = False
    """Whether pages tell what became of each note, as the repository remembers it."""


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
    corpus = _published_at(corpus, place.address)
    found, unread = texts.find(place.sources, corpus)
    lock, broken = lockfile.read(place.corpus)
    linked = link(corpus, found, lock or {})
    stale = _stale(place.corpus, linked, lock or {})
    problems = (*spoilt, *unread, *broken, *find_problems(linked), *stale)
    return Reading(linked=linked, texts=found, lock=lock, problems=problems)


def _published_at(corpus: Corpus, address: str | None) -> Corpus:
    """Return a corpus whose site is published at an address, where one is given."""
    if address is None:
        return corpus
    site = replace(corpus.site, value=replace(corpus.site.value, address=address))
    return replace(corpus, site=site)


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
    with files.workshop(site_dir.absolute().parent / ".build") as work:
        made = make(place, desk, work, edition, chosen, tell)
        if not isinstance(made, Path):
            return made
        files.replace_folder(made, site_dir)
    if desk.problems:
        tell(f"{len(desk.problems)} things to mend; say which: crossread check")
    tell(f"the site stands in {site_dir}/")
    return ()


def make(
    place: Workplace,
    desk: Reading,
    work: Path,
    edition: Edition,
    chosen: Engine,
    tell: Tell,
    beside: Iterable[Output] = (),
) -> Path | tuple[Problem, ...]:
    """Make a site in an empty folder and let the guard read it; nobody sees it yet.

    Args:
        place: The folders.
        desk: What was read there.
        work: The empty folder.
        edition: Which text to show.
        chosen: Which engine builds.
        tell: Told what is being done.
        beside: What will be handed out with the site: guarded as if it were a part of it.

    Returns:
        The folder of the site, or what keeps it from being published.
    """
    if desk.linked is None or blocking(desk):
        return blocking(desk)
    linked = desk.linked
    tell(
        f"read {len(linked.articles)} articles, {len(linked.corpus.terms)} terms, "
        f"{len(desk.texts)} source texts"
    )
    parts = assets.find(place.corpus.absolute().parent)
    past = history.past(place.corpus) if place.history else {}
    outputs = _outputs(linked, edition, parts, past)
    tell(f"made {len(outputs)} pages, downloads and files of the search")
    private = shows_private(linked, edition)
    staged = stage(work, outputs, parts, linked.corpus.site.value, private=private)
    if isinstance(staged, Problem):
        return (staged,)
    tell(f"building with {chosen}")
    failed = engine.run(chosen, staged, moment(linked.corpus))
    if failed:
        return (failed,)
    add_downloads(staged.built, outputs)
    moved = frozenset(one.path for one in outputs if one.path.endswith(".html"))
    sitemap.replace(staged.built, linked.corpus.site.value, moved, private=private)
    if edition is not Edition.FULL:
        handed = ((one.path, one.text) for one in beside)
        leaks = find_leaks(desk, chain(published(staged.built), handed))
        if leaks:
            return leaks
    return staged.built


def _outputs(
    linked: Linked, edition: Edition, parts: assets.Assets, past: Past | None = None
) -> list[Output]:
    made = [*pages.render(linked, edition, past), *exports.export(linked, edition)]
    return [*made, *search.index(linked, edition, assets.handwritten(parts))]


def check(place: Workplace) -> tuple[Problem, ...]:
    """Return everything wrong with the editorial folder, what the guard finds included."""
    desk = read(place)
    problems = [*desk.problems, *proofread(place.corpus, desk.linked, desk.problems)]
    if desk.linked is not None and not blocking(desk):
        problems += find_leaks(desk, _public(desk.linked, place))
    return pinpoint(problems, place.corpus)


def _public(linked: Linked, place: Workplace) -> Iterator[tuple[str, str]]:
    """Yield what a build would publish; nothing is made unless somebody reads it."""
    parts = assets.find(place.corpus.absolute().parent)
    yield from ((one.path, one.text) for one in _outputs(linked, Edition.AUTO, parts))


def blocking(desk: Reading) -> tuple[Problem, ...]:
    """Return the problems with which no honest page can be made."""
    found = tuple(one for one in desk.problems if one.code.startswith(BLOCKING))
    return found or (() if desk.linked else desk.problems)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems for which a command fails."""
    return tuple(one for one in problems if one.severity is Severity.ERROR)


def find_leaks(desk: Reading, public: Iterable[tuple[str, str]]) -> tuple[Problem, ...]:
    """Return where something public copies more of the source texts at hand than it may.

    Args:
        desk: What was read.
        public: Path and content of whatever is published.
    """
    if desk.linked is None:
        return ()
    articles, found = desk.linked.articles, desk.texts
    allowed = {one.article.slug: one.article.record.value.rights for one in articles}
    names = {
        one.article.slug: [said.form for said in one.mentions if said.how == How.NAME]
        for one in articles
    }
    figures = {one.article.slug: [placed.item.quote for placed in one.figures] for one in articles}
    return rights.guard(public, rights.guarded(found, allowed, names, figures))


def published(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield every page and download of a built site that holds text."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and rights.is_published(name):
            yield name, path.read_text(encoding="utf-8", errors="replace")


def moment(corpus: Corpus) -> int:
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
