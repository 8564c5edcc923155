"""Makes the view of the page on the state of the work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from build_tools.linking import upkeep
from build_tools.linking.linked import LinkedArticle
from build_tools.linking.upkeep import Load, Sort, Text
from build_tools.model.note import NoteKind, State
from build_tools.views import coverage_tables as tables
from build_tools.views import words
from build_tools.views.article_page import kind_view
from build_tools.views.desk import Desk
from build_tools.views.parts import Link
from build_tools.views.status import (
    NotesRow,
    ParagraphView,
    StateCell,
    StateRow,
    StatusView,
    StripView,
    TaskView,
)
from build_tools.views.status_lists import article_link, here
from build_tools.views.status_tasks import task_views

MOST_PARAGRAPHS = 100
"""Paragraphs of one article that are drawn."""
MOST_PEOPLE = 5
"""People who are named for one state."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    one: LinkedArticle
    loads: tuple[Load, ...]

    @property
    def bare(self) -> list[int]:
        return [load.paragraph for load in self.loads if not load.total]

    @property
    def need(self) -> tuple[int, float]:
        """How much it needs work: bare paragraphs first, then how little hangs on the others."""
        total = sum(load.total for load in self.loads)
        return len(self.bare), -total / max(1, len(self.loads))


def status_view(desk: Desk) -> StatusView:
    """Return what the page on the state of the work shows."""
    linked, site = desk.linked, desk.linked.corpus.site.value
    texts = upkeep.texts(linked)
    loaded = [_Loaded(one, upkeep.loads(one)) for one in linked.articles]
    shown = _neediest(loaded)
    rows = tuple(_state_row(desk, sort, texts) for sort in _sorts(texts))
    kinds = Counter(note.item.kind for one in linked.articles for note in one.notes)
    tasks = task_views(desk, texts)
    return StatusView(
        title="State of the work",
        description=f"What in {site.title} carries notes, what has been reviewed, "
        "and what is still to be done.",
        root=desk.root,
        contents=_contents(loaded, texts, tasks),
        steps=tables.steps(),
        strips=tuple(_strip(desk, one) for one in shown),
        left_out=len(loaded) - len(shown),
        kinds=tuple(kind_view(kind, kinds[kind]) for kind in NoteKind),
        notes=tuple(_notes_row(desk, one.one) for one in shown),
        note_count=kinds.total(),
        states=tuple((state.value, words.STATES[state]) for state in State),
        texts=rows,
        tasks=tasks,
    )


def in_ranges(numbers: Iterable[int]) -> str:
    """Return numbers of paragraphs in words: "¶3, ¶7–9 and ¶12"."""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(sorted(numbers)), key=lambda item: item[1] - item[0])
    ]
    said = [f"¶{run[0]}" + (f"–{run[-1]}" if len(run) > 1 else "") for run in runs]
    return " and ".join(part for part in (", ".join(said[:-1]), *said[-1:]) if part)


def _neediest(loaded: list[_Loaded]) -> list[_Loaded]:
    """Return as many articles as a page can show, in order: those that need work most."""
    kept = sorted(range(len(loaded)), key=lambda at: loaded[at].need, reverse=True)
    return [loaded[at] for at in sorted(kept[: tables.MOST_ROWS])]


def _contents(
    loaded: list[_Loaded], texts: tuple[Text, ...], tasks: tuple[TaskView, ...]
) -> tuple[tuple[Link, str], ...]:
    paragraphs = sum(len(one.loads) for one in loaded)
    bare = sum(len(one.bare) for one in loaded)
    notes = sum(one.sort is Sort.NOTE for one in texts)
    reviewed = sum(one.item.state is State.REVIEWED for one in texts)
    left = sum(bool(one.count) for one in tasks)
    return (
        (
            Link(href="#coverage", text="Coverage by article"),
            f"{words.plural(paragraphs, 'paragraph')} in {words.plural(len(loaded), 'article')}, "
            f"{_or_none(bare)} bare",
        ),
        (Link(href="#notes", text="Notes by article and kind"), words.plural(notes, "note")),
        (
            Link(href="#states", text="Editing states"),
            f"{_or_none(reviewed)} of {words.plural(len(texts), 'text')} reviewed",
        ),
        (
            Link(href="#to-do", text="To be done"),
            f"something in {left} of {len(tasks)} lists" if left else "nothing",
        ),
    )


def _or_none(count: int) -> str:
    return f"{count:,}" if count else "none"


def _strip(desk: Desk, loaded: _Loaded) -> StripView:
    one, loads, bare = loaded.one, loaded.loads, loaded.bare
    read = one.lock is not None
    if not loads:
        said = "Its text has not been read yet, so that no paragraph is known."
    elif not bare:
        said = "Every paragraph carries something."
    else:
        said = f"{in_ranges(bare)} {'carries' if len(bare) == 1 else 'carry'} nothing"
        said += "." if read else " that we know of."
    return StripView(
        article=article_link(desk, one.article.slug),
        facts=_facts(loads, read=read),
        paragraphs=tuple(
            ParagraphView(
                href=here(desk, one, load.paragraph),
                number=load.paragraph,
                count=load.total,
                level=tables.level(load.total),
            )
            for load in loads[:MOST_PARAGRAPHS]
        ),
        more=max(0, len(loads) - MOST_PARAGRAPHS),
        bare=said,
        has_bare=bool(bare),
        reading=_reading(one),
    )


def _facts(loads: tuple[Load, ...], *, read: bool) -> tuple[str, ...]:
    """Return how many paragraphs there are, and how much of each sort hangs on them."""
    mentions = words.plural(
        sum(one.mentions for one in loads), "mention of terms", "mentions of terms"
    )
    return (
        words.plural(len(loads), "paragraph"),
        words.plural(sum(one.notes for one in loads), "note"),
        words.plural(sum(one.tellings for one in loads), "telling of events", "tellings of events"),
        words.plural(sum(one.figures for one in loads), "figure"),
        words.plural(
            sum(one.evidence for one in loads), "quotation for answers", "quotations for answers"
        ),
        *((mentions,) if read else ()),
    )


def _reading(one: LinkedArticle) -> str:
    if not one.lock:
        return "Its text was never read for names: which terms it mentions is not known."
    return "Mentions are from an earlier reading, older than the glossary." if one.stale else ""


def _notes_row(desk: Desk, one: LinkedArticle) -> NotesRow:
    counts = Counter(note.item.kind for note in one.notes)
    return NotesRow(
        article=article_link(desk, one.article.slug),
        counts=tuple(counts[kind] for kind in NoteKind),
        total=counts.total(),
    )


def _sorts(texts: tuple[Text, ...]) -> tuple[Sort, ...]:
    """Return the sorts of text to tell of: all that a site always has, and those that occur."""
    occur = {one.sort for one in texts}
    return tuple(sort for sort in Sort if sort is not Sort.COURSE or sort in occur)


def _state_row(desk: Desk, sort: Sort, texts: tuple[Text, ...]) -> StateRow:
    of_sort = [one for one in texts if one.sort is sort]
    cells = tuple(
        _state_cell(desk, state, [one for one in of_sort if one.item.state is state])
        for state in State
    )
    return StateRow(label=words.SORTS[sort], cells=cells, total=len(of_sort))


def _state_cell(desk: Desk, state: State, texts: list[Text]) -> StateCell:
    """Return how many texts are in a state, with who reviewed them; else with who wrote them."""
    reviewed = state is State.REVIEWED
    who = Counter(one.item.reviewer if reviewed else one.item.author for one in texts)
    people = tuple(
        (desk.author(key) if key else Link(href="", text="nobody named"), count)
        for key, count in who.most_common(MOST_PEOPLE)
    )
    return StateCell(
        count=len(texts),
        by="read by" if reviewed else "by",
        people=people,
        more=len(who) - len(people),
    )
