"""Turns plain data into the model's values, with a message an editor can act on."""

from __future__ import annotations

import difflib
from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from build_tools.model.corpus import Sheet
from build_tools.model.problem import Problem
from build_tools.sources.documents import MAX_SHOWN, Document, Places

T = TypeVar("T")

_HINTS = {
    "missing": "lacks `{last}`",
    "unexpected_keyword_argument": "has an unknown key `{last}`{near}",
    "string_type": "`{last}` should be text",
    "int_type": "`{last}` should be a whole number",
    "int_parsing": "`{last}` should be a whole number",
    "tuple_type": "`{last}` should be a list: lines that start with `- `",
    "dataclass_type": "`{last}` should be a mapping: lines such as `key: value`",
    "too_short": "`{last}` has too few entries",
    "dict_type": "`{last}` should be a mapping: lines such as `key: value`",
}


@cache
def adapter(kind: Hashable) -> TypeAdapter[Any]:
    """Return the validator of a type, made once."""
    return TypeAdapter(cast("Any", kind))


def validate(document: Document, kind: type[T], example: str) -> Sheet[T] | tuple[Problem, ...]:
    """Return the document as a `kind`, or every problem with it.

    Args:
        document: What the file holds.
        kind: A type of the model.
        example: A correct beginning of such a file, for messages.
    """
    value = {} if document.value is None else document.value
    try:
        read = adapter(cast("Hashable", kind)).validate_python(value)
    except ValidationError as error:
        found = error.errors()
        return tuple(
            _problem(document, item, kind, example) for item in found if not _follows(item, found)
        )
    return Sheet(read, Places(document.path, document.text).at)


def _follows(item: Any, found: list[Any]) -> bool:  # noqa: ANN401 - pydantic's own
    """Tell whether a list is only called too short because its entries have mistakes."""
    inside = (other["loc"][: len(item["loc"])] for other in found if other is not item)
    return item["type"] == "too_short" and item["loc"] in inside


def _problem(document: Document, item: Any, kind: Any, example: str) -> Problem:  # noqa: ANN401
    steps = _steps(document, item["loc"])
    last = next((step for step in reversed(steps) if isinstance(step, str)), document.path)
    unknown = item["type"] == "unexpected_keyword_argument"
    place = document.key_at(*steps) if unknown else document.at(*steps)
    template = _HINTS.get(item["type"])
    if template:
        message = template.format(last=last, near=_near(last, kind) if unknown else "")
    else:
        said = item["msg"].removeprefix("Value error, ")
        message = f"`{last}`: {said[0].lower() + said[1:]}"
    shown = item["input"]
    words = str(shown)[:MAX_SHOWN] if isinstance(shown, str | int | float) else ""
    return Problem(code="CR210", place=place, message=message, words=words, example=example)


def _steps(document: Document, loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return the part of pydantic's path that names keys, without the types it went through."""
    steps: list[str | int] = []
    value: Any = document.value
    for index, step in enumerate(loc):
        known = (isinstance(value, dict) and step in value) or (
            isinstance(value, list) and isinstance(step, int)
        )
        if known:
            value = value[step] if not isinstance(value, list) or int(step) < len(value) else None
            steps.append(step)
        elif index == len(loc) - 1:
            steps.append(step)
    return tuple(steps)


def _near(word: str, kind: Any) -> str:  # noqa: ANN401
    schema = adapter(kind).json_schema()
    names = set(schema.get("properties", {}))
    for part in schema.get("$defs", {}).values():
        names |= set(part.get("properties", {}))
    close = difflib.get_close_matches(word, sorted(names), n=1)
    return f"; did you mean `{close[0]}`?" if close else ""
