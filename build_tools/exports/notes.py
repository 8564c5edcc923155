"""notes.csv and notes/SLUG.md: the notes for spreadsheets, and for Obsidian and Zotero.

Names of terms become links to their entries and no wiki-links: a vault has no file for them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise

from build_tools import prose
from build_tools.exports import common
from build_tools.exports.common import Json, address
from build_tools.linking.anchors import Placed
from build_tools.linking.linked import LinkedArticle
from build_tools.model.note import Note
from build_tools.model.output import Output
from build_tools.model.rich import FormatKind, Rich
from build_tools.views import words
from build_tools.views.citing import editor
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.particulars import byline

COLUMNS = (
    *("id", "article", "note", "paragraph", "quote", "kind", "body", "sources", "see"),
    *("confidence", "state", "author", "reviewer", "dispute", "created", "updated"),
    *("quotation", "address", "via"),
)
"""Columns of notes.csv: a row a note."""

_SPECIAL = re.compile(r"[\\`*_\[\]<>#~$^=%|{}]|&(?=#?\w+;)")
"""What means something in Markdown or in one of its dialects; `%%` hides in Obsidian."""
_AT_START = re.compile(r"^([-+](?= |$)|\d+(?=[.)]( |$)))")
"""What begins a list."""
_SCHEME = re.compile(r"\b(?!https?:)([A-Za-z][A-Za-z0-9+.-]*):(?=//)", re.IGNORECASE)
"""What some programs make a link of by themselves, such as `obsidian://`."""
_RUN = re.compile(r"\s*[=$]")
"""With these a plug-in takes code for a program to be run."""
_MARKS = {FormatKind.EMPHASIS: "*", FormatKind.STRONG: "**"}


def rows(desk: Desk, one: LinkedArticle) -> str:
    """Return the notes of an article as rows of notes.csv."""
    return common.cells(COLUMNS, (_row(desk, one.article.slug, placed) for placed in one.notes))


def _row(desk: Desk, slug: str, placed: Placed[Note]) -> Json:
    note = placed.item
    return {
        "id": f"{slug}#{note.id}",
        "article": slug,
        "note": note.id,
        "paragraph": placed.paragraph,
        "quote": note.quote,
        "kind": note.kind.value,
        "body": _plain(note.body),
        "sources": "; ".join([f"{s.key}, {s.at}" if s.at else s.key for s in note.sources]),
        "see": "; ".join([f"{see.article}#{see.paragraph}" for see in note.see]),
        "confidence": note.confidence.value,
        "state": note.state.value,
        "author": note.author,
        "reviewer": note.reviewer,
        "dispute": _plain(note.dispute or ""),
        "created": note.created,
        "updated": note.updated,
        "quotation": placed.standing.value,
        "address": address(desk, f"articles/{slug}.html#n-{note.id}"),
        "via": note.via.address or note.via.id if note.via else None,
    }


def _plain(markdown: str) -> str:
    return "\n\n".join(rich.text for rich in prose.paragraphs(markdown))


def notebook(desk: Desk, one: LinkedArticle) -> Output:
    """Return the notes of an article as Markdown."""
    there = desk.rooted(desk.public("") or "../../")
    return Output(f"data/notes/{one.article.slug}.md", _notebook(there, one))


def _notebook(desk: Desk, one: LinkedArticle) -> str:
    record, page = one.article.record.value, desk.article_href(one.article.slug)
    head = {
        "title": f"Notes on {one.article.label}",
        "citekey": one.article.slug,
        "article": record.title,
        "authors": list(record.authors),
        "outlet": record.outlet,
        "date": record.date,
        "url": record.url,
        "page": page,
        "licence": desk.linked.corpus.site.value.licence,
    }
    front = [f"{key}: {_quoted(value)}" for key, value in head.items() if value]
    blocks = [
        "\n".join(["---", *front, "---"]),
        f"# {escape(record.title)}",
        f"{escape(byline(one.article))}, {escape(record.outlet)}, {in_words(record.date)}. "
        f"{_link('Page with all notes', page)}",
        *(block for placed in one.notes for block in _note(desk, one, placed)),
    ]
    return "\n\n".join(blocks) + "\n"


def _quoted(value: object) -> str:
    """Return a value of the front matter, which not every program knows not to read as Markdown."""
    written = json.dumps(value, ensure_ascii=False)
    return written.replace("<", "\\u003c").replace(">", "\\u003e")


def _note(desk: Desk, one: LinkedArticle, placed: Placed[Note]) -> Iterator[str]:
    """Yield the blocks of a note: heading, quotation, body, sources, where it stands."""
    note = placed.item
    here = desk.article_href(one.article.slug, f"n-{note.id}")
    yield f"## ¶{placed.paragraph} {words.KIND_LABELS[note.kind][0]}: {note.id}"
    yield f"> “{escape(note.quote)}”"
    yield from _paragraphs(desk, note.body)
    if note.dispute:
        yield "**Disputed:**"
        yield from _paragraphs(desk, note.dispute)
    if sources := list(_sources(desk, note)):
        yield "Sources:\n\n" + "\n".join(sources)
    if see := ["- " + _link(link.text, link.href) for link in map(desk.passage, note.see)]:
        yield "See also:\n\n" + "\n".join(see)
    passport = (
        f"{words.STATES[note.state]}, {words.CONFIDENCE[note.confidence].lower()}, by "
        f"{escape(str(editor(desk, note.author)))}, {in_words(note.updated or note.created)}"
    )
    yield f"{passport}{_via(note)}. {_link('This note on the site', here)}"


def _via(note: Note) -> str:
    if note.via is None:
        return ""
    said = words.via(note.via)
    return f"; imported from {_link(said, note.via.address) if note.via.address else escape(said)}"


def _sources(desk: Desk, note: Note) -> Iterator[str]:
    """Yield a line for each source, with its key as reference managers write it."""
    for view in desk.sources(note.sources):
        at = f", {escape(view.at)}" if view.at else ""
        yield f"- {_link(view.title, view.href)}{at} [@{view.key}]"


def _paragraphs(desk: Desk, markdown: str) -> Iterator[str]:
    for rich in prose.paragraphs(markdown):
        yield _markdown(desk.resolved(rich))


def escape(text: str) -> str:
    """Return plain words as Markdown that every dialect shows as they are."""
    line = " ".join(text.split())
    safe = _SPECIAL.sub(lambda mark: _ENTITIES.get(mark[0]) or f"\\{mark[0]}", line)
    if mark := _AT_START.match(safe):
        end = mark.end()
        safe = f"\\{safe}" if mark[0] in "-+" else f"{mark[0]}\\{safe[end:]}"
    return _SCHEME.sub(r"\1\\:", safe) if "://" in safe else safe


_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def _link(text: str, href: str) -> str:
    return f"[{escape(text)}]({prose.destination(href)})"


def _markdown(rich: Rich) -> str:
    """Return a paragraph as Markdown: what is laid over it is nested, outer before inner."""
    edges = {0, len(rich.text)}
    for one in rich.formats:
        edges |= {one.span.start, one.span.end}
    parts: list[str] = []
    for start, end in pairwise(sorted(edges)):
        opened = "".join(_opening(one.kind) for one in rich.formats if one.span.start == start)
        if parts and parts[-1].endswith("!") and opened.endswith("["):
            parts[-1] = f"{parts[-1][:-1]}\\!"  # or the link would be a picture, and be loaded
        parts.append(opened)
        inside = [one for one in rich.formats if one.span.start <= start and end <= one.span.end]
        coded = any(one.kind is FormatKind.CODE for one in inside)
        parts.append(_code(rich.text[start:end]) if coded else _piece(rich.text, start, end))
        parts += [
            _closing(one.kind, one.target) for one in reversed(rich.formats) if one.span.end == end
        ]
    return "".join(parts)


def _piece(text: str, start: int, end: int) -> str:
    """Return a piece of plain words, its white space kept; only at the start can a list begin."""
    piece = text[start:end]
    words_only = escape(piece) if start == 0 else escape(f"x{piece.lstrip()}")[1:]
    before = " " if start and piece[:1].isspace() else ""
    return f"{before}{words_only}{' ' if piece.strip() and piece[-1:].isspace() else ''}"


def _opening(kind: FormatKind) -> str:
    return "[" if kind is FormatKind.LINK else _MARKS.get(kind, "")


def _closing(kind: FormatKind, target: str) -> str:
    return f"]({prose.destination(target)})" if kind is FormatKind.LINK else _MARKS.get(kind, "")


def _code(text: str) -> str:
    """Return words as code, unless a plug-in would run them or they hold a mark of code."""
    if "`" in text or _RUN.match(text) or not text.strip():
        return escape(text)
    return f"`{text}`"
