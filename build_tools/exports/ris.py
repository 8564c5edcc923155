"""cite/*.ris: RIS, a line a field, as reference managers have read it since the eighties.

It knows no approximate date: what is certain of it stands in the field, the rest in a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.views.citing import Cited, Sort, certain, inverted


def references(works: Iterable[Cited]) -> str:
    """Return works as a RIS file."""
    return "\n".join(
        "".join(f"{tag}  - {value}\n" for tag, value in _lines(work) if value) + "ER  - \n"
        for work in works
    )


def _lines(work: Cited) -> Iterator[tuple[str, str]]:
    date = certain(work.date) if work.date else ""
    yield "TY", "NEWS" if work.sort is Sort.ORIGINAL else "ELEC"
    yield "ID", work.key
    for one in work.authors:
        yield "AU", inverted(one)
    yield "TI", work.title
    yield "T2", work.container
    yield "PB", work.publisher
    yield "PY", date[:4]
    yield "DA", _day(date)
    yield "UR", work.url
    yield "LA", work.language
    yield "AB", work.abstract
    yield "N1", work.remark


def _day(date: str) -> str:
    """Return a date as RIS has it: year, month, day, anything else, each ended by a slash."""
    year, month, day = [*date.split("-"), "", ""][:3]
    return f"{year}/{month}/{day}/" if date else ""
