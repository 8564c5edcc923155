"""One layout for every editorial file, so that a diff shows what an editor changed and no more.

What an editor chooses stays: whether a short list stands between brackets, whether a text is folded
below its key. All else follows from what the file says: the order of keys, indentation, quotation
marks, where lines break. Comments stay with their neighbours.

To change the layout: `printing` puts lines together, `scalars` writes single values, `order` orders
keys; then `crossread fmt`, and add a case to `tests/cases/layout/`.
"""

from __future__ import annotations

import json
from typing import cast

from build_tools.model.corpus import Sheet
from build_tools.model.problem import Place, Problem, Severity
from build_tools.sources.documents import Document, Plain, parse
from build_tools.sources.layout import bibliography, tree
from build_tools.sources.layout.kinds import File
from build_tools.sources.layout.printing import lines
from build_tools.sources.schemas import KINDS, modeline
from build_tools.sources.validation import validate

_MODELINE = "# yaml-language-server:"


def lay_out(text: str, file: File, shown: str) -> str | tuple[Problem, ...]:
    """Return an editorial file in the one layout, or what is wrong with it.

    Line ends stay what they are, LF or CR LF; a byte order mark goes.

    Args:
        text: The file.
        file: What sort of file it is.
        shown: Its path, for messages.
    """
    plain = text.removeprefix("\ufeff")
    newline = "\r\n" if "\r\n" in plain.partition("\n")[0] + "\n" and "\r\n" in plain else "\n"
    plain = plain.replace("\r\n", "\n").replace("\r", "\n")
    document = parse(plain, shown)
    if not isinstance(document, Document):
        return document
    read = validate(document, cast("type[object]", KINDS[file.kind]), "")
    if not isinstance(read, Sheet):
        return read
    try:
        said = _printed(plain, file)
    except ValueError:
        return (_refused(shown, "is no JSON, as its name says it is"),)
    if said != plain and not _says_the_same(said, plain, file, document.value):
        return (_refused(shown, "cannot be laid out without changing what it says"),)
    return said.replace("\n", newline)


def is_laid_out(text: str, file: File) -> bool:
    """Tell whether a file that is known to have no mistakes is in the one layout."""
    plain = text.replace("\r\n", "\n")
    try:
        return _printed(plain, file) == plain
    except ValueError:
        return False


def kept(before: str, after: str, file: File) -> str:
    """Return a file that a program changed: in the one layout, if it was so before."""
    return in_layout(after, file) if lay_out(before, file, "") == before else after


def in_layout(text: str, file: File) -> str:
    """Return a file that a program made in the one layout; one with mistakes as it is."""
    laid = lay_out(text, file, "")
    return laid if isinstance(laid, str) else text


def _printed(text: str, file: File) -> str:
    return bibliography.lay_out(text) if file.is_json else _yaml(text, file)


def _yaml(text: str, file: File) -> str:
    read = tree.read(text)
    if isinstance(read, list):
        return "".join(f"{one}\n" for one in _under_modeline(read, file))
    if isinstance(read, tree.Leaf):
        return text
    head = _head(read)
    printed = lines(read, KINDS[file.kind], 0)
    if not read.parts:
        printed = ["{}" if read.is_mapping else "[]", *printed]
    return "".join(f"{one}\n" for one in (*_under_modeline(head, file), *printed))


def _head(read: tree.Branch) -> list[str]:
    """Take what stands at the head of a file: its comments, but for those on the first key."""
    if not read.parts:
        return []
    before = read.parts[0].before
    last = max((at for at, one in enumerate(before) if not one), default=-1)
    head = before[: last + 1]
    rest = before[last + 1 :]
    if rest and not head and rest[0].startswith(_MODELINE):
        head, rest = rest[:1], rest[1:]
    read.parts[0].before = rest
    return head


def _under_modeline(head: list[str], file: File) -> list[str]:
    rest = [one for one in head if not one.startswith(_MODELINE)]
    line = modeline(file.kind, file.depth).rstrip("\n")
    return [line, *rest]


def _says_the_same(said: str, text: str, file: File, value: Plain) -> bool:
    """Tell whether a new layout holds the same data and the same comments, whatever happens."""
    document = parse(said, "")
    same = isinstance(document, Document) and _alike(document.value, value)
    return same and (file.is_json or _remarks(said) == _remarks(text))


def _remarks(text: str) -> list[str]:
    found = (one.text for one in tree.comments(text))
    return sorted(one for one in found if not one.startswith(_MODELINE))


def _alike(one: Plain, other: Plain) -> bool:
    """Tell whether two pieces of data are the same, the order of keys aside."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _refused(shown: str, why: str) -> Problem:
    message = f"{why}; it was left alone"
    place = Place(path=shown)
    return Problem(code="CR331", place=place, message=message, severity=Severity.WARNING)
