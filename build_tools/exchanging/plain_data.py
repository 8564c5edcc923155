"""Takes plain data apart that strangers' programs wrote: nothing in it is what it should be."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from build_tools.sources import characters

Json = object
"""Whatever JSON holds."""

LONGEST_LINE = 400
"""Longest name or address taken over."""


def field(value: Json, *path: str | int) -> Json:
    """Return what stands at the end of a path of keys and indexes; nothing where it breaks off."""
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def text(value: Json) -> str:
    """Return a text without what nobody sees and what no file may hold; empty for anything else."""
    return characters.cleaned(value) if isinstance(value, str) else ""


def line(value: Json) -> str | None:
    """Return a text on one line; nothing where there is none or it is no name of anything."""
    found = " ".join(text(value).split())
    return found if 0 < len(found) <= LONGEST_LINE else None


def address(value: Json) -> str | None:
    """Return an http or https address; nothing for any other."""
    found = text(value).strip()
    fits = len(found) <= LONGEST_LINE and re.fullmatch(r"https?://[^\s<>\"/][^\s<>\"]*", found)
    return found if fits else None


def each(value: Json) -> tuple[Json, ...]:
    """Return the entries of a list; a single value as a list of itself; none for nothing."""
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else (value,)


def texts(value: Json) -> Iterator[str]:
    """Yield the texts of a list or a single text."""
    for one in each(value):
        if found := line(one):
            yield found


def day(value: Json) -> str | None:
    """Return the day of an ISO date and time; nothing where it tells none of the calendar."""
    found = re.match(r"\d{4}-\d\d-\d\d(?![0-9])", text(value), re.ASCII)
    try:
        return datetime.date.fromisoformat(found[0]).isoformat() if found else None
    except ValueError:
        return None


def number(value: Json) -> int | None:
    """Return a whole number from 0; nothing for anything else."""
    fits = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return value if fits and isinstance(value, int) else None
