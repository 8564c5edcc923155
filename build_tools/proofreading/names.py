"""Names in our own prose that nearly are those of the glossary: slips of the pen, mostly.

A false alarm costs an editor more than a slip that stays, so little is reported: words with a
capital, outside quotations and code, that no term lists in any form and that differ from a listed
name in spelling only, not in an ending, a number or the sense of a word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from build_tools.linking.matcher import variants
from build_tools.model.corpus import Corpus
from build_tools.model.problem import Problem, Severity
from build_tools.model.rich import FormatKind, Rich
from build_tools.model.span import Span
from build_tools.proofreading.pieces import Paragraph, Piece
from build_tools.search.folding import name_key, sound, words

SOUNDS_FROM = 5
"""Shortest name, in letters, that is compared by its sound."""
ONE_FROM, TWO_FROM = 6, 12
"""Shortest names, in letters, in which one may be wrong, or two."""
MOST_WORDS = 7
"""Longest name looked for, in words."""

_QUOTED = re.compile(r"“[^“”]*”|‘[^‘’]*’(?!\w)|\"[^\"]*\"|«[^«»]*»")
_WORD = re.compile(r"[^\W_]+(?:['’.&/-][^\W_]+)*")
_ENDINGS = frozenset(
    [
        "",
        "s",
        "es",
        "i",
        "is",
        "y",
        "ies",
        "n",
        "ns",
        "an",
        "ans",
        "ian",
        "ians",
        "ese",
        "ic",
        "ist",
    ]
)
"""Endings in which words of one name differ rightly: Pakistan, Pakistanis."""
_SMALL = frozenset(
    [
        "a",
        "al",
        "an",
        "and",
        "at",
        "by",
        "de",
        "e",
        "el",
        "for",
        "i",
        "in",
        "of",
        "on",
        "the",
        "to",
        "ul",
    ]
)
"""Words without a capital that may stand inside a name."""
_ARTICLES = frozenset(["A", "An", "The"])


@dataclass(frozen=True, slots=True)
class _Name:
    """A form that a term goes by."""

    form: str
    """As it is listed."""
    key: str
    """Its letters and digits, folded, as one word."""
    term: str
    """Id of the term."""


class _Names:
    """The names of the glossary, ready to be compared with."""

    def __init__(self, corpus: Corpus) -> None:
        self.known = set(_words_known(corpus))
        self.listed: set[str] = set()
        self._by_sound: dict[str, _Name] = {}
        self._by_size: dict[int, list[_Name]] = defaultdict(list)
        for term, sheet in corpus.terms.items():
            for one in variants(sheet.value):
                self._list(_Name(one.text, name_key(one.text), term))

    def _list(self, name: _Name) -> None:
        self.listed.add(name.key)
        if len(name.key) >= SOUNDS_FROM and _is_name(name.form):
            self._by_sound.setdefault(sound(name.key), name)
            self._by_size[len(name.key)].append(name)

    def near(self, form: str) -> _Name | None:
        """Return the name that a form nearly is; nothing where it is one, or none."""
        key = name_key(form)
        if len(key) < SOUNDS_FROM or key in self.listed or key in self.known:
            return None
        return _near(key, self._by_sound.get(sound(key)), self._by_size)


def _near(key: str, alike: _Name | None, by_size: Mapping[int, list[_Name]]) -> _Name | None:
    if alike and _comparable(key, alike.key):
        return alike
    most = 2 if len(key) >= TWO_FROM else 1
    best: tuple[int, str, _Name] | None = None
    for size in range(len(key) - most, len(key) + most + 1):
        for name in by_size.get(size, ()) if size >= ONE_FROM else ():
            distance = OSA.distance(key, name.key, score_cutoff=most)
            if distance <= most and _comparable(key, name.key):
                best = min(best or (9, "", name), (distance, name.form, name), key=lambda x: x[:2])
    return best[2] if best else None


def _comparable(key: str, other: str) -> bool:
    """Tell whether two names can be one misspelt: no other number, no mere ending."""
    if re.findall(r"\d", key) != re.findall(r"\d", other) or key[0] != other[0]:
        return False
    pairs = zip(key, other, strict=False)
    at = next((n for n, (one, two) in enumerate(pairs) if one != two), min(len(key), len(other)))
    return not (key[at:] in _ENDINGS and other[at:] in _ENDINGS)


def names(corpus: Corpus, ours: Iterable[Paragraph]) -> Iterator[Problem]:
    """Yield a warning for each name in our prose that is spelt as no term is.

    Args:
        corpus: The editorial data.
        ours: Its prose.
    """
    near = lru_cache(maxsize=None)(_Names(corpus).near)
    for one in ours:
        reached = 0
        for span in sorted(unlisted(one), key=lambda span: (span.start, -span.end)):
            form = span.of(one.rich.text)
            name = near(form) if span.start >= reached else None
            if name:
                reached = span.end
                yield _problem(one.piece, form, name)


def _problem(piece: Piece, form: str, name: _Name) -> Problem:
    return Problem(
        code="CR332",
        place=piece.sheet.at(*piece.steps),
        message=f"is nearly “{name.form}”, a name of `{name.term}`, but is listed nowhere",
        words=form,
        example=f"{name.form}; or, if {form} is right: variants: [{form}] "
        f"in glossary/{name.term}.yml",
        severity=Severity.WARNING,
    )


def unlisted(one: Paragraph) -> Iterator[Span]:
    """Yield where words look like a name and are no part of one that a term lists."""
    text = _blanked(one.rich)
    for span in _names_in(text):
        if not any(hit.span.start <= span.start and span.end <= hit.span.end for hit in one.hits):
            yield span


def _blanked(rich: Rich) -> str:
    """Return a paragraph with quotations and code taken out, its length kept."""
    text = rich.text
    for one in rich.formats:
        if one.kind is FormatKind.CODE:
            start, end = one.span.start, one.span.end
            text = text[:start] + "\0" * (end - start) + text[end:]
    return _QUOTED.sub(lambda found: "\0" * len(found[0]), text)


def _names_in(text: str) -> Iterator[Span]:
    found = [Span(*one.span()) for one in _WORD.finditer(text)]
    for first, begin in enumerate(found):
        if begin.of(text) in _ARTICLES or not (_is_name(begin.of(text)) or begin.of(text) == "al"):
            continue
        for last in range(first, min(first + MOST_WORDS, len(found))):
            end = found[last]
            if last > first and not _joined(text, found[last - 1], end):
                break
            if _is_name(end.of(text)):
                yield Span(begin.start, end.end - len(_ending(end.of(text))))
            elif end.of(text) not in _SMALL:
                break


def _is_name(word: str) -> bool:
    first = word.removeprefix("al-")[:1]
    return first.isupper() or first.isdigit()


def _ending(word: str) -> str:
    found = re.search(r"['’]s?$", word)
    return found[0] if found else ""


def _joined(text: str, one: Span, other: Span) -> bool:
    """Tell whether two words can belong to one name by what stands between them."""
    between = text[one.end : other.start]
    initial = between == ". " and one.end - one.start == 1
    return initial or between in {" ", "-", "–", " – ", " & ", "’ ", "' "}


def _words_known(corpus: Corpus) -> Iterator[str]:
    """Yield, folded, names that are right though no term has them: of authors, works, people."""
    for work in corpus.works.values():
        for text in (work.title, work.container_title, work.publisher, *map(str, work.author)):
            yield from _forms(text)
    for article in corpus.articles:
        record = article.record.value
        for text in (record.title, record.outlet, *record.authors, *record.aliases):
            yield from _forms(text)
    for person in corpus.people.value.people:
        yield from _forms(person.name)
    for sheet in corpus.terms.values():
        for one in variants(sheet.value):
            yield from words(one.text)


def _forms(text: str | None) -> Iterable[str]:
    """Return the words of a text and each run of some of them, as one word."""
    said = words(text or "")
    for first in range(len(said)):
        for last in range(first + 1, min(first + MOST_WORDS, len(said)) + 1):
            yield "".join(said[first:last])
