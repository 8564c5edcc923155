"""What can be wrong with annotations that are imported, in words.

To add a problem: 1. take the next free code of CR13x; 2. write a function here; 3. describe the
code in `docs/guide/codes.md`; 4. add a case to `tests/unit/exchanging/test_importing_notes.py`.
"""

from __future__ import annotations

from build_tools.exchanging.annotation import Annotation
from build_tools.model.problem import Place, Problem

_LONGEST = 80
FORMS = "JSON of the Hypothesis API or client, the client's CSV, or W3C Web Annotations in JSON-LD"


def no_text(slug: str, folder: str) -> Problem:
    """Return the problem of an article whose words are not at hand."""
    return Problem(
        code="CR130",
        place=Place(path=folder),
        message=f"holds no source text of `{slug}`, so nobody can say on which words a note hangs",
        words=slug,
        example=f"crossread import-notes FILE --article {slug} --sources DIR",
    )


def unreadable(path: str, reason: str, line: int = 1, column: int = 1) -> Problem:
    """Return the problem of a file that holds no annotations we can read."""
    return Problem(
        code="CR131",
        place=Place(path=path, line=line, column=column),
        message=reason,
        example=f"export them as {FORMS}",
    )


def lost(place: Place, one: Annotation, near: str) -> Problem:
    """Return the problem of an annotation whose words are not in the text."""
    nearest = f"; the nearest words are “{_cut(near)}”" if near else ""
    return _refused("CR132", place, one, f"hangs on words that are not in the op-ed{nearest}")


def undecided(place: Place, one: Annotation, paragraphs: tuple[int, ...]) -> Problem:
    """Return the problem of an annotation whose words stand at several places."""
    where = ", ".join(f"¶{number}" for number in paragraphs) or "several places"
    message = f"fits {where}, and nothing tells which"
    if len(paragraphs) == 1:
        message = f"fits {where}, but too little stands there, or around it, to be sure"
    return _refused("CR133", place, one, message)


def unfit(place: Place, one: Annotation, reason: str) -> Problem:
    """Return the problem of an annotation that can be no note as it is."""
    return _refused("CR134", place, one, reason)


def laid_out_otherwise(path: str) -> Problem:
    """Return the problem of a file into which nothing can be written safely."""
    return Problem(
        code="CR135",
        place=Place(path=path),
        message="is laid out so that no note can be added without touching others",
        example="notes:\n  - id: toll-date\n    kind: context",
    )


def _refused(code: str, place: Place, one: Annotation, message: str) -> Problem:
    return Problem(
        code=code,
        place=place,
        message=f"{one.name} {message}; it was not imported",
        words=_cut(one.exact),
        example="write the note by hand, on words that stand there",
    )


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
