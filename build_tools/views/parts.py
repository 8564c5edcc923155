"""Pieces that several pages show."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link with its words."""

    href: str
    """Address relative to the page; empty where the words lead nowhere."""
    text: str
    """What is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A citation as readers see it."""

    key: str
    """Citation key."""
    href: str
    """Its entry on the sources page."""
    label: str
    """Short form: outlet or publisher, and date."""
    title: str
    """Title of the work."""
    at: str
    """Where in the work; empty for the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """What the public record says."""

    says: Markup
    """In our words: one or more `<p>`."""
    sources: tuple[SourceView, ...]
    """Where."""
    confidence: str
    """`high`, `medium`, `low` or `unconfirmed`."""
    confidence_label: str
    """The same in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindView:
    """A kind of note: colour never stands alone, so each has a name and a shape too."""

    id: str
    """`claim`, `figure` …"""
    label: str
    """Name as readers see it."""
    symbol: str
    """One character that stands for it."""
    count: int = 0
    """How many notes of this kind the page has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """One margin note with its passport."""

    id: str
    """Element id, `n-` and the note's name; the permanent link."""
    ref: str
    """Element id of its numbered reference in the text."""
    number: int
    """Number on the page, in the order of the text."""
    kind: KindView
    """What the note does."""
    quote: str
    """The words of the op-ed it hangs on."""
    body: Markup
    """What it says: one or more `<p>`."""
    sources: tuple[SourceView, ...]
    """What it rests on."""
    see: tuple[Link, ...]
    """Passages of other articles."""
    state: str
    """`draft`, `reviewed` or `disputed`."""
    state_label: str
    """The same in words."""
    confidence: str
    """`high`, `medium`, `low` or `unconfirmed`."""
    confidence_label: str
    """The same in words."""
    author: Link
    """Who wrote it."""
    reviewer: Link | None
    """Who reviewed it."""
    dispute: Markup
    """What is disputed; empty where nothing is."""
    created: str
    """When it was written."""
    updated: str
    """When it last changed; empty where it did not."""
    verified: str
    """What is known of its quotation: verified, moved, not yet verified …"""
    cite: str
    """How to cite this note."""
    via: Link | None = None
    """Where it was imported from; nothing where it was written here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermCard:
    """A term as a pop-up and a list entry show it, wherever it is used."""

    id: str
    """Term id."""
    href: str
    """Its page, relative."""
    name: str
    """Full name."""
    short: str
    """Abbreviation; empty where there is none."""
    kind_label: str
    """What it names, in a word."""
    native: str
    """Name in its own script; empty where none is given."""
    native_language: str
    """Language of that name."""
    definition: Markup
    """One to three sentences, no block markup."""
    contested: bool
    """Whether sources disagree on it."""
    unconfirmed: bool
    """Whether the definition is still to be checked."""
    look_alikes: tuple[Link, ...]
    """Terms it must not be taken for, whichever of the two says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermUse:
    """A term with how it is used: on the page of an article in that one, elsewhere in all."""

    card: TermCard
    """The term."""
    mentions: int
    """How often it is mentioned."""
    articles: int
    """How many articles mention it."""
    forms: tuple[str, ...]
    """Forms in use, most frequent first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternateView:
    """The content of a page in another form."""

    href: str
    """Address of the file, relative to the page."""
    type: str
    """Media type."""
    title: str
    """What it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """What stands in the head of a page for those who find, share and cite it."""

    title: str
    """Title where it is shared."""
    description: str
    """One sentence."""
    site: str
    """Name of the site."""
    address: str
    """Public address; empty where the site has none."""
    image: str
    """Address of the picture that stands for the site; empty where the site has none."""
    locale: str
    """Language and region, `en_GB`; empty where the settings name no region."""
    language: str
    """Language of the page."""
    licence: str
    """Licence of its content; empty where the content is not ours."""
    date: str
    """When it last changed; empty where unknown."""
    feed: str
    """Address of the feed, relative to the page; empty where there is none."""
    alternates: tuple[AlternateView, ...]
    """Its content in other forms."""
    data: Markup
    """JSON-LD for a script; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """What every page has."""

    title: str
    """Title of the page."""
    description: str
    """One sentence for search engines and link previews."""
    root: str
    """Path from the page to the site's root: empty or `../`."""
    head: HeadView | None = None
    """For those who find, share and cite it; nothing where the site is private."""
