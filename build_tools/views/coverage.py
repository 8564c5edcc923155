"""Who writes what: names in use, actors by article, what stands alone, figures, look-alikes."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from build_tools.views.parts import Link, PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnView:
    """An article at the head of a column."""

    link: Link
    """Its page and short name."""
    facts: str
    """How long it is, in words; empty where not known."""
    read: bool
    """Whether its text has been searched for names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyView:
    """How often one article writes a form or mentions a term."""

    link: Link
    """Its mentions on the term's page, and its short name."""
    count: int
    """How often."""
    quoted: int
    """How many of these stand in quotations."""
    level: int
    """Step of the scale, from 1; 0 for none."""
    read: bool
    """Whether its text has been searched: if not, its count means nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyRow:
    """A form or a term with its count in every article."""

    label: Link
    """The form, which leads nowhere, or the term."""
    remark: str
    """What is particular to it; may be empty."""
    cells: tuple[TallyView, ...]
    """One an article; where articles are too many for columns, those that have most."""
    more: int
    """Articles that are left out."""
    total: int
    """How often in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """A term and the forms it goes by."""

    term: Link
    """The term."""
    verdict: str
    """How far the articles agree on a form, in words."""
    forms: tuple[TallyRow, ...]
    """Most frequent first."""
    more: int
    """Forms that are left out."""
    all_href: str
    """All forms, on the term's page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatView:
    """A table of terms and articles."""

    title: str
    """What sort of terms."""
    rows: tuple[TallyRow, ...]
    """Most mentioned first."""
    left_out: int
    """Terms that are mentioned and do not stand in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """A line of a list."""

    link: Link
    """What it is."""
    remark: str
    """A few words on it; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """A list whose tail is folded."""

    label: str
    """What it lists, with its count."""
    shown: tuple[ItemView, ...]
    """What is seen at once."""
    folded: tuple[ItemView, ...]
    """What is seen on demand."""
    left_out: int
    """How many more there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyView:
    """What one article has and no other."""

    article: Link
    """The article."""
    lists: tuple[ListView, ...]
    """Terms, events and questions; nothing at all where it shares everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """A figure in a line."""

    link: Link
    """The number with its unit."""
    about: str
    """What is counted."""
    detail: str
    """What exactly, for what time, and who says it if not the author; may be empty."""
    passage: Link
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedCell:
    """The figures for which one article names one body."""

    article: Link
    """The article."""
    groups: tuple[tuple[str, tuple[FigureLine, ...]], ...]
    """What is counted, with the figures."""
    more: int
    """Figures that are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedRow:
    """A body that counted, and who cites it."""

    body: Link
    """The body; leads nowhere if it is no term."""
    cells: tuple[CitedCell, ...]
    """One an article; where articles are too many for columns, those that cite it."""
    more: int
    """Articles that are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsourcedView:
    """The figures of an article that name nobody who counted."""

    article: Link
    """The article."""
    count: int
    """How many."""
    shown: tuple[FigureLine, ...]
    """What is seen at once, in the order of the text."""
    folded: tuple[FigureLine, ...]
    """What is seen on demand."""
    left_out: int
    """How many more there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Two things to keep apart."""

    first: ItemView
    """One of them."""
    second: ItemView
    """The other."""
    reason: str
    """Why; may be empty."""
    notes: tuple[Link, ...]
    """Notes that warn of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsView:
    """Pairs of one sort."""

    title: str
    """What sort of things."""
    shown: tuple[PairView, ...]
    """What is seen at once."""
    folded: tuple[PairView, ...]
    """What is seen on demand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView(PageView):
    """The page on who writes what."""

    contents: tuple[tuple[Link, str], ...]
    """Its sections, each with what it comes to."""
    columns: tuple[ColumnView, ...]
    """All articles, by date."""
    compact: bool
    """Whether articles are too many for columns."""
    fits: bool
    """Whether they are so few that tables fit a wide screen."""
    unread: str
    """Which texts were never searched, in words; empty where all were."""
    stale: str
    """Which counts are of an earlier reading, in words; empty where none is."""
    names: tuple[NameView, ...]
    """Terms with several forms that are seen at once."""
    names_folded: tuple[NameView, ...]
    """Those that are seen on demand."""
    names_left_out: int
    """How many more there are."""
    steps: tuple[tuple[int, str], ...]
    """The scale of the heat maps: each step, from 1, and the counts it stands for."""
    heats: tuple[HeatView, ...]
    """Terms and articles, by sort of term."""
    only: tuple[OnlyView, ...]
    """What one article has and no other."""
    only_left_out: int
    """Articles that are left out of that."""
    cited: tuple[CitedRow, ...]
    """Who is cited by whom for which figure."""
    cited_left_out: int
    """Bodies that are left out of that."""
    unsourced: tuple[UnsourcedView, ...]
    """Figures that name nobody who counted."""
    unsourced_count: int
    """How many in all."""
    unsourced_left_out: int
    """Articles that are left out of that."""
    pairs: tuple[PairsView, ...]
    """Look-alikes, by sort."""
    warnings: tuple[tuple[Link, Markup], ...]
    """Notes that warn of look-alikes which are no terms, with what they say."""
    warnings_left_out: int
    """How many of those are left out."""
