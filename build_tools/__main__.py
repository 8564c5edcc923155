"""Turns op-eds into an annotated research site."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from build_tools import editing, pipeline, report
from build_tools.model.problem import Problem
from build_tools.model.record import Edition
from build_tools.site.engine import Engine
from build_tools.sources import texts
from build_tools.sources.adoption import Outcome, Particulars

FINE, PROBLEMS, MISUSE = 0, 1, 2
"""Exit codes; argparse uses the last."""

Run = Callable[[argparse.Namespace], int]
_SubParsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may know less than UTF-8
    options = _parser().parse_args(arguments)
    run: Run = options.run
    try:
        return run(options)
    except (_MisuseError, texts.NoSuchFolder) as error:
        _tell(str(error))
        return MISUSE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on
        return PROBLEMS
    except OSError as error:
        _tell(f"cannot go on: {error.strerror or error}: {error.filename or ''}".rstrip(": "))
        return PROBLEMS


class _MisuseError(Exception):
    """The command was called in a way that makes no sense."""


def _build(options: argparse.Namespace) -> int:
    place, site = _place(options), options.site_dir
    return _finish(pipeline.build(place, site, options.edition, options.engine, _tell))


def _serve(options: argparse.Namespace) -> int:
    _tell("stop with Ctrl+C")
    editing.serve(_place(options), options.site_dir, options.edition, options.port, _serving)
    return FINE


def _check(options: argparse.Namespace) -> int:
    problems = pipeline.check(_place(options))
    if not problems and options.format == "text":
        _tell("nothing is wrong")
    return _finish(problems, options.format)


def _anchor(options: argparse.Namespace) -> int:
    place = _place(options)
    if options.accept is not None:
        mended, unknown = editing.accept(place, tuple(options.accept))
        for name in mended:
            print(f"{name}: now quotes the words as they stand")
        if unknown:
            message = f"no quotation is called {', '.join(unknown)}"
            raise _MisuseError(message)
    desk = editing.anchor(place)
    for line in editing.standings(desk):
        print(line)
    return _finish(desk.problems)


def _add(options: argparse.Namespace) -> int:
    given = Particulars(
        slug=options.slug,
        title=options.title,
        authors=tuple(options.author),
        outlet=options.outlet,
        date=options.date,
        url=options.url,
    )
    if len(options.files) > 1 and given != Particulars():
        message = "--slug, --title, --author, --outlet, --date and --url are for one file"
        raise _MisuseError(message)
    problems: list[Problem] = []
    for path in options.files:
        result = editing.add(_place(options), path, given)
        if isinstance(result[0], Problem):
            problems += [one for one in result if isinstance(one, Problem)]
        else:
            adoption, text = result
            print(f"{path}: {_OUTCOMES[adoption.outcome]} {adoption.slug}")
            for one in text.stripped:
                print(f"    line {one.line} left out ({one.rule}): {one.text[:70]}")
    return _finish(problems)


def _init(options: argparse.Namespace) -> int:
    problems = editing.init(options.folder)
    if not problems:
        _tell(f"a new site stands in {options.folder}/; build it there with: crossread build")
    return _finish(problems)


def _schemas(options: argparse.Namespace) -> int:
    for name in editing.write_schemas(_place(options).corpus):
        print(name)
    return FINE


_OUTCOMES = {
    Outcome.NEW: "a new article,",
    Outcome.TIED: "the source text of",
    Outcome.UNCHANGED: "already known and unchanged:",
    Outcome.CHANGED: "a changed version (editors' work untouched; run `crossread anchor`) of",
}


def _finish(problems: Sequence[Problem], form: str = "text") -> int:
    print(report.FORMATS[form](problems), end="")
    return PROBLEMS if pipeline.errors(problems) else FINE


def _serving(problems: Sequence[Problem]) -> None:
    print(report.text(problems), end="", file=sys.stderr, flush=True)


def _place(options: argparse.Namespace) -> pipeline.Workplace:
    if not options.corpus.is_dir():
        message = f"{options.corpus} is not a folder; name one with --corpus"
        raise _MisuseError(message)
    sources = texts.folder(options.sources, options.corpus.absolute())
    return pipeline.Workplace(corpus=options.corpus, sources=sources)


def _tell(line: str) -> None:
    print(f"crossread: {line}", file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="crossread", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    build = _command(commands, "build", _build, "build the site")
    serve = _command(commands, "serve", _serve, "build the site, show it, follow every edit")
    serve.add_argument("--port", type=int, default=8000)
    for one in (build, serve):
        one.add_argument("--edition", type=Edition, default=Edition.AUTO, choices=list(Edition))
        one.add_argument("--site-dir", type=Path, default=Path("site"), metavar="DIR")
    build.add_argument("--engine", type=Engine, default=Engine.MKDOCS, choices=list(Engine))
    check = _command(commands, "check", _check, "say everything that is wrong")
    check.add_argument("--format", choices=sorted(report.FORMATS), default="text")
    anchor = _command(commands, "anchor", _anchor, "find every quotation in the source texts")
    anchor.add_argument(
        "--accept",
        nargs="*",
        metavar="ARTICLE#NOTE",
        help="take over the wording in which moved quotations stand now "
        "(default: all of them in which no number changed)",
    )
    add = _command(commands, "add", _add, "import op-eds")
    add.add_argument("files", nargs="+", type=Path, metavar="FILE")
    for name in ("slug", "title", "outlet", "date", "url"):
        add.add_argument(f"--{name}", help=f"{name} of the article, where the file does not tell")
    add.add_argument("--author", action="append", default=[], help="an author; may be repeated")
    _command(commands, "schemas", _schemas, "write the JSON Schemas of the editorial files")
    init = commands.add_parser("init", help="start a new site", description="start a new site")
    init.add_argument("folder", type=Path, metavar="DIR")
    init.set_defaults(run=_init)
    return parser


def _command(commands: _SubParsers, name: str, run: Run, text: str) -> argparse.ArgumentParser:
    one = commands.add_parser(name, help=text, description=text)
    one.add_argument(
        "--corpus",
        type=Path,
        default=Path("annotations"),
        metavar="DIR",
        help="editorial folder (default: annotations)",
    )
    one.add_argument(
        "--sources",
        type=Path,
        metavar="DIR",
        help="source texts (default: $CROSSREAD_SOURCES, else sources/)",
    )
    one.set_defaults(run=run)
    return one


if __name__ == "__main__":
    sys.exit(main())
