"""What a search must give on any site, asked of the site's own downloads."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What one spelling of a name must lead to."""

    query: str
    """The spelling."""
    term: str
    """Address of the term's page."""
    alone: bool
    """Whether nothing else goes by it."""
    places: dict[str, frozenset[int]]
    """Paragraphs that mention the term in whatever form, by address of the article's page."""


def wanted(site: Path, terms: int = 5) -> Iterator[Wanted]:
    """Yield every spelling of the terms that are mentioned in the most forms.

    Args:
        site: Folder of a built site.
        terms: How many terms.
    """
    glossary = json.loads((site / "data" / "glossary.json").read_text("utf-8"))
    owners = Counter(_key(name) for term in glossary for name in _names(term))
    glossary.sort(key=lambda one: (-len({m["form"] for m in one["mentions"]}), one["id"]))
    for term in glossary[:terms]:
        places: dict[str, set[int]] = {}
        for mention in term["mentions"]:
            page = f"articles/{mention['article']}.html"
            places.setdefault(page, set()).add(mention["paragraph"])
        for name in sorted(_names(term)):
            yield Wanted(
                query=name,
                term=f"glossary/{term['id']}.html",
                alone=owners[_key(name)] == 1,
                places={page: frozenset(found) for page, found in places.items()},
            )


def _names(term: dict) -> set[str]:
    native = term["native"]["text"] if isinstance(term["native"], dict) else term["native"]
    forms = {m["form"] for m in term["mentions"] if m["how"] == "name"}
    variants = {v["text"] if isinstance(v, dict) else v for v in term["variants"]}
    return {name for name in {term["name"], native, *variants, *forms} if name}


def _key(name: str) -> str:
    return "".join(one for one in name.casefold() if one.isalnum())
