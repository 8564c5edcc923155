"""Says problems to people and to machines, one form a module.

To add a form: write a module with a function from problems to text, list it in `FORMATS`, describe
it in `docs/guide/commands.md`, add tests in `tests/unit/test_report.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from build_tools.model.problem import Problem
from build_tools.report.for_github import github
from build_tools.report.for_people import printable, text
from build_tools.report.for_programs import as_json
from build_tools.report.sarif import as_sarif

__all__ = ["FORMATS", "as_json", "as_sarif", "github", "printable", "text"]

FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": text,
    "github": github,
    "json": as_json,
    "sarif": as_sarif,
}
"""Every way to say problems."""
