"""Reads one op-ed, as plain text, Markdown or a saved web page, and returns the cleaned article.

`read` touches the file and returns a `SourceText` or a `Problem`; `clean` is the pure half and
returns a `SourceText` or a `Refusal`. A text runs through a parser for its form (`form.py` says
how to add one) and then through the ordered rules in `rules/`, which say how to add another.
Everything a rule takes away is recorded; the author's words are never changed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from build_tools.sources.importing.form import SUFFIXES, Form
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

if TYPE_CHECKING:
    from build_tools.sources.importing.cleaning import FEWEST_WORDS, clean
    from build_tools.sources.importing.languages import of as language
    from build_tools.sources.importing.likeness import SAME_ARTICLE, fingerprint, resemblance

_LATER = {
    "FEWEST_WORDS": ("cleaning", "FEWEST_WORDS"),
    "clean": ("cleaning", "clean"),
    "language": ("languages", "of"),
    "SAME_ARTICLE": ("likeness", "SAME_ARTICLE"),
    "fingerprint": ("likeness", "fingerprint"),
    "resemblance": ("likeness", "resemblance"),
}
"""What is loaded when it is asked for: most builds clean no text, and the rules take a while."""


def __getattr__(name: str) -> Any:  # noqa: ANN401  # PEP 562
    if name not in _LATER:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    module, there = _LATER[name]
    found = globals()[name] = getattr(import_module(f"{__name__}.{module}"), there)
    return found
