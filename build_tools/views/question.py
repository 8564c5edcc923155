"""The page of a question: the answers side by side, one by one, and what to make of them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from build_tools.views.comparison import ValueView
from build_tools.views.dates_in_words import Spoken
from build_tools.views.parts import KindView, Link, PageView, RecordView


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedView:
    """An article where answers are drawn or grouped."""

    link: Link
    """Its answer further down the page, or the record's."""
    voice: str
    """Who says it there, if not the author; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackView:
    """A date on the axis; places in per cent of its length."""

    at: float
    """Where its mark stands."""
    x1: float
    """Where it begins."""
    x2: float
    """Where it ends."""
    lasting: bool
    """Whether it lasted that long, or only lies somewhere within."""
    before: bool
    """Whether its beginning is not exact."""
    after: bool
    """Whether its end is not exact."""
    from_ever: bool
    """Whether it has no known beginning."""
    to_ever: bool
    """Whether it has no known end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow:
    """One date and who gives it."""

    names: tuple[NamedView, ...]
    """The articles; the record alone."""
    when: tuple[Spoken, ...]
    """The date in words; empty where none is given."""
    track: TrackView | None
    """The same on the axis; nothing where none is given."""
    record: bool
    """Whether it is the record's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesView:
    """All dates given, one under the other on a common axis."""

    rows: tuple[DateRow, ...]
    """From the earliest to the latest, then those without a date, then the record."""
    ticks: tuple[tuple[float, str], ...]
    """Places on the axis in per cent, with their dates."""
    band: tuple[float, float] | None
    """Where the record's date begins and how far it reaches, in per cent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """Articles that say the same: a choice, or a place on the scale of positions."""

    label: str
    """What they say."""
    mark: KindView | None
    """Shape of a stance."""
    names: tuple[NamedView, ...]
    """The articles by date; may be empty on the scale."""
    record: bool
    """Whether the record says the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure that answers the question."""

    name: NamedView
    """The article, or the record."""
    value: ValueView
    """The figure."""
    record: bool
    """Whether it is the record's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """How two of the figures stand to each other."""

    first: str
    """One article or the record."""
    second: str
    """The other."""
    mark: KindView
    """How they stand, with a shape."""
    why: str
    """The rule in words, or an editor's reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlanceView:
    """The answers side by side, in the form that fits the kind of question."""

    dates: DatesView | None = None
    """For dates."""
    scale: tuple[GroupView, ...] = ()
    """For positions: from one end to the other."""
    apart: GroupView | None = None
    """For positions: who only reports what others hold."""
    groups: tuple[GroupView, ...] = ()
    """For facts, names and identities: the choices; for others, what fits nowhere else."""
    hint: str = ""
    """What to know of the choices; may be empty."""
    figures: tuple[FigureRow, ...] = ()
    """For figures."""
    pairs: tuple[PairRow, ...] = ()
    """For figures: how they stand to each other, conflicts first."""
    more_pairs: int = 0
    """How many pairs are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """Words an answer rests on."""

    quote: str
    """The words of the op-ed."""
    passage: Link
    """The paragraph they stand in."""
    verified: str
    """What is known of the quotation; empty where it was verified."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """One article's answer."""

    id: str
    """Element id, `a-` and the article's slug; the permanent link."""
    article: Link
    """The article."""
    published: str
    """When it appeared, in words."""
    says: str
    """What it says, in our words."""
    speaker: Link | None
    """Who says it there; nothing where it is the author."""
    value: ValueView
    """What it comes to."""
    quotes: tuple[QuoteView, ...]
    """Where it says so."""
    fit: KindView | None
    """How it stands to the record; nothing where that says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentView:
    """Articles that were read for the question and say nothing to it."""

    checker: Link
    """Who read them for it."""
    when: str
    """When, in words; may be empty."""
    articles: tuple[tuple[str, Link], ...]
    """Element id and link of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView(PageView):
    """A question's own page."""

    short: str
    """The question in two to five words."""
    kind: str
    """What sort of thing is compared, in a word."""
    topic: Link
    """Its heading in the table."""
    verdict: KindView
    """How the answers stand to each other."""
    why: str
    """The rule in words, or the editor's reason."""
    computed: KindView | None
    """What the rules alone say, where an editor gave the verdict."""
    tally: str
    """How many articles say something, are silent and are not read."""
    glance: GlanceView
    """The answers side by side."""
    answers: tuple[AnswerView, ...]
    """The articles that say something, by date."""
    silent: tuple[SilentView, ...]
    """Those that say nothing, by who checked it."""
    silent_count: int
    """How many they are."""
    unread: tuple[tuple[str, Link], ...]
    """Element id and link of each article nobody has read for it yet; of many articles none."""
    unread_count: int
    """How many those are."""
    synthesis: Markup
    """An editor's reading: one or more `<p>`."""
    record: RecordView | None
    """What the public record says."""
    record_value: ValueView | None
    """What that comes to."""
    events: tuple[tuple[Link, str], ...]
    """Events it is about, with their dates in words."""
    terms: tuple[Link, ...]
    """Terms it is about."""
    earlier: Link | None
    """The question before it in the table."""
    later: Link | None
    """The question after it in the table."""
    state: str
    """`draft`, `reviewed` or `disputed`."""
    state_label: str
    """The same in words."""
    author: Link
    """Who wrote it."""
    reviewer: Link | None
    """Who reviewed it."""
    updated: str
    """When its meaning last changed, in words."""
    cite: str
    """How to cite the page."""
