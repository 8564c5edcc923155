"""Makes the view of a term's page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup, escape

from build_tools import prose
from build_tools.linking.linked import Block, LinkedArticle
from build_tools.linking.mentions import Mention
from build_tools.model.lock import LockedMention
from build_tools.model.span import Span
from build_tools.model.term import Relation
from build_tools.views import words
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.listing import (
    FormRow,
    MentionView,
    PositionView,
    RelationView,
    TermView,
)
from build_tools.views.parts import Link
from build_tools.views.timeline_page import small_timeline

AROUND = 110
"""Characters of context shown on either side of a mention."""


def term_view(
    desk: Desk, key: str, linking_notes: Iterable[tuple[LinkedArticle, str, str]]
) -> TermView:
    """Return what the page of a term shows.

    Args:
        desk: The site, seen from the folder the page lies in.
        key: Id of the term.
        linking_notes: Article, note id and quotation of each note that links to the term.
    """
    sheet = desk.linked.corpus.terms[key]
    term, usage = sheet.value, desk.usage[key]
    card = desk.card(key)
    return TermView(
        title=f"{term.name} ({term.short})" if term.short else term.name,
        description=prose.line(term.definition).text,
        root=desk.root,
        card=card,
        detail=desk.prose(term.detail),
        sources=desk.sources(term.sources),
        state=term.state.value,
        state_label=words.STATES[term.state],
        confidence_label=words.CONFIDENCE[term.confidence],
        author=desk.author(term.author),
        reviewer=desk.person(term.reviewer),
        updated=in_words(term.updated),
        wikidata=term.wikidata or "",
        relations=tuple(
            _relation(desk, one, one.term, words.RELATIONS[one.kind][0])
            for one in term.relations
            if one.term in desk.linked.corpus.terms
        ),
        named_by=tuple(_named_by(desk, key)),
        contested=tuple(
            (
                one.point,
                tuple(
                    PositionView(
                        holder=side.holder,
                        says=desk.line(side.says),
                        sources=desk.sources(side.sources),
                    )
                    for side in one.positions
                ),
            )
            for one in term.contested
        ),
        timeline=small_timeline(
            desk, (one for one in desk.linked.events if key in one.sheet.value.actors)
        ),
        articles=tuple(_article(desk, slug) for slug in usage.articles),
        forms=tuple(
            FormRow(form=form, counts=counts, total=sum(counts))
            for form, counts in usage.table().items()
        ),
        mentions=tuple(
            (f"in-{slug}", _article(desk, slug), _mentions(desk, slug, found))
            for slug, found in usage.by_article.items()
        ),
        notes=tuple(
            Link(
                href=desk.article_href(one.article.slug, f"n-{note}"),
                text=f"{one.article.label}: “{quote}”",
            )
            for one, note, quote in linking_notes
        ),
    )


def _article(desk: Desk, slug: str) -> Link:
    article = desk.linked.corpus.article(slug)
    return Link(href=desk.article_href(slug), text=article.label if article else slug)


def _relation(desk: Desk, one: Relation, other: str, label: str) -> RelationView:
    name = desk.linked.corpus.terms[other].value.name
    return RelationView(
        label=label,
        term=Link(href=desk.term_href(other), text=name),
        note=one.note or "",
        sources=desk.sources(one.sources),
    )


def _named_by(desk: Desk, key: str) -> Iterable[RelationView]:
    """Yield the ties other terms declare, unless this term declares the same one back."""
    own = {(one.term, one.kind) for one in desk.linked.corpus.terms[key].value.relations}
    for other, sheet in desk.linked.corpus.terms.items():
        for one in sheet.value.relations:
            if one.term == key and (other, one.kind) not in own:
                yield _relation(desk, one, other, words.RELATIONS[one.kind][1])


def _mentions(desk: Desk, slug: str, found: tuple[LockedMention, ...]) -> tuple[MentionView, ...]:
    one = desk.linked.article(slug)
    if one is None:
        return ()
    views: list[MentionView] = []
    for index, mention in enumerate(found):
        block = one.block(mention.paragraph)
        nth = sum(
            earlier.paragraph == mention.paragraph and earlier.term == mention.term
            for earlier in found[:index]
        )
        view = MentionView(
            href=desk.article_href(slug, f"p{mention.paragraph}"),
            paragraph=mention.paragraph,
            form=mention.form,
            how=mention.how,
            voice=_voice(desk, mention.voice),
            times=1,
            context=_context(desk, one, block, mention, nth) if block else Markup(),
        )
        if views and replace(views[-1], times=1) == view:
            view = replace(view, times=views.pop().times + 1)
        views.append(view)
    return tuple(views)


def _voice(desk: Desk, voice: str) -> str:
    """Return who says it: a term goes by its name."""
    speaker = desk.body(voice)
    return speaker.text if speaker else voice


def _context(
    desk: Desk, one: LinkedArticle, block: Block, mention: LockedMention, nth: int
) -> Markup:
    """Return the words around a mention: the op-ed's where shown in full, else the digest's."""
    if desk.shows_full(one):
        span = Span(mention.start, mention.start + len(mention.form))
        return _cut(block.full, span)
    same = [one for one in block.digest_found.mentions if one.term == mention.term]
    here: Mention | None = same[min(nth, len(same) - 1)] if same else None
    return _cut(block.digest.text, here.span if here else Span(0, 0))


def _cut(text: str, span: Span) -> Markup:
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    stop = text.find(" ", end) if end < len(text) else len(text)
    end = len(text) if stop < 0 else stop
    return (
        Markup("… " if start else "")
        + escape(text[start : span.start])
        + (Markup('<b class="cr-here">{}</b>').format(span.of(text)) if len(span) else "")
        + escape(text[span.end : end])
        + (" …" if end < len(text) else "")
    )
