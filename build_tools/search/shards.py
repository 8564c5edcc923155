"""Cuts the index into small files that a browser loads as it needs them.

Each file is a script that leaves its data in `crSearch`: scripts, unlike data, load from `file://`
too. Words and names lie in the order of the alphabet, so that a query needs the one file in whose
range it falls. Names of files hold a print of their content: a cache never mixes two builds.

Numbers of places are written as the distance to the one before, times 4, plus a weight of 0 to 3.
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterable, Iterator
from itertools import chain, pairwise

from build_tools.model.output import Output
from build_tools.search.entries import LABELS, Kind
from build_tools.search.inverting import Index, Postings, TermPlaces
from build_tools.search.parts import Part, to_json

FOLDER = "search"
"""Where the files lie in the site."""
SIZE = 24_000
"""About how many characters a file holds: some 8 KB on the wire."""

Key = str | int
"""What something is looked up by in a file: a word, a name, the number of an entry."""
_Toc = list[tuple[Key, str]]
"""First key and name of each file of one kind."""


def write(parts: Iterable[Part], language: str) -> Iterator[Output]:
    """Yield the files of an index as parts come; the last, `index.js`, tells of all others."""
    index = Index()
    entries = yield from _files("e", index.entries(parts))
    families, common = index.families()
    head = {
        "language": language,
        "common": common,
        "words": (yield from _words(index.stems, families)),
        "names": (yield from _files("n", _as_json(index.names().items()))),
        "terms": (yield from _files("t", _terms(index))),
        "entries": entries,
        "sizes": index.sizes,
        "kinds": [[kind.value, LABELS[kind]] for kind in Kind],
        "places": "".join(index.kinds),
        "lengths": "".join(index.lengths),
    }
    yield Output(f"{FOLDER}/index.js", f"crSearch.index={to_json(head)};\n")


def _file(name: str, text: str) -> Output:
    """Return a file whose name holds a print of its content."""
    name = f"{name}_{hashlib.sha256(text.encode()).hexdigest()[:10]}"
    return Output(f"{FOLDER}/{name}.js", f"crSearch.{name}={text};\n")


def _ranges(items: Iterable[tuple[Key, str]]) -> Iterator[dict[Key, str]]:
    """Yield what each file holds that items in the order of keys fill."""
    held: dict[Key, str] = {}
    size = 0
    for key, text in items:
        length = len(str(key)) + len(text) + 4
        if held and size + length > SIZE:
            yield held
            held, size = {}, 0
        held[key] = text
        size += length
    if held:
        yield held


def _files(letter: str, items: Iterable[tuple[Key, str]]) -> Generator[Output, None, _Toc]:
    """Yield the files of items in the order of keys; return what to find in which."""
    listed: _Toc = []
    for number, held in enumerate(_ranges(items)):
        output = _file(f"{letter}{number}", _object(held.items()))
        listed.append(_listed(held, output))
        yield output
    return listed


def _words(stems: dict[str, str], families: dict[str, Postings]) -> Generator[Output, None, _Toc]:
    """Yield the files of words; a family that lies in two of them stands in both."""
    listed: _Toc = []
    lists = {root: to_json(_deltas(postings)) for root, postings in families.items()}
    alphabet = sorted(word for word, root in stems.items() if root in lists)
    for number, held in enumerate(_ranges((word, lists[stems[word]]) for word in alphabet)):
        roots = {str(word): stems[str(word)] for word in held}
        places = {root: place for place, root in enumerate(dict.fromkeys(roots.values()))}
        numbers = _object((word, places[root]) for word, root in roots.items())
        at = ",".join(lists[root] for root in places)
        output = _file(f"w{number}", f'{{"words":{numbers},"at":[{at}]}}')
        listed.append(_listed(held, output))
        yield output
    return listed


def _listed(held: dict[Key, str], output: Output) -> tuple[Key, str]:
    return next(iter(held)), output.path.removeprefix(f"{FOLDER}/")


def _object(items: Iterable[tuple[Key, object]]) -> str:
    """Return JSON of values that are JSON already."""
    return "{" + ",".join(f"{to_json(str(key))}:{text}" for key, text in items) + "}"


def _as_json(items: Iterable[tuple[str, object]]) -> Iterator[tuple[Key, str]]:
    return ((key, to_json(value)) for key, value in items)


def _deltas(postings: Postings) -> list[int]:
    return [here - (before & ~3) for before, here in pairwise(chain((0,), postings))]


def _terms(index: Index) -> Iterator[tuple[Key, str]]:
    return ((number, to_json(_term(keys, found))) for number, keys, found in index.terms())


def _term(keys: list[str], found: TermPlaces) -> dict[str, object]:
    return {
        "keys": keys,
        "forms": [[form, int(described)] for form, described in found.forms],
        "at": _deltas(found.postings),
        "as": found.said,
    }
