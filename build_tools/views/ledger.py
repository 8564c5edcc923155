"""The ledger of figures: a table of all, and a section for each thing that is counted."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from build_tools.views.dates_in_words import Spoken
from build_tools.views.parts import KindView, Link, PageView, SourceView
from build_tools.views.plot import PlotView


@dataclass(frozen=True, slots=True, kw_only=True)
class SortView:
    """Something the table can be sorted by."""

    id: str
    """One letter: rows carry their place as the custom property `--` and this letter."""
    label: str
    """As readers see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A figure in the table."""

    href: str
    """The figure in its section."""
    number: str
    """The number with its hedge."""
    unit: str
    """Its unit; empty for a change, whose unit is per cent."""
    measure: Link
    """What is counted."""
    scope: str
    """What exactly is counted; may be empty."""
    period: str
    """What time it is about; may be empty."""
    counter: Link | None
    """Who counted; nothing where nobody is named."""
    unsourced: bool
    """Whether an article claims it without naming who counted."""
    speaker: Link | None
    """Who says it, if not the article's author."""
    passage: Link | None
    """Where an article claims it; nothing for what is on record."""
    worst: KindView | None
    """How it stands to others, at the worst; nothing where it has no pair."""
    pairs_href: str
    """Where that is shown."""
    places: str
    """Its place in each order, as custom properties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A figure in its section."""

    id: str
    """Element id, `f-`, the measure, two hyphens and the figure; the permanent link."""
    number: str
    """The number with its hedge."""
    unit: str
    """Its unit; for a change, what it is a change of."""
    measured: str
    """For a change: from when it is measured, in words; else empty."""
    period: tuple[Spoken, ...]
    """What time it is about; empty where none is given."""
    reckoned: str
    """How the article's own words for the period were read; empty where they were plain."""
    place: str
    """Where, if elsewhere than the measure says."""
    counter: Link | None
    """Who counted; nothing where nobody is named."""
    unsourced: bool
    """Whether an article claims it without naming who counted."""
    speaker: Link | None
    """Who says it, if not the article's author."""
    passage: Link | None
    """Where an article claims it; nothing for what is on record."""
    quote: str
    """The article's words; empty for what is on record."""
    doubt: str
    """What is known of the quotation, if it is not verified."""
    says: str
    """What is particular to it; may be empty."""
    sources: tuple[SourceView, ...]
    """Where it is on record."""
    confidence: str
    """For what is on record: `high`, `medium`, `low` or `unconfirmed`; else empty."""
    confidence_label: str
    """The same in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeView:
    """Figures of one measure that count the same thing."""

    label: str
    """What exactly they count; empty where the measure does not say."""
    figures: tuple[FigureView, ...]
    """By period; what articles claim before what is on record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """A figure of a pair in a few words."""

    href: str
    """The figure in its section."""
    number: str
    """Its number with hedge and unit."""
    about: str
    """Period, who counted, and what else tells it from its counterpart."""
    passage: Link | None
    """Where an article claims it; nothing for what is on record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Two figures side by side."""

    label: KindView
    """How they stand to each other."""
    first: SideView
    """One of them: an article's claim."""
    second: SideView
    """The other: another claim, or what is on record."""
    why: str
    """The rule in words, or the editor's reason."""
    computed: str
    """What the rules alone say, where an editor overruled them; else empty."""
    sentence: str
    """The whole in one plain line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsView:
    """Pairs of one label."""

    label: KindView
    """How they stand to each other, and how many they are."""
    shared: str
    """The rule that says so of all of them; empty where there are several."""
    reasons: tuple[tuple[str, int], ...]
    """Several rules with how many pairs fall under each; empty where the pairs are few."""
    pairs: tuple[PairView, ...]
    """The first of them."""
    more: int
    """How many are not listed."""
    folded: bool
    """Whether they are shown on demand only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideView:
    """A change that is claimed, set beside a computed one."""

    who: str
    """Who claims it."""
    figure: Link
    """The claim, and where it stands."""
    measured: str
    """From when it is measured, in words."""
    label: KindView
    """How it stands to the computed change."""
    why: str
    """The rule in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthView:
    """How much a series grew."""

    earlier: SideView
    """The count it starts from."""
    later: SideView
    """The count it leads to."""
    series: str
    """Who counted and where it is said."""
    change: str
    """The change, in per cent."""
    beside: tuple[BesideView, ...]
    """Claimed changes next to it: the article's own first, then what conflicts."""
    more: int
    """How many more there are."""
    incomparable: int
    """How many changes that others claim cannot be compared with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureView:
    """One thing that is counted."""

    id: str
    """Element id, `m-` and the measure's name."""
    pairs_id: str
    """Element id of its pairs."""
    counts: str
    """What is counted: the heading."""
    facts: str
    """Unit, what sort of count, where."""
    about: tuple[Link, ...]
    """Terms it is about."""
    remark: Markup
    """What to know before comparing; may be empty."""
    plot: PlotView | None
    """The drawing; nothing where there is nothing to compare by eye."""
    scopes: tuple[ScopeView, ...]
    """All figures, by what exactly they count."""
    pairs: tuple[PairsView, ...]
    """How they stand to each other, what conflicts first."""
    growths: tuple[GrowthView, ...]
    """How much series grew."""
    more_growths: int
    """How many are not listed."""
    state: str
    """`draft`, `reviewed` or `disputed`."""
    state_label: str
    """The same in words."""
    author: Link
    """Who wrote it."""
    reviewer: Link | None
    """Who reviewed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerView(PageView):
    """The page of figures."""

    lead: str
    """How many figures there are, how many conflict, how many name no source."""
    sorts: tuple[SortView, ...]
    """What the table can be sorted by; the first is the order it stands in."""
    rows: tuple[RowView, ...]
    """All figures."""
    measures: tuple[MeasureView, ...]
    """By name."""
