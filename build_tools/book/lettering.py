"""Finds out which characters the typefaces of the PDF lack.

Typst has no question for that. But it draws every character it has no glyph for in one and the
same way: so each character is drawn on a page of its own and held against one that no face has.
"""

from __future__ import annotations

import json
import re

import typst

NOT_SHOWN = "[…]"
"""Stands in the PDF for words in a script that no typeface there has."""

_NOBODY = "\U0010fffe"
"""A code point that is no character, so that no typeface can have it."""
_PROBE = b"""
#set page(width: 20cm, height: 2cm)
#set text(font: ("Libertinus Serif", "FiraGO", "New Computer Modern"))
#for one in json(bytes(sys.inputs.characters)) { page(one) }
"""
_GLYPH = re.compile(rb'href="(#[^"]+)"')


def missing(text: str, fonts: typst.Fonts) -> frozenset[str]:
    """Return the characters of a text that none of the typefaces can show."""
    wanted = sorted(one for one in set(text) if not one.isascii())
    pages = typst.compile(
        _PROBE,
        format="svg",
        font_paths=fonts,
        sys_inputs={"characters": json.dumps([_NOBODY, _NOBODY, *wanted])},
    )
    assert isinstance(pages, list)  # of one page and more, as the compiler does not tell types
    drawn = [set(_GLYPH.findall(one)) for one in pages]
    nothing = drawn[0]
    return frozenset(one for one, glyphs in zip(wanted, drawn[2:], strict=True) if glyphs & nothing)
