"""The rights guard: no public page or download may copy more of an op-ed than its record allows.

It reads what is about to be published, after everything else is done, and compares it with the
source texts at hand, so that no mistake anywhere before it can leak a text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from build_tools.model.problem import Place, Problem
from build_tools.model.record import Publish, Rights
from build_tools.model.source import SourceText
from build_tools.rights.judging import Account, Order, Source, Stretch
from build_tools.rights.quoting import Quotes, Reader
from build_tools.rights.words import words_of

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


class Guard:
    """Reads files one by one and then judges them together.

    `read` depends on nothing but a file and the texts: it may run in several processes, and what
    it returns may be kept for as long as both are the same.
    """

    def __init__(self, texts: Mapping[str, Guarded]) -> None:
        """Take in the source texts that must not get out, by slug; at least one."""
        self._guarded = tuple(texts.values())
        words = {one.slug: words_of(one.source.text) for one in self._guarded}
        self._reader = Reader(words, (one.rights for one in self._guarded))

    @cached_property
    def mark(self) -> str:
        """Hash of everything that what it reads depends on."""
        told = [f"{one.slug} {one.rights} {one.source.text}" for one in self._guarded]
        return hashlib.sha256("\0".join(told).encode()).hexdigest()

    def read(self, path: str, content: str) -> Quotes:
        """Return what a page or download quotes.

        Args:
            path: Its path below the site's folder.
            content: HTML, JSON or plain text.
        """
        return self._reader.read(path, content)

    def judge(self, found: Iterable[tuple[str, Quotes]]) -> tuple[Problem, ...]:
        """Return a problem for every run that is too long and every article quoted too much.

        Args:
            found: The path of every file, and what it quotes.
        """
        account = Account.of(found)
        long: list[tuple[Order, Problem]] = []
        much: list[Problem] = []
        for one in self._guarded:
            source = Source(one.slug, self._reader.texts.words(one.slug), account)
            long += _too_long(one, source.stretches)
            much += _too_much(one, source)
        return (*(problem for _, problem in sorted(long, key=itemgetter(0))), *much)


def guard(files: Iterable[tuple[str, str]], texts: Mapping[str, Guarded]) -> tuple[Problem, ...]:
    """Return a problem for every run that is too long and every article quoted too much.

    Args:
        files: Path and content of every page and download, HTML, JSON or plain text; none is asked
            for where there is nothing to guard.
        texts: The source texts that must not get out, by slug.
    """
    if not texts:
        return ()
    one = Guard(texts)
    return one.judge((path, one.read(path, content)) for path, content in files)


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


def _too_long(one: Guarded, stretches: Iterable[Stretch]) -> Iterator[tuple[Order, Problem]]:
    """Yield a problem for each run that is too long, and where it belongs among all."""
    for found in stretches:
        marked = found.passage.quoted
        limit = one.rights.quoted_run if marked else one.rights.unmarked_run
        if len(found.words) > limit:
            kind = "a marked quotation" if marked else "running text"
            yield (
                found.order,
                Problem(
                    code="CR501",
                    place=Place(path=found.path, line=found.passage.line),
                    message=f"copies {len(found.words)} words in a row of `{one.slug}` in {kind}; "
                    f"at most {limit} may stand",
                    words=" ".join(found.words)[:100],
                    example="retell it in our own words, or quote fewer words between “ and ”",
                ),
            )


def _too_much(one: Guarded, source: Source) -> Iterator[Problem]:
    """Yield a problem if too much is quoted in all."""
    total = len(source.words)
    most = one.rights.quoted_share * total
    if len(source.quoted) > most and (count := source.without(one.free)) > most:
        yield Problem(
            code="CR502",
            place=Place(path=f"articles/{one.slug}.html"),
            message=f"{count} of the {total} words of `{one.slug}` are quoted on the whole site; "
            f"at most {one.rights.quoted_share:.0%} may be",
            example="shorten quotations, or anchor two notes to the same words",
        )
