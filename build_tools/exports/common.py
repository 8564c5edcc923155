"""What every download is made of."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from build_tools.model.fields import Citation
from build_tools.model.output import Output
from build_tools.views.desk import Desk

Json = dict[str, Any]

_FORMULA = re.compile(r" *[=+\-@|%\t\r\n＝＋－＠]")
"""With these a spreadsheet begins a formula, some of them only in some of its languages."""
_NO_IRI = re.compile(r"[\\^`{|}\[\]]")
_HOST = re.compile(r"(?:https?://[^/?#]*)?")
_NUMBER = re.compile(r"[-+]?\d+([.,]\d+)?", re.ASCII)


to_json = json.JSONEncoder(ensure_ascii=False).encode
"""Writes a value on one line: what C writes takes a tenth of the time of what has indents."""


def listed(lines: Iterable[str]) -> str:
    """Return a list in JSON of items that are JSON already, an item a line."""
    text = ",\n".join(lines)
    return f"[\n{text}\n]" if text else "[]"


def output(name: str, items: Iterable[Json]) -> Output:
    """Return a download that is a list in JSON, an item a line."""
    return Output(f"data/{name}", listed(map(to_json, items)) + "\n")


def source(one: Citation) -> Json:
    """Return a citation."""
    return {"key": one.key, "at": one.at} if one.at else {"key": one.key}


def table(columns: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> str:
    """Return rows under their head as CSV (RFC 4180)."""
    return head(columns) + cells(columns, rows)


def head(columns: tuple[str, ...]) -> str:
    """Return the first row of a table."""
    return cells(columns, [dict(zip(columns, columns, strict=True))])


def cells(columns: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> str:
    """Return rows as CSV, a cell a column; no cell is run by a spreadsheet."""
    file = io.StringIO()
    csv.writer(file).writerows([_cell(row.get(name)) for name in columns] for row in rows)
    return file.getvalue()


def _cell(value: object) -> object:
    """Return a cell; one that a spreadsheet would take for a formula begins with an apostrophe."""
    if not isinstance(value, str):
        return "" if value is None else value
    if _FORMULA.match(value) and value.strip() and not _NUMBER.fullmatch(value):
        return f"'{value}"
    return value


def address(desk: Desk, path: str) -> str:
    """Return the address of a page for files in `data/`: from there, where the site has none."""
    return desk.public(path) or f"../{path}"


def iri(url: str) -> str:
    """Return an address with everything escaped that no IRI may hold after its host (RFC 3987)."""
    found = _HOST.match(url)
    host = found[0] if found else ""
    return host + _NO_IRI.sub(lambda mark: f"%{ord(mark[0]):02X}", url[len(host) :])
