"""The command that drafts what an editor would else hunt for: suggest."""

from __future__ import annotations

import argparse
from pathlib import Path

from build_tools import pipeline, suggesting
from build_tools.cli.common import FINE, Commands, command, finish, place, tell
from build_tools.model.misuse import MisuseError


def register(commands: Commands) -> None:
    """Add the command."""
    suggest = command(
        commands, "suggest", _suggest, "draft entries for one article, as commented YAML"
    )
    suggest.add_argument("article", metavar="ARTICLE", help="the slug of the article")
    suggest.add_argument("--out", type=Path, metavar="FILE", help="a new file to write them to")


def _suggest(options: argparse.Namespace) -> int:
    here = place(options)
    if options.out:
        _must_be_free(options.out, here.corpus)
    desk = pipeline.read(here)
    if desk.linked is None or options.article in desk.linked.corpus.unreadable:
        return finish(desk.problems)
    known = [one.article.slug for one in desk.linked.articles]
    if options.article not in known:
        message = f"there is no article {options.article}; there are {', '.join(known) or 'none'}"
        raise MisuseError(message)
    text = suggesting.suggest(desk.linked, options.article)
    if text is None:
        message = (
            f"the source text of {options.article} is not in {here.sources}; "
            "put it there, or name its folder with --sources"
        )
        raise MisuseError(message)
    if options.out:
        with options.out.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        tell(f"wrote {options.out}; it quotes the op-ed, so keep it to yourself")
    else:
        print(text, end="")
    return FINE


def _must_be_free(out: Path, corpus: Path) -> None:
    """Refuse a file that is there already, and any place in the editorial folder."""
    if out.exists() or out.is_symlink():
        message = f"{out} is there already; name a new file"
        raise MisuseError(message)
    if out.resolve().is_relative_to(corpus.resolve()):
        message = f"{out} lies in {corpus}; suggestions are no editorial data, write them elsewhere"
        raise MisuseError(message)
    if not out.absolute().parent.is_dir():
        message = f"{out.parent} is not a folder"
        raise MisuseError(message)
