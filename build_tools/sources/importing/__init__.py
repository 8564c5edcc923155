"""Reads one op-ed, as plain text, Markdown or a saved web page, and returns the cleaned article.

`read` touches the file and returns a `SourceText` or a `Problem`; `clean` is the pure half and
returns a `SourceText` or a `Refusal`. A text runs through a parser for its form (`form.py` says
how to add one) and then through the ordered rules in `rules/`, which say how to add another.
Everything a rule takes away is recorded; the author's words are never changed.
"""

from __future__ import annotations

from build_tools.sources.importing.cleaning import FEWEST_WORDS, clean
from build_tools.sources.importing.form import SUFFIXES, Form
from build_tools.sources.importing.languages import of as language
from build_tools.sources.importing.likeness import SAME_ARTICLE, fingerprint, resemblance
from build_tools.sources.importing.outcome import Cause, Refusal
from build_tools.sources.importing.reading import MOST_BYTES, fetch, form_of, parse, read

__all__ = [
    "FEWEST_WORDS",
    "MOST_BYTES",
    "SAME_ARTICLE",
    "SUFFIXES",
    "Cause",
    "Form",
    "Refusal",
    "clean",
    "fetch",
    "fingerprint",
    "form_of",
    "language",
    "parse",
    "read",
    "resemblance",
]
