"""Text made comparable: one spelling for typographic variants, with a way back.

`normalise` rewrites what printers and browsers vary without changing the words (compatibility
forms and ligatures, quotes, dashes, soft hyphens, white space) and remembers for every character
of the result where it came from. Offsets are Unicode code points throughout.

To teach it another variant:

1. One character that stands for one other: add it to `_SAME`.
2. A character that is not part of the wording and should vanish: add it to `_SILENT`.
3. A sequence that stands for another sequence: extend `_RUN` and `_spelling`.
4. Add a case in tests/cases/anchoring/normalise.yaml.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from build_tools.model.span import Span

_SAME = {
    # double quotation marks: curly, low, reversed, angle, double prime, full width
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\uff02", '"'),
    # single ones and apostrophes: curly, low, reversed, prime, angle, grave, acute, full width
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u2039\u203a`\u00b4\u02bc\u02b9\uff07", "'"),
    # short dashes: hyphen, non-breaking, figure, en, minus, raised, lowered, vertical, wide
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\u207b\u208b\ufe32\ufe63\uff0d", "-"),
    # long dashes: horizontal bar, two-em, three-em, vertical em, small em
    **dict.fromkeys("\u2015\u2e3a\u2e3b\ufe31\ufe58", "\u2014"),
}
"""Single characters that stand for another single character; offsets do not change."""

_SILENT = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
)
"""Characters without a sound or a shape of their own: soft hyphen, joiners, direction marks."""

_SPACE = rf"[\s{_SILENT}]"
_RUN = re.compile(
    rf"(?P<dash>(?:{_SPACE}*(?:—|-(?:[{_SILENT}]*-)+))+{_SPACE}*)"
    r"|(?P<broken>\u00ad\r?\n)"
    rf"|(?P<space> {_SPACE}+|[^\S ]{_SPACE}*|[{_SILENT}]+)"
)
"""Stretches that are rewritten as a whole: a long dash, a hyphenated line end, white space."""

_SUSPECT = re.compile(rf"[\s\-—{_SILENT}](?:[\s\-—{_SILENT}]+|(?<=[^ \-]))")
"""Where `_RUN` is worth trying; a cheap pattern, because it is tried on every character."""

_ASCII_PLAIN = re.compile(r"(?:[!-,.-~]| (?! )|-(?!-))*")
"""What a text consists of when nothing has to be rewritten and all of it is ASCII."""

_BEYOND_ASCII = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
"""A stretch in which a compatibility form may hide, with the base of a leading mark."""

_Edit = tuple[int, int, str]
"""Start and end of a stretch of the source, and what stands there instead."""

_Finder = Callable[[str], Iterator[_Edit]]
"""Finds the edits of one kind, from left to right and without overlap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Normalised:
    """A text in its comparable spelling, and where each of its characters came from."""

    text: str
    """The comparable spelling."""
    starts: Sequence[int]
    """For each character of `text`, where the source characters it stands for begin."""
    ends: Sequence[int]
    """For each character of `text`, where the source characters it stands for end."""

    def to_source(self, span: Span) -> Span:
        """Return the stretch of the source that a stretch of `text` stands for.

        Args:
            span: Offsets into `text`, in code points.

        Returns:
            Offsets into the source, in code points. An expanded character (a ligature, say) is
            taken whole when any of it is asked for. An empty span stays empty.
        """
        if span.start >= span.end:
            at = self.starts[span.start] if span.start < len(self.starts) else self._source_end()
            return Span(at, at)
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def from_source(self, span: Span) -> Span:
        """Return the stretch of `text` that stands for a stretch of the source.

        Args:
            span: Offsets into the source, in code points.

        Returns:
            Offsets into `text`, in code points; every character that stands for at least one
            character of `span` is included.
        """
        start = bisect_right(self.ends, span.start)
        return Span(start, max(start, bisect_left(self.starts, span.end)))

    def folded(self) -> Normalised:
        """Return the same text with upper and lower case made alike, offsets untouched."""
        return replace(self, text=fold_case(self.text))

    def _source_end(self) -> int:
        return self.ends[-1] if len(self.ends) else 0


def normalise(text: str, *, fold: bool = False) -> Normalised:
    """Return `text` in its comparable spelling.

    Args:
        text: Any text.
        fold: Whether upper and lower case are made alike too.

    Returns:
        The comparable spelling with its map. White space at either end is kept, as one space, so
        that neighbouring stretches can be normalised apart; a caller with a quotation strips it.
    """
    result = _identity(_replace_same(text))
    if not (text.isascii() and _ASCII_PLAIN.fullmatch(text)):
        result = _rewrite(result, _runs)
    if not unicodedata.is_normalized("NFKC", result.text):
        composed = _rewrite(result, _compatibility_forms)
        result = replace(composed, text=_replace_same(composed.text))
    return result.folded() if fold else result


def fold_case(text: str) -> str:
    """Return `text` with upper and lower case made alike, character by character.

    Characters whose folded form is longer than one character keep a form of length one, so that
    offsets stay what they were.
    """
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    return "".join(map(_fold_character, text))


def _replace_same(text: str) -> str:
    """Replace one by one: `str.translate` takes forty times as long on mostly ASCII text."""
    for variant, usual in _SAME.items():
        if variant in text:
            text = text.replace(variant, usual)
    return text


def _fold_character(character: str) -> str:
    forms = (character.casefold(), character.lower(), character)
    return next(form for form in forms if len(form) == 1)


def _identity(text: str) -> Normalised:
    return Normalised(text=text, starts=range(len(text)), ends=range(1, len(text) + 1))


def _rewrite(source: Normalised, find_edits: _Finder) -> Normalised:
    """Apply the edits found in `source.text`, keeping the map to the first source."""
    text, position = source.text, 0
    parts: list[str] = []
    starts: list[Iterable[int]] = []
    ends: list[Iterable[int]] = []
    for start, end, spelling in find_edits(text):
        parts += (text[position:start], spelling)
        starts += (source.starts[position:start], [source.starts[start]] * len(spelling))
        ends += (source.ends[position:start], [source.ends[end - 1]] * len(spelling))
        position = end
    if not parts:
        return source
    parts.append(text[position:])
    starts.append(source.starts[position:])
    ends.append(source.ends[position:])
    return Normalised(
        text="".join(parts),
        starts=list(chain.from_iterable(starts)),
        ends=list(chain.from_iterable(ends)),
    )


def _runs(text: str) -> Iterator[_Edit]:
    """Find long dashes, hyphenated line ends and white space that is not one plain space."""
    for suspect in _SUSPECT.finditer(text):
        for match in _RUN.finditer(text, suspect.start(), suspect.end()):
            spelling = _spelling(match)
            if spelling != match.group():
                yield match.start(), match.end(), spelling


def _spelling(match: re.Match[str]) -> str:
    if match.lastgroup == "dash":
        return " - "
    if match.lastgroup == "broken":
        return ""
    return " " if any(map(str.isspace, match.group())) else ""


def _compatibility_forms(text: str) -> Iterator[_Edit]:
    """Find characters that NFKC spells otherwise, each with the marks that belong to it.

    A spacing accent stays: NFKC would make white space of it, where the source has none.
    """
    for match in _BEYOND_ASCII.finditer(text):
        if unicodedata.is_normalized("NFKC", match.group()):
            continue
        for start, cluster in _clusters(match.group(), match.start()):
            spelling = unicodedata.normalize("NFKC", cluster)
            if spelling != cluster and not spelling.startswith(" "):
                yield start, start + len(cluster), spelling


def _clusters(text: str, offset: int) -> Iterator[tuple[int, str]]:
    """Split `text` where normalising the parts and normalising the whole agree."""
    start = 0
    for position in range(1, len(text) + 1):
        if position == len(text) or _separable(text[start:position], text[position]):
            yield offset + start, text[start:position]
            start = position


def _separable(cluster: str, following: str) -> bool:
    if unicodedata.combining(following):
        return False
    together = unicodedata.normalize("NFKC", cluster + following)
    apart = unicodedata.normalize("NFKC", cluster) + unicodedata.normalize("NFKC", following)
    return together == apart
