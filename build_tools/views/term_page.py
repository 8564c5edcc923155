"""Makes the view of a term's page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from markupsafe import Markup, escape

from build_tools import prose
from build_tools.linking.concordance import Usage
from build_tools.linking.linked import Block, LinkedArticle
from build_tools.linking.mentions import How, Mention
from build_tools.model.lock import LockedMention
from build_tools.model.span import Span
from build_tools.model.term import Relation
from build_tools.views import words
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.index import MANY
from build_tools.views.parts import Link
from build_tools.views.term import (
    FormRow,
    MentionView,
    PlacesView,
    PositionView,
    RelationView,
    TermView,
)
from build_tools.views.timeline_page import small_timeline

AROUND = 110
"""Characters of context shown on either side of a mention."""


def term_view(desk: Desk, key: str) -> TermView:
    """Return what the page of a term shows.

    Args:
        desk: The site, seen from the folder the page lies in.
        key: Id of the term.
    """
    sheet = desk.linked.corpus.terms[key]
    term, usage = sheet.value, desk.usage[key]
    card = desk.card(key)
    often = sorted(usage.by_article, key=lambda slug: -usage.count(slug))
    shown, many = frozenset(often[:MANY]), len(often) > MANY
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
        timeline=small_timeline(desk, desk.index.events_with.get(key, ())),
        articles=() if many else tuple(_article(desk, slug) for slug in usage.by_article),
        forms=tuple(_forms(usage, columns=not many)),
        mentions=tuple(
            (f"in-{slug}", _article(desk, slug), _mentions(desk, slug, found))
            for slug, found in usage.by_article.items()
            if slug in shown
        ),
        places=tuple(
            _places(desk, slug, found)
            for slug, found in usage.by_article.items()
            if slug not in shown
        ),
        notes=tuple(
            Link(
                href=desk.article_href(one.article.slug, f"n-{note}"),
                text=f"{one.article.label}: “{quote}”",
            )
            for one, note, quote in desk.index.notes_on.get(key, ())
        ),
    )


def _article(desk: Desk, slug: str) -> Link:
    return Link(href=desk.article_href(slug), text=desk.label(slug))


def _forms(usage: Usage, *, columns: bool) -> Iterator[FormRow]:
    """Yield who writes which form, most frequent first; article by article if in columns."""
    table = usage.table() if columns else {}
    named = [
        [one.form for one in found if one.how == How.NAME] for found in usage.by_article.values()
    ]
    total = Counter(chain.from_iterable(named))
    articles = Counter(chain.from_iterable(map(set, named)))
    for form in usage.forms():
        counts = table.get(form, ())
        yield FormRow(form=form, counts=counts, articles=articles[form], total=total[form])


def _places(desk: Desk, slug: str, found: tuple[LockedMention, ...]) -> PlacesView:
    numbers = dict.fromkeys(one.paragraph for one in found)
    return PlacesView(
        id=f"in-{slug}",
        article=_article(desk, slug),
        count=len(found),
        passages=tuple(
            Link(href=desk.article_href(slug, f"p{number}"), text=f"¶{number}")
            for number in numbers
        ),
    )


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
    for other, one in desk.index.relations_to.get(key, ()):
        if (other, one.kind) not in own:
            yield _relation(desk, one, other, words.RELATIONS[one.kind][1])


def _mentions(desk: Desk, slug: str, found: tuple[LockedMention, ...]) -> tuple[MentionView, ...]:
    one = desk.linked.article(slug)
    if one is None:
        return ()
    views: list[MentionView] = []
    seen: Counter[int] = Counter()
    for mention in found:
        block = one.block(mention.paragraph)
        view = MentionView(
            href=desk.article_href(slug, f"p{mention.paragraph}"),
            paragraph=mention.paragraph,
            form=mention.form,
            how=mention.how,
            voice=_voice(desk, mention.voice),
            times=1,
            context=_context(desk, one, block, mention, seen[mention.paragraph])
            if block
            else Markup(),
        )
        seen[mention.paragraph] += 1
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
    before, words, after = text[start : span.start], span.of(text), text[span.end : end]
    here = f'<b class="cr-here">{escape(words)}</b>' if words else ""
    return Markup(
        f"{'… ' if start else ''}{escape(before)}{here}{escape(after)}"
        f"{' …' if end < len(text) else ''}"
    )
