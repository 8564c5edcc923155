"""The commands that look files over and put them in order: check, fmt."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from build_tools import mending, pipeline, report
from build_tools.cli.common import (
    FINE,
    PROBLEMS,
    Commands,
    command,
    finish,
    place,
    tell,
)
from build_tools.model.misuse import MisuseError
from build_tools.model.problem import errors
from build_tools.model.settings import Site
from build_tools.report.rules import GUIDE
from build_tools.sources import loading


def register(commands: Commands) -> None:
    """Add the commands."""
    check = command(commands, "check", _check, "say everything that is wrong")
    check.add_argument("--format", choices=sorted(report.FORMATS), default="text")
    check.add_argument(
        "--fix", action="store_true", help="first mend what has one right answer, such as layout"
    )
    fmt = command(commands, "fmt", _fmt, "bring editorial files into the one layout")
    fmt.add_argument("files", nargs="*", type=Path, metavar="FILE", help="default: all of them")
    fmt.add_argument(
        "--check", action="store_true", help="write nothing; fail if a file would change"
    )


def _check(options: argparse.Namespace) -> int:
    here = place(options)
    problems = pipeline.check(here)
    if options.fix:
        mended = list(mending.fix(here.corpus, problems))
        for code, path in mended:
            tell(f"mended {code} in {path.as_posix()}")
        problems = pipeline.check(here) if mended else problems
    if not problems and options.format == "text":
        tell("nothing is wrong")
    if options.format == "sarif":
        print(report.as_sarif(problems, _guide(here.corpus)), end="")
        return PROBLEMS if errors(problems) else FINE
    return finish(problems, options.format)


def _guide(corpus: Path) -> str:
    """Return the address of the page on codes, where this repository has it and is known."""
    if not Path(GUIDE).is_file():
        return ""
    site: Site | None = loading.site(corpus)
    server, name = os.environ.get("GITHUB_SERVER_URL"), os.environ.get("GITHUB_REPOSITORY")
    told = f"{server}/{name}" if server and name else ""
    repository = (site.repository if site else None) or told
    return f"{repository.rstrip('/')}/blob/HEAD/{GUIDE}" if repository else ""


def _fmt(options: argparse.Namespace) -> int:
    corpus = place(options).corpus
    some = mending.chosen(corpus, options.files)
    if isinstance(some, Path):
        message = f"{some} is no data file of {corpus}"
        raise MisuseError(message)
    done = mending.lay_out_all(corpus, some, write=not options.check)
    for path in () if options.check else done.changed:
        print(path.as_posix())
    if not done.changed and not done.problems:
        tell(f"{len(some)} files are in the one layout")
    code = finish(done.problems)
    return PROBLEMS if options.check and done.changed else code
