"""Keeps what was measured, and puts it into the guide."""

from __future__ import annotations

import dataclasses
import json
import os
import platform
from importlib import metadata
from pathlib import Path
from typing import Any

from tests.bench.sections import Section, Target, targets_table

GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "speed.md"
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"
NAME = "results.json"
MEASURED_WITH = ("mkdocs", "mkdocs-material", "zensical")


def keep(out: Path, part: str, section: Section) -> None:
    """Add what a part measured to what is known from the others, earlier runs included."""
    known = read(out)
    known[part] = {"machine": machine(), **dataclasses.asdict(section)}
    out.mkdir(parents=True, exist_ok=True)
    (out / NAME).write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


def read(out: Path) -> dict[str, Any]:
    """Return what is known, by part."""
    path = out / NAME
    found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return found


def machine() -> str:
    """Return what everything ran on, in words."""
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in MEASURED_WITH)
    python = platform.python_version()
    return f"{os.cpu_count()} cores, {platform.system()}, Python {python}, {versions}"


def publish(out: Path, parts: tuple[str, ...], guide: Path = GUIDE) -> None:
    """Put all that is known into the guide, in the place kept for it."""
    known = read(out)
    found = [known[part] for part in parts if part in known]
    guide.write_text(filled(guide.read_text("utf-8"), found), encoding="utf-8")


def filled(text: str, found: list[dict[str, Any]]) -> str:
    """Return a page with tables between its two marks."""
    targets = [Target(**one) for part in found for one in part["targets"]]
    machines = sorted({part["machine"] for part in found})
    pieces = [f"Measured on: {'; '.join(machines)}.\n", targets_table(targets)]
    pieces += [f"### {part['title']}\n\n{part['text']}" for part in found]
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n" + "\n".join(pieces) + f"\n{END}{after}"
