"""Leads readers to the form in which they report an error or suggest a note.

Only GitHub has such forms (.github/ISSUE_TEMPLATE); a repository elsewhere gets no links.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from build_tools.views.desk import Desk

_HOST = "https://github.com/"


def error_href(desk: Desk, slug: str) -> str:
    """Return where to report an error in an article; empty where there is no form.

    An escaped `#` and the id of a note or paragraph may be added to it.
    """
    return _form(desk, "error.yml", slug)


def note_href(desk: Desk, slug: str) -> str:
    """Return where to suggest a note on an article; empty where there is no form."""
    return _form(desk, "note.yml", slug)


def _form(desk: Desk, template: str, slug: str) -> str:
    repository = desk.linked.corpus.site.value.repository or ""
    if not repository.startswith(_HOST):
        return ""
    where = desk.permanent(f"articles/{slug}.html")
    query = urlencode({"template": template, "where": where}, quote_via=quote)
    return f"{repository.rstrip('/')}/issues/new?{query}"
