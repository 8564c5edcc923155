"""The files a new site starts with."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable

from build_tools.model.output import Output

FOLDER = "starter"
"""Where the files lie in this package; a leading `_` stands for a dot, which packages may lose."""


def outputs() -> Iterator[Output]:
    """Yield every file of a new site."""
    yield from _below(resources.files("build_tools") / FOLDER, "")


def _below(folder: Traversable, path: str) -> Iterator[Output]:
    for one in sorted(folder.iterdir(), key=lambda item: item.name):
        name = f".{one.name[1:]}" if one.name.startswith("_") else one.name
        if one.is_dir():
            yield from _below(one, f"{path}{name}/")
        else:
            yield Output(path + name, one.read_text(encoding="utf-8"))
