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
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from build_tools.anchoring.rewriting import Rewriting, rewrite
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

_SAME_IN_ASCII = tuple(pair for pair in _SAME.items() if pair[0].isascii())

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

_BEYOND_ASCII = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
"""A stretch in which a compatibility form may hide, with the base of a leading mark."""

_Edit = tuple[int, int, str]
"""Start and end of a stretch of a text, and what stands there instead."""

_Finder = Callable[[str], Iterator[_Edit]]
"""Finds the edits of one kind, from left to right and without overlap."""


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text in its comparable spelling, with the way back to how it was written."""

    text: str
    """The comparable spelling."""
    passes: tuple[Rewriting, ...] = ()
    """What was rewritten, in this order; nothing where all characters kept their offsets."""

    def to_source(self, span: Span) -> Span:
        """Return the stretch of the source that a stretch of `text` stands for.

        Args:
            span: Offsets into `text`, in code points.

        Returns:
            Offsets into the source, in code points. An expanded character (a ligature, say) is
            taken whole when any of it is asked for. An empty span stays empty.
        """
        for one in reversed(self.passes):
            span = one.back(span)
        return span

    def from_source(self, span: Span) -> Span:
        """Return the stretch of `text` that stands for a stretch of the source.

        Args:
            span: Offsets into the source, in code points.

        Returns:
            Offsets into `text`, in code points; every character that stands for at least one
            character of `span` is included.
        """
        for one in self.passes:
            span = one.forth(span)
        return Span(min(span.start, len(self.text)), min(span.end, len(self.text)))

    def folded(self) -> Normalised:
        """Return the same text with upper and lower case made alike, offsets untouched."""
        return Normalised(fold_case(self.text), self.passes)


def normalise(text: str, *, fold: bool = False) -> Normalised:
    """Return `text` in its comparable spelling.

    Args:
        text: Any text.
        fold: Whether upper and lower case are made alike too.

    Returns:
        The comparable spelling with its map. White space at either end is kept, as one space, so
        that neighbouring stretches can be normalised apart; a caller with a quotation strips it.
    """
    spelt, passes = _replace_same(text), []
    if not _is_plain(spelt):
        for find in (_runs, _compatibility_forms):
            spelt, done = rewrite(spelt, find(spelt))
            passes += [done] if done else []
        spelt = _replace_same(spelt)
    return Normalised(fold_case(spelt) if fold else spelt, tuple(passes))


def _is_plain(text: str) -> bool:
    """Tell whether a text is ASCII with nothing in it to rewrite, as most are; takes no time."""
    printable = text.isascii() and text.isprintable()
    return printable and "  " not in text and "--" not in text


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
    for variant, usual in _SAME_IN_ASCII if text.isascii() else _SAME.items():
        if variant in text:
            text = text.replace(variant, usual)
    return text


def _fold_character(character: str) -> str:
    forms = (character.casefold(), character.lower(), character)
    return next(form for form in forms if len(form) == 1)


def _runs(text: str) -> Iterator[_Edit]:
    """Find long dashes, hyphenated line ends and white space that is not one plain space."""
    for suspect in _SUSPECT.finditer(text):
        if suspect[0].isspace():
            yield *suspect.span(), " "
            continue
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
    if unicodedata.is_normalized("NFKC", text):
        return
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
