"""The reader as two books: one manuscript, from which an EPUB and a PDF are bound.

`manuscript` makes the text, chapter by chapter, so that the rights guard can read it; `bind` makes
files of it. To add a chapter: write its template in `templates/book`, list it in
`build_tools.book.chapters`, add tests in `tests/unit/book`.
"""

from build_tools.book.binding import Volume, bind
from build_tools.book.chapters import manuscript
from build_tools.book.manuscript import Chapter, Manuscript

__all__ = ["Chapter", "Manuscript", "Volume", "bind", "manuscript"]
