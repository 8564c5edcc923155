"""How values of the editorial files read to somebody who does not know their fields."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from build_tools.model.fields import Citation, Passage
from build_tools.reviewing.changes import Change, Kind, Thing
from build_tools.views.dates_in_words import in_words
from build_tools.views.numbers import plain

PROSE = frozenset(
    {
        *("body", "definition", "detail", "synthesis", "says", "question", "label", "remark"),
        *("thesis", "title", "dispute", "introduction", "counts", "about", "description"),
        *("limits", "look_for", "pointers"),
    }
)
"""Fields that hold words of ours: changed, they are reworded. The rest is changed."""
DATES = frozenset({"date", "period", "baseline", "relative_to", "checked", "created", "updated"})
"""Fields that hold dates."""
STAMPS = frozenset({"updated", "created"})
"""Dates of editing: worth telling only where nothing else changed."""

WORDS = {
    "see": "what it compares with",
    "digest": "the words of the digest it hangs on",
    "says": "what it says",
    "short": "short name",
    "name": "name",
    "kind": "kind",
    "native": "name in its own script",
    "relations": "ties to other terms",
    "contested": "what is contested",
    "actors": "who took part",
    "look_alikes": "what it must not be taken for",
    "record": "what is on record",
    "implied": "whether it is only referred to",
    "from_words": "the article's own words for the date",
    "relative_to": "what those words were counted from",
    "counts": "what is counted",
    "counted_by": "who counted",
    "nature": "whether it adds up",
    "scopes": "what exactly is counted",
    "scope": "what exactly is counted",
    "exclusive": "whether two choices rule each other out",
    "holds": "which choice it makes",
    "checked_by": "who checked the silence",
    "checked": "when the silence was checked",
    "overruled": "what an editor overruled",
    "about": "what it is about",
    "rests_on": "what it rests on",
    "under": "what it supports",
    "origin": "the version of the source text",
    "date_basis": "how the date is known",
    "label": "name in lists",
    "body": "text",
    "detail": "more on it",
}
"""What fields are called where their own name would not do."""


def field_name(field: str) -> str:
    """Return what editors call a field."""
    return WORDS.get(field, field.replace("_", " "))


def say(value: Any, field: str = "") -> str:  # noqa: ANN401 - whatever a field may hold
    """Return a value in words; empty for nothing."""
    if value is None:
        return ""
    for kind, words in _WORDS:
        if isinstance(value, kind):
            return words(value, field)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return ", ".join(_parts(value))
    return str(value)


def _word(value: str, field: str) -> str:
    if type(value) is not str:
        return str(value).replace("-", " ")
    return date(value) if field in DATES else value


def _parts(value: Any) -> Iterator[str]:  # noqa: ANN401 - any of the model's values
    for one in dataclasses.fields(value):
        held = getattr(value, one.name)
        if held is not None and held != one.default and held not in ((), {}):
            yield f"{field_name(one.name)}: {say(held, one.name)}"


def date(edtf: str | None) -> str:
    """Return a date in words, and as it is written where that says more."""
    if not edtf:
        return "no date"
    words = in_words(edtf)
    return words if words == edtf else f"{words} ({edtf})"


def differences(
    thing: Thing,
    before: Any,  # noqa: ANN401 - any two values of one type
    after: Any,  # noqa: ANN401
    skip: frozenset[str] = frozenset(),
) -> Iterator[Change]:
    """Yield a change for each field in which two values of one type differ.

    Args:
        thing: What they are two versions of.
        before: The earlier one.
        after: The later one.
        skip: Fields that somebody else tells of.
    """
    if before == after:
        return
    found = [
        one.name
        for one in dataclasses.fields(after)
        if getattr(before, one.name) != getattr(after, one.name)
    ]
    stamped_only = set(found) <= STAMPS
    for name in found:
        if name in skip or (name in STAMPS and not stamped_only):
            continue
        old, new = (say(getattr(one, name), name) for one in (before, after))
        prose = isinstance(getattr(after, name) or getattr(before, name), str)
        kind = _kind(name, prose=prose)
        yield thing.change(kind, old, new, field=field_name(name))


def _kind(name: str, *, prose: bool) -> Kind:
    if name == "state":
        return Kind.STATE
    if name == "date":
        return Kind.SHIFTED
    return Kind.REWORDED if prose and name in PROSE else Kind.CHANGED


def _cited(one: Citation) -> str:
    return f"{one.key}, {one.at}" if one.at else one.key


_WORDS: tuple[tuple[type, Callable[[Any, str], str]], ...] = (
    (bool, lambda value, _: "yes" if value else "no"),
    (Decimal, lambda value, _: plain(value)),
    (str, _word),
    (Citation, lambda value, _: _cited(value)),
    (Passage, lambda value, _: f"{value.article} ¶{value.paragraph}"),
    (tuple, lambda value, _: "; ".join(say(one) for one in value)),
    (dict, lambda value, _: "; ".join(f"{key}: {say(held)}" for key, held in value.items())),
)
"""How each type of value reads; the first that fits decides."""
