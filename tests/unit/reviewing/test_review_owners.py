"""CODEOWNERS as GitHub documents it."""

from __future__ import annotations

import pytest

from build_tools.reviewing.owners import owned

RULES = """\
# Every example is one of GitHub's own kinds of pattern.
*                 @all
*.js              @script # a remark
docs/*            @docs
apps/             @apps
/build/logs/      @logs
/scripts/ one@mail.example  @two
**/notes          @notes
/apps/free
/a/**/z.yml       @deep
"""


@pytest.mark.parametrize(
    ("path", "owners"),
    [
        ("README", ["@all"]),
        ("deep/down/x.js", ["@script"]),
        ("docs/a.md", ["@docs"]),
        ("docs/more/a.md", ["@all"]),
        ("x/apps/y/z", ["@apps"]),
        ("build/logs/a", ["@logs"]),
        ("x/build/logs/a", ["@all"]),
        ("scripts/run", ["one@mail.example", "@two"]),
        ("x/notes/y.yml", ["@notes"]),
        ("apps/free", None),
        ("apps/free/x", None),
        ("a/z.yml", ["@deep"]),
        ("a/b/c/z.yml", ["@deep"]),
    ],
)
def test_the_last_line_that_fits_decides(path: str, owners: list[str] | None) -> None:
    found = [list(one.owners) for one in owned(RULES, [path])]
    assert found == ([owners] if owners else [])


def test_files_of_one_owner_are_told_together() -> None:
    found = owned("* @b @a\n", ["y", "x", "y"])
    assert [(one.owners, one.paths) for one in found] == [(("@b", "@a"), ("x", "y"))]


@pytest.mark.parametrize("line", ["*" * 300 + "x @a", "[", "\\", "a" * 10_000, "**/**/**/**/** @a"])
def test_odd_patterns_do_no_harm(line: str) -> None:
    owned(f"{line}\n", ["a/" * 100 + "b"])
