"""Fills the templates: one view, one template, one page.

`planning` says which pages there will be and how each is made, `writing` makes one. The frame
around a page, with menu, header and styles, is the engine's: see `site/shells.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition
from build_tools.model.outline import Inventory, sheets
from build_tools.model.page import Page
from build_tools.model.past import Past
from build_tools.pages.planning import Job, Needs, Plan, plan
from build_tools.pages.printing import Templates
from build_tools.pages.writing import as_output, environment

__all__ = [
    "Inventory",
    "Job",
    "Needs",
    "Plan",
    "Templates",
    "as_output",
    "environment",
    "plan",
    "render",
    "sheets",
]


def render(linked: Linked, edition: Edition, past: Past | None = None) -> Iterator[Page]:
    """Yield every generated page of the site.

    Args:
        linked: The corpus with its ties.
        edition: Which text to show.
        past: What became of the notes over time, where that is to be told.
    """
    for job in plan(linked, edition, past).jobs:
        yield job.make()
