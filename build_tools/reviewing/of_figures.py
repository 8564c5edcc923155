"""What changed in figures, and which pairs of them stand otherwise to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.linking.figures import Measure
from build_tools.linking.pairs import Pair
from build_tools.linking.quotations import figure_key
from build_tools.model.figure import Claimed, Figure, MeasureFile, PairLabel
from build_tools.reviewing import quoting
from build_tools.reviewing.changes import Change, Kind, Sort, Thing
from build_tools.reviewing.matching import Matched, match
from build_tools.reviewing.pairing import Paired
from build_tools.reviewing.saying import differences
from build_tools.views.numbers import claimed
from build_tools.views.words import PAIR_LABELS

_NUMBER = frozenset({"value", "low", "high", "qualifier", "kind"})
"""Fields that together are the number."""
_SKIP = quoting.FIELDS | _NUMBER | {"id"}


def figures(both: Paired) -> Iterator[Change]:
    """Yield what changed in each thing that is counted."""
    for (old, before), (new, after) in both.measures.pairs:
        thing = _thing(new, after, old)
        if thing.was:
            yield thing.change(Kind.RENAMED, old, new, field="name in addresses")
        earlier, later = both.updated(before.sheet.value), after.sheet.value
        yield from differences(thing, earlier, later, frozenset({"figures", "record"}))
        found = _matched(earlier, later)
        yield from _figures(thing, old, found, both)
        names = {one.id: other.id for one, other in found.pairs}
        yield from _pairs(thing, before.pairs, after.pairs, names)
    for key, measure in both.measures.removed:
        thing = _thing(key, measure)
        yield thing.change(Kind.REMOVED, measure.sheet.value.counts)
        for one in _claims(measure.sheet.value):
            yield _figure(thing, one).change(Kind.REMOVED, _said(one, thing))
        yield from _pairs(thing, measure.pairs, (), {})
    for key, measure in both.measures.added:
        thing = _thing(key, measure)
        yield thing.change(Kind.ADDED, "", measure.sheet.value.counts)
        for one in _claims(measure.sheet.value):
            yield _figure(thing, one).change(Kind.ADDED, "", _said(one, thing))
        yield from _pairs(thing, (), measure.pairs, {})


def _thing(key: str, measure: Measure, was: str = "") -> Thing:
    return Thing(
        sort=Sort.MEASURE,
        id=key,
        was="" if was in {"", key} else was,
        label=measure.sheet.value.counts,
        path=measure.sheet.at().path,
        address=f"figures.html#m-{key}",
    )


def _claims(measure: MeasureFile) -> tuple[Claimed, ...]:
    return (*measure.figures, *measure.record)


def _matched(before: MeasureFile, after: MeasureFile) -> Matched[Claimed]:
    return match(
        _claims(before),
        _claims(after),
        lambda one: (type(one), one.id),
        lambda one: (one.article, one.quote) if isinstance(one, Figure) else None,
    )


def _figure(measure: Thing, claim: Claimed, was: str = "") -> Thing:
    article = claim.article if isinstance(claim, Figure) else ""
    name = f"{measure.id}/{claim.id}"
    before = f"{measure.was or measure.id}/{was or claim.id}"
    return Thing(
        sort=Sort.FIGURE,
        id=name,
        was="" if before == name else before,
        label=f"{measure.label}, {article or 'on record'}",
        article=article,
        path=measure.path,
        address=f"figures.html#f-{measure.id}--{claim.id}",
    )


def _said(claim: Claimed, measure: Thing) -> str:
    return f"{claimed(claim)} ({measure.label})"


def _figures(
    measure: Thing,
    before: str,
    found: Matched[Claimed],
    both: Paired,
) -> Iterator[Change]:
    for old, new in found.pairs:
        thing = _figure(measure, new, old.id)
        if old.id != new.id:
            yield thing.change(Kind.RENAMED, old.id, new.id, field="name in addresses")
        if claimed(old) != claimed(new):
            yield thing.change(Kind.CHANGED, claimed(old), claimed(new), field="number")
        if isinstance(old, Figure) and isinstance(new, Figure):
            there, here = figure_key(before, old.id), figure_key(measure.id, new.id)
            yield from quoting.quotation(thing, old, new, both.was.get(there), both.now.get(here))
        yield from differences(thing, old, new, _SKIP)
    for one in found.removed:
        yield _figure(measure, one).change(Kind.REMOVED, _said(one, measure))
    for one in found.added:
        yield _figure(measure, one).change(Kind.ADDED, "", _said(one, measure))


def _pairs(
    measure: Thing, before: tuple[Pair, ...], after: tuple[Pair, ...], names: Mapping[str, str]
) -> Iterator[Change]:
    """Yield the pairs whose label flipped, and the conflicts that opened and closed."""
    was = {_key(one, names): one for one in before}
    now = {_key(one, {}): one for one in after}
    for key in sorted(was.keys() | now.keys()):
        yield from _pair(measure, key, was.get(key), now.get(key))


def _key(one: Pair, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return a pair's name, whichever of the two comes first."""
    return tuple(sorted(names.get(claim.id, claim.id) for claim in (one.first, one.second)))


def _pair(
    measure: Thing, key: tuple[str, ...], before: Pair | None, after: Pair | None
) -> Iterator[Change]:
    label, path = f"{measure.label}: {' and '.join(key)}", measure.path
    name, address = f"{measure.id}/{'--'.join(key)}", measure.address
    thing = Thing(sort=Sort.PAIR, id=name, label=label, path=path, address=address)
    if before and after and before.label is not after.label:
        yield thing.change(
            Kind.FLIPPED,
            _label(before),
            _label(after),
            why_before=before.why,
            why=after.why,
        )
    clashed, clash = _conflicts(before), _conflicts(after)
    if clashed is not clash:
        conflict = Thing(sort=Sort.CONFLICT, id=name, label=label, path=path, address=address)
        kind = Kind.OPENED if clash else Kind.CLOSED
        yield conflict.change(
            kind,
            _numbers(before) if before else "",
            _numbers(after) if after else "",
            why_before=before.why if before else "",
            why=after.why if after else "",
        )


def _conflicts(one: Pair | None) -> bool:
    return one is not None and one.label is PairLabel.CONFLICTING


def _label(one: Pair) -> str:
    return f"{PAIR_LABELS[one.label][0]}: {_numbers(one)}"


def _numbers(one: Pair) -> str:
    first, second = sorted((one.first, one.second), key=lambda claim: claim.id)
    return f"{claimed(first)} beside {claimed(second)}"
