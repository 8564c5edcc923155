"""An article's page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from build_tools.views.argument import StepView
from build_tools.views.parts import (
    AlternateView,
    KindView,
    Link,
    NoteView,
    PageView,
    SourceView,
    TermUse,
)
from build_tools.views.timeline import SmallTimelineView


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """What leads from an article to the making of its page; each empty where there is none."""

    report: str
    """Where to report an error; an escaped `#` and the id of a part may be added."""
    suggest: str
    """Where to suggest a note."""
    history: str
    """What became of its notes over time; `#` and the id of a note may be added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """An event of which a paragraph tells, in one line."""

    href: str
    """The event on the timeline."""
    label: str
    """What happened."""
    date: str
    """When, by the best we know, in words."""
    rival: str
    """The date this paragraph gives, in words, where it cannot be the event's; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossingView:
    """Where another article or the record stands to a paragraph, in one line."""

    href: str
    """The question, figure or event."""
    label: str
    """What is compared, with its colon; or how many more there are."""
    text: str
    """How they stand: "Contradicted: Gul 2024 has November 2022"; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A block of the body with what hangs on it."""

    kind: str
    """`paragraph`, `item` or `subhead`."""
    number: int
    """Paragraph number; 0 for a subhead."""
    heading: str
    """Words of a subhead; empty otherwise."""
    digest: Markup
    """The digest's paragraph: inline HTML with highlights, references and terms."""
    full: Markup
    """The op-ed's own paragraph in the same markup; empty in the digest edition."""
    notes: tuple[NoteView, ...]
    """Notes of this paragraph in the order of the text."""
    events: tuple[EventLine, ...]
    """Events of which this paragraph tells."""
    crossings: tuple[CrossingView, ...]
    """Where others stand to it; contradictions first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView(PageView):
    """Everything an article's page shows."""

    slug: str
    """Slug."""
    label: str
    """Short name."""
    byline: str
    """Authors in one line, or "Author unknown"."""
    outlet: str
    """Who published it first."""
    date: str
    """Date in words, such as "7 August 2024" or "about 27 March 2023"."""
    date_iso: str
    """For `<time datetime>`."""
    date_basis: str
    """How the date is known; may be empty."""
    url: str
    """The original; may be empty."""
    genre: str
    """What sort of text it is."""
    language: str
    """Language of the op-ed."""
    thesis: str
    """What it argues."""
    remarks: tuple[Markup, ...]
    """What to know of these particulars."""
    record_sources: tuple[SourceView, ...]
    """Where the particulars were found."""
    full: bool
    """Whether the op-ed's own paragraphs are here too."""
    edition_line: str
    """One sentence that says what the reader has before them, and why."""
    rights: Link
    """Rights statement."""
    holder: str
    """Owner of the rights; may be empty."""
    verified_line: str
    """How many quotations were verified, against which version."""
    doors: Doors
    """What leads from here to the making of the page."""
    cite_original: str
    """How to cite the op-ed."""
    cite_page: str
    """How to cite this page."""
    cite_files: tuple[AlternateView, ...]
    """The same for reference managers, with every note."""
    coins_original: str
    """The op-ed as reference managers read it from the page; empty where the page is private."""
    coins_page: str
    """This page likewise."""
    argument: tuple[StepView, ...]
    """Its argument in steps; empty where nobody has written it down."""
    timeline: SmallTimelineView | None
    """The events it tells of; nothing where there are none."""
    kinds: tuple[KindView, ...]
    """Kinds of note that occur, with counts; what is compared is one of them."""
    note_count: int
    """Notes in all."""
    paragraph_count: int
    """Numbered paragraphs."""
    word_count: int
    """Words of the op-ed; 0 where unknown."""
    blocks: tuple[BlockView, ...]
    """The body."""
    terms: tuple[TermUse, ...]
    """Terms in this article, in alphabetical order; also the pop-ups."""
    earlier: Link | None
    """The article before it by date."""
    later: Link | None
    """The article after it by date."""
