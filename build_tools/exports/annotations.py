"""annotations.jsonld: a W3C Web Annotation collection (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.exports.common import Json, source
from build_tools.linking.anchors import Placed
from build_tools.linking.linked import LinkedArticle
from build_tools.model import dates
from build_tools.model.fields import Citation
from build_tools.model.note import Note, NoteKind
from build_tools.views.desk import Desk

MOTIVATIONS: dict[NoteKind, str] = {
    NoteKind.CLAIM: "commenting",
    NoteKind.CONTEXT: "describing",
    NoteKind.FIGURE: "assessing",
    NoteKind.CORRECTION: "assessing",
    NoteKind.CONTRADICTION: "linking",
    NoteKind.ATTRIBUTION: "identifying",
    NoteKind.LOOK_ALIKE: "identifying",
    NoteKind.LANGUAGE: "commenting",
}
"""The W3C motivation nearest to each kind of note."""


def collection(desk: Desk) -> Json:
    """Return all notes as one collection."""
    items = [_annotation(desk, one, placed) for one in desk.linked.articles for placed in one.notes]
    address = desk.permanent("data/annotations.jsonld")
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": address,
        "type": "AnnotationCollection",
        "label": desk.linked.corpus.site.value.title,
        "total": len(items),
        "first": {
            "id": f"{address}#page",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }


def _annotation(desk: Desk, one: LinkedArticle, placed: Placed[Note]) -> Json:
    note, article = placed.item, one.article
    page = desk.permanent(f"articles/{article.slug}.html")
    quote: Json = {"type": "TextQuoteSelector", "exact": note.quote}
    if note.prefix:
        quote["prefix"] = note.prefix
    if note.suffix:
        quote["suffix"] = note.suffix
    selectors = [quote]
    if placed.span:
        position = {"start": placed.span.start, "end": placed.span.end}
        selectors.append({"type": "TextPositionSelector", **position})
    person = desk.author(note.author)
    item: Json = {
        "id": f"{page}#n-{note.id}",
        "type": "Annotation",
        "motivation": MOTIVATIONS[note.kind],
        "creator": {"id": desk.permanent(person.href), "type": "Agent", "name": person.text},
        "created": _moment(note.created),
        "rights": desk.linked.corpus.site.value.licence,
        "body": [
            {
                "type": "TextualBody",
                "value": note.body,
                "format": "text/markdown",
                "language": desk.linked.corpus.site.value.language,
            },
            *(
                {"type": "SpecificResource", "purpose": "linking", "source": address}
                for address in _addresses(desk, note.sources)
            ),
        ],
        "target": {"source": article.record.value.url or page, "selector": selectors},
        "custom": {
            "article": article.slug,
            "paragraph": placed.paragraph,
            "kind": note.kind.value,
            "state": note.state.value,
            "confidence": note.confidence.value,
            "reviewer": note.reviewer,
            "quotation": placed.standing.value,
            "sources": [source(citation) for citation in note.sources],
            "see": [{"article": s.article, "paragraph": s.paragraph} for s in note.see],
        },
    }
    if note.updated:
        item["modified"] = _moment(note.updated)
    return item


def _moment(edtf: str) -> str:
    """Return a date as the xsd:dateTime the annotation model asks for."""
    return f"{dates.parse(edtf).start.isoformat()}T00:00:00Z"


def _addresses(desk: Desk, sources: tuple[Citation, ...]) -> Iterator[str]:
    for one in sources:
        work = desk.linked.corpus.works.get(one.key)
        if work:
            yield work.URL or desk.permanent(f"sources.html#s-{one.key}")
