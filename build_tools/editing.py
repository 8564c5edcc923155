"""What editors do besides building: import, anchor, accept, start a site, watch it grow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from build_tools.linking.anchors import Standing
from build_tools.linking.check_anchors import AnyPlaced
from build_tools.model.fields import QUOTE_WORDS
from build_tools.model.problem import Place, Problem
from build_tools.model.record import Edition
from build_tools.model.source import SourceText
from build_tools.pipeline import Reading, Workplace, build, errors, read
from build_tools.site import assets, files, live, starter
from build_tools.site.engine import Engine
from build_tools.sources import edits, importing, loading, lockfile, schemas
from build_tools.sources.adoption import Adoption, Particulars, adopt


def anchor(place: Workplace) -> Reading:
    """Find every quotation and mention in the source texts at hand and write the lock.

    What the lock knows of articles whose files have mistakes stays in it, and a lock that cannot
    be read is left alone: nothing is forgotten because of a slip elsewhere.
    """
    desk = read(place)
    if desk.linked is not None and desk.lock is not None:
        kept = {slug: desk.lock[slug] for slug in desk.lock.keys() & desk.linked.corpus.unreadable}
        files.write(place.corpus / lockfile.NAME, lockfile.layout(kept | desk.linked.lock()))
    return desk


def standings(desk: Reading) -> Iterator[str]:
    """Yield a line on the quotations of each article: how many are exact, moved and so on."""
    for one in desk.linked.articles if desk.linked else ():
        all_placed: list[AnyPlaced] = [*one.notes, *one.tellings]
        counts = Counter(placed.standing.value for placed in all_placed)
        said = ", ".join(f"{counts[kind]} {kind}" for kind in Standing if counts[kind])
        where = "" if one.source else " (source text not at hand)"
        told = f"{len(one.tellings)} tellings, " if one.tellings else ""
        more = f"{told}{len(one.mentions)} mentions"
        yield f"{one.article.slug}: {said or 'no notes'}; {more}{where}"


def accept(place: Workplace, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Take over the wording in which moved quotations stand in the source texts.

    Args:
        place: The folders.
        wanted: `ARTICLE#NOTE` of each quotation to mend; every moved one where empty.

    Returns:
        `ARTICLE#NOTE` of each quotation that was mended.
    """
    desk = read(place)
    mended = []
    for one in desk.linked.articles if desk.linked else ():
        notes = f"articles/{one.article.slug}/notes.yml"
        found: list[tuple[str, str, AnyPlaced]] = [(notes, "notes", note) for note in one.notes]
        found += [(f"events/{t.key.split(':')[1]}.yml", "told", t) for t in one.tellings]
        for file, field, placed in found:
            name = f"{one.article.slug}#{placed.key}"
            fits = placed.found and len(placed.found.split()) <= QUOTE_WORDS
            if placed.standing is Standing.MOVED and fits and (not wanted or name in wanted):
                path = place.corpus / file
                text = path.read_text(encoding="utf-8")
                text = edits.set_scalar(text, (field, placed.index, "quote"), placed.found)
                number = placed.paragraph
                text = edits.set_scalar(text, (field, placed.index, "paragraph"), number)
                files.write(path, text)
                mended.append(name)
    return tuple(mended)


def add(
    place: Workplace, path: Path, given: Particulars
) -> tuple[Adoption, SourceText] | tuple[Problem, ...]:
    """Import one op-ed: clean it, recognise it, write its record, keep a copy of the file.

    Returns:
        What was decided and the text, or what kept it from being imported.
    """
    corpus, spoilt = loading.load(place.corpus)
    if corpus is None:
        return spoilt
    text = importing.read(path, shown=path.as_posix())
    if isinstance(text, Problem):
        return (text,)
    records = {
        one.slug: (place.corpus / "articles" / one.slug / "article.yml").read_text(encoding="utf-8")
        for one in corpus.articles
    }
    adoption = adopt(text, corpus, given, records, path.as_posix())
    if isinstance(adoption, Problem):
        return (adoption,)
    files.write_all(place.corpus, adoption.outputs)
    files.keep_copy(path, place.sources, adoption.slug)
    return adoption, text


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
    problems = tuple(one for one in added if isinstance(one, Problem))
    return problems or errors(anchor(place).problems)


def write_schemas(corpus: Path) -> tuple[str, ...]:
    """Write the JSON Schema of every kind of editorial file; return their paths."""
    written = []
    for name in schemas.KINDS:
        path = corpus / schemas.FOLDER / f"{name}.json"
        files.write(path, schemas.schema(name))
        written.append(path.as_posix())
    return tuple(written)


def serve(
    place: Workplace,
    site_dir: Path,
    edition: Edition,
    port: int,
    say: Callable[[tuple[Problem, ...]], None],
) -> None:
    """Build the site, show it on this machine and build it again after every edit."""

    def rebuild() -> None:
        say(build(place, site_dir, edition, Engine.MKDOCS, lambda _: None))

    rebuild()
    live.serve(site_dir, rebuild, (place.corpus, place.sources, Path("docs")), port)
