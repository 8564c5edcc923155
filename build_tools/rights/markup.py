"""Reads HTML and XML word for word, whatever it is made to look like.

Nothing is taken for silent: styles, templates, comments and attributes are in the published file,
so somebody can copy them from there. Markup that is never closed ends with the block it is in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote

from build_tools.rights.passage import APART, Passage, split

_DEPTH = 4
"""How often markup written inside markup is read again as markup; deeper, it is plain text."""
_BARE_ATTRIBUTES = 3
"""Attributes without a value that a tag may have before its inside is read as words."""
_MARKUP = re.compile(r"<[A-Za-z/!?][^<>]*>")
_SECTION = re.compile(r"<!\[(?:CDATA\[)?")
_LETTERS = re.compile(r"[^\W\d_]")


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BLOCKS = _names(
    "address article aside blockquote body button caption dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header html label legend li main nav ol "
    "option p pre section select style summary table tbody td template textarea tfoot th thead "
    "title tr ul "
    "entry feed item subtitle desc text tspan"  # XML and SVG
)
_BREAKS = _names("br hr img input")
_READ = _names(
    "abbr alt aria-description aria-label aria-placeholder aria-roledescription aria-valuetext "
    "content data-quote label placeholder summary title value"
)
"""Attributes that are read; every other one is where white space is in its value."""
_UNREAD = _names("class d headers points rel sizes srcset transform viewbox")
"""Attributes that are lists or numbers, never words."""

_Attributes = list[tuple[str, str | None]]
_Reads = Callable[[str, int], Iterator[Passage]]


def read(content: str, scripts: _Reads, *, line: int = 1, depth: int = _DEPTH) -> list[Passage]:
    """Return what stands in markup, quotations told apart.

    Args:
        content: HTML or XML, well-formed or not, or text without any markup.
        scripts: Reads the inside of a `<script>`, given the line it begins on.
        line: Line of the file the content begins on.
        depth: How many layers of markup inside markup to read.
    """
    if depth <= 0 or not ("<" in content or "&" in content):
        return list(split(content, quoted=False, line=line))
    reader = _Reader(scripts, line - 1, depth)
    reader.feed(_SECTION.sub(" ", content))
    reader.finish()
    return reader.found


@dataclass(slots=True)
class _Sink:
    """Words inside an element that are kept from the words around it."""

    tag: str
    quoted: bool = False
    aside: bool = False
    inner: int = 0
    """How many elements of the same name are open inside."""
    words: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Gathers the words of a page, block by block."""

    def __init__(self, scripts: _Reads, above: int, depth: int) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts = scripts
        self.above = above
        self.depth = depth
        self.found: list[Passage] = []
        self.words: list[str] = []
        self.sinks: list[_Sink] = []
        self.open: list[str] = []
        self.script: list[str] = []
        self.began = 1 + above

    @property
    def line(self) -> int:
        return self.getpos()[0] + self.above

    def set_cdata_mode(self, elem: str, **_: bool) -> None:
        """Let only a script hide markup: a style that is never closed would swallow the page."""
        if elem.lower() == "script":
            super().set_cdata_mode(elem)

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        self._attributes(attrs)
        if tag in _BLOCKS:
            self._flush()
            self.open.append(tag)
            return
        if tag in _BREAKS:
            self.handle_data(" ")
        elif tag == "q":
            self.sinks.append(_Sink(tag, quoted=True))
        elif tag == "sup" or _is_chrome(attrs):
            self.sinks.append(_Sink(tag, aside=_is_chrome(attrs)))
        elif self.sinks and self.sinks[-1].tag == tag:
            self.sinks[-1].inner += 1

    def handle_startendtag(self, tag: str, attrs: _Attributes) -> None:
        self._attributes(attrs)
        if tag in _BLOCKS:
            self._flush()
        elif tag in _BREAKS:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._end_script()
        elif tag in _BLOCKS:
            self._flush()
            if tag in self.open:
                while self.open.pop() != tag:
                    pass
        elif any(one.tag == tag for one in self.sinks):
            while self.sinks[-1].tag != tag:
                self._drain()
            if self.sinks[-1].inner:
                self.sinks[-1].inner -= 1
            else:
                self._drain()

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            self.script.append(data)
        else:
            (self.sinks[-1].words if self.sinks else self.words).append(data)

    def handle_comment(self, data: str) -> None:
        self._say(data)

    def handle_decl(self, decl: str) -> None:
        self._say(decl)

    def handle_pi(self, data: str) -> None:
        self._say(data)

    def unknown_decl(self, data: str) -> None:
        self._say(data)

    def finish(self) -> None:
        """Read what is left when the file ends in the middle of something."""
        self.close()
        self._flush()
        rest = "".join(self.script) + self.rawdata
        self.rawdata = ""
        self._say(rest)

    def _attributes(self, attrs: _Attributes) -> None:
        for name, written in attrs:
            value = unquote(written) if written and "%" in written else written  # a%20citation
            spaced = value and len(value.split()) > 1 and name not in _UNREAD
            if value and (name in _READ or spaced):
                self._say(value)
        if sum(value is None for _, value in attrs) > _BARE_ATTRIBUTES:
            self._words(self.get_starttag_text() or "")

    def _end_script(self) -> None:
        self.found += self.scripts("".join(self.script), self.line)
        self.script.clear()

    def _drain(self) -> None:
        """Close the innermost element whose words are kept apart."""
        sink = self.sinks.pop()
        text = "".join(sink.words)
        around = self.sinks[-1].words if self.sinks else self.words
        if sink.quoted:
            self.found.append(Passage(text, quoted=True, line=self.line))
            around.append(APART)
        elif sink.aside or not _LETTERS.search(text):
            self._say(text)
        else:
            around.append(text)

    def _flush(self) -> None:
        """Take leave of a block."""
        while self.sinks:
            self._drain()
        text = "".join(self.words)
        self.words.clear()
        if "blockquote" in self.open:
            self.found += split(text, quoted=True, line=self.began)
        else:
            self._say(text, self.began)
        self.began = self.line

    def _say(self, text: str, line: int = 0) -> None:
        """Read text that may hold markup again, such as an escaped page in a feed."""
        if _MARKUP.search(text):
            self.found += read(text, self.scripts, line=line or self.line, depth=self.depth - 1)
        else:
            self._words(text, line)

    def _words(self, text: str, line: int = 0) -> None:
        if text.strip():
            self.found += split(text, quoted=False, line=line or self.line)


def _is_chrome(attrs: _Attributes) -> bool:
    """Tell whether an inline element is no part of the running text, as a note's number."""
    return any(
        name == "data-search-exclude" or (name == "class" and "cr-ref-s" in (value or "").split())
        for name, value in attrs
    )
