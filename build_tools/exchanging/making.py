"""The whole import: files → annotations → places → drafts → notes.yml."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from build_tools import pipeline
from build_tools.anchoring import State
from build_tools.exchanging import problems
from build_tools.exchanging.annotation import Annotation, Left
from build_tools.exchanging.drafting import Entry, Wish, draft
from build_tools.exchanging.placing import Missed, place
from build_tools.exchanging.reading import read
from build_tools.linking.linked import LinkedArticle
from build_tools.model.corpus import Corpus, Sheet
from build_tools.model.misuse import MisuseError
from build_tools.model.note import NoteFile
from build_tools.model.problem import Place, Problem
from build_tools.model.source import SourceText
from build_tools.pipeline import Reading
from build_tools.site import files
from build_tools.sources import disk
from build_tools.sources.appending import append
from build_tools.sources.documents import Document, parse
from build_tools.sources.layout import kept
from build_tools.sources.layout.kinds import File
from build_tools.sources.schemas import modeline
from build_tools.sources.validation import adapter, validate
from build_tools.sources.workplace import Workplace


class WrongUseError(MisuseError):
    """What was asked makes no sense here; the message says what would."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a person asks for."""

    article: str
    """Slug of the article."""
    files: tuple[Path, ...]
    """Files of annotations."""
    author: str | None = None
    """Id of the person who answers for the notes; the only one of people.yml where not given."""
    groups: frozenset[str] = frozenset()
    """Groups whose annotations are imported beside the public ones."""


@dataclass(slots=True, kw_only=True)
class Imported:
    """What came of it."""

    added: list[Entry] = field(default_factory=list)
    """Notes that were written."""
    left: list[tuple[Annotation, Left]] = field(default_factory=list)
    """Annotations that are no notes, and why."""
    problems: list[Problem] = field(default_factory=list)
    """What kept annotations from becoming notes."""


def import_notes(here: Workplace, wanted: Wanted) -> Imported:
    """Write annotations to the notes.yml of an article as drafts; nothing there is changed.

    Raises:
        WrongUseError: If there is no such article or person.
    """
    desk = pipeline.read(here)
    if desk.linked is None:
        return Imported(problems=list(desk.problems))
    corpus = desk.linked.corpus
    author = _author(corpus, wanted.author)
    one = desk.linked.article(wanted.article)
    if one is None:
        return Imported(problems=[*_no_article(corpus, wanted.article, desk)])
    if one.source is None:
        return Imported(problems=[problems.no_text(wanted.article, here.sources.as_posix())])
    done = Imported()
    wish = Wish(corpus=corpus, author=author, date=_today(corpus))
    for path in wanted.files:
        found = read(path, wanted.groups, corpus.site.value.address)
        if isinstance(found, Problem):
            done.problems.append(found)
        else:
            _each(done, one, one.source, found, path.as_posix(), wish)
    if done.added and (refused := _write(one, here.corpus, done.added)):
        return Imported(problems=[*done.problems, refused])
    return done


def _author(corpus: Corpus, named: str | None) -> str:
    people = [one.id for one in corpus.people.value.people]
    if named in people or (named is None and len(people) == 1):
        return named or people[0]
    known = ", ".join(people) or "nobody yet"
    what = f"nobody in people.yml is called {named}" if named else "say who answers for the notes"
    message = f"{what}; name with --author one of: {known}"
    raise WrongUseError(message)


def _no_article(corpus: Corpus, slug: str, desk: Reading) -> Iterator[Problem]:
    """Yield the mistakes in an article's files.

    Raises:
        WrongUseError: If there is no such article.
    """
    if slug not in corpus.unreadable:
        known = ", ".join(one.slug for one in corpus.articles) or "there is none yet"
        message = f"no article is called {slug}; name with --article one of: {known}"
        raise WrongUseError(message)
    yield from (one for one in desk.problems if f"/articles/{slug}/" in one.place.path)


def _today(corpus: Corpus) -> str:
    """Return the latest day in the editorial data, for annotations that tell none."""
    moment = datetime.datetime.fromtimestamp(pipeline.moment(corpus), datetime.UTC)
    return moment.date().isoformat()


def _each(
    done: Imported,
    one: LinkedArticle,
    text: SourceText,
    found: tuple[str, tuple[Annotation, ...]],
    shown: str,
    wish: Wish,
) -> None:
    content, annotations = found
    notes = one.article.notes.value.notes
    known = {note.via.id for note in notes if note.via}
    known |= {entry["via"]["id"] for entry in done.added if "via" in entry}
    taken = {note.id for note in notes} | {entry["id"] for entry in done.added}
    for said in annotations:
        left = _left(said, one.article.slug, known, taken)
        if left:
            done.left.append((said, left))
            continue
        made = _made(one, text, said, wish, taken, _where(content, said, shown))
        if isinstance(made, Problem):
            done.problems.append(made)
        else:
            done.added.append(made)
            known.add(said.id)
            taken.add(made["id"])


def _left(said: Annotation, slug: str, known: set[str], taken: set[str]) -> Left | None:
    if said.left:
        return said.left
    if said.own and said.own.article != slug:
        return Left.ELSEWHERE
    if said.id in known or (said.own and said.own.note in taken):
        return Left.KNOWN
    return None


def _made(
    one: LinkedArticle,
    text: SourceText,
    said: Annotation,
    wish: Wish,
    taken: set[str],
    where: Place,
) -> Entry | Problem:
    anchor = place(one, text, said)
    if isinstance(anchor, Missed):
        if anchor.reason:
            return problems.unfit(where, said, anchor.reason)
        if anchor.state is State.LOST:
            return problems.lost(where, said, anchor.near)
        return problems.undecided(where, said, anchor.rivals)
    made = draft(said, anchor, wish, taken)
    return problems.unfit(where, said, made) if isinstance(made, str) else made


def _where(content: str, said: Annotation, shown: str) -> Place:
    """Return where an annotation stands in its file: where its name does, else the first line."""
    name = said.id.removeprefix("hypothesis:")
    at = content.find(name if name in content else said.exact[:40])
    line = content.count("\n", 0, at) + 1 if at >= 0 else 1
    column = at - (content.rfind("\n", 0, at) + 1) + 1 if at >= 0 else 1
    return Place(path=shown, line=line, column=column)


def _write(one: LinkedArticle, corpus: Path, added: list[Entry]) -> Problem | None:
    """Add notes to an article's file; nothing is written unless every older note stays itself."""
    path = corpus / "articles" / one.article.slug / "notes.yml"
    text = disk.as_written(path) if path.is_file() else modeline("notes", 2) + "notes: []\n"
    changed = append(text, "notes", added)
    changed = changed and kept(text, changed, File(kind="notes", depth=2))
    expected = (
        *one.article.notes.value.notes,
        *adapter(NoteFile).validate_python({"notes": added}).notes,
    )
    parsed = parse(changed, path.as_posix()) if changed else ()
    result = validate(parsed, NoteFile, "") if isinstance(parsed, Document) else ()
    if changed is None or not isinstance(result, Sheet) or result.value.notes != expected:
        return problems.laid_out_otherwise(path.as_posix())
    files.write(path, changed)
    return None
