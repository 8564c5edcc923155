"""Packs the chapters as an EPUB 3 book."""

from __future__ import annotations

import datetime
import io
import zipfile
from dataclasses import dataclass
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from build_tools.book.manuscript import Chapter, Manuscript

ROOT = "EPUB"
"""Folder of the book's files in the archive."""
SUMMARY = (
    "Text only, without pictures. Headings, notes, links and the table of contents are marked up; "
    "notes lead to their passages and back; no information is given by colour or position alone; "
    "names in other scripts carry their language."
)
"""What the book says of its accessibility."""

_EARLIEST = 315532800
"""The first moment an archive can tell, as Unix time."""
_MODE = 0o100644 << 16
_UNIX = 3
_HARDEST = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageView:
    """What the templates of the package and of the table of contents see."""

    book: Manuscript
    """The book."""
    date: str
    """Its date as year, month, day."""
    modified: str
    """The same to the second."""
    summary: str
    """What the book says of its accessibility."""
    landmarks: tuple[tuple[str, Chapter], ...]
    """Kinds of place a reader looks for, with the chapters they are."""


def pack(book: Manuscript) -> bytes:
    """Return the book as an EPUB 3 file.

    Times, modes and order of the files inside depend on the manuscript alone.
    """
    when = datetime.datetime.fromtimestamp(max(book.moment, _EARLIEST), datetime.UTC)
    view = PackageView(
        book=book,
        date=when.date().isoformat(),
        modified=when.strftime("%Y-%m-%dT%H:%M:%SZ"),
        summary=SUMMARY,
        landmarks=_landmarks(book),
    )
    templates = Environment(
        loader=PackageLoader("build_tools", "templates/book"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    styles = resources.files("build_tools.book").joinpath("book.css").read_text(encoding="utf-8")
    parts = {
        "META-INF/container.xml": templates.get_template("container.xml.j2").render(root=ROOT),
        f"{ROOT}/package.opf": templates.get_template("package.opf.j2").render(view=view),
        f"{ROOT}/nav.xhtml": templates.get_template("nav.xhtml.j2").render(view=view),
        f"{ROOT}/book.css": styles,
    } | {f"{ROOT}/{one.name}": one.text for one in book.chapters}
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        # A reading system knows the file by this entry: first and as it is.
        _add(archive, "mimetype", "application/epub+zip", when, zipfile.ZIP_STORED)
        for path, text in parts.items():
            _add(archive, path, text, when, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _add(
    archive: zipfile.ZipFile, path: str, text: str, when: datetime.datetime, method: int
) -> None:
    entry = zipfile.ZipInfo(path, when.timetuple()[:6])
    entry.compress_type = method
    entry.create_system = _UNIX
    entry.external_attr = _MODE
    archive.writestr(entry, text.encode(), compresslevel=_HARDEST)


def _landmarks(book: Manuscript) -> tuple[tuple[str, Chapter], ...]:
    kinds = {
        "doc-chapter": "bodymatter",
        "doc-glossary": "glossary",
        "doc-bibliography": "bibliography",
        "doc-index": "index",
    }
    first: dict[str, Chapter] = {}
    for one in book.chapters:
        if one.role in kinds:
            first.setdefault(kinds[one.role], one)
    return tuple(first.items())
