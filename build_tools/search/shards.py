"""Cuts the index into small files that a browser loads as it needs them.

Each file is a script that leaves its data in `crSearch`: scripts, unlike data, load from `file://`
too. Words and names lie in the order of the alphabet, so that a query needs the one file in whose
range it falls. Names of files hold a print of their content: a cache never mixes two builds.

How places are written: see `rows`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterable, Iterator

from build_tools.model.output import Output
from build_tools.search.entries import LABELS, Kind
from build_tools.search.inverting import Index, Wording
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
    listed = yield from _files("e", index.entries(parts), apart=True)
    stems = index.stems()
    families, common = index.families()
    head = {
        "language": language,
        "common": sorted(word for word, root in stems.items() if root in common),
        "words": (yield from _words(stems, families)),
        "names": (yield from _files("n", _as_json(index.names().items()))),
        "terms": (yield from _files("t", _terms(index))),
        "entries": listed,
        "sizes": index.sizes,
        "kinds": [[kind.value, LABELS[kind]] for kind in Kind],
        "places": "".join(index.kinds),
        "lengths": "".join(index.lengths),
    }
    yield Output(f"{FOLDER}/index.js", f"crSearch.index={to_json(head)};\n")


def entries(one: Part) -> Iterator[tuple[str, str]]:
    """Yield the entries of a part as they will stand in files, with a path that tells the kind."""
    return ((f"{FOLDER}/e.js", text) for text in one.entries)


def _file(name: str, text: str, parts: Iterable[str] = ()) -> Output:
    """Return a file whose name holds a print of its content."""
    name = f"{name}_{hashlib.sha256(text.encode()).hexdigest()[:10]}"
    return Output(f"{FOLDER}/{name}.js", f"crSearch.{name}={text};\n", parts=tuple(parts))


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


def _files(
    letter: str, items: Iterable[tuple[Key, str]], *, apart: bool = False
) -> Generator[Output, None, _Toc]:
    """Yield the files of items in the order of keys; return what to find in which.

    Args:
        letter: Begins their names.
        items: JSON by key.
        apart: Whether items were made, and may have been read, apart from the others.
    """
    listed: _Toc = []
    for number, held in enumerate(_ranges(items)):
        output = _file(f"{letter}{number}", _object(held.items()), held.values() if apart else ())
        listed.append(_listed(held, output))
        yield output
    return listed


def _words(stems: dict[str, str], families: dict[str, str]) -> Generator[Output, None, _Toc]:
    """Yield the files of words; a family that lies in two of them stands in both."""
    listed: _Toc = []
    lists = {root: f"[{places}]" for root, places in families.items()}
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


def _terms(index: Index) -> Iterator[tuple[Key, str]]:
    return ((number, _term(keys, places, said)) for number, keys, places, said in index.terms())


def _term(keys: list[str], places: str, wording: Wording) -> str:
    fields = {
        "keys": to_json(keys),
        "forms": to_json([[form, int(described)] for form, described in wording.forms]),
        "at": f"[{places}]",
        "as": to_json(wording.said),
    }
    return _object(fields.items())
