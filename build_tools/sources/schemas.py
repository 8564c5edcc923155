"""JSON Schemas of the editorial files, made from the model that validates them."""

from __future__ import annotations

import json

from build_tools.model.alias import AliasFile
from build_tools.model.argument import ArgumentFile
from build_tools.model.course import CourseFile
from build_tools.model.event import EventFile
from build_tools.model.figure import Claimed, MeasureFile
from build_tools.model.note import NoteFile
from build_tools.model.question import Answering, QuestionFile
from build_tools.model.record import Record
from build_tools.model.settings import PeopleFile, Site
from build_tools.model.term import TermFile
from build_tools.model.ties import TieFile
from build_tools.model.work import Bibliography
from build_tools.sources.validation import adapter

FOLDER = "schema"
KINDS: dict[str, object] = {
    "site": Site,
    "people": PeopleFile,
    "article": Record,
    "notes": NoteFile,
    "mentions": TieFile,
    "argument": ArgumentFile,
    "class": CourseFile,
    "term": TermFile,
    "event": EventFile,
    "measure": MeasureFile,
    "question": QuestionFile,
    "aliases": AliasFile,
    "bibliography": Bibliography,
}
"""Name of each schema and the type it describes."""
_SHARED = (Claimed, Answering)
"""Types that others extend: pydantic finds the help for a field only in the class it stands in."""


def schema(name: str) -> str:
    """Return one schema as JSON text (JSON Schema 2020-12)."""
    body = adapter(KINDS[name]).json_schema(by_alias=True)
    for shared in _SHARED:
        for field, said in adapter(shared).json_schema()["properties"].items():
            for part in body.get("$defs", {}).values():
                if field in part.get("properties", {}) and "description" in said:
                    part["properties"][field].setdefault("description", said["description"])
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name}
    return json.dumps(head | body | {"title": name}, indent=2, ensure_ascii=False) + "\n"


def modeline(name: str, depth: int) -> str:
    """Return the comment that tells an editor's editor which schema a file keeps.

    Args:
        name: Name of the schema.
        depth: How many folders below the editorial folder the file lies.
    """
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{name}.json\n"
