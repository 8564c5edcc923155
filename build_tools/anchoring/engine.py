"""Finds a quotation again in a text that may have been edited since.

The flow: prepare both (`reading`), collect places (`candidates`), compare them (`judgement`), and
decide here whether the best one is safe; for most, `settling` finds that there is nothing to
compare. A wrong place is worse than none, so an inexact quotation has to be paid for with context,
and what cannot be paid is left to a person.
"""

from __future__ import annotations

from build_tools.anchoring.context import Context, TextContext
from build_tools.anchoring.judgement import Place, Search, places
from build_tools.anchoring.placement import Placement, State
from build_tools.anchoring.reading import Reading, quotation, read
from build_tools.anchoring.settling import settled
from build_tools.model.span import Span

SIMILARITY_FLOOR = 0.44
"""Below this share of common characters even full context does not make it the quotation:
what stands between unchanged neighbours is then as a rule another sentence put in its place."""

ENOUGH = 1.0
"""What similarity and context have to reach together."""

ENOUGH_WITH_WORDS = 0.9
"""What they have to reach if half of the words are kept too, and some context."""

HALF = 0.5
"""Half of the words."""

WHOLE = 0.95
"""Share of words kept from which on a copy needs no context, given the evidence."""

MISPRINTED = 0.55
"""Share of mere misprints among its edits from which on a copy needs no context, given the
evidence, if at least `MOST` of its words are kept."""

MOST = 0.66
"""Two words out of three."""

CHANCE = 0.4
"""Share of characters a quotation has in common with the likest passage of an unrelated text."""

EVIDENCE = 12
"""Characters in common beyond chance from which on a likeness is no coincidence."""

SHORT = 16
"""Code points below which a quotation without any context may stand there by coincidence."""

TRACE = 0.15
"""Context below this is none: any two passages on one subject share so much."""

MARGIN = 0.08
"""Places whose scores differ by less are equally good."""

BARE_MARGIN = 0.25
"""The same where the better place is a verbatim copy without any of the remembered context, and
the other has some: then either may be the copy and the other the original, since edited."""

BOTH_SIDES = 0.9
"""Context from which on both sides are intact. Where a quotation was doubled on the spot each copy
has kept one side, and how much was remembered of which side tells nothing."""

NEAR_COPY = 0.7
"""Similarity from which on a place that is not safe is a near copy and worth a person's look."""

WORTH_SHOWING = 0.8
"""Similarity and context together from which on the nearest passage is suggested."""


def anchor(text: str, exact: str, prefix: str, suffix: str, hint: int) -> tuple[int, int] | None:
    """Return where a quotation stands, or None if that is not safe to say.

    Args:
        text: The text to search.
        exact: The quotation.
        prefix: The characters that stood before it.
        suffix: The characters that stood after it.
        hint: Where it began, in code points.

    Returns:
        Start and end in code points of `text`.
    """
    found = locate(text, exact, context=TextContext(prefix, suffix), hint=hint).span
    return (found.start, found.end) if found else None


def locate(
    text: str, exact: str, *, context: Context, hint: int | None = None, within: Span | None = None
) -> Placement:
    """Find a quotation in a text.

    Args:
        text: The text to search.
        exact: The quotation.
        context: What is remembered of its surroundings.
        hint: Where it began, in code points, if that is known.
        within: The stretch of the text that an editor named, such as a paragraph, in code points.

    Returns:
        The place and how sure it is; see `State`. Failure is a state, never an exception.
    """
    reading = read(text)
    search = Search(
        exact=exact,
        plain=quotation(exact),
        context=context,
        hint=None if hint is None else reading.normal.from_source(Span(hint, hint)).start,
        within=None if within is None else reading.normal.from_source(within),
    )
    return _decide(reading, search, _ranked(reading, search))


def _ranked(reading: Reading, search: Search) -> list[Place]:
    if not search.plain:
        return []
    only = settled(reading, search)
    return [only] if only else places(reading, search)


def _decide(reading: Reading, search: Search, ranked: list[Place]) -> Placement:
    if not ranked:
        return Placement(
            state=State.LOST, span=None, similarity=0.0, context=0.0, suggestion=None, rivals=()
        )
    best = ranked[0]
    rivals = _rivals(reading, search, ranked)
    state = _state(reading, search, best, contested=bool(rivals))
    placed = state in (State.EXACT, State.MOVED)
    among = (best, *rivals) if state is State.AMBIGUOUS else ()
    return Placement(
        state=state,
        span=_source_span(reading, search, best) if placed else None,
        similarity=best.similarity,
        context=best.context,
        suggestion=None if placed else _suggestion(reading, search, ranked, state),
        rivals=tuple(_source_span(reading, search, place) for place in among),
    )


def _state(reading: Reading, search: Search, best: Place, *, contested: bool) -> State:
    if _safe(reading, search, best):
        if contested:
            return State.AMBIGUOUS
        return State.EXACT if best.verbatim else State.MOVED
    return State.AMBIGUOUS if best.similarity >= NEAR_COPY else State.LOST


def _suggestion(reading: Reading, search: Search, ranked: list[Place], state: State) -> Span | None:
    """Return the nearest passage: the near copy, or else what stands in the old surroundings."""
    if state is State.AMBIGUOUS:
        return _source_span(reading, search, ranked[0])
    nearest = max(ranked, key=lambda place: place.similarity + place.support)
    shown = nearest.similarity + nearest.support >= WORTH_SHOWING
    return _source_span(reading, search, nearest) if shown else None


def _safe(reading: Reading, search: Search, place: Place) -> bool:
    """Tell whether a place may be taken, were it the only one."""
    if len(search.plain) < SHORT and place.support < TRACE:
        return False
    if place.verbatim:
        return True
    if place.similarity < SIMILARITY_FLOOR:
        return False
    paid = place.similarity + place.support
    if paid >= ENOUGH:
        return True
    wording = search.wording(reading, place)
    if paid >= ENOUGH_WITH_WORDS and place.support >= TRACE and wording.kept >= HALF:
        return True
    misprinted = wording.misprints >= MISPRINTED and wording.kept >= MOST
    evidence = (place.similarity - CHANCE) * len(search.plain)
    return evidence >= EVIDENCE and (wording.kept >= WHOLE or misprinted)


def _rivals(reading: Reading, search: Search, ranked: list[Place]) -> list[Place]:
    """Return the places that are about as good as the best one."""
    best, *others = ranked
    if best.verbatim and best.nearness == 1 and not search.context.known:
        return []  # nothing but the old offset is known, and there it still stands
    return [place for place in others if _as_good(reading, place, best)]


def _as_good(reading: Reading, place: Place, best: Place) -> bool:
    behind = best.score - place.score
    if _twins(reading, place, best) and best.context < BOTH_SIDES:
        return True
    if best.support < TRACE <= place.support and place.similarity >= SIMILARITY_FLOOR:
        return behind < BARE_MARGIN
    return behind < MARGIN and place.similarity >= NEAR_COPY


def _twins(reading: Reading, place: Place, best: Place) -> bool:
    """Tell whether the quotation stands twice in a row, each the neighbour of the other."""
    first, second = sorted((place.span, best.span))
    between = reading.folded[first.end : second.start]
    return place.verbatim and best.verbatim and not any(map(str.isalnum, between))


def _source_span(reading: Reading, search: Search, place: Place) -> Span:
    """Return a place as offsets of the source.

    Where the quotation stands there to the letter, silent characters at its edges belong to it.
    """
    span = reading.normal.to_source(place.span)
    slack = len(search.exact)
    at = reading.source.find(search.exact, max(0, span.start - slack), span.end + slack)
    literal = Span(at, at + len(search.exact))
    return literal if at >= 0 and place.verbatim and literal.overlaps(span) else span
