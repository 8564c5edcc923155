"""Leads readers from an article to the making of its page.

Only GitHub has forms to report an error and to suggest a note (.github/ISSUE_TEMPLATE); a
repository elsewhere gets no links to them.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from build_tools.views.article import Doors
from build_tools.views.desk import Desk

_HOST = "https://github.com/"


def doors(desk: Desk, slug: str) -> Doors:
    """Return what leads on from an article's page."""
    return Doors(
        report=_form(desk, "error.yml", slug),
        suggest=_form(desk, "note.yml", slug),
        history=f"{desk.root}history/{slug}.html" if slug in desk.past else "",
    )


def _form(desk: Desk, template: str, slug: str) -> str:
    repository = desk.linked.corpus.site.value.repository or ""
    if not repository.startswith(_HOST):
        return ""
    where = desk.permanent(f"articles/{slug}.html")
    query = urlencode({"template": template, "where": where}, quote_via=quote)
    return f"{repository.rstrip('/')}/issues/new?{query}"
