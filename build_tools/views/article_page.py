"""Makes the view of an article's page."""

from __future__ import annotations

import dataclasses
from collections import Counter
from functools import cache

from markupsafe import Markup

from build_tools.linking.linked import Block, LinkedArticle, NumberedNote
from build_tools.model.corpus import Article
from build_tools.model.note import NoteKind
from build_tools.model.source import BlockKind
from build_tools.model.span import Span
from build_tools.views import words
from build_tools.views.argument import argument_view
from build_tools.views.article import ArticleView, BlockView, CrossingView, EventLine
from build_tools.views.citing import coins, original, our_page
from build_tools.views.crossings import crossings, event_lines
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.doors import doors
from build_tools.views.heads import downloads
from build_tools.views.inline import Highlight, render
from build_tools.views.particulars import (
    byline,
    cite_original,
    cite_page,
    edition_line,
    rights,
    verified_line,
)
from build_tools.views.parts import KindView, Link, NoteView
from build_tools.views.timeline_page import small_timeline


def article_view(desk: Desk, one: LinkedArticle) -> ArticleView:
    """Return what the page of an article shows.

    Args:
        desk: The site, seen from the folder the page lies in.
        one: The article.
    """
    article, record = one.article, one.article.record.value
    full = desk.shows_full(one)
    private = desk.index.private
    told = event_lines(desk, article.slug)
    crossing = crossings(desk, article.slug)
    earlier, later = _neighbours(desk, article)
    return ArticleView(
        title=record.title,
        description=record.thesis or f"{byline(article)}, {record.outlet}",
        root=desk.root,
        slug=article.slug,
        label=article.label,
        byline=byline(article),
        outlet=record.outlet,
        date=in_words(record.date),
        date_iso=words.iso(record.date),
        date_basis=record.date_basis or "",
        url=record.url or "",
        genre=record.genre,
        language=record.language,
        thesis=record.thesis or "",
        remarks=tuple(desk.line(remark) for remark in record.remarks),
        record_sources=desk.sources(record.sources),
        full=full,
        edition_line=edition_line(desk, one),
        rights=rights(record.rights.statement),
        holder=record.rights.holder or "",
        verified_line=verified_line(one),
        doors=doors(desk, article.slug),
        cite_original=cite_original(article),
        cite_page=cite_page(desk, article, full=full),
        cite_files=tuple(
            dataclasses.replace(file, href=f"{desk.root}{file.href}") for file in downloads(one)
        ),
        coins_original="" if private else coins(original(one)),
        coins_page="" if private else coins(our_page(desk, one)),
        argument=argument_view(desk, article.argument.value),
        timeline=small_timeline(desk, desk.index.events_of.get(article.slug, ())),
        kinds=(*kinds(one.article.notes.value.notes), *_compared(crossing)),
        note_count=len(one.notes),
        paragraph_count=article.paragraphs,
        word_count=record.origin.words if record.origin else 0,
        blocks=tuple(
            _block(
                desk,
                one,
                block,
                told.get(block.number, []),
                crossing.get(block.number, ()),
                full=full,
            )
            for block in one.blocks
        ),
        terms=desk.terms_in(one),
        earlier=earlier,
        later=later,
    )


def kinds(notes: tuple[object, ...]) -> tuple[KindView, ...]:
    """Return the kinds of note that occur, with counts, in the order of the model."""
    counts = Counter(getattr(note, "kind", None) for note in notes)
    return tuple(kind_view(kind, counts[kind]) for kind in NoteKind if counts[kind])


@cache
def kind_view(kind: NoteKind, count: int = 0) -> KindView:
    """Return a kind of note as readers see it."""
    label, symbol = words.KIND_LABELS[kind]
    return KindView(id=kind.value, label=label, symbol=symbol, count=count)


def _compared(crossing: dict[int, tuple[CrossingView, ...]]) -> tuple[KindView, ...]:
    """Return what is compared as a kind to filter by, counted by paragraphs; nothing for none."""
    return (KindView(id="compare", label="Compared", symbol="⇄", count=len(crossing)),) * bool(
        crossing
    )


def _block(
    desk: Desk,
    one: LinkedArticle,
    block: Block,
    events: list[EventLine],
    crossing: tuple[CrossingView, ...],
    *,
    full: bool,
) -> BlockView:
    if block.kind is BlockKind.SUBHEAD:
        heading = block.full if full else block.digest.text or block.full
        return BlockView(
            kind="subhead",
            number=0,
            heading=heading,
            digest=Markup(),
            full=Markup(),
            notes=(),
            events=(),
            crossings=(),
        )
    prefix = "q" if full else "r"
    rich = desk.resolved(block.digest)
    length = len(rich.text)
    digest = render(
        rich.text,
        formats=rich.formats,
        highlights=_highlights(block, [note.in_digest for note in block.notes], length, prefix),
        mentions=block.digest_found.mentions,
        href=desk.term_href,
    )
    return BlockView(
        kind=block.kind.value,
        number=block.number,
        heading="",
        digest=digest,
        full=_original(desk, block) if full else Markup(),
        notes=tuple(_note(desk, one, note) for note in block.notes),
        events=tuple(events),
        crossings=crossing,
    )


def _original(desk: Desk, block: Block) -> Markup:
    return render(
        block.full,
        highlights=_highlights(block, [note.in_full for note in block.notes], len(block.full), "r"),
        mentions=block.full_found.mentions,
        href=desk.term_href,
    )


def _highlights(
    block: Block, spans: list[Span | None], length: int, prefix: str
) -> tuple[Highlight, ...]:
    if not block.notes:
        return ()
    return tuple(
        Highlight(
            span=span or Span(length, length),
            note=f"n-{note.placed.item.id}",
            ref=f"{prefix}-{note.placed.item.id}",
            number=note.number,
            kind=note.placed.item.kind.value,
            kind_label=words.KIND_LABELS[note.placed.item.kind][0],
        )
        for note, span in zip(block.notes, spans, strict=True)
    )


def _note(desk: Desk, one: LinkedArticle, numbered: NumberedNote) -> NoteView:
    note = numbered.placed.item
    name = f"n-{note.id}"
    author = desk.author(note.author)
    path = desk.permanent(f"articles/{one.article.slug}.html#{name}")
    date = in_words(note.updated or note.created)
    return NoteView(
        id=name,
        ref=f"r-{note.id}",
        number=numbered.number,
        kind=kind_view(note.kind),
        quote=note.quote,
        body=desk.prose(note.body),
        sources=desk.sources(note.sources),
        see=tuple(desk.passage(passage) for passage in note.see),
        state=note.state.value,
        state_label=words.STATES[note.state],
        confidence=note.confidence.value,
        confidence_label=words.CONFIDENCE[note.confidence],
        author=author,
        reviewer=desk.person(note.reviewer),
        dispute=desk.prose(note.dispute),
        created=in_words(note.created),
        updated=in_words(note.updated) if note.updated else "",
        verified=words.STANDINGS[numbered.placed.standing],
        cite=f"{author.text}, note on ¶{numbered.placed.paragraph} of {one.article.label}, "
        f"{desk.linked.corpus.site.value.title}, {date}, {path}",
        via=Link(href=note.via.address or "", text=words.via(note.via)) if note.via else None,
    )


def _neighbours(desk: Desk, article: Article) -> tuple[Link | None, Link | None]:
    articles = desk.linked.corpus.articles
    at = desk.index.places[article.slug]
    return tuple(  # type: ignore[return-value]  # two, always
        Link(href=desk.article_href(articles[n].slug), text=articles[n].record.value.title)
        if 0 <= n < len(articles)
        else None
        for n in (at - 1, at + 1)
    )
