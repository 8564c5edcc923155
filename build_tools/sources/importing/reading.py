"""The thin twin of `clean`: touches one file, and only by reading it."""

from __future__ import annotations

import stat
from pathlib import Path, PurePath

from build_tools.model.problem import Problem
from build_tools.model.source import SourceText
from build_tools.sources.importing import problems
from build_tools.sources.importing.decoding import Binary, Undecodable, decode
from build_tools.sources.importing.form import SUFFIXES, Form
from build_tools.sources.importing.outcome import Refusal

MOST_BYTES = 5_000_000
"""A larger file is refused unread."""


def read(
    path: Path, *, inside: Path | None = None, shown: str | None = None
) -> SourceText | Problem:
    """Return the article in the file at `path`, or the one problem that keeps us from it.

    A symbolic link may not lead out of `inside`, by default the folder the link stands in.
    Messages name the path as `shown`.
    """
    name = shown if shown is not None else path.as_posix()
    data = fetch(path, inside, name)
    return parse(data, form_of(path), shown=name) if isinstance(data, bytes) else data


def form_of(path: PurePath) -> Form:
    """Return the form that the suffix of a file we read promises."""
    return SUFFIXES[path.suffix.lower()]


def fetch(
    path: Path, inside: Path | None, name: str, *, is_regular: bool = False
) -> bytes | Problem:
    """Return the bytes of a file, or the one problem that keeps us from them.

    Args:
        path: The file.
        inside: The folder that no link may leave; by default the one the file stands in.
        name: The path as messages name it.
        is_regular: Whether it is known to be no link and nothing but a file.
    """
    try:
        target = path if is_regular else _target(path, inside, name)
        if isinstance(target, Problem):
            return target
        status = target.stat()
        if not stat.S_ISREG(status.st_mode):
            return problems.unreadable(name, _kind(status.st_mode))
        if path.suffix.lower() not in SUFFIXES:
            return problems.unknown_kind(name, path.suffix)
        if status.st_size > MOST_BYTES:
            return problems.too_large(name, status.st_size, MOST_BYTES)
        with target.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, RuntimeError, ValueError) as error:
        # RuntimeError: links in a circle; ValueError: a NUL in the path.
        return problems.unreadable(name, _reason(error))
    if len(data) > MOST_BYTES:
        return problems.too_large(name, len(data), MOST_BYTES)
    return data


def parse(data: bytes, form: Form, *, shown: str) -> SourceText | Problem:
    """Return the article in a file's bytes, or the problem with them."""
    text = decode(data, form)
    if isinstance(text, Binary):
        return problems.binary(shown, text)
    if isinstance(text, Undecodable):
        return problems.wrong_encoding(shown, text)
    if not text.strip("\ufeff \t\r\n\f\v"):
        return problems.empty(shown)
    from build_tools.sources.importing.cleaning import clean  # its rules take a while to load

    cleaned = clean(text, form)
    return problems.refused(shown, cleaned) if isinstance(cleaned, Refusal) else cleaned


def _target(path: Path, inside: Path | None, shown: str) -> Path | Problem:
    """Return the file itself, all links followed, or a problem where they lead out."""
    target = path.resolve()
    root = inside if inside is not None else path.parent
    stands_inside = path.absolute().is_relative_to(root.absolute())
    linked = path.is_symlink() or (inside is not None and stands_inside)
    if linked and not target.is_relative_to(root.resolve()):
        return problems.link_leaves(shown, target.as_posix())
    return target


def _kind(mode: int) -> str:
    return "it is a folder" if stat.S_ISDIR(mode) else "it is not a regular file"


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "you have no right to read it"
    told = error.strerror if isinstance(error, OSError) else None
    return (told or str(error)).rstrip(".").lower()
