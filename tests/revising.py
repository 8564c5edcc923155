"""Edits of an editorial folder as data, and a repository to make them in."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

WHO = {
    "GIT_AUTHOR_NAME": "Editor",
    "GIT_AUTHOR_EMAIL": "editor@canal.example",
    "GIT_COMMITTER_NAME": "Editor",
    "GIT_COMMITTER_EMAIL": "editor@canal.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
"""Nobody's own settings count in a test."""


def apply(steps: list[dict[str, Any]], folder: Path) -> None:
    """Make edits: replace words in a file or everywhere, move, remove or write a file."""
    for step in steps:
        if "everywhere" in step:
            for path in sorted(folder.rglob("*.*")):
                if path.suffix in {".yml", ".md"}:
                    _replace(path, step["everywhere"], step["by"], needed=False)
        elif "move" in step:
            (folder / step["move"]).rename(folder / step["to"])
        elif "remove" in step:
            _remove(folder / step["remove"])
        elif "write" in step:
            (folder / step["write"]).parent.mkdir(parents=True, exist_ok=True)
            (folder / step["write"]).write_text(step["text"], encoding="utf-8")
        else:
            _replace(folder / step["in"], step["replace"], step["by"], needed=True)


def _replace(path: Path, old: str, new: str, *, needed: bool) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text or not needed, f"{path} does not hold {old!r}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def _remove(path: Path) -> None:
    if path.is_dir():
        for one in sorted(path.iterdir()):
            _remove(one)
        path.rmdir()
    else:
        path.unlink()


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it says."""
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments],
        env=os.environ | WHO,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def repository(folder: Path) -> None:
    """Make a repository of a folder, with one commit on `main` that holds all of it."""
    git(folder, "init", "--quiet", "--initial-branch", "main", ".")
    commit(folder, "Begin")


def commit(folder: Path, message: str) -> None:
    """Commit everything."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
