"""Telling a person's name from other capitalised words, and one name from the next."""

from __future__ import annotations

import re

from build_tools.sources.importing.tidying import tokens

_PARTICLES = frozenset(
    tokens("al bin da de del della den der di dos du e el ibn la le ten ul van von y")
)
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]|$))*\.?")
_SPLIT = re.compile(r"\s*(?:;|,\s*and\s|,|\s&\s|\sand\s|\sund\s|\set\s|\sy\s)\s*", re.IGNORECASE)
_NOT_PEOPLE = frozenset(
    tokens(
        "admin administrator agency analyst analysis author board bureau column columnist comment "
        "contributor "
        "correspondent desk director editor editorial fellow guest journalist news oped opinion "
        "part professor reporter researcher review staff student team web writer"
    )
)
_DEGREES = frozenset(
    {"phd", "ph.d", "ph.d.", "md", "m.d.", "jr", "jr.", "sr", "sr.", "esq", "esq."}
)
_FUNCTION = frozenset(
    tokens(
        "a an and are as at but by can do for from has have how i if in is it its must no not now "
        "of on or our "
        "should so than that the their this to was we what when where who why will with you"
    )
)


def is_name(text: str, *, fewest: int = 2) -> bool:
    """Tell whether `text` could be a person's name: a few capitalised words, particles aside."""
    words = text.split()
    if not fewest <= len(words) <= 5 or words[0] in _PARTICLES:
        return False
    return all(_is_name_word(word) for word in words) and any(len(word) > 2 for word in words)


def names_nobody(text: str) -> bool:
    """Tell whether a byline names only a desk or a role, such as `admin` or `Staff Writer`."""
    words = re.findall(r"[\w-]+", text.casefold())
    return bool(words) and any(word in _NOT_PEOPLE for word in words)


def split_names(text: str) -> tuple[str, ...] | None:
    """Return the people a byline names, or nothing where it holds anything but names and roles."""
    names: list[str] = []
    for part in _SPLIT.split(text.strip(" ,;|")):
        bare = part.strip()
        if not bare or bare.casefold() in _DEGREES:
            continue
        if names_nobody(bare):
            continue
        if not is_name(bare, fewest=1):
            return None
        names.append(bare)
    return tuple(names)


def _is_name_word(word: str) -> bool:
    if word in _PARTICLES:
        return True
    lowered = word.casefold().rstrip(".")
    if lowered in _NOT_PEOPLE or (lowered in _FUNCTION and len(lowered) > 1):
        return False
    return bool(_NAME_WORD.fullmatch(word)) and not word[0].islower()
