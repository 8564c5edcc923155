"""The three forms an op-ed comes in.

To add a form: 1. name it in `Form` and its suffixes in `SUFFIXES`; 2. write a module with
`parse(raw) -> Draft | Refusal`; 3. add it to `PARSERS` in `cleaning.py`; 4. add cases in
`tests/cases/importing/`.
"""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """How the words of a file are marked up."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


SUFFIXES = {
    ".txt": Form.TEXT,
    ".text": Form.TEXT,
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".xhtml": Form.HTML,
}
"""Which form a file's suffix promises; compared in lower case."""
