"""The comparisons: what an answer comes to, and the table of questions by articles."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.views.dates_in_words import Spoken
from build_tools.views.parts import KindView, Link, PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueView:
    """What an answer comes to."""

    text: str
    """In words; empty where it names nothing to compare."""
    when: tuple[Spoken, ...]
    """The same for a date, cut into what `<time>` can hold and what it cannot."""
    mark: KindView | None
    """Shape of a stance."""
    href: str
    """The figure's place in the ledger, where it is one; else empty."""
    figure: Link | None
    """A figure that is given beside it."""
    detail: str
    """What a figure counts, when, where and by whom; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """What one article, or the record, says to a question in a few words."""

    who: str
    """Short name of the article, or words for the record."""
    href: str
    """Its answer on the question's page; empty where it says nothing."""
    mark: KindView | None
    """Shape of a stance, of silence or of what is not there; nothing for other answers."""
    text: str
    """What it says, else the word for why not."""
    aside: str
    """Who speaks, or the time a figure is about; may be empty."""
    against: KindView | None
    """Shape and words where it conflicts with the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A question in the table."""

    id: str
    """Element id, `q-` and the question's name."""
    classes: str
    """What filters go by: its verdict and its kind."""
    href: str
    """Its page."""
    short: str
    """The question in two to five words."""
    question: str
    """The question."""
    kind: str
    """What sort of thing is compared, in a word."""
    verdict: KindView
    """How the answers stand to each other."""
    overruled: bool
    """Whether that is an editor's verdict and not the computed one."""
    cells: tuple[CellView, ...]
    """One an article, by date; where there are no columns, the first that say something."""
    more: int
    """How many more say something; 0 where all stand in `cells`."""
    rest: str
    """How many are silent and not read, in words, where they have no cells."""
    record: CellView
    """What the public record says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A heading of the table with its questions."""

    id: str
    """Element id of the heading."""
    label: str
    """The topic."""
    rows: tuple[RowView, ...]
    """Its questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixView(PageView):
    """The entrance: every question with what every article says."""

    lead: str
    """How many questions there are and how they turn out, in words."""
    topics: tuple[TopicView, ...]
    """All questions under their topics."""
    columns: tuple[Link, ...]
    """Articles by date, a column each; none where they are too many to stand side by side."""
    verdicts: tuple[KindView, ...]
    """Verdicts that occur, with counts."""
    kinds: tuple[KindView, ...]
    """Kinds of question that occur, with counts."""
    meanings: tuple[tuple[KindView, str], ...]
    """What each verdict means."""
    legend: tuple[tuple[KindView, str], ...]
    """The other shapes that occur in the table, and what they mean; may be empty words."""
    question_count: int
    """Questions in all."""
