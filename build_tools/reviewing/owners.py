"""Who owns which folder: CODEOWNERS, as GitHub reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
"""Where it may lie; the first there is counts."""
LONGEST = 400
"""Longest line that is read, in characters."""
MOST_STARS = 12
"""Most stars of a pattern that is read: with many of them matching takes its time."""

_TOKENS = re.compile(r"/\*\*/|\*\*/|/\*\*|\*+|\?|[^*?/]+|/")
_WILD = {"/**/": "/(?:.*/)?", "**/": "(?:.*/)?", "/**": "/.*", "?": "[^/]"}


@dataclass(frozen=True, slots=True)
class Owned:
    """Files and who owns them."""

    owners: tuple[str, ...]
    """Accounts, teams or addresses."""
    paths: tuple[str, ...]
    """Files that changed."""


def owned(text: str, paths: Iterable[str]) -> tuple[Owned, ...]:
    """Return who owns which of some files, by owners; files that nobody owns are left out.

    Args:
        text: What CODEOWNERS says.
        paths: The files, from the root of the repository.
    """
    rules = [rule for line in text.splitlines() if (rule := _rule(line))]
    found: dict[tuple[str, ...], list[str]] = {}
    for path in sorted(set(paths)):
        fitting = [owners for pattern, owners in rules if pattern.fullmatch(path)]
        if fitting and fitting[-1]:
            found.setdefault(fitting[-1], []).append(path)
    return tuple(Owned(owners, tuple(some)) for owners, some in sorted(found.items()))


def _rule(line: str) -> tuple[re.Pattern[str], tuple[str, ...]] | None:
    words = re.sub(r"(^|\s)#.*", "", line).split() if len(line) <= LONGEST else []
    if not words or words[0].count("*") > MOST_STARS:
        return None
    return _pattern(words[0]), tuple(words[1:])


def _pattern(glob: str) -> re.Pattern[str]:
    """Return what a pattern matches: like those of gitignore, without `!` and `[ ]`."""
    body = glob.strip("/")
    start = "" if "/" in glob.rstrip("/") else "(?:.*/)?"
    parts = (
        _WILD.get(one) or ("[^/]*" if one.startswith("*") else re.escape(one))
        for one in _TOKENS.findall(body)
    )
    last = body.rpartition("/")[2]
    below = "/.*" if glob.endswith("/") else "" if "*" in last else "(?:/.*)?"
    return re.compile(start + "".join(parts) + below, re.DOTALL)
