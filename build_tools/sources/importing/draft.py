"""What the rules hand from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from build_tools.model.source import Stripped
from build_tools.sources.importing.tidying import is_prose


class Hint(StrEnum):
    """What the file's own markup says a chunk is."""

    NONE = "none"
    TITLE = "title"
    SUBHEAD = "subhead"
    ITEM = "item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """One paragraph, heading, item or line that stands by itself."""

    line: int
    """Line of the file it starts on, from 1."""
    text: str
    """The words on one line, tidied."""
    hint: Hint = Hint.NONE
    """What the markup says it is; nothing in plain text but for list marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a file says about the article, apart from its body."""

    title: str | None = None
    """Headline."""
    authors: tuple[str, ...] = ()
    """One name each."""
    outlet: str | None = None
    """Name of the newspaper or site."""
    date: str | None = None
    """EDTF level 0."""
    language: str | None = None
    """BCP 47 code."""
    url: str | None = None
    """Address."""

    def over(self, weaker: Metadata) -> Metadata:
        """Return this with what it lacks filled from `weaker`."""
        return Metadata(
            title=self.title or weaker.title,
            authors=self.authors or weaker.authors,
            outlet=self.outlet or weaker.outlet,
            date=self.date or weaker.date,
            language=self.language or weaker.language,
            url=self.url or weaker.url,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article half cleaned."""

    chunks: tuple[Chunk, ...]
    """What is still held to be the article, in file order."""
    known: Metadata = Metadata()
    """What is certain enough to keep."""
    fallback: Metadata = Metadata()
    """What holds where nothing better is found, such as the name of a re-poster's site."""
    stripped: tuple[Stripped, ...] = ()
    """What was taken away so far."""
    title_line: int = 1
    """Where the title stands."""

    def learned(self, news: Metadata) -> Draft:
        """Return the draft that knows `news` too; what it knew before wins."""
        return replace(self, known=self.known.over(news))

    def supposing(self, guess: Metadata) -> Draft:
        """Return the draft with a weaker guess noted behind the others."""
        return replace(self, fallback=self.fallback.over(guess))

    def noting(self, *taken: Stripped) -> Draft:
        """Return the draft with more things recorded as taken away."""
        return replace(self, stripped=self.stripped + taken)

    def without(self, indexes: Collection[int], rule: str) -> Draft:
        """Return the draft less the chunks at `indexes`, each recorded under `rule`."""
        return self.sorted_out(dict.fromkeys(indexes, rule))

    def sorted_out(self, rules: Mapping[int, str]) -> Draft:
        """Return the draft less the chunks named by index, each recorded under its own rule."""
        if not rules:
            return self
        taken = (
            Stripped(line=self.chunks[index].line, rule=rules[index], text=self.chunks[index].text)
            for index in sorted(rules)
        )
        kept = (chunk for index, chunk in enumerate(self.chunks) if index not in rules)
        return replace(self, chunks=tuple(kept)).noting(*taken)

    def head(self) -> range:
        """Return the indexes before the first running text."""
        for index, chunk in enumerate(self.chunks):
            if is_prose(chunk.text):
                return range(index)
        return range(len(self.chunks))

    def tail(self) -> range:
        """Return the indexes after the last running text, or none where there is none."""
        for index in range(len(self.chunks) - 1, -1, -1):
            if is_prose(self.chunks[index].text):
                return range(index + 1, len(self.chunks))
        return range(0)


Rule = Callable[[Draft], Draft]
"""One cleaning step: takes a draft, returns it with less junk or more knowledge."""
