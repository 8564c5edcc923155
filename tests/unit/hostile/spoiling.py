"""Fills every field of a corpus that holds free text with what could hurt a reader.

The fields come from the model: one that is added tomorrow is spoilt as well.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_tools.model.corpus import Sheet
from build_tools.sources.documents import Document, parse
from build_tools.sources.layout.kinds import files
from build_tools.sources.schemas import KINDS, schema
from build_tools.sources.validation import validate
from build_tools.sources.workplace import Workplace

LINE = (
    "=1+1 \"'><crx-live onclick=crx()><script>crx()</script><svg/onload=crx()> "
    "[a](javascript:crx()) ![b](data:text/html,crx) <a href='vbscript:crx()'>c</a> {{ 7*7 }} "
    "{% raw %} {: onclick=crx() } ${crx()} ]]> <!-- --> &lt;script&gt;crx()&lt;/script&gt; `x"
)
"""In a field of one line; `crx` marks everything that must never run."""
PROSE = (
    f"{LINE}\n\n[d](JaVaScRiPt:crx()) [e](java\tscript:crx()) [f]( javascript:crx()) "
    "[g](&#106;avascript:crx()) [h](vbscript:crx()) [i](data:text/html;base64,Y3J4) "
    "[j](//crx.example) [k](<javascript:crx()>) [l][m] <https://crx.example> "
    '[n](https://ok.example/"onmouseover="crx()) ![o](https://crx.example/track.gif)\n\n'
    '[m]: javascript:crx()\n\n--8<-- "/etc/hostname"\n\n<details open ontoggle=crx()>\n\n'
    "# head\n\n!!! note\n    crx\n\n``` { .crx onclick=crx() }\ncrx\n```"
)
"""In a field of Markdown."""

LEFT = {
    "words": "a note hangs on its quotation",
    "quote": "a note hangs on its quotation",
    "prefix": "a note hangs on its quotation",
    "suffix": "a note hangs on its quotation",
    "language": "checked by another rule",
    "choices": "answers name them",
    "choice": "names one of `choices`",
    "scopes": "figures name them",
    "scope": "names one of `scopes`",
    "id": "is named elsewhere",
}
"""Fields that stay as they are, and why."""


def spoil(place: Workplace, *, quotes: bool = False) -> int:
    """Spoil every file of a corpus; return how many fields were.

    Args:
        place: The corpus.
        quotes: Spoil quotations too, so that none is found any more.
    """
    count = 0
    keep = set(LEFT) - ({"quote", "prefix", "suffix"} if quotes else set())
    for path, file in files(place.corpus):
        document = parse(path.read_text(encoding="utf-8"), "")
        assert isinstance(document, Document)
        data = document.value
        kind = json.loads(schema(file.kind))
        for steps, long in list(_fields(data, kind, kind, ())):
            if steps[-1] in keep:
                continue
            changed = copy.deepcopy(data)
            _put(changed, steps, PROSE if long else LINE, add=quotes)
            if _valid(changed, file.kind):
                data, count = changed, count + 1
        _write(path, data)
    for path in place.corpus.glob("articles/*/digest.md"):
        text = path.read_text(encoding="utf-8")
        spoilt = " ".join(PROSE.split())
        path.write_text(
            "\n".join(
                f"{line} {spoilt}" if line.startswith(("¶", "- ¶", "## ")) else line
                for line in text.split("\n")
            ),
            encoding="utf-8",
        )
    return count


def _fields(
    value: Any, kind: Any, whole: Any, steps: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], bool]]:
    """Yield the way to every field of free text, those left out included; true for Markdown."""
    for option in _options(kind, whole):
        if option.get("type") == "string" and not {"enum", "pattern", "const"} & set(option):
            if value is None or isinstance(value, str):
                yield steps, option.get("maxLength", 0) > 400
                return
        elif option.get("type") == "object" and isinstance(value, dict):
            for name, inner in option.get("properties", {}).items():
                yield from _fields(value.get(name), inner, whole, (*steps, name))
        elif option.get("type") == "array" and isinstance(value, list):
            for at, one in enumerate(value):
                yield from _fields(one, option.get("items", {}), whole, (*steps, at))


def _options(kind: Any, whole: Any) -> Iterator[Any]:
    if "$ref" in kind:
        yield from _options(whole["$defs"][kind["$ref"].rsplit("/", 1)[1]], whole)
    for one in kind.get("anyOf", ()):
        yield from _options(one, whole)
    if "type" in kind:
        yield kind


def _put(data: Any, steps: tuple[str | int, ...], text: str, *, add: bool) -> None:
    for step in steps[:-1]:
        data = data[step]
    there = data.get(steps[-1]) if isinstance(data, dict) else data[steps[-1]]
    data[steps[-1]] = f"{there} {text}" if there and not add else text


def _valid(data: Any, kind: str) -> bool:
    document = parse(json.dumps(data, ensure_ascii=False), "")
    return isinstance(document, Document) and isinstance(validate(document, KINDS[kind], ""), Sheet)


def _write(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
