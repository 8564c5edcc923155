"""Sets the chapters as a tagged PDF, with Typst."""

from __future__ import annotations

import datetime
import json
import re
import tempfile
from importlib import resources
from pathlib import Path
from typing import Literal

import pymupdf_fonts
import typst

from build_tools.book.lettering import NOT_SHOWN, missing
from build_tools.book.manuscript import FOLDER, Manuscript
from build_tools.model.problem import Place, Problem
from build_tools.views.lettering import shorten

STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1: Typst refuses what would not be accessible."""

HEAD = 52
"""Characters that have room on either side of a running head."""

_NATIVE = re.compile(r'( · )?<bdi class="native"[^<>]*>([^<]*)</bdi>')


def typeset(book: Manuscript) -> bytes | Problem:
    """Return the book as a PDF, or why it could not be set.

    Typst sees a folder that holds the template and a typeface, and the manuscript as data.
    """
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "FiraGO-Regular.ttf").write_bytes(pymupdf_fonts.myfont("figo"))
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder])
        template = resources.files("build_tools.book").joinpath("book.typ").read_bytes()
        main = Path(folder, "book.typ")
        main.write_bytes(template)
        lost = missing("".join(one.text for one in book.chapters), fonts)
        try:
            return typst.compile(
                str(main),
                root=folder,
                font_paths=fonts,
                sys_inputs={"book": as_data(book, lost)},
                pdf_standards=STANDARD,
                timestamp=book.moment,
            )
        except typst.TypstError as error:
            return _failed(error)


def _failed(error: typst.TypstError) -> Problem:
    return Problem(
        code="CR801",
        place=Place(path=f"{FOLDER}/"),
        message=f"Typst could not set the PDF: {error.message}",
        words="; ".join(error.hints)[:200],
        example="report it with the words named above; the EPUB is made from the same text",
    )


def as_data(book: Manuscript, lost: frozenset[str]) -> str:
    """Return what the template reads, without the characters that no typeface has."""
    day = datetime.datetime.fromtimestamp(book.moment, datetime.UTC).date()
    return json.dumps(
        {
            "title": _shown(book.title, lost),
            "head": _shown(shorten(book.title, HEAD), lost),
            "description": book.description,
            "author": book.publisher or [],
            "language": book.language.split("-")[0].lower(),
            "warning": book.warning,
            "contents": "Contents",
            "year": day.year,
            "month": day.month,
            "day": day.day,
            "chapters": [
                {
                    "name": one.name,
                    "label": _shown(shorten(one.label, HEAD), lost),
                    "role": one.role,
                    "text": _shown(one.text, lost),
                }
                for one in book.chapters
            ],
        }
    )


def _shown(text: str, lost: frozenset[str]) -> str:
    """Return text without what no typeface has: second names go, other words leave a mark."""
    if not lost:
        return text
    kept = _NATIVE.sub(lambda match: "" if lost & set(match[2]) else match[0], text)
    return re.sub(f"[{re.escape(''.join(sorted(lost)))}]+", NOT_SHOWN, kept)
