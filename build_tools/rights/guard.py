"""The rights guard: no public page or download may copy more of an op-ed than its record allows.

It reads what is about to be published, after everything else is done, and compares it with the
source texts at hand, so that no mistake anywhere before it can leak a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from build_tools.model.problem import Place, Problem
from build_tools.model.record import Publish, Rights
from build_tools.model.source import SourceText
from build_tools.rights.passages import Passage, passages, words_of

SEED = 4
"""Words in a row that begin a run; a shorter one is looked for only as a whole quotation."""
IDIOM = 7
"""Longest unmarked run that counts as a name or set phrase and not towards what is quoted."""
BARE = 3
"""Longest quotation of a figure that is a fact, a number and what it counts, in words."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """A source text that may not be published whole."""

    slug: str
    """The article."""
    source: SourceText
    """Its words."""
    rights: Rights
    """What its record allows."""
    free: frozenset[str] = frozenset()
    """Names and bare figures as they stand in it: whoever writes one quotes nobody."""


@dataclass(slots=True)
class _Index:
    """Where each short row of words stands in a source text."""

    words: list[str]
    rows: dict[tuple[str, ...], list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> _Index:
        index = cls(words_of(text))
        for at in range(len(index.words) - SEED + 1):
            index.rows.setdefault(tuple(index.words[at : at + SEED]), []).append(at)
        return index

    def runs(self, words: list[str]) -> Iterator[tuple[int, int, int]]:
        """Yield (start in `words`, start in the source, length) of each longest common run."""
        at = 0
        while at <= len(words) - SEED:
            best = max(
                ((self._length(words, at, place), place) for place in self._places(words, at)),
                default=(0, 0),
            )
            if best[0]:
                yield at, best[1], best[0]
            at += max(1, best[0])

    def whole(self, words: list[str]) -> range:
        """Return where a short quotation stands as a whole; empty where it does not."""
        length = len(words)
        for at in range(len(self.words) - length + 1):
            if self.words[at : at + length] == words:
                return range(at, at + length)
        return range(0)

    def positions(self, phrases: Iterable[str]) -> set[int]:
        """Return where the words of phrases stand."""
        wanted = {tuple(words_of(phrase)) for phrase in phrases}
        lengths = sorted({len(words) for words in wanted if words})
        return {
            place
            for length in lengths
            for at in range(len(self.words) - length + 1)
            if tuple(self.words[at : at + length]) in wanted
            for place in range(at, at + length)
        }

    def _places(self, words: list[str], at: int) -> list[int]:
        return self.rows.get(tuple(words[at : at + SEED]), [])

    def _length(self, words: list[str], at: int, place: int) -> int:
        length = SEED
        while (
            at + length < len(words)
            and place + length < len(self.words)
            and words[at + length] == self.words[place + length]
        ):
            length += 1
        return length


def guard(files: Iterable[tuple[str, str]], texts: Mapping[str, Guarded]) -> tuple[Problem, ...]:
    """Return a problem for every run that is too long and every article quoted too much.

    Args:
        files: Path and content of every page and download, HTML, JSON or plain text.
        texts: The source texts that must not get out, by slug.
    """
    accounts = [_Account(one, _Index.of(one.source.text)) for one in texts.values()]
    problems: list[Problem] = []
    for path, content in files if accounts else ():
        for passage in passages(path, content):
            words = words_of(passage.text)
            for account in accounts:
                problems += account.enter(path, passage, words)
    problems += [problem for account in accounts for problem in account.close()]
    return tuple(problems)


def guarded(
    texts: Mapping[str, SourceText],
    rights: Mapping[str, Rights],
    names: Mapping[str, Iterable[str]],
    figures: Mapping[str, Iterable[str]],
) -> dict[str, Guarded]:
    """Return the source texts that a public site must not copy.

    Args:
        texts: The source texts at hand, by slug.
        rights: What the articles' records allow.
        names: Names that stand in each, as they stand there.
        figures: What is quoted of each for a number; facts where they are short.
    """
    return {
        slug: Guarded(slug, text, rights[slug], frozenset(names[slug]).union(bare(figures[slug])))
        for slug, text in texts.items()
        if rights[slug].publish is not Publish.FULL
    }


def bare(figures: Iterable[str]) -> list[str]:
    """Return the quotations that are a number and what it counts, and nothing of an author's."""
    return [one for one in figures if len(words_of(one)) <= BARE]


@dataclass(slots=True)
class _Account:
    """What has been quoted of one source text so far."""

    text: Guarded
    index: _Index
    quoted: set[int] = field(default_factory=set)

    def enter(self, path: str, passage: Passage, words: list[str]) -> Iterator[Problem]:
        """Take note of what a passage quotes; yield a problem for each run that is too long."""
        rights = self.text.rights
        limit = rights.quoted_run if passage.quoted else rights.unmarked_run
        if passage.quoted and 1 < len(words) < SEED:
            self.quoted.update(self.index.whole(words))
        for at, place, length in self.index.runs(words):
            if passage.quoted or length > IDIOM:
                self.quoted.update(range(place, place + length))
            if length > limit:
                run = " ".join(words[at : at + length])
                yield _too_long(path, passage, self.text.slug, run, length, limit)

    def close(self) -> Iterator[Problem]:
        """Yield a problem if too much is quoted in all."""
        count = len(self.quoted - self.index.positions(self.text.free))
        total = len(self.index.words)
        if count > self.text.rights.quoted_share * total:
            yield _too_much(self.text.slug, count, total, self.text.rights)


def _too_long(path: str, passage: Passage, slug: str, run: str, length: int, limit: int) -> Problem:
    kind = "a marked quotation" if passage.quoted else "running text"
    return Problem(
        code="CR501",
        place=Place(path=path, line=passage.line),
        message=f"copies {length} words in a row of `{slug}` in {kind}; at most {limit} may stand",
        words=run[:100],
        example="retell it in our own words, or quote fewer words between “ and ”",
    )


def _too_much(slug: str, count: int, total: int, rights: Rights) -> Problem:
    return Problem(
        code="CR502",
        place=Place(path=f"articles/{slug}.html"),
        message=f"{count} of the {total} words of `{slug}` are quoted on the whole site; "
        f"at most {rights.quoted_share:.0%} may be",
        example="shorten quotations, or anchor two notes to the same words",
    )
