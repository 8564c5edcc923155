"""What the documentation says of each code, for programs that show it beside a finding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

GUIDE = "docs/guide/codes.md"
"""Where the codes are described in a checkout; an installed package has a copy of its own."""

_ENTRY = re.compile(r"^### (CR\d{3})\n\n(.+?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"\[([^\]]+)\]\([^)]+\)|[`*]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One code and what is said of it."""

    code: str
    """The code."""
    short: str
    """What is wrong, in a few words, plain."""
    full: str
    """The same with the reason, plain."""
    mend: str
    """What offends and how to mend it, in Markdown."""


@cache
def rules() -> dict[str, Rule]:
    """Return every documented code; none where the documentation does not come with the program."""
    found = [path for path in _places() if path.is_file()]
    text = found[0].read_text(encoding="utf-8") if found else ""
    return {match[1]: _rule(match[1], match[2].strip()) for match in _ENTRY.finditer(text)}


def _rule(code: str, entry: str) -> Rule:
    said, _, mend = entry.partition("\n\n- ")
    plain = " ".join(_MARK.sub(r"\1", said).split())
    bold = re.match(r"\*\*(.+?)\*\*", said, re.DOTALL)
    short = " ".join(_MARK.sub(r"\1", bold[1]).split()) if bold else plain
    return Rule(code=code, short=short, full=plain, mend=f"- {mend}" if mend else "")


def _places() -> tuple[Path, Path]:
    package = Path(__file__).resolve().parent.parent
    return package / "_site" / "codes.md", package.parent / GUIDE
