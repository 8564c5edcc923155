"""Problems in SARIF 2.1.0 (OASIS Standard), which code scanning services read.

Addresses of files are relative to the folder the command was called in, which the service knows as
`%SRCROOT%`. Lines and columns count from 1, columns in code points, as everywhere here.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from build_tools.model.problem import Problem, Severity
from build_tools.report.rules import Rule, rules

ROOT = "%SRCROOT%"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_NO_RULE = Rule(code="", short="A finding of Crossread.", full="A finding of Crossread.", mend="")


def as_sarif(problems: Sequence[Problem], guide: str = "") -> str:
    """Return the problems as a SARIF log with one run.

    Args:
        problems: The problems.
        guide: Address of the page that describes the codes; nothing where it is not known.
    """
    codes = sorted({one.code for one in problems})
    seen: Counter[str] = Counter()
    results = [_result(one, codes.index(one.code), seen) for one in problems]
    driver = {"name": "Crossread", "rules": [_rule(one, problems, guide) for one in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(code: str, problems: Sequence[Problem], guide: str) -> dict[str, Any]:
    said = rules().get(code, _NO_RULE)
    levels = {one.severity for one in problems if one.code == code}
    level = Severity.ERROR if Severity.ERROR in levels else Severity.WARNING
    rule: dict[str, Any] = {
        "id": code,
        "shortDescription": {"text": said.short},
        "fullDescription": {"text": said.full},
        "help": {"text": said.full, "markdown": f"{said.full}\n\n{said.mend}".strip()},
        "defaultConfiguration": {"level": level.value},
    }
    if guide:
        rule["helpUri"] = f"{guide}#{code.lower()}"
    return rule


def _result(one: Problem, index: int, seen: Counter[str]) -> dict[str, Any]:
    message = f"{one.message} «{one.words}»" if one.words else one.message
    if one.example:
        message += f"\nFor example: {one.example}"
    place = {"artifactLocation": _location(one.place.path), "region": _region(one)}
    return {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": one.severity.value,
        "message": {"text": message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"crossread/v1": _fingerprint(one, seen)},
    }


def _region(one: Problem) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": one.place.line, "startColumn": one.place.column}
    if one.until:
        region["endLine"], region["endColumn"] = one.until
    if one.words:
        region["snippet"] = {"text": one.words}
    return region


def _location(path: str) -> dict[str, Any]:
    """Return a file's address: relative to the root where it lies below it."""
    here = Path.cwd()
    whole = Path(os.path.normpath(here / path.replace("\0", "")))
    if whole.is_relative_to(here):
        return {"uri": quote(whole.relative_to(here).as_posix(), safe="/"), "uriBaseId": ROOT}
    return {"uri": whole.as_uri()}


def _fingerprint(one: Problem, seen: Counter[str]) -> str:
    """Return what tells a finding from others, however lines above it come and go."""
    same = "\0".join((one.code, _location(one.place.path)["uri"], one.words or one.message))
    seen[same] += 1
    return f"{hashlib.sha256(same.encode()).hexdigest()[:16]}:{seen[same]}"
