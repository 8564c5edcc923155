"""A review as JSON: a public contract, fields may be added and are never renamed."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from build_tools.reviewing.coverage import Cover
from build_tools.reviewing.headline import headline
from build_tools.reviewing.review import Review

VERSION = 1
"""Raised where a field comes to mean something else."""


def as_json(found: Review) -> str:
    """Return a review as JSON."""
    told = {
        "version": VERSION,
        "headline": headline(found),
        "base": {"name": found.base, "commit": found.base_commit},
        "head": {"name": found.head, "commit": found.head_commit},
        "source_texts": found.texts,
        "changes": [dataclasses.asdict(one) for one in found.changes],
        "broken_links": [dataclasses.asdict(one) for one in found.links.broken],
        "kept_links": [{"old": old, "new": new} for old, new in found.links.led],
        "coverage": [
            {"article": one.article, "before": _cover(one.before), "after": _cover(one.after)}
            for one in found.coverage
        ],
        "asks": [dataclasses.asdict(one) for one in found.asks],
        "owners": [dataclasses.asdict(one) for one in found.owned],
        "unreadable": [
            {"side": "head" if one.head else "base", **dataclasses.asdict(one.problem)}
            for one in found.spoilt
        ],
    }
    text = json.dumps(told, ensure_ascii=False, indent=1)
    text = text.replace("##[", "#\\u0023[")  # a runner takes ##[…] for a command
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def _cover(one: Cover | None) -> dict[str, Any] | None:
    return dataclasses.asdict(one) if one else None
