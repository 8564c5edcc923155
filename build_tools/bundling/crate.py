"""ro-crate-metadata.json: the bundle described for programs, after RO-Crate 1.2."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from build_tools.bundling.contents import READ_ME, START, SUMS, sum_size
from build_tools.bundling.cover import Cover, OpEd
from build_tools.model.output import Output
from build_tools.model.settings import Person
from build_tools.views.particulars import rights_label

NAME = "ro-crate-metadata.json"
"""The file; its name is fixed by the specification."""
SPECIFICATION = "https://w3id.org/ro/crate/1.2"
"""What it conforms to."""

Entity = dict[str, Any]
"""A node of the graph, which is flat: other nodes stand in it as references."""

_FORMATS = {
    ".bib": "application/x-bibtex",
    ".csv": "text/csv",
    ".epub": "application/epub+zip",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".ris": "application/x-research-info-systems",
    ".txt": "text/plain",
    ".xml": "application/xml",
}
"""Media types of the files that are described one by one."""

_SAID = {
    START: ("Start here", "Opens the reader in a browser."),
    READ_ME: ("Read me", "What the folder holds, for people."),
    SUMS: ("Checksums", "SHA-256 of every other file, in the form that sha256sum reads."),
    "site/index.html": ("First page", "The first page of the reader."),
    "site/data/articles.json": ("Articles", "The op-eds in CSL-JSON."),
    "site/data/annotations.jsonld": ("Notes", "The notes as W3C Web Annotations."),
    "site/data/notes.csv": ("Notes", "The notes as a table."),
    "site/data/glossary.json": ("Glossary", "Terms with every variant and mention."),
    "site/data/events.json": ("Events", "What the op-eds date, with rival dates, in EDTF."),
    "site/data/figures.json": ("Figures", "Numbers the op-eds claim, and which pairs conflict."),
    "site/data/comparisons.json": ("Comparisons", "Questions with what each op-ed answers."),
}
"""Name and description of files we know."""


def crate(cover: Cover, parts: Iterable[Output]) -> Output:
    """Return the description of a bundle.

    Args:
        cover: What it says of itself.
        parts: Every file in it but this one and the checksums.
    """
    known = {one.path: one for one in parts}
    graph: dict[str, Entity] = {}
    for entity in _entities(cover, known):
        graph.setdefault(entity["@id"], entity)
    document = {"@context": f"{SPECIFICATION}/context", "@graph": list(graph.values())}
    return Output(NAME, json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def _entities(cover: Cover, known: dict[str, Output]) -> Iterator[Entity]:
    """Yield every node; of two with one id the first counts."""
    top = [*(name for name in sorted(known) if not name.startswith("site/")), SUMS]
    data = sorted(name for name in known if name.startswith("site/data/"))
    yield {
        "@id": NAME,
        "@type": "CreativeWork",
        "about": _to("./"),
        "conformsTo": _to(SPECIFICATION),
    }
    yield _root(cover, top)
    yield {
        "@id": "site/",
        "@type": "Dataset",
        "name": "The reader",
        "description": "A web site that needs no server; its first page is index.html.",
        "hasPart": _all(["site/index.html", "site/data/"]),
    }
    yield {
        "@id": "site/data/",
        "@type": "Dataset",
        "name": "The data",
        "description": "What the reader holds, for programs.",
        "hasPart": _all(data),
    }
    sizes = {name: len(one.content) for name, one in known.items()}
    sizes[SUMS] = sum_size((*known, NAME))
    for name in (*top, "site/index.html", *data):
        yield _file(name, sizes[name])
    yield from _people(cover)
    for one in cover.op_eds:
        yield from _op_ed(one)
    yield _licence(cover.licence)


def _root(cover: Cover, files: list[str]) -> Entity:
    root: Entity = {
        "@id": "./",
        "@type": "Dataset",
        "name": cover.title,
        "description": f"{cover.description} {cover.edition}",
        "datePublished": cover.date.isoformat(),
        # What may not be passed on has no licence, whatever licence our own part of it has.
        "license": cover.edition if cover.private else _to(cover.licence),
        "inLanguage": cover.language,
        "isBasedOn": _all(_address(one) for one in cover.op_eds),
        "hasPart": _all([*files, "site/"]),
    }
    if cover.people:
        root["author"] = _all(_who(person) for person in cover.people)
    if cover.publisher:
        root["publisher"] = _to("#publisher")
    if cover.address:
        root["url"] = cover.address
    return root


def _file(path: str, size: int) -> Entity:
    kind = PurePosixPath(path).suffix.lower()
    name, about = _SAID.get(path, (PurePosixPath(path).name, _about(path)))
    entity: Entity = {
        "@id": quote(path),
        "@type": "File",
        "name": name,
        "description": about,
        "encodingFormat": _FORMATS.get(kind, "text/plain" if path == SUMS else _UNKNOWN),
    }
    return entity | {"contentSize": str(size)}


_UNKNOWN = "application/octet-stream"


def _about(path: str) -> str:
    match PurePosixPath(path).parts[0]:
        case "book":
            return "The reader as a book, with notes as footnotes."
        case "licences":
            return "Licence of a part of this bundle."
        case _:
            return "Data of the reader; its documentation is that of Crossread."


def _people(cover: Cover) -> Iterator[Entity]:
    for person in cover.people:
        entity: Entity = {
            "@id": _who(person),
            "@type": "Person",
            "name": person.name,
            "description": person.role,
        }
        yield entity | ({"url": person.url} if person.url else {})
    if cover.publisher:
        yield {"@id": "#publisher", "@type": "Organization", "name": cover.publisher}


def _who(person: Person) -> str:
    return f"https://orcid.org/{person.orcid}" if person.orcid else f"#person-{person.id}"


def _op_ed(one: OpEd) -> Iterator[Entity]:
    record = one.record
    writers = [f"#writer-{one.slug}-{number}" for number, _ in enumerate(record.authors, 1)]
    entity: Entity = {
        "@id": _address(one),
        "@type": "NewsArticle",
        "name": record.title,
        "datePublished": record.date.rstrip("?~%"),
        "inLanguage": record.language,
        "publisher": _to(f"#outlet-{one.slug}"),
        "license": _to(record.rights.statement),
    }
    yield entity | ({"author": _all(writers)} if writers else {})
    yield {"@id": f"#outlet-{one.slug}", "@type": "Organization", "name": record.outlet}
    for name, writer in zip(record.authors, writers, strict=True):
        yield {"@id": writer, "@type": "Person", "name": name}
    yield _licence(record.rights.statement)


def _address(one: OpEd) -> str:
    return one.record.url or f"#op-ed-{one.slug}"


def _licence(address: str) -> Entity:
    label = rights_label(address)
    return {"@id": address, "@type": "CreativeWork", "name": label, "description": label}


def _to(target: str) -> Entity:
    return {"@id": target}


def _all(targets: Iterable[str]) -> Entity | list[Entity]:
    """Return references; the specification wants one of a kind to stand alone."""
    found = [_to(one) for one in dict.fromkeys(targets)]
    return found[0] if len(found) == 1 else found
