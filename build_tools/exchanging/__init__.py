"""Imports annotations from where people write them, as drafts of notes.

What a file holds is read without trust (`reading`, and a module for each form), its words are
found in the source text by our own engine (`placing`), what it says becomes our little Markdown
(`markup`), and the draft (`drafting`) is added to the article's notes.yml (`making`). The way
back, from notes to other programs, is `exports`.
"""

from build_tools.exchanging.annotation import Annotation, Left
from build_tools.exchanging.making import Imported, Wanted, WrongUseError, import_notes

__all__ = ["Annotation", "Imported", "Left", "Wanted", "WrongUseError", "import_notes"]
