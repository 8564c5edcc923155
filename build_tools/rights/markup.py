"""Reads HTML and XML word for word, whatever it is made to look like.

Nothing is taken for silent: styles, templates, comments and attributes are in the published file,
so somebody can copy them from there. Markup that is never closed ends with the block it is in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from build_tools.rights.passage import APART, Passage, split
from build_tools.rights.tags import (
    BARE,
    BLOCKS,
    BREAKS,
    SCRIPT,
    Attributes,
    Tag,
    attributes,
    attributes_of,
    pieces,
)

_DEPTH = 4
"""How often markup written inside markup is read again as markup; deeper, it is plain text."""
_MARKUP = re.compile(r"<[A-Za-z/!?][^<>]*>")
_SECTION = re.compile(r"<!\[(?:CDATA\[)?")
_BLOCK_QUOTE = re.compile("<blockquote", re.IGNORECASE)
_LONG = 500
"""Characters of a line from which on it is not expected to stand on other pages too."""
_MOST = 20_000
"""Lines that are remembered."""
_LETTERS = re.compile(r"[^\W\d_]")


_Pairs = list[tuple[str, str | None]]
_Reads = Callable[[str, int], list[Passage]]


class Lines:
    """Lines of markup that begin and end outside of any block, and what is to be heeded in them.

    Such a line says the same wherever it stands, and most lines of a page stand on others too.
    """

    def __init__(self, heeds: Callable[[Passage], bool]) -> None:
        """Know no line yet.

        Args:
            heeds: Tells whether a passage matters; the others are left out.
        """
        self._heeds = heeds
        self._known: dict[str, tuple[Passage, ...]] = {}
        self.get = self._known.get

    def add(self, line: str, found: Iterable[Passage]) -> None:
        """Take note of what was found in a line, unless it is too long to stand in many places."""
        if len(line) <= _LONG:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[line] = tuple(filter(self._heeds, found))


def read(
    content: str,
    scripts: _Reads,
    *,
    line: int = 1,
    depth: int = _DEPTH,
    known: Lines | None = None,
) -> list[Passage]:
    """Return what stands in markup, quotations told apart.

    Args:
        content: HTML or XML, well-formed or not, or text without any markup.
        scripts: Reads the inside of a `<script>`, given the line it begins on.
        line: Line of the file the content begins on.
        depth: How many layers of markup inside markup to read.
        known: Lines that were read before in the same way.
    """
    if depth <= 0 or not ("<" in content or "&" in content):
        return split(content, quoted=False, line=line)
    markup = _SECTION.sub(" ", content)
    reader = _Reader(scripts, line - 1, depth)
    if not reader.take(markup, known):
        reader = _Reader(scripts, line - 1, depth)
        reader.feed(markup)
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
        self.nested = True
        self.began = 1 + above

    @property
    def line(self) -> int:
        return self.lineno + self.above

    def set_cdata_mode(self, elem: str, **_: bool) -> None:
        """Let only a script hide markup: a style that is never closed would swallow the page."""
        if elem.lower() == "script":
            super().set_cdata_mode(elem)

    def take(self, content: str, known: Lines | None = None) -> bool:
        """Read plain markup tag by tag, many times as fast as `feed`.

        Args:
            content: The markup.
            known: Lines that were read before; none to read all at once.

        Returns:
            Whether all of it is plain; if not, what was read is to be thrown away.
        """
        self.nested = bool(_BLOCK_QUOTE.search(content))
        before, *rest = SCRIPT.split(content)
        plain = self._take_lines(before, known)
        for at in range(0, len(rest), 3):
            written, inside, after = rest[at : at + 3]
            plain = plain and self._take_script(written, inside) and self._take_lines(after, known)
        return plain

    def _take_lines(self, content: str, known: Lines | None) -> bool:
        """Read markup without scripts line by line; tell whether all of it is plain."""
        if known is None or self.nested:
            return self._take(content)
        first, held, alone = self.lineno, "", not (self.words or self.sinks)
        for number, end in enumerate(content.split("\n"), first):
            said = known.get(end) if alone else None
            if said:
                self.found += [one._replace(line=number + self.above) for one in said]
            if said is not None:
                continue
            if number > first and not held:
                self._put("\n")
            line = f"{held}\n{end}" if held else end
            if not line.lstrip():
                continue
            held = line if line.rfind("<") > line.rfind(">") else ""  # a tag goes on below
            self.lineno = number - line.count("\n")
            if not held and not self._take_line(line, known):
                return False
            alone = not (held or self.words or self.sinks)
        self.lineno = first + content.count("\n")
        return not held

    def _take_line(self, line: str, known: Lines) -> bool:
        """Read a line, or lines that a tag joins, and take note of one that stands alone."""
        alone, before = not (self.words or self.sinks or "\n" in line), len(self.found)
        plain = self._take(line)
        if plain and alone and not (self.words or self.sinks):
            known.add(line, self.found[before:])
        return plain

    def _take(self, content: str) -> bool:
        """Read markup without scripts; tell whether it is plain."""
        found = pieces(content)
        if found is None:
            return False
        above, words, sinks = self.lineno, self.words, self.sinks
        for text, tag, line in found:
            if text and (words or sinks or not text.isspace()):
                self.lineno = above + line - text.count("\n")
                self._put(unescape(text))
            if sinks or not (tag.inert or (tag.breaks and not (words or self.nested))):
                self.lineno = above + line
                self._take_tag(tag)
        self.lineno = above + content.count("\n")
        return True

    def _take_script(self, written: str, inside: str) -> bool:
        known = attributes_of(written)
        self._start("script", known)
        self.script.append(inside)
        self.lineno += written.count("\n") + inside.count("\n")
        self._end_script()
        return known.bare <= BARE

    def _take_tag(self, tag: Tag) -> None:
        if tag.ends:
            self.handle_endtag(tag.name)
        elif tag.name:
            self._start(tag.name, tag.known, closed=tag.closed)
        else:
            self._say(tag.remark)

    def handle_starttag(self, tag: str, attrs: _Pairs) -> None:
        self._start(tag, attributes(attrs))

    def handle_startendtag(self, tag: str, attrs: _Pairs) -> None:
        self._start(tag, attributes(attrs), closed=True)

    def _start(self, tag: str, known: Attributes, *, closed: bool = False) -> None:
        for value in known.said:
            self._say(value)
        if known.bare > BARE:
            self._words(self.get_starttag_text() or "")
        if tag in BLOCKS:
            self._flush()
            if not closed:
                self.open.append(tag)
        elif tag in BREAKS:
            self._put(" ")
        elif not closed:
            self._open(tag, known)

    def _open(self, tag: str, known: Attributes) -> None:
        """Take note of an inline element whose words are kept from those around it."""
        if tag == "q":
            self.sinks.append(_Sink(tag, quoted=True))
        elif tag == "sup" or known.chrome:
            self.sinks.append(_Sink(tag, aside=known.chrome))
        elif self.sinks and self.sinks[-1].tag == tag:
            self.sinks[-1].inner += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._end_script()
        elif tag in BLOCKS:
            self._flush()
            if tag in self.open:
                while self.open.pop() != tag:
                    pass
        elif self.sinks and any(one.tag == tag for one in self.sinks):
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
            self._put(data)

    def _put(self, text: str) -> None:
        """Add to the innermost words; a block begins where its first words do."""
        if self.sinks:
            self.sinks[-1].words.append(text)
        elif self.words:
            self.words.append(text)
        elif start := text.lstrip():
            self.began = self.line + text.count("\n", 0, len(text) - len(start))
            self.words.append(text)

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

    def _end_script(self) -> None:
        self.found += self.scripts("".join(self.script), self.line)
        self.script.clear()

    def _drain(self) -> None:
        """Close the innermost element whose words are kept apart."""
        sink = self.sinks.pop()
        text = "".join(sink.words)
        if sink.quoted:
            self.found.append(Passage(text, quoted=True, line=self.line))
            self._put(APART)
        elif sink.aside or not _LETTERS.search(text):
            self._say(text)
        else:
            self._put(text)

    def _flush(self) -> None:
        """Take leave of a block."""
        while self.sinks:
            self._drain()
        if self.words:
            text = "".join(self.words)
            self.words.clear()
            if "blockquote" in self.open:
                self.found += split(text, quoted=True, line=self.began)
            else:
                self._say(text, self.began)

    def _say(self, text: str, line: int = 0) -> None:
        """Read text that may hold markup again, such as an escaped page in a feed."""
        if "<" in text and _MARKUP.search(text):
            self.found += read(text, self.scripts, line=line or self.line, depth=self.depth - 1)
        else:
            self._words(text, line)

    def _words(self, text: str, line: int = 0) -> None:
        if text and not text.isspace():
            self.found += split(text, quoted=False, line=line or self.line)
