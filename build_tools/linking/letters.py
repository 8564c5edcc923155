"""Tells letters that look like others: a Cyrillic С is no Latin C, though nobody sees it.

Only scripts whose letters can pass for Latin ones count. A table of ours and no library: the one
there is (confusable_homoglyphs) has stood still since 2024, and cannot fold a word to how it looks.
"""

from __future__ import annotations

import re
import unicodedata

SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK", "COPTIC", "ARMENIAN", "CHEROKEE", "LISU"})
"""Scripts whose letters are taken for each other, as the names of the letters begin."""

_TWINS = {
    # Cyrillic
    **dict(zip("АВЕЅІЈКМНОРСТУХҮԌԚԜԛԝ", "ABESIJKMHOPCTYXYGQWqw", strict=True)),
    **dict(zip("аеорсухѕіјһԁүӏ", "aeopcyxsijhdyl", strict=True)),
    # Greek
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
    **dict(zip("αικνορυχγ", "aikvopuxy", strict=True)),
    # Armenian
    **dict(zip("ՕՍԼօսհոցզ", "OULouhngq", strict=True)),
    # Cherokee
    **dict(zip("ᎠᎡᎢᎪᎬᎻᎫᏦᏞᎷᏢᏚᏙᏔᏃᏟ", "DRTAEHJKLMPSVWZC", strict=True)),
    # Lisu
    **dict(zip("ꓐꓑꓓꓔꓖꓗꓘꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ", "BPDTGKKCZFMNLSRVHWXYAEIOU", strict=True)),
}
_WORD = re.compile(r"[^\W\d_]+")


def mixed(name: str) -> str | None:
    """Return the first word of a name that mixes scripts which look alike; nothing for none."""
    if name.isascii():
        return None
    for word in _WORD.findall(unicodedata.normalize("NFKC", name)):
        scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in word}
        if len(scripts & SCRIPTS) > 1:
            return str(word)
    return None


def appearance(name: str) -> str:
    """Return how a name looks, whatever script its letters are of: for comparison only."""
    if name.isascii():
        return name.casefold()
    plain = unicodedata.normalize("NFKC", name)
    return "".join(_TWINS.get(letter, letter) for letter in plain).casefold()


def folded(name: str) -> str:
    """Return a name without differences of case and width: what is the same here is one name."""
    return unicodedata.normalize("NFKC", name).casefold()
