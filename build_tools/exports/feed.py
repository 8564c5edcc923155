"""feed.xml: new and changed notes as an Atom feed (RFC 4287), the latest first.

An entry's id is the note's permanent address, so a site without an address has no feed: an id of
another kind would need a name that somebody owns.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from markupsafe import Markup

from build_tools.linking.anchors import Placed
from build_tools.linking.linked import LinkedArticle
from build_tools.model import dates
from build_tools.model.note import Note
from build_tools.views import words
from build_tools.views.citing import editor, note_title, plain
from build_tools.views.desk import Desk
from build_tools.views.heads import FEED, has_feed

LATEST = 50
"""Entries in the feed."""
_ATOM = "http://www.w3.org/2005/Atom"
_CONTENT = Markup(
    "<blockquote>{quote}</blockquote>{body}{dispute}{sources}"
    "<p>{kind}. {state}. {confidence}. By {by}.</p>"
)

_Entry = tuple[LinkedArticle, Placed[Note]]


def feed(desk: Desk, most: int = LATEST) -> str:
    """Return the feed with so many entries; empty where there can be none."""
    if not has_feed(desk):
        return ""
    site, here = desk.linked.corpus.site.value, desk.public(FEED)
    chosen = sorted(_entries(desk), key=lambda one: _updated(one[1].item), reverse=True)[:most]
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": site.language})
    _add(root, "id", here)
    _add(root, "title", site.title)
    _add(root, "subtitle", site.description)
    _add(root, "updated", _updated(chosen[0][1].item))
    _add(_add(root, "author"), "name", site.publisher or site.title)
    _add(root, "link", rel="self", type="application/atom+xml", href=here)
    _add(root, "link", rel="alternate", type="text/html", href=desk.public("index.html"))
    _add(root, "link", rel="license", href=site.licence)
    absolute = desk.rooted(desk.public(""))
    for one, placed in chosen:
        _entry(absolute, root, one, placed)
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _entries(desk: Desk) -> Iterator[_Entry]:
    for one in desk.linked.articles:
        for placed in one.notes:
            yield one, placed


def _updated(note: Note) -> str:
    return _moment(note.updated or note.created)


def _moment(edtf: str) -> str:
    """Return the first moment of a date."""
    return f"{dates.parse(edtf).start.isoformat()}T00:00:00Z"


def _entry(desk: Desk, root: Element, one: LinkedArticle, placed: Placed[Note]) -> None:
    note = placed.item
    here = desk.article_href(one.article.slug, f"n-{note.id}")
    entry = _add(root, "entry")
    _add(entry, "id", here)
    _add(entry, "title", note_title(one, placed))
    _add(entry, "published", _moment(note.created))
    _add(entry, "updated", _updated(note))
    _add(_add(entry, "author"), "name", str(editor(desk, note.author)))
    _add(entry, "link", rel="alternate", type="text/html", href=here)
    _add(entry, "category", term=note.kind.value, label=words.KIND_LABELS[note.kind][0])
    sources = Markup("; ").join(
        Markup('<a href="{}">{}</a>').format(work.href, work.label)
        for work in desk.sources(note.sources)
    )
    dispute = Markup("<p><strong>Disputed:</strong></p>{}").format(desk.prose(note.dispute))
    content = _CONTENT.format(
        quote=Markup("<q>{}</q>").format(plain(note.quote)),
        body=desk.prose(note.body),
        dispute=dispute if note.dispute else "",
        sources=Markup("<p>Sources: {}</p>").format(sources) if sources else "",
        kind=words.KIND_LABELS[note.kind][0],
        state=words.STATES[note.state],
        confidence=words.CONFIDENCE[note.confidence],
        by=editor(desk, note.author),
    )
    _add(entry, "content", str(content), type="html")


def _add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Add an element; `plain` takes out what XML cannot hold, the rest is escaped when written."""
    child = SubElement(parent, tag, attributes)
    child.text = plain(text) or None
    return child
