"""The short way: most quotations stand where an editor says, and nothing else comes into question.

Candidates are compared by their scores (`judgement`). Where a verbatim copy stands in the stretch
that an editor named, with all the context there can be, whatever stands elsewhere is behind by
most of `WITHIN_WEIGHT`, and what stands in the same stretch is a rival only if it is nearly as
like. So it is enough to look there, and the outcome is the same as of the long way.
"""

from __future__ import annotations

from build_tools.anchoring.alignment import encode, find
from build_tools.anchoring.candidates import BLANK
from build_tools.anchoring.judgement import Place, Search, judge, verbatim_places
from build_tools.anchoring.reading import Reading
from build_tools.model.span import Span

CLEARLY_LESS = 0.25
"""Share of a quotation's characters from which on edits make a copy clearly less like it: it is
then behind a verbatim copy in the same stretch by more than may be called as good."""

LONGEST = 100
"""Code points of a quotation up to which a verbatim copy always beats what overlaps it: being a
little nearer to the old offset is worth less than `CASE_WEIGHT`."""

SPREAD = 3
"""How far around the stretch to look, in lengths of the quotation. One that stands farther off
cannot be taken for one that reaches into the stretch, however it was edited."""


def settled(reading: Reading, search: Search) -> Place | None:
    """Return the only place that comes into question; nothing where that takes a longer look."""
    if search.within is None or len(search.plain) > LONGEST:
        return None
    around = search.within.widened(SPREAD * len(search.plain))
    around = Span(max(0, around.start), min(len(reading.folded), around.end))
    # Where context is remembered another place may have more of it, wherever it is.
    spans = verbatim_places(reading, search, None if search.context.known else around)
    if len(spans) != 1:
        return None
    ((span, same),) = spans.items()
    only = judge(reading, search, span, verbatim=same)
    complete = only.context == 1 or not search.context.known
    if not (span and same and only.within and complete and _ends_inside(reading, span, around)):
        return None
    return None if _has_like(reading, search, span, around) else only


def _ends_inside(reading: Reading, span: Span, around: Span) -> bool:
    """Tell whether words part a place from what was not looked at: else its twin may be there."""
    before = reading.folded[around.start : span.start]
    after = reading.folded[span.end : around.end]
    parted_before = around.start == 0 or any(map(str.isalnum, reversed(before)))
    return parted_before and (around.end == len(reading.folded) or any(map(str.isalnum, after)))


def _has_like(reading: Reading, search: Search, span: Span, around: Span) -> bool:
    """Tell whether a near copy stands around a verbatim one.

    What covers more than half of that one is the same place, so the rest is looked at with either
    half of it, both at once and too far apart for anything to reach over.
    """
    quote = encode(search.folded)
    limit = int(len(quote) * CLEARLY_LESS)
    half = len(span) // 2
    before = reading.codes[around.start : span.start + half]
    after = reading.codes[span.end - half : around.end]
    return bool(find(quote, before + BLANK * (limit + 1) + after, limit))
