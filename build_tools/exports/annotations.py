"""annotations.jsonld: a W3C Web Annotation collection (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.exports.common import Json, address, iri, source, to_json
from build_tools.linking.anchors import Placed
from build_tools.linking.linked import LinkedArticle
from build_tools.model import dates
from build_tools.model.fields import Citation
from build_tools.model.note import Note, NoteKind, Via
from build_tools.views.desk import Desk

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""What gives the words of the model their meaning."""
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


def collection(desk: Desk, items: Iterable[str]) -> str:
    """Return all notes as one collection; one without notes has no page, which must hold some.

    Args:
        desk: The site, seen from its root.
        items: What `items` returned for each article that has notes.
    """
    lines = ",\n".join(items)
    here = address(desk, "data/annotations.jsonld")
    head = to_json(
        {
            "@context": CONTEXT,
            "id": here,
            "type": "AnnotationCollection",
            "label": desk.linked.corpus.site.value.title,
            "total": sum(len(one.notes) for one in desk.linked.articles),
        }
    )
    if not lines:
        return head + "\n"
    page = to_json(
        {"id": f"{here}#page", "type": "AnnotationPage", "partOf": here, "startIndex": 0}
    )
    first = f'{page[:-1]}, "items": [\n{lines}\n]}}'
    return f'{head[:-1]}, "first": {first}, "last": {to_json(f"{here}#page")}}}\n'


def items(desk: Desk, one: LinkedArticle) -> str:
    """Return the notes of an article as annotations in JSON, each on a line of its own."""
    return ",\n".join([to_json(_annotation(desk, one, placed)) for placed in one.notes])


def _annotation(desk: Desk, one: LinkedArticle, placed: Placed[Note]) -> Json:
    note, article = placed.item, one.article
    page = address(desk, f"articles/{article.slug}.html")
    person = desk.author(note.author)
    item: Json = {
        "id": f"{page}#n-{note.id}",
        "type": "Annotation",
        "motivation": MOTIVATIONS[note.kind],
        "creator": {"id": address(desk, person.href), "type": "Person", "name": person.text},
        "created": _moment(note.created),
        "rights": desk.linked.corpus.site.value.licence,
        "body": [_body(desk, note), *_addresses(desk, note.sources)],
        "target": {
            "type": "SpecificResource",
            "source": iri(article.record.value.url or page),
            "selector": list(_selectors(placed)),
        },
        "custom": _custom(placed, article.slug),
    }
    if note.updated:
        item["modified"] = _moment(note.updated)
    if note.via and note.via.address:
        item["via"] = iri(note.via.address)
    return item


def _body(desk: Desk, note: Note) -> Json:
    return {
        "type": "TextualBody",
        "value": note.body,
        "format": "text/markdown",
        "language": desk.linked.corpus.site.value.language,
    }


def _selectors(placed: Placed[Note]) -> Iterator[Json]:
    note = placed.item
    quote: Json = {"type": "TextQuoteSelector", "exact": note.quote}
    if note.prefix:
        quote["prefix"] = note.prefix
    if note.suffix:
        quote["suffix"] = note.suffix
    yield quote
    if placed.span:
        position = {"start": placed.span.start, "end": placed.span.end}
        yield {"type": "TextPositionSelector", **position}


def _custom(placed: Placed[Note], slug: str) -> Json:
    """Return what the model has no place for: with it a note can be read back as it was."""
    note = placed.item
    return {
        "article": slug,
        "paragraph": placed.paragraph,
        "kind": note.kind.value,
        "state": note.state.value,
        "confidence": note.confidence.value,
        "author": note.author,
        "reviewer": note.reviewer,
        "quotation": placed.standing.value,
        "sources": [source(citation) for citation in note.sources],
        "see": [{"article": s.article, "paragraph": s.paragraph} for s in note.see],
        "digest": note.digest,
        "dispute": note.dispute,
        "created": note.created,
        "updated": note.updated,
        "via": _via(note.via) if note.via else None,
    }


def _via(via: Via) -> Json:
    told = {
        "id": via.id,
        "service": via.service,
        "name": via.name,
        "date": via.date,
        "address": via.address,
    }
    return {key: value for key, value in told.items() if value}


def _moment(edtf: str) -> str:
    """Return a date as the xsd:dateTime the annotation model asks for."""
    return f"{dates.parse(edtf).start.isoformat()}T00:00:00Z"


def _addresses(desk: Desk, sources: tuple[Citation, ...]) -> Iterator[Json]:
    for one in sources:
        work = desk.linked.corpus.works.get(one.key)
        if work:
            place = iri(work.URL) if work.URL else address(desk, f"sources.html#s-{one.key}")
            yield {"type": "SpecificResource", "purpose": "linking", "source": place}
