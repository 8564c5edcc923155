"""Turns Markdown and HTML of strangers into the little Markdown that our notes hold.

Paragraphs, emphasis, strong, code and links to http and https are left; everything else becomes
its words, and what a browser would run or load is dropped with its content. What looks like
markup in the result is escaped, so that it is read as it stood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib import import_module

from markdown_it import MarkdownIt

from build_tools import prose
from build_tools.exchanging.annotation import Format, Said
from build_tools.sources import characters
from build_tools.sources.importing.walking import Element

LONGEST = 40_000
"""Longest text of an annotation that is taken apart; a note has at most a tenth of it."""

_DROPPED = frozenset(
    {
        *("script", "style", "template", "noscript", "iframe", "frame", "object", "embed"),
        *("applet", "svg", "math", "head", "title", "form", "button", "select", "textarea"),
        *("audio", "video", "canvas", "link", "meta", "base"),
    }
)
"""Elements dropped with what they hold."""
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt"),
        *("fieldset", "figure", "figcaption", "footer", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td"),
        *("th", "tr", "ul"),
    }
)
"""Elements that begin a paragraph."""
_MARKS = {"em": "*", "i": "*", "cite": "*", "strong": "**", "b": "**"}
"""Elements that are set off, and how Markdown does it."""


def to_markdown(said: Said) -> str:
    """Return a text in our Markdown: paragraphs, each on a line, parted by blank lines."""
    words = characters.cleaned(said.text)[:LONGEST].strip()
    if said.format is Format.PLAIN:
        blocks = (" ".join(block.split()) for block in re.split(r"\n\s*\n", words))
        return "\n\n".join(prose.escape(block) for block in blocks if block)
    markup = words if said.format is Format.HTML else _rendered(words)
    return _from_html(markup)


def _rendered(words: str) -> str:
    parser = MarkdownIt("commonmark", {"html": True, "breaks": True})
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # ours is `_is_address`
    return str(parser.render(words))


def _from_html(markup: str) -> str:
    if not markup.strip():
        return ""
    html, etree = import_module("lxml.html"), import_module("lxml.etree")
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(f"<div>{markup}</div>".encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return ""  # nothing in it but what no parser keeps
    writer = _Writer()
    deaf = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        deaf = _walk(event, element, writer, deaf)
    return writer.text()


def _walk(event: str, element: Element, writer: _Writer, deaf: int) -> int:
    """Take in the start or end of an element; return in how many dropped ones we are then."""
    dropped = element.tag in _DROPPED
    if event == "start":
        if dropped or deaf:
            return deaf + dropped
        writer.open(element.tag, element.get("href") or "")
        writer.words((element.get("alt") if element.tag == "img" else element.text) or "")
        return 0
    deaf -= dropped
    if not deaf:
        if not dropped:
            writer.close(element.tag)
        writer.words(element.tail or "")
    return deaf


@dataclass(slots=True)
class _Writer:
    """Gathers paragraphs; marks are written only around words, and closed where they end."""

    done: list[str] = field(default_factory=list)
    """Finished paragraphs."""
    parts: list[str] = field(default_factory=list)
    """Pieces of the paragraph in hand, already Markdown."""
    marks: list[str] = field(default_factory=list)
    """Marks that are open; a link as its address."""
    inside: list[int] = field(default_factory=list)
    """Where in `parts` each open mark began."""
    code: int = 0
    """How many elements of code are open."""

    def open(self, name: str, href: str) -> None:
        """Begin an element."""
        if name in _BLOCKS:
            self._break()
        self.code += name in {"code", "kbd", "samp", "tt", "pre"}
        if name == "br":
            self.parts.append(" ")
        elif name in _MARKS and _MARKS[name] not in self.marks and not self.code:
            self._begin(_MARKS[name])
        elif name == "a" and not any(map(_is_address, self.marks)) and _is_address(href):
            self._begin(href)

    def close(self, name: str) -> None:
        """End an element."""
        if name in _BLOCKS:
            self._break()
        elif self.marks and self._closes(name):
            self._end()
        self.code -= name in {"code", "kbd", "samp", "tt", "pre"}

    def _closes(self, name: str) -> bool:
        """Tell whether the end of an element ends the innermost mark."""
        mark = self.marks[-1]
        return _is_address(mark) if name == "a" else _MARKS.get(name) == mark

    def words(self, words: str) -> None:
        """Add words, white space collapsed."""
        words = re.sub(r"\s+", " ", words)
        if self.code and "`" not in words and words.strip():
            self.parts.append(_padded(words, f"`{words.strip()}`"))
        elif words:
            self.parts.append(prose.escape(words))

    def text(self) -> str:
        """Return everything as Markdown."""
        self._break()
        return "\n\n".join(self.done)

    def _begin(self, mark: str) -> None:
        self.marks.append(mark)
        self.inside.append(len(self.parts))

    def _end(self) -> None:
        """Close the innermost mark around its words, or forget it where it holds none."""
        mark, start = self.marks.pop(), self.inside.pop()
        held = "".join(self.parts[start:])
        inner = held.strip()
        if not inner:
            made = held
        elif _is_address(mark):
            made = _padded(held, f"[{inner}]({prose.destination(mark)})")
        else:
            made = _padded(held, f"{mark}{inner}{mark}")
        self.parts[start:] = [made]

    def _break(self) -> None:
        """Finish the paragraph in hand."""
        while self.marks:
            self._end()
        if block := re.sub(r"\s+", " ", "".join(self.parts)).strip():
            self.done.append(block)
        self.parts = []


def _padded(held: str, made: str) -> str:
    """Return something with the white space that stood at its edges."""
    before = " " if held[:1].isspace() else ""
    return f"{before}{made}{' ' if held[-1:].isspace() else ''}"


def _is_address(target: str) -> bool:
    return bool(re.match(r"https?://", target)) and bool(prose.TARGET.fullmatch(target))
