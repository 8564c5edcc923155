"""Names of articles, terms and events: what they may look like and how a new one is made."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from build_tools.model.fields import SLUG, SLUG_LENGTH

RESERVED = frozenset({"index"})
"""Names that pages of our own have."""
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""Names that Windows keeps for devices: no file of any ending can be called so there."""

_KEYWORD_LETTERS = 5
_NOT_KEYWORDS = {"about", "after", "again", "between", "could", "should", "their", "there", "where"}


def unfit(slug: str) -> str | None:
    """Return why a name cannot stand in an address, or nothing where it can."""
    if slug in RESERVED:
        return f"reserved: the overview page is called `{slug}`"
    if slug in DEVICES:
        return "kept by Windows for a device, so nobody could check it out there"
    if len(slug) > SLUG_LENGTH:
        return f"longer than {SLUG_LENGTH} characters"
    if not re.fullmatch(SLUG, slug):
        return "not lower-case letters, digits and single hyphens"
    return None


def make_slug(title: str, authors: tuple[str, ...], outlet: str, date: str) -> str:
    """Return `author-year-keyword`, or the outlet's name where the author is unknown."""
    who = authors[0].split()[-1] if authors else outlet
    words = [word for word in _ascii(title).split("-") if len(word) >= _KEYWORD_LETTERS]
    telling = [word for word in words if word not in _NOT_KEYWORDS]
    keyword = (telling or words or _ascii(title).split("-") or ["text"])[-1]
    slug = "-".join(part for part in (_ascii(who), date[:4], keyword) if part)
    return slug[:SLUG_LENGTH].strip("-")


def free(slug: str, taken: Container[str]) -> str:
    """Return the slug, or the first of `SLUG-2`, `SLUG-3` and so on that is not taken."""
    name, number = slug, 1
    while name in taken:
        number += 1
        end = f"-{number}"
        name = slug[: SLUG_LENGTH - len(end)].rstrip("-") + end
    return name


def ascii_words(text: str) -> list[str]:
    """Return the words of a text as they may stand in a name; none where it has no such letters."""
    return [word for word in _ascii(text).split("-") if word]


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
