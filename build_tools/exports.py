"""The downloads: a public contract, fields may be added and are never renamed.

`articles.json` is CSL-JSON, `annotations.jsonld` a W3C Web Annotation collection
(https://www.w3.org/TR/annotation-model/), `glossary.json` our own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from build_tools.linking.anchors import Placed
from build_tools.linking.concordance import usages
from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.model.fields import Citation
from build_tools.model.note import NoteKind
from build_tools.model.output import Output
from build_tools.model.record import Edition
from build_tools.views.desk import Desk
from build_tools.views.words import iso

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

Json = dict[str, Any]


def export(linked: Linked, edition: Edition) -> Iterator[Output]:
    """Yield every download."""
    desk = Desk(linked=linked, usage=usages(linked), edition=edition)
    yield _output("articles.json", [_article(desk, one) for one in linked.articles])
    yield _output("annotations.jsonld", _collection(desk))
    yield _output("glossary.json", list(_glossary(desk)))


def _output(name: str, data: object) -> Output:
    return Output(f"data/{name}", json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _article(desk: Desk, one: LinkedArticle) -> Json:
    article, record = one.article, one.article.record.value
    item: Json = {
        "id": article.slug,
        "type": "article-newspaper",
        "title": record.title,
        "author": [_name(name) for name in record.authors],
        "container-title": record.outlet,
        "issued": _csl_date(record.date),
        "language": record.language,
        "genre": record.genre,
    }
    if record.url:
        item["URL"] = record.url
    item["custom"] = {
        "edition": "full" if desk.shows_full(one) else "digest",
        "rights": record.rights.statement,
        "paragraphs": article.paragraphs,
        "words": record.origin.words if record.origin else None,
        "page": desk.permanent(f"articles/{article.slug}.html"),
    }
    return item


def _name(name: str) -> Json:
    given, _, family = name.rpartition(" ")
    return {"family": family, "given": given} if given else {"literal": name}


def _csl_date(edtf: str) -> Json:
    date: Json = {"date-parts": [[int(part) for part in iso(edtf).split("-")]]}
    return date if iso(edtf) == edtf else date | {"circa": True}


def _collection(desk: Desk) -> Json:
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


def _annotation(desk: Desk, one: LinkedArticle, placed: Placed) -> Json:
    note, article = placed.note, one.article
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
            "sources": [_source(citation) for citation in note.sources],
            "see": [{"article": s.article, "paragraph": s.paragraph} for s in note.see],
        },
    }
    if note.updated:
        item["modified"] = _moment(note.updated)
    return item


def _moment(edtf: str) -> str:
    """Return a date as the xsd:dateTime the annotation model asks for."""
    year, month, day = [*iso(edtf).split("-"), "01", "01"][:3]
    return f"{year}-{month}-{day}T00:00:00Z"


def _addresses(desk: Desk, sources: tuple[Citation, ...]) -> Iterator[str]:
    for one in sources:
        work = desk.linked.corpus.works.get(one.key)
        if work:
            yield work.URL or desk.permanent(f"sources.html#s-{one.key}")


def _source(one: Citation) -> Json:
    return {"key": one.key, "at": one.at} if one.at else {"key": one.key}


def _glossary(desk: Desk) -> Iterator[Json]:
    for key, sheet in desk.linked.corpus.terms.items():
        term = sheet.value
        native = term.native
        yield {
            "id": key,
            "name": term.name,
            "short": term.short,
            "kind": term.kind.value,
            "native": {"text": native.text, "language": native.language} if native else None,
            "variants": [one.text for one in term.variants],
            "definition": term.definition,
            "confidence": term.confidence.value,
            "state": term.state.value,
            "contested": [
                {
                    "point": one.point,
                    "positions": [
                        {
                            "holder": side.holder,
                            "says": side.says,
                            "sources": [_source(citation) for citation in side.sources],
                        }
                        for side in one.positions
                    ],
                }
                for one in term.contested
            ],
            "relations": [{"kind": one.kind.value, "term": one.term} for one in term.relations],
            "sources": [_source(citation) for citation in term.sources],
            "mentions": [
                {
                    "article": slug,
                    "paragraph": one.paragraph,
                    "form": one.form,
                    "voice": one.voice,
                    "how": one.how,
                }
                for slug, found in desk.usage[key].by_article.items()
                for one in found
            ],
        }
