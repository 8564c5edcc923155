"""What can be wrong with a file that is imported, in words.

To add a problem: 1. take the next free code; 2. write a function here that says what is wrong and
how to mend it; 3. pin its words in `tests/cases/importing/problems.yaml`.
"""

from __future__ import annotations

from build_tools.model.problem import Place, Problem
from build_tools.sources.importing.decoding import Binary, Undecodable
from build_tools.sources.importing.form import SUFFIXES
from build_tools.sources.importing.outcome import Cause, Refusal

_LONGEST = 80
_MEGABYTE = 1_000_000


def empty(path: str) -> Problem:
    """Return the problem of a file with nothing in it."""
    return Problem(
        code="CR101",
        place=Place(path=path),
        message="The file is empty.",
        example="Paste the op-ed into it, its headline on the first line, and save it.",
    )


def too_large(path: str, size: int, most: int) -> Problem:
    """Return the problem of a file no op-ed can fill."""
    return Problem(
        code="CR102",
        place=Place(path=path),
        message=(
            f"The file has {size / _MEGABYTE:.1f} MB; "
            f"an op-ed may have at most {most // _MEGABYTE} MB."
        ),
        words=f"{size} bytes",
        example='Save the page as "HTML only", or paste just the article into a .txt file.',
    )


def binary(path: str, found: Binary) -> Problem:
    """Return the problem of a file that holds no text."""
    return Problem(
        code="CR103",
        place=Place(path=path),
        message=f"The file is not text: it looks like {found.looks_like} (byte {found.offset}).",
        words=found.looks_like,
        example="Save the op-ed as plain text (.txt) in UTF-8.",
    )


def wrong_encoding(path: str, found: Undecodable) -> Problem:
    """Return the problem of text that is not in the encoding it should be in."""
    place = Place(path=path, line=found.line, column=found.column)
    if found.byte is None:
        message = (
            f"The page declares the encoding `{found.encoding}`, "
            f"which is not known (byte {found.offset})."
        )
        return Problem(
            code="CR104",
            place=place,
            message=message,
            words=found.encoding,
            example='<meta charset="utf-8">',
        )
    shown = f"0x{found.byte:02X}"
    return Problem(
        code="CR104",
        place=place,
        message=(
            f"The file is not {found.encoding.upper()}: "
            f"byte {found.offset} ({shown}) cannot be read."
        ),
        words=shown,
        example='Save it again as UTF-8; most editors have "Save with encoding".',
    )


def link_leaves(path: str, target: str) -> Problem:
    """Return the problem of a symbolic link that leads out of its folder."""
    return Problem(
        code="CR105",
        place=Place(path=path),
        message="The file is a symbolic link whose target lies outside the folder.",
        words=_cut(target),
        example="Copy the file itself into the folder.",
    )


def refused(path: str, refusal: Refusal) -> Problem:
    """Return the problem of a text without an article, or with broken front matter."""
    if refusal.cause is Cause.FRONT_MATTER:
        return Problem(
            code="CR109",
            place=Place(path=path, line=refusal.line, column=refusal.column),
            message=f"The front matter is not YAML: {refusal.reason}.",
            words=_cut(refusal.words),
            example='title: "Trams: a second look"',
        )
    return Problem(
        code="CR106",
        place=Place(path=path, line=refusal.line, column=refusal.column),
        message=f"No article was found: {refusal.reason}.",
        words=_cut(refusal.words),
        example="Look whether the op-ed is in the file; if not, paste its text into a .txt file.",
    )


def unknown_kind(path: str, suffix: str) -> Problem:
    """Return the problem of a file whose suffix promises no form we read."""
    kinds = ", ".join(SUFFIXES)
    told = (
        f"`{suffix}` is a kind of file we do not read"
        if suffix
        else "The file's name has no suffix"
    )
    return Problem(
        code="CR107",
        place=Place(path=path),
        message=f"{told}; we read {kinds}.",
        words=suffix,
        example="Name it like doe-2024-trams.txt",
    )


def unreadable(path: str, reason: str) -> Problem:
    """Return the problem of a path where nothing can be read."""
    return Problem(
        code="CR108",
        place=Place(path=path),
        message=f"The file cannot be read: {reason}.",
        words=path,
        example="crossread add sources/doe-2024-trams.txt",
    )


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
