"""What a reader of a published file gets to read, marked quotations told apart.

To guard another kind of file: yield its passages in `passages`, add cases to
`tests/unit/test_rights.py`.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_QUOTED_TEXT = re.compile(r"“[^“”]*”")
_QUOTING_TAGS = {"q", "blockquote"}
_SILENT_TAGS = {"script", "style", "template"}
_BLOCK_TAGS = {
    *("p", "div", "li", "ul", "ol", "aside", "section", "article", "header", "footer", "nav"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "dt", "dd", "dl", "form"),
    *(
        "details",
        "summary",
        "figure",
        "figcaption",
        "blockquote",
        "main",
        "body",
        "option",
        "label",
    ),
}
_QUOTING_KEYS = {"exact", "prefix", "suffix", "quote"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of what is published."""

    text: str
    """The words."""
    quoted: bool
    """Whether it is marked as a quotation."""
    line: int
    """Line of the file it begins on."""


def words_of(text: str) -> list[str]:
    """Return the words of a text without case or punctuation."""
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def passages(path: str, content: str) -> Iterator[Passage]:
    """Yield what a reader of a file gets to read, quotations told apart."""
    if path.endswith((".html", ".md")):
        reader = _Reader()
        reader.feed(content)
        reader.close()
        yield from reader.passages()
    elif path.endswith((".json", ".jsonld", ".webmanifest")):
        yield from _in_json(json.loads(content), quoting=False)
    else:
        yield from _split(content, quoted=False, line=1)


def _in_json(value: object, *, quoting: bool) -> Iterator[Passage]:
    if isinstance(value, str):
        text = re.sub(r"<[^>]+>", " ", html.unescape(value)) if "<" in value else value
        yield from _split(text, quoted=quoting, line=1)
    elif isinstance(value, list):
        for one in value:
            yield from _in_json(one, quoting=quoting)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _in_json(one, quoting=key in _QUOTING_KEYS)


def _split(text: str, *, quoted: bool, line: int) -> Iterator[Passage]:
    """Yield a text once as a whole, unless quoted, and its marked quotations apart.

    A quotation is blanked out of the whole by a word that no source has, so that the words on
    either side do not run together.
    """
    if quoted:
        yield Passage(text, quoted=True, line=line)
        return
    for match in _QUOTED_TEXT.finditer(text):
        yield Passage(match[0], quoted=True, line=line)
    yield Passage(_QUOTED_TEXT.sub(" \u241f0 ", text), quoted=False, line=line)


class _Reader(HTMLParser):
    """Gathers the words of a page, block by block, with marked quotations apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Passage] = []
        self.blocks: list[str] = []
        self.quotes: list[list[str]] = []
        self.silent = 0
        self.line = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT_TAGS:
            self.silent += 1
        if tag in _BLOCK_TAGS:
            self._flush()
        if tag in _QUOTING_TAGS:
            self.quotes.append([])
        for name, value in attrs:
            if value and name in {"content", "alt", "aria-label", "title", "data-quote"}:
                self.found += _split(value, quoted=False, line=self.getpos()[0])

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT_TAGS and self.silent:
            self.silent -= 1
        if tag in _QUOTING_TAGS and self.quotes:
            text = "".join(self.quotes.pop())
            self.found.append(Passage(text, quoted=True, line=self.getpos()[0]))
            self.blocks.append(" \u241f0 ")
        if tag in _BLOCK_TAGS:
            self._flush()

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        (self.quotes[-1] if self.quotes else self.blocks).append(data)

    def passages(self) -> list[Passage]:
        """Return what was read."""
        self._flush()
        return self.found

    def _flush(self) -> None:
        text = "".join(self.blocks)
        if text.strip():
            self.found += _split(text, quoted=False, line=self.line)
        self.blocks.clear()
        self.line = self.getpos()[0]
