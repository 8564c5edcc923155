"""Reads annotations of Hypothesis: rows of its API, and the JSON and CSV its client exports.

The client's HTML and text exports are left alone: they name neither ids nor replies, and break
lines at will.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import replace

from build_tools.exchanging.annotation import Annotation, Format, Left, Said
from build_tools.exchanging.plain_data import (
    Json,
    address,
    day,
    each,
    field,
    line,
    number,
    text,
    texts,
)

SERVICE = "Hypothesis"
EVERYBODY = "__world__"
"""Id of the group that everybody reads."""
PUBLIC = "Public"
"""What the client calls that group in a table."""
COLUMNS = (
    *("Creation Date", "URL", "Group", "Annotation/Reply Type"),
    *("Quote", "User", "Body", "Tags"),
)
"""Columns of the client's table that we read; it may have more."""
APPROVED = frozenset({"", "APPROVED"})
"""What moderation says of a row that readers see."""


def is_row(value: Json) -> bool:
    """Tell whether something is a row of the API."""
    return isinstance(value, dict) and "uri" in value and ("text" in value or "user" in value)


def rows(value: Json) -> tuple[Json, ...] | None:
    """Return the rows in what the API or the client gives; nothing where it is neither."""
    for name in ("rows", "annotations"):
        found = field(value, name)
        if isinstance(found, list):
            return (*found, *each(field(value, "replies")))
    if isinstance(value, list) and any(map(is_row, value)):
        return tuple(value)
    return (value,) if is_row(value) else None


def from_row(row: Json, groups: frozenset[str]) -> Annotation | None:
    """Return the annotation in a row of the API; nothing where it is none.

    Args:
        row: The row.
        groups: Groups whose annotations may be imported beside the public ones.
    """
    name = line(field(row, "id"))
    if not isinstance(row, dict) or name is None:
        return None
    quote = _selector(row, "TextQuoteSelector")
    start, end = (number(field(_selector(row, "TextPositionSelector"), key)) for key in _ENDS)
    found = Annotation(
        id=f"hypothesis:{name}",
        service=SERVICE,
        address=_permalink(row, name),
        who=line(field(row, "user_info", "display_name")) or _account(row.get("user")),
        created=day(row.get("created")),
        updated=day(row.get("updated")),
        said=(Said(text=text(row.get("text")), format=Format.MARKDOWN),),
        tags=tuple(texts(row.get("tags"))),
        exact=text(field(quote, "exact")),
        prefix=text(field(quote, "prefix")),
        suffix=text(field(quote, "suffix")),
        position=None if start is None or end is None else (start, end),
        left=_left(row, groups),
    )
    return _checked(found)


_ENDS = ("start", "end")


def _checked(found: Annotation) -> Annotation:
    """Return an annotation, left out where it hangs on no words or says nothing."""
    if found.left:
        return found
    if not found.exact.strip():
        return replace(found, left=Left.PAGE)
    silent = not any(one.text.strip() for one in found.said)
    return replace(found, left=Left.SILENT) if silent else found


def _left(row: dict[str, Json], groups: frozenset[str]) -> Left | None:
    """Return why a row is none that we may show."""
    flags = number(field(row, "moderation", "flagCount")) or 0
    status = text(row.get("moderation_status")).upper()
    if row.get("hidden") or row.get("flagged") or row.get("deleted") or flags:
        return Left.HIDDEN
    if status not in APPROVED:
        return Left.HIDDEN
    readers = [one for one in each(field(row, "permissions", "read")) if isinstance(one, str)]
    if readers and not any(one.startswith("group:") for one in readers):
        return Left.PRIVATE
    group = text(row.get("group")) or EVERYBODY
    told = {one.removeprefix("group:") for one in readers} or {group}
    if EVERYBODY not in told and not (told | {group}) & groups:
        return Left.GROUP
    return Left.REPLY if each(row.get("references")) else None


def _selector(row: Json, kind: str) -> Json:
    for target in each(field(row, "target")):
        for selector in each(field(target, "selector")):
            if field(selector, "type") == kind:
                return selector
    return None


def _permalink(row: Json, name: str) -> str | None:
    """Return where an annotation can be seen: as told, else as Hypothesis builds it."""
    told = address(field(row, "links", "html")) or address(field(row, "links", "incontext"))
    usual = re.fullmatch(r"[A-Za-z0-9_-]{10,40}", name)
    return told or (f"https://hypothes.is/a/{name}" if usual else None)


def _account(value: Json) -> str | None:
    """Return the name in `acct:name@authority`."""
    found = line(value)
    return found.removeprefix("acct:").partition("@")[0] or None if found else None


def is_table(content: str) -> bool:
    """Tell whether a text is the table that the client exports."""
    head = content.lstrip("\ufeff").split("\n", 1)[0]
    return all(name in head for name in COLUMNS)


def from_table(content: str, groups: frozenset[str]) -> Iterator[Annotation]:
    """Yield the annotations of the client's table, which has neither ids nor surroundings.

    Raises:
        csv.Error: If a cell is longer than any table's, or the text is no table.
    """
    for row in csv.DictReader(io.StringIO(content.lstrip("\ufeff")), restkey="", strict=True):
        cells = {key: text(row.get(key)) for key in COLUMNS}
        if any(cells.values()):
            yield _checked(_from_cells(cells, groups))


def _from_cells(cells: dict[str, str], groups: frozenset[str]) -> Annotation:
    known = "\0".join(cells[name] for name in ("URL", "Quote", "User", "Body"))
    group = cells["Group"]
    left = Left.REPLY if cells["Annotation/Reply Type"] == "Reply" else None
    if group not in {"", PUBLIC} and group not in groups:
        left = Left.GROUP
    return Annotation(
        id=f"hypothesis:sha256:{hashlib.sha256(known.encode()).hexdigest()[:32]}",
        service=SERVICE,
        address=address(cells["URL"]),
        who=line(cells["User"]),
        created=day(cells["Creation Date"]),
        said=(Said(text=cells["Body"], format=Format.MARKDOWN),),
        tags=tuple(texts(cells["Tags"].split(","))),
        exact=cells["Quote"],
        left=left,
    )
