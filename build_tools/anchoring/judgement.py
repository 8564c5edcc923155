"""Which candidate is meant: every weight and limit of the engine, and what they are applied to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.anchoring.candidates import in_context, literal, near_copies, tidy, verbatim
from build_tools.anchoring.context import Context
from build_tools.anchoring.normalise import fold_case
from build_tools.anchoring.reading import Reading
from build_tools.anchoring.wording import Wording, alike, compare
from build_tools.model.span import Span

CONTEXT_WEIGHT = 1.3
"""Context counts for more than wording between places: a verbatim copy without its surroundings
is a pull-quote or a summary, and the passage meant is the one that stands where it stood."""

BOUNDARY_CONTEXT_WEIGHT = 0.8
"""Context counts for less than wording between boundaries of one place: a word inserted beside
the quotation must not be swallowed just because the surroundings then follow at once."""

HINT_WEIGHT = 0.1
"""The old offset only decides between places that are otherwise as good."""

HINT_SCALE = 250
"""Code points from the old offset at which half of its weight is left."""

WITHIN_WEIGHT = 0.25
"""An editor's word for the paragraph counts like a quarter of the surroundings."""

CASE_WEIGHT = 0.02
"""Deducted where only upper and lower case differ, so that the true spelling wins a tie."""

UNLIKE = 0.35
"""Similarity below which a candidate is no more like the quotation than any other passage; it only
shows where the surroundings stand."""

SAME_PLACE = 0.5
"""Share of the shorter of two candidates that overlaps when both are one place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A candidate with everything known for or against it."""

    span: Span
    """Where it is, in code points of the normalised text."""
    similarity: float
    """How alike its wording is to the quotation, 0 to 1, case aside."""
    context: float
    """How much of the remembered surroundings stands around it, 0 to 1."""
    verbatim: bool
    """Whether it reads as the quotation does, case included."""
    within: bool
    """Whether it lies in the stretch that an editor named."""
    nearness: float
    """How near it is to the old offset, 0 to 1; 0 without one."""

    @property
    def support(self) -> float:
        """What vouches for the place apart from its wording."""
        return self.context + WITHIN_WEIGHT * self.within

    @property
    def score(self) -> float:
        """How good the place is among others."""
        return (
            self.similarity
            - CASE_WEIGHT * (not self.verbatim)
            + CONTEXT_WEIGHT * self.context
            + WITHIN_WEIGHT * self.within
            + HINT_WEIGHT * self.nearness
        )

    @property
    def boundary_score(self) -> tuple[bool, float]:
        """How good its boundaries are among those proposed for the same place."""
        return self.verbatim, self.similarity + BOUNDARY_CONTEXT_WEIGHT * self.context


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is sought, and all that is known about where it was."""

    exact: str
    """The quotation as it was given."""
    plain: str
    """The quotation, normalised."""
    context: Context
    """What is remembered of its surroundings."""
    hint: int | None
    """Its old offset, in code points of the normalised text."""
    within: Span | None
    """The stretch an editor named, in code points of the normalised text."""

    @property
    def folded(self) -> str:
        """The quotation with upper and lower case made alike."""
        return fold_case(self.plain)

    def wording(self, reading: Reading, place: Place) -> Wording:
        """Tell what became of the quotation's words at a place."""
        return compare(self.folded, place.span.of(reading.folded))


def places(reading: Reading, search: Search) -> list[Place]:
    """Return the places where a quotation may stand, the best first, none overlapping another.

    Places with quite another wording come last, however well their surroundings agree.
    """
    spans = verbatim_places(reading, search)
    for span in _inexact(reading, search, search.folded):
        spans.setdefault(span, False)
    judged = [judge(reading, search, span, verbatim=same) for span, same in spans.items() if span]
    judged.sort(key=lambda place: (-place.score, place.span))
    distinct: list[Place] = []
    while judged:
        same = [place for place in judged if _same(place.span, judged[0].span)]
        judged = [place for place in judged if not _same(place.span, judged[0].span)]
        distinct.append(_merge(same))
    return sorted(distinct, key=lambda place: place.similarity < UNLIKE)


def _merge(same: list[Place]) -> Place:
    """Take the best boundaries, and the context wherever the boundaries show it best."""
    if len(same) == 1:
        return same[0]
    best = max(same, key=lambda place: place.boundary_score)
    return replace(
        best,
        context=max(place.context for place in same),
        within=any(place.within for place in same),
    )


def _same(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > SAME_PLACE * min(len(one), len(other))


def verbatim_places(
    reading: Reading, search: Search, within: Span | None = None
) -> dict[Span, bool]:
    """Return where a quotation stands, and whether it does so to the letter, case included.

    Args:
        reading: The text.
        search: What is sought.
        within: Where to look, in code points of the normalised text; everywhere if not given.
    """
    plain = reading.normal.text
    found = verbatim(reading, search.folded, within)
    spans = {span: span.of(plain) == search.plain for span in found}
    return spans | dict.fromkeys(literal(reading, search.exact, within), True)


def _inexact(reading: Reading, search: Search, quote: str) -> Iterator[Span]:
    for span in near_copies(reading, quote):
        yield tidy(reading.folded, span, quote)
    for span in in_context(reading, quote, search.context):
        yield tidy(reading.folded, span, quote)


def judge(reading: Reading, search: Search, span: Span, *, verbatim: bool) -> Place:
    """Return a candidate with everything known for or against it."""
    nearness = 0.0
    if search.hint is not None:
        nearness = HINT_SCALE / (HINT_SCALE + abs(span.start - search.hint))
    return Place(
        span=span,
        similarity=1.0 if verbatim else alike(search.folded, span.of(reading.folded)),
        context=search.context.similarity(reading, span),
        verbatim=verbatim,
        within=search.within is not None and search.within.overlaps(span),
        nearness=nearness,
    )
