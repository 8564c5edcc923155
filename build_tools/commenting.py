"""Puts the review of a pull request below it, as a comment that is renewed and not repeated.

The review was written where strangers' code ran, so nothing in it is trusted: it is taken as text,
made harmless, and the pull request is the one that GitHub names for the commit. Nothing of the
pull request is run here. `gh`, GitHub's own command, does the talking; it has the token.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from build_tools.model.problem import Place, Problem

MARK = "<!-- crossread review -->"
"""First line of our comment, by which it is found again."""
NAME = "review"
"""The artifact that holds the review, and what is read in it."""
LONGEST = 60_000
"""Characters of a comment; GitHub takes 65,536."""
LARGEST = 1_000_000
"""Bytes of a review that are read at all."""

_TAGS = re.compile(r"<(?!/?(?:details|summary|del|ins|sub|br)>)")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_ALIVE = re.compile(r"(?<=@)(?=\w)|(?<=#)(?=\d)|(?<=\])(?=[(\[])|(?<=:)(?=//)|(?<=\w)(?=@)")
"""Where a mention, a reference or a link would come to life."""
_JOINER = "\u2060"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A finished run of the workflow that reviews."""

    repository: str
    """`owner/name`."""
    id: str
    """Its number."""
    commit: str
    """The commit it reviewed, in full."""


Json: TypeAlias = Any
"""What GitHub answers."""


class GhError(Exception):
    """`gh` could not do what it was asked."""


def comment(run: Run) -> Problem | None:
    """Put the review of a run below its pull request; return what keeps it from being there."""
    try:
        number = _pull_request(run)
        if number is None:
            return None  # closed, or moved on since: another run will speak of it
        with tempfile.TemporaryDirectory() as folder:
            _gh(
                "run", "download", run.id, "--repo", run.repository, "--name", NAME, "--dir", folder
            )
            said = _read(Path(folder) / f"{NAME}.md")
        _put(run.repository, number, f"{MARK}\n{harmless(said)}")
    except GhError as error:
        return Problem(
            code="CR840",
            place=Place(path=run.repository),
            message=f"the review could not be put below the pull request: {error}",
        )
    return None


def harmless(text: str) -> str:
    """Return Markdown in which nothing calls anybody, leads anywhere or hides anything."""
    text = _UNSEEN.sub("", text.replace("\r\n", "\n"))
    text = _ALIVE.sub(_JOINER, _TAGS.sub("&lt;", text))
    if len(text) > LONGEST:
        text = text[:LONGEST].rpartition("\n")[0]
        text += "\n</details>" * (text.count("<details>") - text.count("</details>"))
        text += "\n\nCut here; the whole is among the run's artifacts."
    return text


def _read(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        message = f"the run left no {path.name}"
        raise GhError(message)
    with path.open("rb") as file:
        return file.read(LARGEST).decode("utf-8", errors="replace")


def _pull_request(run: Run) -> int | None:
    """Return the open pull request whose last commit is the one that was reviewed."""
    found = _api(f"repos/{run.repository}/commits/{run.commit}/pulls")
    numbers = [
        one["number"]
        for one in found
        if one["state"] == "open" and one["head"]["sha"] == run.commit
    ]
    return numbers[0] if len(numbers) == 1 else None


def _put(repository: str, number: int, body: str) -> None:
    """Renew our comment, or write the first."""
    path = f"repos/{repository}/issues/{number}/comments"
    ours = [
        one["id"]
        for one in _api(f"{path}?per_page=100", "--paginate")
        if one["user"]["type"] == "Bot" and one["body"].startswith(MARK)
    ]
    if ours:
        _api(f"repos/{repository}/issues/comments/{ours[0]}", "--method", "PATCH", body=body)
    else:
        _api(path, "--method", "POST", body=body)


def _api(path: str, *options: str, body: str | None = None) -> Json:
    sent = json.dumps({"body": body}) if body is not None else ""
    said = _gh("api", path, *options, *(("--input", "-") if sent else ()), given=sent)
    try:
        return json.loads(said)
    except ValueError as error:
        message = f"gh answered what is no JSON: {said[:80]}"
        raise GhError(message) from error


def _gh(*arguments: str, given: str = "") -> str:
    try:
        done = subprocess.run(
            ["gh", *arguments], input=given, capture_output=True, text=True, check=False
        )
    except FileNotFoundError as error:
        message = "gh is not installed"
        raise GhError(message) from error
    if done.returncode:
        message = (done.stderr.strip().splitlines() or ["gh failed"])[-1]
        raise GhError(message)
    return done.stdout
