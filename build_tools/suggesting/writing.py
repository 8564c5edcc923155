"""Suggestions as one text: YAML that is commented out line by line, grouped by file.

Every line begins with `#`, so the text as a whole says nothing. What is taken off by "uncomment" in
an editor leaves a piece of a file, its explanation still a comment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from build_tools.report import printable
from build_tools.suggesting.draft import Draft

_FOLDERS = ("glossary/", "articles/", "events/", "figures/")
_KEYS = ("", "variants", "resolved", "described", "voices", "told", "figures", "notes")
_LABELS = ((0.8, "sure"), (0.55, "likely"), (0.0, "perhaps"))


def lay_out(slug: str, drafts: Iterable[Draft], remarks: Iterable[str]) -> str:
    """Return suggestions for one article as commented YAML, grouped by file, the surest first.

    Args:
        slug: The article.
        drafts: The suggestions.
        remarks: What the reader should know before.
    """
    listed = sorted(drafts, key=_order)
    lines = [
        f"# Suggestions for {slug}: {len(listed)}. Nothing here counts until you take it over.",
        "# It quotes the source text: for your own eyes, not for the repository.",
        "# To take a block over, remove one `#` and the blank after it from each of its lines,",
        "# move it to the file named above it, write what TODO stands for, run `crossread anchor`.",
        *(f"# {one}" for one in remarks),
    ]
    blocks = ["\n".join(lines)]
    for (file, key), several in groupby(listed, key=lambda one: (one.file, one.key)):
        blocks.append("\n".join(_group(file, key, several)))
    return "".join(f"{printable_lines(block)}\n\n" for block in blocks).rstrip("\n") + "\n"


def printable_lines(text: str) -> str:
    """Return a text without anything that could steer a terminal, its line breaks apart."""
    return "\n".join(printable(line) for line in text.split("\n"))


def uncommented(text: str) -> str:
    """Return what stands there once one `#` and the blank after it are gone from each line."""
    return "\n".join(
        line[2:] if line.startswith("# ") else line.removeprefix("#") for line in text.split("\n")
    )


def _order(one: Draft) -> tuple[int, int, str, int, float, int, str, tuple[str, ...]]:
    """Return what sorts suggestions: new files by how sure they are, the others by file."""
    folder = next((at for at, name in enumerate(_FOLDERS) if one.file.startswith(name)), 9)
    new = not one.key
    return (
        folder,
        0 if new else 1,
        "" if new else one.file,
        _KEYS.index(one.key),
        -one.certainty,
        one.paragraph,
        one.file,
        one.lines,
    )


def _group(file: str, key: str, drafts: Iterable[Draft]) -> Iterator[str]:
    """Yield the lines of suggestions for one place: a new file, or entries of one list."""
    head = f"add to {file}" if key else f"a new file, such as {file}"
    yield f"# # ==== {head}"
    if key:
        yield f"# {key}:"
    for one in drafts:
        indent = "  " if key else ""
        yield f"# {indent}# ¶{one.paragraph} {_label(one.certainty)}: {_told(one)}"
        yield from (f"# {indent}{line}" for line in one.lines)


def _told(one: Draft) -> str:
    return f"«{one.words}» {one.why}".replace("\n", " ")


def _label(certainty: float) -> str:
    return next(label for least, label in _LABELS if certainty >= least)
