"""Makes the view of the search page."""

from __future__ import annotations

from build_tools.views.desk import Desk
from build_tools.views.parts import PageView


def search_view(desk: Desk) -> PageView:
    """Return what the search page shows before anything has been asked."""
    return PageView(
        title="Search",
        description="Find names in any spelling, and words, in articles, notes and the rest.",
        root=desk.root,
    )
