"""Pieces of what search engines are told, in the words of schema.org."""

from __future__ import annotations

from build_tools.views.desk import Desk
from build_tools.views.heads import Json

CONTEXT = "https://schema.org"
"""Where the words come from."""


def organisation(name: str | None) -> Json | None:
    """Return an organisation; nothing where nobody is named."""
    return {"@type": "Organization", "name": name} if name else None


def site_part(desk: Desk) -> Json:
    """Return the site as that of which a page is part."""
    title = desk.linked.corpus.site.value.title
    return {"@type": "WebSite", "@id": desk.public(""), "name": title}


def glossary_part(desk: Desk) -> Json:
    """Return the glossary as that of which a term is part."""
    here = desk.public("glossary/index.html")
    name = f"Glossary: {desk.linked.corpus.site.value.title}"
    return {"@type": "DefinedTermSet", "@id": here, "url": here, "name": name}
