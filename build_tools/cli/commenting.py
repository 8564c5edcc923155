"""The command that puts a review below its pull request."""

from __future__ import annotations

import argparse
import re

from build_tools import commenting
from build_tools.cli.common import Commands, finish
from build_tools.model.misuse import MisuseError

_FORMS = {"repository": r"[\w.-]+/[\w.-]+", "review": r"\d+", "commit": r"[0-9a-f]{40}"}
"""What each argument looks like; none of them may pass for an option of `gh`."""


def register(commands: Commands) -> None:
    """Add the command."""
    text = "put a review below its pull request; needs GitHub's gh and a token"
    one = commands.add_parser("comment", help=text, description=text)
    one.add_argument("repository", metavar="OWNER/NAME")
    one.add_argument("review", metavar="RUN", help="number of the workflow run that reviewed")
    one.add_argument("commit", metavar="SHA", help="the commit it reviewed, in full")
    one.set_defaults(run=_comment)


def _comment(options: argparse.Namespace) -> int:
    for name, form in _FORMS.items():
        given = getattr(options, name)
        if given.startswith("-") or not re.fullmatch(form, given, re.ASCII):
            message = f"{given} is no {name} as GitHub writes it"
            raise MisuseError(message)
    run = commenting.Run(repository=options.repository, id=options.review, commit=options.commit)
    problem = commenting.comment(run)
    return finish((problem,) if problem else ())
