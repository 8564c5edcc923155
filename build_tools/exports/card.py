"""social-card.png: the picture that stands for the site where its pages are shared.

Drawn with a font that comes along, so that it is the same on every machine. Letters are set one
after the other: a line in a script that joins them or runs from the right is left out, and so is
one with a letter the font lacks. Our mark is always there.
"""

from __future__ import annotations

import io
import unicodedata
from functools import cache
from urllib.parse import urlsplit

import pymupdf_fonts
from PIL import Image, ImageDraw, ImageFont

from build_tools.views.citing import plain
from build_tools.views.desk import Desk

WIDTH, HEIGHT = 1200, 630
"""Size that every network that shows such pictures takes."""
_MARGIN = 90
_PAPER, _INK, _SOFT, _BLUE, _RUST = "#fcfbf8", "#22272b", "#545b62", "#17455c", "#a4461f"
"""The colours of the site and of its icon."""
_TITLE = ((78, 2), (62, 3), (52, 3))
"""Sizes of the title, each with the lines it may take; the last is cut."""
_TEXT, _FOOT = 34, 28
_LEADING = 1.25
_FONT = "figo"
"""FiraGO Regular, under the Open Font License: Latin, Greek, Cyrillic and more."""
_MISSING = "\U0010ffff"


def card(desk: Desk) -> bytes:
    """Return the picture as PNG."""
    site = desk.linked.corpus.site.value
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, 14), fill=_BLUE)
    image.paste(_mark(), (_MARGIN - 12, 60))
    address = urlsplit(desk.public(""))
    foot = drawable(f"{address.netloc}{address.path}".rstrip("/"))
    pen.text((_MARGIN, HEIGHT - 86), foot, fill=_RUST, font=_font(_FOOT))
    y = 208.0
    for line, size in _title(drawable(site.title)):
        pen.text((_MARGIN, y), line, fill=_INK, font=_font(size))
        y += size * _LEADING
    room = int((HEIGHT - 120 - y) / (_TEXT * _LEADING))
    for line in _cut(_wrap(drawable(site.description), _TEXT), room):
        pen.text((_MARGIN, y + 14), line, fill=_SOFT, font=_font(_TEXT))
        y += _TEXT * _LEADING
    file = io.BytesIO()
    image.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


def drawable(text: str) -> str:
    """Return a text if its letters can be set one after the other; else nothing."""
    whole = unicodedata.normalize("NFC", plain(text))
    return whole if all(_is_there(one) for one in whole) else ""


def _title(text: str) -> list[tuple[str, int]]:
    """Return the title's lines with their size: the largest in which it fits."""
    for size, most in _TITLE:
        lines = _wrap(text, size)
        if len(lines) <= most:
            break
    return [(line, size) for line in _cut(lines, most)]


def _cut(lines: list[str], most: int) -> list[str]:
    """Return so many lines, and a sign where there were more."""
    if len(lines) <= most:
        return lines
    kept = lines[: max(0, most)]
    return [*kept[:-1], f"{kept[-1]} …"] if kept else []


def _wrap(text: str, size: int) -> list[str]:
    """Return a text in lines that fit; a word that is too long alone runs over the edge."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _font(size).getlength(longer) <= WIDTH - 2 * _MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _mark() -> Image.Image:
    """Return our mark, as in favicon.svg: lines of text, one that crosses over, and a note.

    Drawn large and made small, for Pillow's own lines have steps.
    """
    large, small = 24 * 20, 24 * 5
    image = Image.new("RGB", (large, large), _PAPER)
    pen = ImageDraw.Draw(image)
    rows = ((14.0, 5.0), (11.0, 10.0), (14.0, 15.0), (9.0, 20.0))
    for end, row in rows:
        _stroke(pen, [(3 + step / 200 * (end - 3), row) for step in range(201)], 1.2, _BLUE)
    _stroke(pen, [_bend(step / 200) for step in range(201)], 1.2, _RUST)
    _stroke(pen, [(20.0, 15.0)], 2.8, _RUST)
    return image.resize((small, small), Image.Resampling.LANCZOS)


def _stroke(
    pen: ImageDraw.ImageDraw, points: list[tuple[float, float]], half: float, colour: str
) -> None:
    """Draw a line with round ends through points that lie close to each other."""
    for x, y in points:
        corners = (x - half, y - half, x + half, y + half)
        pen.ellipse([20 * corner for corner in corners], fill=colour)


def _bend(t: float) -> tuple[float, float]:
    """Return a point of the curve that leads from the second line to the note."""
    points = ((11, 10), (16, 10), (14, 15), (19, 15))
    parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    across = sum(part * point[0] for part, point in zip(parts, points, strict=True))
    return across, sum(part * point[1] for part, point in zip(parts, points, strict=True))


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    file = io.BytesIO(pymupdf_fonts.myfont(_FONT))
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _is_there(character: str) -> bool:
    """Tell whether the font has a character, and it neither joins others nor runs leftwards."""
    if character == " ":
        return True
    turns = unicodedata.bidirectional(character) in {"R", "AL", "AN"}
    shown, missing = (_font(_TEXT).getmask(one) for one in (character, _MISSING))
    lacks = (shown.size, bytes(shown)) == (missing.size, bytes(missing))
    return not (turns or lacks or unicodedata.category(character).startswith("M"))
