"""Takes an editorial folder out of a revision, without touching working tree or index."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from build_tools.model.misuse import MisuseError

LARGEST = 60_000_000
"""Largest file taken out, in bytes; of a larger one only the size: the loader refuses it anyway."""

_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
}
"""Git is asked in its own words, takes no lock, asks nobody and fetches nothing."""


class NoSuchRevision(MisuseError):
    """A revision was named that is not there, or there is no repository to look in."""

    def __init__(self, name: str, said: str) -> None:
        """Say which it is.

        Args:
            name: The revision, or the folder that is in no repository.
            said: Git's own words.
        """
        last = said.strip().splitlines()[-1] if said.strip() else "not found"
        super().__init__(f"{name}: {last.removeprefix('fatal: ')}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """Where revisions are kept."""

    root: Path
    """Top folder of the working tree."""
    folder: str
    """The editorial folder below it, with forward slashes; empty where it is the top itself."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of a revision."""

    mode: str
    """What it is: `120000` for a link."""
    object: str
    """Name of its content."""
    size: int
    """Bytes of it."""
    path: str
    """Where it stands, below the editorial folder."""


def repository(folder: Path) -> Repository:
    """Return the repository an editorial folder lies in.

    Raises:
        NoSuchRevision: If it lies in none.
    """
    said = _git(folder, "rev-parse", "--show-toplevel", "--show-prefix", name=str(folder))
    root, prefix, *_ = os.fsdecode(said).split("\n")
    return Repository(root=Path(root), folder=prefix.rstrip("/"))


def commit(repo: Repository, name: str) -> str:
    """Return the full name of the commit that a revision names.

    Raises:
        NoSuchRevision: If there is none.
    """
    wanted = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    try:
        return _git(repo.root, *wanted, name=name).decode().strip()
    except NoSuchRevision:
        said = "no such revision here; in a shallow clone, fetch it first"
        raise NoSuchRevision(name, said) from None


def fork(repo: Repository, base: str, head: str) -> str:
    """Return the commit from which two others went their own ways.

    Raises:
        NoSuchRevision: If they have none in common.
    """
    try:
        return _git(repo.root, "merge-base", base, head, name=base).decode().strip()
    except NoSuchRevision:
        both = f"{base} and {head}"
        raise NoSuchRevision(both, "they have no commit in common here") from None


def text(repo: Repository, commit: str, paths: Iterable[str]) -> str:
    """Return the first of some files that a commit has; empty for none."""
    for path in paths:
        try:
            said = _git(repo.root, "cat-file", "blob", f"{commit}:{path}", name=path)
        except NoSuchRevision:
            continue
        return said[:LARGEST].decode("utf-8", errors="replace")
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A file as one commit left it."""

    commit: str
    """The commit."""
    date: str
    """Its day, as ISO 8601."""
    subject: str
    """What its author called it."""
    text: str
    """What the file said."""


def versions(folder: Path, pattern: str) -> dict[str, list[Version]]:
    """Return every version of some files, the oldest first, by their path below a folder.

    Args:
        folder: A folder in a repository.
        pattern: Which files below it, with `*` for any name.

    Raises:
        NoSuchRevision: If it lies in no repository, or that has no commit.
    """
    repo = repository(folder)
    below = f"{repo.folder}/{pattern}" if repo.folder else pattern
    form = "--format=%x01%H%x00%cs%x00%s%x00"
    said = _git(
        *(repo.root, "-c", "core.quotePath=false", "log", "--reverse", "--no-renames"),
        *("--diff-filter=AM", "--raw", "--no-abbrev", "-z", form, "--", f":(top,glob){below}"),
        name=str(folder),
        literal=False,
    )
    found: list[tuple[str, str, Version]] = []
    for one in said.decode("utf-8", errors="replace").split("\x01")[1:]:
        commit, date, subject, *files = one.split("\0")
        heads = (head for head in files if head.lstrip("\n").startswith(":"))
        paths = (name for name in files if name and not name.lstrip("\n").startswith(":"))
        for head, path in zip(heads, paths, strict=False):
            version = Version(commit=commit, date=date, subject=subject, text="")
            found.append((path, head.split()[3], version))
    entries = [_Entry("", name, 0, path) for path, name, _ in found]
    contents = _contents(repo, entries)
    kept: dict[str, list[Version]] = {}
    for path, name, version in found:
        text = contents[name][:LARGEST].decode("utf-8", errors="replace")
        inside = PurePosixPath(path).relative_to(repo.folder) if repo.folder else path
        kept.setdefault(str(inside), []).append(replace(version, text=text))
    return kept


def take_out(repo: Repository, commit: str, place: Path) -> None:
    """Write the editorial folder of a commit into an empty folder; nothing where it has none."""
    entries = list(_entries(repo, commit))
    contents = _contents(repo, [one for one in entries if one.size <= LARGEST])
    links = []
    for one in entries:
        path = place / one.path
        if one.mode == "120000":
            links.append((path, contents.get(one.object, b"")))
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(contents.get(one.object, b""))
                file.truncate(one.size)
    for path, target in links:  # last, so that nothing is written through them
        path.parent.mkdir(parents=True, exist_ok=True)
        if not os.path.lexists(path) and target and b"\0" not in target:
            path.symlink_to(os.fsdecode(target))


def copy(folder: Path, place: Path) -> None:
    """Copy the working tree's editorial folder; links stay links, pipes and devices stay behind."""
    shutil.copytree(folder, place, symlinks=True, ignore=_odd, dirs_exist_ok=True)


def _odd(folder: str, names: list[str]) -> set[str]:
    found = ((name, Path(folder, name)) for name in names)
    return {
        name for name, path in found if not (path.is_symlink() or path.is_file() or path.is_dir())
    } | ({".git"} & set(names))


def _entries(repo: Repository, commit: str) -> Iterator[_Entry]:
    """Yield the files of the editorial folder; whatever would leave it is passed over."""
    below = ("--", f"{repo.folder}/") if repo.folder else ()
    listed = _git(
        repo.root, "ls-tree", "-r", "-z", "-l", "--full-tree", commit, *below, name=commit
    )
    for row in listed.split(b"\0"):
        head, _, name = row.partition(b"\t")
        if head:
            mode, kind, content, size = head.decode().split()
            path = PurePosixPath(os.fsdecode(name))
            safe = ".." not in path.parts and not path.is_absolute()
            if kind == "blob" and safe:
                inside = path.relative_to(repo.folder) if repo.folder else path
                yield _Entry(mode, content, int(size), inside.as_posix())


def _contents(repo: Repository, entries: list[_Entry]) -> dict[str, bytes]:
    """Return the content of files, by its name."""
    wanted = list(dict.fromkeys(one.object for one in entries))
    asked = "".join(f"{one}\n" for one in wanted).encode()
    said = _git(repo.root, "cat-file", "--batch", name="cat-file", asked=asked)
    found, at = {}, 0
    for one in wanted:
        end = said.index(b"\n", at)
        size = int(said[at:end].split()[2])
        found[one] = said[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return found


def _git(
    folder: Path, *arguments: str, name: str, asked: bytes = b"", literal: bool = True
) -> bytes:
    """Return what git says.

    Raises:
        NoSuchRevision: If it fails, or is not there.
    """
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            input=asked,
            capture_output=True,
            env=os.environ | _ENVIRONMENT | {"GIT_LITERAL_PATHSPECS": str(int(literal))},
            check=False,
        )
    except FileNotFoundError:
        raise NoSuchRevision(name, "git is not installed") from None
    except ValueError as error:  # a NUL in a name
        raise NoSuchRevision(name.replace("\0", ""), str(error)) from None
    if done.returncode:
        raise NoSuchRevision(name, done.stderr.decode(errors="replace"))
    return done.stdout
