"""Cuts the index into small files that a browser loads as it needs them.

Each file is a script that leaves its data in `crSearch`: scripts, unlike data, load from `file://`
too. Words and names lie in the order of the alphabet, so that a query needs the one file in whose
range it falls. Names of files hold a print of their content: a cache never mixes two builds.

Numbers of places are written as the distance to the one before, times 4, plus a weight of 0 to 3.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from build_tools.model.output import Output
from build_tools.search.entries import LABELS, Entry, Kind, Place
from build_tools.search.inverting import Family, Index, Posting, TermPlaces

FOLDER = "search"
"""Where the files lie in the site."""
SIZE = 24_000
"""About how many characters a file holds: some 8 KB on the wire."""
LENGTHS = (8, 16, 32, 64, 128, 256)
"""Words from which on a place counts as one step longer; a long one needs more to be about."""

Json = Any
"""What stands in a file."""


def write(index: Index, language: str) -> Iterator[Output]:
    """Yield the files of an index; the last, `index.js`, tells of all others."""
    head: dict[str, Json] = {"language": language, "common": list(index.common)}
    parts = {
        "words": _words(index.families),
        "names": _ranges("n", index.names.items()),
        "terms": _ranges("t", ((one.entry, _term(one)) for one in index.terms)),
        "entries": _ranges("e", enumerate(_entry(one) for one in index.entries)),
    }
    for part, files in parts.items():
        head[part] = []
        for first, name, data in files:
            output = _file(name, data)
            head[part].append([first, output.path.removeprefix(f"{FOLDER}/")])
            yield output
    head["sizes"] = [len(entry.places) for entry in index.entries]
    head["kinds"] = [[kind.value, LABELS[kind]] for kind in Kind]
    numbers = {kind: str(number) for number, kind in enumerate(Kind)}
    head["places"] = "".join(numbers[place.kind] for place in index.places)
    head["lengths"] = "".join(map(_length, index.places))
    yield Output(f"{FOLDER}/index.js", f"crSearch.index={_dump(head)};\n")


def _file(name: str, data: Json) -> Output:
    """Return a file whose name holds a print of its content."""
    text = _dump(data)
    name = f"{name}_{hashlib.sha256(text.encode()).hexdigest()[:10]}"
    return Output(f"{FOLDER}/{name}.js", f"crSearch.{name}={text};\n")


def _dump(data: Json) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _ranges(
    letter: str, items: Iterable[tuple[str | int, Json]]
) -> Iterator[tuple[str | int, str, Json]]:
    """Yield first key, name and content of each file that items in the order of keys fill."""
    first: str | int = ""
    held: dict[str | int, Json] = {}
    size = number = 0
    for key, value in items:
        length = len(str(key)) + len(_dump(value)) + 4
        if held and size + length > SIZE:
            yield first, f"{letter}{number}", held
            held, size, number = {}, 0, number + 1
        first = first if held else key
        held[key] = value
        size += length
    if held:
        yield first, f"{letter}{number}", held


def _words(families: Iterable[Family]) -> Iterator[tuple[str | int, str, Json]]:
    """Yield the files of words; a family that lies in two of them stands in both."""
    family_of = {word: family for family in families for word in family.words}
    written: dict[int, Json] = {}

    def places(family: Family) -> Json:
        return written.setdefault(id(family), _deltas(family.postings))

    alphabet = ((word, places(family_of[word])) for word in sorted(family_of))
    for first, name, held in _ranges("w", alphabet):
        numbers: dict[int, int] = {}
        lists: list[Json] = []
        for word in held:
            family = family_of[str(word)]
            if id(family) not in numbers:
                numbers[id(family)] = len(lists)
                lists.append(places(family))
        yield first, name, {"words": {w: numbers[id(family_of[str(w)])] for w in held}, "at": lists}


def _deltas(postings: Iterable[Posting]) -> list[int]:
    before, deltas = 0, []
    for one in postings:
        deltas.append((one.place - before) * 4 + one.weight)
        before = one.place
    return deltas


def _term(one: TermPlaces) -> Json:
    forms: dict[tuple[str, bool], int] = {("", False): 0}
    said = [forms.setdefault((place.form, place.described), len(forms)) for place in one.places]
    return {
        "keys": list(one.keys),
        "forms": [[form, int(described)] for form, described in forms],
        "at": _deltas(Posting(place.place, min(place.times, 4) - 1) for place in one.places),
        "as": said,
    }


def _entry(one: Entry) -> Json:
    return {
        "title": one.title,
        "href": one.href,
        "detail": one.detail,
        "places": [_place(place) for place in one.places],
    }


def _place(one: Place) -> Json:
    """Return a place with what it has; nothing is written for what is empty."""
    fields = {"at": one.fragment, "label": one.label, "text": one.text, "quote": one.quote}
    return {name: value for name, value in fields.items() if value}


def _length(place: Place) -> str:
    count = len(place.text.split())
    return str(sum(count >= limit for limit in LENGTHS))
