"""Reads W3C Web Annotations in JSON-LD: one, a page or a collection of them, our own included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from build_tools.exchanging import hypothesis
from build_tools.exchanging.annotation import Annotation, Format, Left, Own, Said
from build_tools.exchanging.plain_data import (
    Json,
    address,
    day,
    each,
    field,
    line,
    number,
    text,
    texts,
)

SERVICE = "Web Annotation"
_HYPOTHESIS = re.compile(r"https://hypothes\.is/a/([A-Za-z0-9_-]+)")
"""What Hypothesis calls an annotation in JSON-LD; elsewhere it has the name alone."""
MOST_PAGES = 1000
"""Pages of a collection that are followed; each is embedded in the one before."""
_NO_COMMENT = {"tagging", "linking", "bookmarking", "highlighting", "classifying"}
"""Purposes of bodies that are no text of a note."""


def items(value: Json) -> tuple[Json, ...] | None:
    """Return the annotations in a document; nothing where it holds none of this model."""
    if isinstance(value, list):
        found = [items(one) for one in value]
        known = [one for one in found if one is not None]
        return tuple(item for one in known for item in one) if known else None
    kinds = set(texts(field(value, "type")))
    if "Annotation" in kinds:
        return (value,)
    if "AnnotationPage" in kinds or "AnnotationCollection" in kinds:
        return tuple(_listed(value))
    return None


def _listed(value: Json) -> Iterator[Json]:
    """Yield the annotations of a collection or page and of the pages embedded in it."""
    for _ in range(MOST_PAGES):
        yield from each(field(value, "items"))
        value = field(value, "first") or field(value, "next")
        if not isinstance(value, dict):
            if value:
                yield value  # the address of a page that is not here
            return


def from_item(item: Json, site: str | None) -> Annotation | None:
    """Return an annotation; nothing where it is none.

    Args:
        item: What stands in the document.
        site: Public address of our own site, by which our own notes are known.
    """
    name = line(item if isinstance(item, str) else field(item, "id"))
    if name is None:
        return None
    if isinstance(item, str):
        return Annotation(id=name, service=SERVICE, address=address(name), left=Left.REMOTE)
    targets = each(field(item, "target"))
    quote = next(_selectors(targets, "TextQuoteSelector"), None)
    place = next(_selectors(targets, "TextPositionSelector"), None)
    start, end = number(field(place, "start")), number(field(place, "end"))
    said, tags = _bodies(item)
    where = address(name)
    named = _HYPOTHESIS.fullmatch(name)
    found = Annotation(
        id=f"hypothesis:{named[1]}" if named else name,
        service=hypothesis.SERVICE if named else _host(name) or SERVICE,
        address=where,
        who=_creator(field(item, "creator")),
        created=day(field(item, "created")),
        updated=day(field(item, "modified")),
        said=said,
        tags=tags,
        exact=text(field(quote, "exact")),
        prefix=text(field(quote, "prefix")),
        suffix=text(field(quote, "suffix")),
        position=None if start is None or end is None else (start, end),
        own=_own(item, name, site),
    )
    left = _left(item, found)
    return found if left is None else replace(found, left=left)


def _left(item: Json, found: Annotation) -> Left | None:
    motives = set(texts(field(item, "motivation")))
    if "replying" in motives:
        return Left.REPLY
    if not found.exact.strip():
        return Left.PAGE
    return None if any(one.text.strip() for one in found.said) else Left.SILENT


def _selectors(targets: tuple[Json, ...], kind: str) -> Iterator[Json]:
    """Yield the selectors of a kind, those that refine others included."""
    for target in targets:
        waiting = list(each(field(target, "selector")))
        for _ in range(MOST_PAGES):
            if not waiting:
                break
            selector = waiting.pop(0)
            if kind in set(texts(field(selector, "type"))):
                yield selector
            waiting += [*each(field(selector, "refinedBy")), *each(field(selector, "items"))]


def _bodies(item: Json) -> tuple[tuple[Said, ...], tuple[str, ...]]:
    """Return what an annotation says, and its tags."""
    said: list[Said] = []
    tags: list[str] = []
    if plain := text(field(item, "bodyValue")):
        said.append(Said(text=plain, format=Format.PLAIN))
    for body in each(field(item, "body")):
        value, purposes = text(field(body, "value")), set(texts(field(body, "purpose")))
        if "tagging" in purposes:
            tags += texts(value)
        elif value and not purposes & _NO_COMMENT:
            said.append(Said(text=value, format=_format(field(body, "format"))))
    return tuple(said), tuple(tags)


def _format(value: Json) -> Format:
    told = text(value).partition(";")[0].strip().lower()
    if told in {"text/html", "application/xhtml+xml"}:
        return Format.HTML
    return Format.MARKDOWN if told in {"text/markdown", "text/x-markdown"} else Format.PLAIN


def _creator(value: Json) -> str | None:
    for one in each(value):
        if isinstance(one, str):
            return line(one)
        if found := line(field(one, "name")) or line(field(one, "nickname")):
            return found
    return None


def _host(name: str) -> str | None:
    try:
        return urlsplit(name).hostname if address(name) else None
    except ValueError:  # an address with half of a bracketed host
        return None


def _own(item: Json, name: str, site: str | None) -> Own | None:
    """Return what only our download tells, where an annotation is a note of this very site."""
    custom, article = field(item, "custom"), text(field(item, "custom", "article"))
    place = re.fullmatch(r"(?:\.\./)?(.*)articles/([a-z0-9-]+)\.html#n-([a-z0-9-]+)", name)
    here = f"{site.rstrip('/')}/" if site else ""
    if not isinstance(custom, dict) or place is None or place[1] not in {here, ""}:
        return None
    return Own(note=place[3], article=place[2], custom=custom) if place[2] == article else None
