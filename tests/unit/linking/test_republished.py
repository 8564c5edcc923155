"""What a publisher changed is told by paragraph, with what hangs on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.cli import main
from build_tools.linking.republished import revised
from build_tools.model.source import Block, BlockKind, SourceText

ONE = "The night ferry stopped nine years ago and nobody missed it at first"
TWO = "A bridge that nobody can light costs money too and the council never counts it"
THREE = "People who work late walk round by the bridge which takes them an hour"
OTHER = "Swans were seen on the ice again this winter to the joy of every child"


def text(*paragraphs: str) -> SourceText:
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, text=one) for one in paragraphs)
    return SourceText(
        title=None,
        authors=(),
        outlet=None,
        date=None,
        language="en",
        url=None,
        blocks=blocks,
        stripped=(),
    )


def told(old: SourceText, new: SourceText) -> list[tuple[int | None, int | None]]:
    return [(one.old, one.new) for one in revised(old, new, None)]


@pytest.mark.parametrize(
    ("new", "what"),
    [
        ((ONE, TWO, THREE), []),
        ((ONE, TWO.replace("money", "a fortune"), THREE), [(2, 2)]),
        ((ONE, THREE), [(2, None)]),
        ((ONE, OTHER, TWO, THREE), [(None, 2)]),
        ((ONE, OTHER, TWO.replace("money", "a fortune"), THREE), [(None, 2), (2, 3)]),
        ((ONE, OTHER, THREE), [(2, None), (None, 2)]),
        ((), [(1, None), (2, None), (3, None)]),
    ],
)
def test_each_paragraph_is_what_it_was_or_told(new, what):
    assert told(text(ONE, TWO, THREE), text(*new)) == what


SOME = st.lists(st.sampled_from([ONE, TWO, THREE, OTHER, "Yes", "No"]), max_size=8)


@given(SOME, SOME)
def test_no_paragraph_is_lost_or_told_twice(before, after):
    changes = revised(text(*before), text(*after), None)
    old = [one.old for one in changes if one.old]
    new = [one.new for one in changes if one.new]
    assert len(set(old)) == len(old)
    assert len(set(new)) == len(new)
    assert len(before) - len(old) == len(after) - len(new)  # the others stand as they were
    kept = [one for n, one in enumerate(before, 1) if n not in old]
    assert kept == [one for n, one in enumerate(after, 1) if n not in new]


def test_adding_a_corrected_op_ed_tells_what_changed(canal, tmp_path, capsys):
    source = canal.sources / "levy.txt"
    words = source.read_text("utf-8")
    new = tmp_path / "again.txt"
    new.write_text(words.replace("four crowns", "five crowns"), "utf-8")
    assert words != new.read_text("utf-8")
    where = ["--corpus", str(canal.corpus), "--sources", str(canal.sources)]
    assert main(["add", str(new), *where]) == 0
    out = capsys.readouterr().out
    assert "a changed version" in out
    assert "¶1 changed: " in out
    assert "of ours in it" in out
    assert "five crowns" not in out


def test_without_the_earlier_version_that_is_said(canal, tmp_path: Path, capsys):
    source = canal.sources / "levy.txt"
    new = tmp_path / "again.txt"
    new.write_text(source.read_text("utf-8").replace("four crowns", "five crowns"), "utf-8")
    source.unlink()
    where = ["--corpus", str(canal.corpus), "--sources", str(canal.sources)]
    assert main(["add", str(new), *where]) == 0
    assert "the earlier version is not at hand" in capsys.readouterr().out
