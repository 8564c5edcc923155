"""Turns what templates print into XHTML of few and known elements, with no link that leads nowhere.

Whatever is not in the lists below is dropped and its words are kept: so both books can be made
from it without knowing what a page of the site is like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from markupsafe import escape

from build_tools.book.manuscript import Chapter
from build_tools.views.inline import STICK

_ELEMENTS = frozenset({"a", "b", "bdi", "br", "cite", "code", "em", "q", "small", "span", "strong"})
_ELEMENTS |= {"aside", "dd", "div", "dl", "dt", "h1", "h2", "h3", "header", "li", "ol", "p"}
_ELEMENTS |= {"section", "sup", "time", "ul"}
_ATTRIBUTES = ("aria-label", "class", "datetime", "dir", "id", "lang")
_EMPTY = frozenset({"br"})
_FORMATS = frozenset({"em", "strong"})
APART = ","
"""Stands between two numbers of notes: 1 and 2 are not 12."""
_TYPES = {
    "doc-backlink": "backlink",
    "doc-bibliography": "bibliography",
    "doc-chapter": "chapter",
    "doc-colophon": "colophon",
    "doc-footnote": "footnote",
    "doc-glossary": "glossary",
    "doc-glossref": "glossref",
    "doc-index": "index",
    "doc-introduction": "introduction",
    "doc-noteref": "noteref",
}
"""What each role is called in EPUB, for reading systems that go by that."""

_LISTED = {"doc-chapter", "doc-introduction"}
"""Chapters whose sections the table of contents names; a glossary has too many."""

_UNFIT = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x84\x86-\x9f\ufdd0-\ufdef]"
    "|[\u202a-\u202e\u2066-\u2069]"
)
"""What XML cannot hold, and characters that turn the words after them around."""
_SPACE = re.compile(r"[ \t\r\n]+")
_BLOCK = "aside|body|dd|div|dl|dt|h[1-3]|header|li|ol|p|section|ul"
_AROUND_BLOCKS = re.compile(rf"\s*(</?(?:{_BLOCK})(?: [^<>]*)?>|<br/>)\s*")
_LINE_ENDS = re.compile(r"(</(?:aside|dl|h[1-3]|header|li|ol|p|section|ul)>)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A chapter as its template prints it."""

    name: str
    """Name of its file."""
    title: str
    """Title in the table of contents."""
    label: str
    """Short name for running heads."""
    role: str
    """What it is, as a digital-publishing ARIA role; may be empty."""
    body: str
    """A `<section>` with everything in it."""


def fit(text: str) -> str:
    """Return text without characters that no book can hold."""
    return _UNFIT.sub("", text)


def settle(drafts: tuple[Draft, ...], language: str, warning: str) -> tuple[Chapter, ...]:
    """Return the chapters as documents whose links all lead somewhere.

    Args:
        drafts: What the templates printed.
        language: BCP 47 code of our own texts.
        warning: A line for the top of every chapter; may be empty.
    """
    trees = {one.name: ElementTree.fromstring(fit(one.body)) for one in drafts}
    targets = set(trees) | {
        f"{name}#{node.get('id')}"
        for name, tree in trees.items()
        for node in tree.iter()
        if node.get("id")
    }
    return tuple(
        Chapter(
            name=one.name,
            title=fit(one.title),
            label=fit(one.label),
            role=one.role,
            sections=tuple(_sections(trees[one.name])) if one.role in _LISTED else (),
            text=_document(one, trees[one.name], targets, language, warning),
        )
        for one in drafts
    )


def _sections(tree: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for node in tree.iter("h2"):
        heading = _SPACE.sub(" ", "".join(node.itertext())).strip()
        if node.get("id") and heading:
            yield node.get("id", ""), heading


def _document(
    draft: Draft, tree: ElementTree.Element, targets: set[str], language: str, warning: str
) -> str:
    body = "".join(_Writer(draft.name, targets).write(tree))
    body = _AROUND_BLOCKS.sub(r"\1", _SPACE.sub(" ", body))
    body = _LINE_ENDS.sub(r"\1\n", body)
    first = f'<p class="private" role="note">{escape(warning)}</p>\n' if warning else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{escape(language)}" xml:lang="{escape(language)}">\n'
        f"<head><title>{escape(fit(draft.title))}</title>"
        '<link rel="stylesheet" type="text/css" href="book.css"/></head>\n'
        f"<body>\n{first}{body}</body>\n</html>\n"
    )


class _Writer:
    """Writes one chapter."""

    def __init__(self, name: str, targets: set[str]) -> None:
        self.name = name
        self.targets = targets
        self.terms: set[str] = set()
        self.open: list[str] = []

    def write(self, node: ElementTree.Element) -> Iterator[str]:
        """Yield an element and what follows it."""
        attributes = self._attributes(node)
        kept = self._keeps(node, attributes)
        if kept:
            said = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
            yield f"<{node.tag}{said}{'/' if node.tag in _EMPTY else ''}>"
            self.open.append(node.tag)
        yield _text(node.text)
        before = None
        for child in node:
            if before is not None and before.tag == child.tag == "sup" and not before.tail:
                child.text = APART + (child.text or "")
            yield from self.write(child)
            yield _text(child.tail)
            before = child
        if kept:
            self.open.pop()
            yield "" if node.tag in _EMPTY else f"</{node.tag}>"

    def _keeps(self, node: ElementTree.Element, attributes: Mapping[str, str]) -> bool:
        """Tell whether an element is kept: formatting within the same formatting says nothing."""
        if node.tag == "a" and "href" not in attributes:
            return False
        return node.tag in _ELEMENTS and not (node.tag in _FORMATS and node.tag in self.open)

    def _attributes(self, node: ElementTree.Element) -> Mapping[str, str]:
        found = {key: node.get(key, "") for key in _ATTRIBUTES if node.get(key)}
        role = node.get("role", "")
        if role in _TYPES:
            found |= {"epub:type": _TYPES[role], "role": role}
        elif role:
            found["role"] = role
        classes = found.pop("class", "").split()
        own = " ".join(one for one in classes if not one.startswith("cr-"))
        if own:
            found["class"] = own
        if node.tag == "a":
            found |= self._link(node)
        return found

    def _link(self, node: ElementTree.Element) -> Mapping[str, str]:
        """Return where a link leads; nothing where it leads nowhere or is said already."""
        href, term = node.get("href", ""), node.get("data-term")
        if term in self.terms:
            return {}
        inside = not href.startswith(("https://", "http://"))
        if inside and (self.name + href if href.startswith("#") else href) not in self.targets:
            return {}
        if term:
            self.terms.add(term)
            return {"class": "term", "href": href}
        return {"href": href}


def _text(words: str | None) -> str:
    return str(escape(words.replace(STICK, ""))) if words else ""
