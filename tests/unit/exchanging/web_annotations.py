"""What the Web Annotation Data Model demands (W3C Recommendation, 23 February 2017), as a check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing"),
    *("highlighting", "identifying", "linking", "moderating", "questioning", "replying"),
    "tagging",
}
AGENTS = {"Person", "Organization", "Software"}
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def mistakes(document: Any, base: str = "") -> list[str]:
    """Return everything in a collection that the Recommendation says MUST be otherwise.

    Args:
        document: The collection.
        base: Address of the file, against which JSON-LD resolves relative addresses.
    """
    return list(_Check(base).collection(document))


class _Check:
    def __init__(self, base: str) -> None:
        self.base = base

    def collection(self, it: Any) -> Iterator[str]:
        if it.get("@context") != CONTEXT:  # a single one MUST be a string
            yield "3.1: @context"
        yield from self.iri(it, "id")
        yield from self.kind(it, "AnnotationCollection")
        if not isinstance(it.get("total", 0), int) or it.get("total", 0) < 0:
            yield "5.1: total is a non-negative integer"
        if it.get("total"):
            yield from self.page(it.get("first"), it)

    def page(self, it: Any, whole: Any) -> Iterator[str]:
        if not isinstance(it, dict):
            yield "5.1: a collection that is not empty has a first page"
            return
        if "@context" in it:
            yield "5.2: an embedded page has no @context"
        yield from self.iri(it, "id")
        yield from self.kind(it, "AnnotationPage")
        if it.get("partOf") != whole["id"]:
            yield "5.2: partOf"
        items = it.get("items")
        if not isinstance(items, list) or not items:
            yield "5.2: a page has one annotation or more"
            return
        if "next" not in it and len(items) != whole["total"]:
            yield "5.2: a page that is not the last names the next"
        for one in items:
            yield from self.annotation(one)
        ids = [one.get("id") for one in items]
        if len(ids) != len(set(ids)):
            yield "3.1: an id names one annotation"

    def annotation(self, it: Any) -> Iterator[str]:
        yield from self.iri(it, "id")
        yield from self.kind(it, "Annotation")
        yield from self.circumstances(it)
        targets = _several(it.get("target"))
        if not targets:
            yield "3.1: an annotation has one target or more"
        for target in targets:
            yield from self.specific(target)
        for body in _several(it.get("body")):
            yield from self.body(body)

    def circumstances(self, it: Any) -> Iterator[str]:
        for name in ("created", "modified", "generated"):
            if name in it and not (isinstance(it[name], str) and _TIME.fullmatch(it[name])):
                yield f"3.3.1: {name} is one xsd:dateTime in UTC"
        if "motivation" in it and it["motivation"] not in MOTIVATIONS:
            yield "3.3.5: motivation"
        for name in ("rights", "via", "canonical"):
            if name in it:
                yield from self.iri(it, name)
        if "creator" in it:
            yield from self.iri(it["creator"], "id")
            if it["creator"].get("type") not in AGENTS:
                yield "3.3.2: the class of an agent"

    def body(self, it: Any) -> Iterator[str]:
        if it.get("type") == "SpecificResource":
            yield from self.specific(it)
            return
        if it.get("type") != "TextualBody":
            yield "3.2.4: the class of an embedded body"
        if not isinstance(it.get("value"), str):
            yield "3.2.4: a textual body has exactly one value"
        for name in ("format", "language"):
            if not isinstance(it.get(name, ""), str):
                yield f"3.2.4: one {name}"

    def specific(self, it: Any) -> Iterator[str]:
        yield from self.kind(it, "SpecificResource")
        yield from self.iri(it, "source")
        if "purpose" in it and it["purpose"] not in MOTIVATIONS:
            yield "3.3.5: purpose"
        for selector in _several(it.get("selector")):
            yield from self.selector(selector)

    def selector(self, it: Any) -> Iterator[str]:
        if it.get("type") == "TextQuoteSelector":
            if not isinstance(it.get("exact"), str) or not it["exact"]:
                yield "4.2.4: exactly one exact"
            for name in ("prefix", "suffix"):
                if not isinstance(it.get(name, ""), str):
                    yield f"4.2.4: one {name} at most"
        elif it.get("type") == "TextPositionSelector":
            start, end = it.get("start"), it.get("end")
            whole = all(isinstance(n, int) and n >= 0 for n in (start, end))
            if not whole or not start < end:
                yield "4.2.5: start and end are non-negative integers"
        else:
            yield f"4.2: no class of selectors: {it.get('type')}"

    def kind(self, it: Any, name: str) -> Iterator[str]:
        if name not in _several(it.get("type")):
            yield f"the class {name} is one of the types"

    def iri(self, it: Any, name: str) -> Iterator[str]:
        value = it.get(name)
        if not isinstance(value, str) or not _IRI.fullmatch(urljoin(self.base, value)):
            yield f"{name} is one IRI: {value!r}"


def _several(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
