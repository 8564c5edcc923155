"""Writes the `origin:` of a record: what the importer knows of the source text."""

from __future__ import annotations

from build_tools.model.source import SourceText
from build_tools.sources import importing
from build_tools.sources.documents import Document, parse
from build_tools.sources.edits import scalar


def with_origin(record: str, text: SourceText) -> str:
    """Return a record with its `origin:` put in or replaced, all else untouched."""
    newline = "\r\n" if "\r\n" in record else "\n"
    origin = newline.join([*_origin(text), ""])
    document = parse(record, "")
    there = isinstance(document, Document) and document.root and "origin" in document.root.keys
    if not there or not isinstance(document, Document):
        return record + ("" if record.endswith("\n") else newline) + origin
    lines = record.splitlines(keepends=True)
    start = document.key_at("origin").line - 1
    end = start + 1
    while end < len(lines) and (lines[end].startswith(" ") or not lines[end].strip()):
        end += 1
    while not lines[end - 1].strip():
        end -= 1  # blank lines after it part it from what follows
    return "".join(lines[:start]) + origin + "".join(lines[end:])


def _origin(text: SourceText) -> list[str]:
    lines = [
        "origin:  # written by the importer",
        f"  text: {scalar(text.digest)}",
        f"  fingerprint: {scalar(importing.fingerprint(text.text))}",
        f"  paragraphs: {len(text.numbered)}",
        f"  words: {sum(len(block.text.split()) for block in text.numbered)}",
    ]
    if text.stripped:
        lines.append("  stripped:")
        lines += [f"    - {{line: {one.line}, rule: {scalar(one.rule)}}}" for one in text.stripped]
    return lines
