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

_FORMULA = frozenset("=+-@|%\t\r\n＝＋－＠")
"""With these a spreadsheet begins a formula, some of them only in some of its languages."""
_NO_IRI = re.compile(r"[\\^`{|}\[\]]")
_HOST = re.compile(r"(?:https?://[^/?#]*)?")
_NUMBER = re.compile(r"[-+]?\d+([.,]\d+)?", re.ASCII)


def output(name: str, data: object) -> Output:
    """Return a download in JSON."""
    return Output(f"data/{name}", json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def source(one: Citation) -> Json:
    """Return a citation."""
    return {"key": one.key, "at": one.at} if one.at else {"key": one.key}


def table(columns: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> str:
    """Return rows as CSV (RFC 4180), a cell a column; no cell is run by a spreadsheet."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in columns])
    return file.getvalue()


def _cell(value: object) -> object:
    """Return a cell; one that a spreadsheet would take for a formula begins with an apostrophe."""
    if not isinstance(value, str):
        return "" if value is None else value
    runs = value.lstrip(" ")[:1] in _FORMULA and not _NUMBER.fullmatch(value)
    return f"'{value}" if value.strip() and runs else value


def address(desk: Desk, path: str) -> str:
    """Return the address of a page for files in `data/`: from there, where the site has none."""
    return desk.public(path) or f"../{path}"


def iri(url: str) -> str:
    """Return an address with everything escaped that no IRI may hold after its host (RFC 3987)."""
    found = _HOST.match(url)
    host = found[0] if found else ""
    return host + _NO_IRI.sub(lambda mark: f"%{ord(mark[0]):02X}", url[len(host) :])
