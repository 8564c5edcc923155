"""Finds characters that nobody sees and that make a text say something else than it shows."""

from __future__ import annotations

import re
from itertools import islice

from build_tools.model.problem import Place, Problem

MOST_TOLD = 20
"""Characters told of in one file: a file full of them is one mistake."""
EXAMPLE = "delete the character; retyping the words around it does that as well"

_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_TURNING = r"\u202a-\u202e\u2066-\u2069"
"""Embeddings, overrides and isolates, which show words in another order than they stand in."""
_UNSEEN = r"\u2028\u2029\u206a-\u206f\ufff9-\ufffb\U000e0000-\U000e007f"
"""Breaks of lines that no editor shows, forms long out of use, and tags: letters nobody sees."""
_BROKEN = r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
"""Halves of characters, and what Unicode keeps for no character."""

_IN_FILE = re.compile(f"[{_CONTROL}{_TURNING}{_UNSEEN}]")
_IN_VALUE = re.compile(rf"[\r{_CONTROL}{_TURNING}{_UNSEEN}{_BROKEN}]")
_UNCOMMON = re.compile(rf"[\t\ufeff{_CONTROL}{_TURNING}{_UNSEEN}{_BROKEN}]")
_STRIPPED = re.compile(f"[{_CONTROL}{_TURNING}{_UNSEEN}{_BROKEN}]")
_LINE_END = re.compile(r"\r\n?|\n")


def in_value(value: str) -> str | None:
    """Return the message about a value with such a character, or nothing."""
    found = None if _are_printed(value) else _IN_VALUE.search(value)
    return _message(found[0]) if found else None


def are_common(text: str) -> bool:
    """Tell whether a text holds line ends and such characters only as are seen, spaces included."""
    return _are_printed(text) or not _UNCOMMON.search(text)


def cleaned(text: str) -> str:
    """Return a text from elsewhere without such characters, its lines ended by line feeds."""
    return _STRIPPED.sub("", _LINE_END.sub("\n", text))


def in_file(text: str, path: str, code: str) -> tuple[Problem, ...]:
    """Return a problem for each such character of a file, under a code."""
    if _are_printed(text):
        return ()
    mark = text.startswith("\ufeff")
    problems = []
    for found in islice(_IN_FILE.finditer(text), MOST_TOLD):
        ends = [end.end() for end in _LINE_END.finditer(text, 0, found.start())]
        column = found.start() - (ends[-1] if ends else int(mark)) + 1
        place = Place(path=path, line=len(ends) + 1, column=column)
        message = _message(found[0])
        problems.append(Problem(code=code, place=place, message=message, example=EXAMPLE))
    return tuple(problems)


def _are_printed(text: str) -> bool:
    """Tell whether Python would print all of a text as it is: a quick look that settles most."""
    return text.replace("\n", "").isprintable()


def _message(character: str) -> str:
    return f"holds the invisible character U+{ord(character):04X}"
